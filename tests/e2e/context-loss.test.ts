// The graphics card drops the picture: whoever draws it, it is drawn again as it was, and goes on being drawn.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLargeGraph } from '../../scripts/bench/large-graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { seedPosition } from '../../viewer/layout-steps.ts';
import type { Camera } from '../../viewer/url-codec.ts';
import { compare, MOST_DIFFERENT, shoot, watch } from './compare-pictures.ts';
import { launch, openServed } from './open-viewer.ts';

const WHOLE: Camera = { x: 0.5, y: 0.5, ratio: 1 };
const CLOSE: Camera = { x: 0.4, y: 0.55, ratio: 0.3 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** `dataset.ready` is `lost` from the moment when the page hears of it, and `true` when the picture is back. */
async function loseContext(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told = Object.assign(window, { states: [] as string[] });
    new MutationObserver(() => told.states.push(document.documentElement.dataset.ready ?? '')).observe(
      document.documentElement,
      { attributeFilter: ['data-ready'] },
    );
    // The one canvas of the picture: any other would make a context to be asked for its loss.
    const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas.sigma-nodes');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.waitForFunction('window.states.at(0) === "lost" && window.states.at(-1) === "true"');
}

async function shootAt(page: Page, camera: Camera): Promise<string> {
  await page.evaluate((where) => {
    const { scene } = document.querySelector('.stage') as HTMLElement & { scene: { aim(camera: Camera): void } };
    scene.aim(where);
  }, camera);
  return shoot(page);
}

it.each([
  ['a small picture, drawn by programs', 300, null, true],
  ['a large picture, drawn by programs', 4100, 'A card that draws', true],
  ['a large picture, painted by the page', 4100, null, false],
])('brings back %s, and draws it anew from closer', async (_, edges, card, isDrawn) => {
  const graph = makeLargeGraph(200, edges);
  const positions = graph.entities.flatMap(({ id }) => seedPosition(id));
  const fragment = `entity=${graph.entities[0]?.id}`;
  const opened = await openServed(browser, viewGraph(graph), { fragment, positions, before: watch(card) });
  const { page } = opened;
  const judge = await browser.newPage();
  const before = [await shootAt(page, CLOSE), await shootAt(page, WHOLE)];
  expect((await compare(judge, before[0] ?? '', before[1] ?? '')).different).toBeGreaterThan(0.02);
  await loseContext(page);
  await page.getByText('it was drawn again').waitFor({ state: 'attached' });
  for (const [at, camera] of [CLOSE, WHOLE].entries()) {
    const { different, painted } = await compare(judge, before[at] ?? '', await shootAt(page, camera));
    expect(painted).toBeGreaterThan(0.02);
    expect(different).toBeLessThan(MOST_DIFFERENT);
  }
  expect((await page.evaluate('drawCalls')) !== 0).toBe(isDrawn);
  expect(opened.errors).toEqual([]);
  await Promise.all([opened.close(), judge.close()]);
});
