// A large picture in a browser without a graphics card (as this one is): the page paints it itself, and it is what the
// graphics programs would have drawn, after each act that changes it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLargeGraph } from '../../scripts/bench/large-graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { seedPosition } from '../../viewer/layout-steps.ts';
import { launch, type Opened, openServed } from './open-viewer.ts';

/** More lines than are drawn as a small picture. */
const graph = makeLargeGraph(400, 4100);
const view = viewGraph(graph);
const positions = graph.entities.flatMap(({ id }) => seedPosition(id));
/** Share of the pixels that may differ much: rims of dots and steps of lines fall on one side or the other. */
const MOST_DIFFERENT = 0.01;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Counts what is drawn by programs; `card` gives the browser the name of a graphics card. */
function watch(card: string | null): (page: Page) => Promise<unknown> {
  return (page) =>
    page.addInitScript((name) => {
      const proto = WebGL2RenderingContext.prototype;
      const counted = Object.assign(window, { drawCalls: 0 });
      const { drawArrays, getParameter } = proto;
      proto.drawArrays = function (...given) {
        counted.drawCalls += 1;
        return drawArrays.apply(this, given);
      };
      // UNMASKED_RENDERER_WEBGL of WEBGL_debug_renderer_info.
      proto.getParameter = function (asked) {
        return name !== null && asked === 0x9246 ? name : getParameter.call(this, asked);
      };
    }, card);
}

/** Resolves when nothing is being painted any more, and what was painted is on the screen. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { scene } = document.querySelector('.stage') as HTMLElement & { scene: { settle(call: () => void): void } };
    await frames();
    await new Promise<void>((done) => scene.settle(done));
    await frames();
  });
}

async function shoot({ page }: Opened): Promise<string> {
  await rest(page);
  return (await page.locator('.stage').screenshot()).toString('base64');
}

/** Share of pixels that differ by more than a quarter in a colour, and of those that are not background. */
async function compare(page: Page, one: string, other: string) {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (data) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (a === undefined || b === undefined || a.length !== b.length) return { different: 1, painted: 0 };
      let [different, painted] = [0, 0];
      for (let at = 0; at < a.length; at += 4) {
        const by = [0, 1, 2].map((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0)));
        if (Math.max(...by) > 64) different += 1;
        if ([0, 1, 2].some((part) => a[at + part] !== a[part])) painted += 1;
      }
      return { different: (different * 4) / a.length, painted: (painted * 4) / a.length };
    },
    [one, other],
  );
}

const ACTS: readonly { readonly what: string; readonly act: (page: Page) => Promise<unknown> }[] = [
  { what: 'opened', act: async () => {} },
  { what: 'filtered', act: (page) => page.locator('.check', { hasText: 'met with' }).click() },
  { what: 'cleared', act: (page) => page.getByRole('button', { name: 'Clear', exact: true }).click() },
  {
    what: 'dragged',
    act: async (page) => {
      await page.mouse.move(450, 300);
      await page.mouse.down();
      await page.mouse.move(530, 350, { steps: 4 });
      // A hand that rests before it lets go: the picture does not glide on.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      await page.mouse.up();
      await page.mouse.move(1, 1);
    },
  },
  { what: 'in another size', act: (page) => page.setViewportSize({ width: 1200, height: 700 }) },
  { what: 'in the dark', act: (page) => page.emulateMedia({ colorScheme: 'dark' }) },
];

it('paints what the programs of a graphics card draw, after each act', async () => {
  const options = { positions, viewport: { width: 1280, height: 640 } };
  const painted = await openServed(browser, view, { ...options, before: watch(null) });
  const drawn = await openServed(browser, view, { ...options, before: watch('A card that draws') });
  // Far pages: arithmetic on pixels is not for the page under test.
  const judge = await browser.newPage();
  for (const { what, act } of ACTS) {
    const pictures: string[] = [];
    for (const opened of [painted, drawn]) {
      await act(opened.page);
      pictures.push(await shoot(opened));
    }
    const [one = '', other = ''] = pictures;
    const found = await compare(judge, one, other);
    expect(found.painted, what).toBeGreaterThan(0.05);
    expect(found.different, what).toBeLessThan(MOST_DIFFERENT);
  }
  expect(await painted.page.evaluate('drawCalls')).toBe(0);
  expect(await drawn.page.evaluate('drawCalls')).toBeGreaterThan(0);
  expect([...painted.errors, ...drawn.errors]).toEqual([]);
  await Promise.all([painted.close(), drawn.close(), judge.close()]);
});
