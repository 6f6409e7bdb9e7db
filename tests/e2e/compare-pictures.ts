// Pictures of the page as pixels: who drew them, and how much two of them differ.
import type { Page } from 'playwright-core';

/** Share of the pixels that may differ much: rims of dots and steps of lines fall on one side or the other. */
export const MOST_DIFFERENT = 0.01;

/** Counts what is drawn by programs; `card` gives the browser the name of a graphics card. */
export function watch(card: string | null): (page: Page) => Promise<unknown> {
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

export async function shoot(page: Page): Promise<string> {
  await rest(page);
  return (await page.locator('.stage').screenshot()).toString('base64');
}

/** Share of pixels that differ by more than a quarter in a colour, and of those that are not background. */
export async function compare(page: Page, one: string, other: string) {
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
