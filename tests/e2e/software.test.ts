// A large picture in a browser without a graphics card (as this one is): the page paints it itself, and it is what the
// graphics programs would have drawn, after each act that changes it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLargeGraph } from '../../scripts/bench/large-graph.ts';
import type { Claim } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { makeId } from '../../src/model/id.ts';
import { seedPosition } from '../../viewer/layout-steps.ts';
import { compare, MOST_DIFFERENT, shoot, watch } from './compare-pictures.ts';
import { launch, openServed } from './open-viewer.ts';

/** More lines than are drawn as a small picture. */
const graph = makeLargeGraph(400, 4100);
/** Three statements each about the hub and its first neighbours, of different looks. */
const [first] = graph.claims;
const others = graph.claims.slice(0, 60).flatMap((claim): Claim[] => [
  { ...claim, id: makeId('claim', claim.id, 'planned'), modality: 'planned', independentSources: 4 },
  { ...claim, id: makeId('claim', claim.id, 'disputed'), disputed: true, independentSources: 2 },
]);
const view = viewGraph({ ...graph, claims: [...graph.claims, ...others] });
const positions = graph.entities.flatMap(({ id }) => seedPosition(id));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

function goTo(page: Page, fragment: string): Promise<unknown> {
  return page.evaluate((address) => {
    location.hash = address;
  }, fragment);
}

const ACTS: readonly { readonly what: string; readonly act: (page: Page) => Promise<unknown> }[] = [
  { what: 'opened', act: async () => {} },
  { what: 'with the statements around a name apart', act: (page) => goTo(page, `entity=${first?.subject}`) },
  {
    what: 'with the statements of one pair apart',
    act: (page) => goTo(page, `entity=${first?.subject}&pair=${first?.subject}&pair=${first?.object}`),
  },
  { what: 'back at all', act: (page) => goTo(page, '') },
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
      pictures.push(await shoot(opened.page));
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
