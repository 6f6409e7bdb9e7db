// What the page does when things are not as they should be: hostile names, no answer, nothing in the graph, no WebGL.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type GraphView, viewGraph } from '../../src/model/graph-view.ts';
import { HOSTILE, hostileGraph } from '../helpers/hostile-graph.ts';
import { sampleView } from '../helpers/sample-graph.ts';
import { clickLine, launch, litTexts, type Opened, openExported, openServed } from './open-viewer.ts';

let browser: Browser;
let opened: Opened;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => opened.close());
afterAll(() => browser.close());

const LONG = 'x'.repeat(10_000);
const IMAGE = '<img src=x onerror="window.ran=1">';
const ATTACKS = [IMAGE, '</script><script>window.ran=1</script>', '<!--<script>', '</style><svg onload=window.ran=1>'];

it.each([
  ['the server', openServed],
  ['an exported file', openExported],
])('shows hostile names as text and runs nothing, from %s', async (_, open) => {
  const view = viewGraph(hostileGraph([...ATTACKS, ...HOSTILE]));
  opened = await open(browser, view);
  const { page, errors, requests } = opened;
  await page.locator('#search').fill('img');
  await page.locator('.option:has(.dot)').first().click();
  await page.getByRole('heading', { level: 2, name: IMAGE }).waitFor();
  await page.locator('.neighbours .row').first().click();
  await page.locator('.sentence', { hasText: IMAGE }).first().click();
  await page.waitForSelector('html[data-reading]');
  for (const tab of ['Table', 'Conflicts']) {
    await page.getByRole('button', { name: tab }).click();
    await page.getByRole('heading', { level: 2, name: tab === 'Table' ? 'Statements' : 'Conflicts' }).waitFor();
    expect(await page.locator('.middle').textContent()).toContain(IMAGE);
  }
  await page.keyboard.press('/');
  await page.keyboard.type('img');
  await page.getByRole('option').first().waitFor();
  expect(await page.locator('img, svg[onload], .middle script').count()).toBe(0);
  expect(await page.evaluate('window.ran')).toBeUndefined();
  expect(requests.filter((address) => address.endsWith('/x'))).toEqual([]);
  expect(errors).toEqual([]);
});

it('says that the filter hides what a name does, never that it does nothing, and clears it', async () => {
  opened = await openServed(browser, sampleView, { fragment: 'type=Place' });
  const { page } = opened;
  await page.locator('#search').fill('quill');
  await page.keyboard.press('Enter');
  await page.getByText(/^\d statements hidden by the filter\./).waitFor();
  expect(await page.locator('.neighbours').textContent()).not.toContain('No statement');
  await page.locator('.neighbours').getByRole('button', { name: 'Clear the filter' }).press('Enter');
  await page.locator('.neighbours .row').first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ada Quill');
});

it('says in its place that an article is gone', async () => {
  opened = await openServed(browser, sampleView, { fragment: 'read=gone' });
  const trouble = opened.page.locator('.reader .trouble');
  await trouble.waitFor();
  const text = await trouble.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return { right: range.getBoundingClientRect().right, left: range.getBoundingClientRect().left };
  });
  const reader = await opened.page.locator('.reader').boundingBox();
  const close = await opened.page.locator('.reader .close').boundingBox();
  expect(text.left).toBeGreaterThan((reader?.x ?? 0) + 8);
  expect(text.right).toBeLessThanOrEqual(close?.x ?? 0);
});

it.each(['__proto__', 'constructor', '<script>', 'toString', '👩🏽‍🚀 emoji', 'مكتب الرئيس', LONG])(
  'shows the name %.40s as it is, in every place',
  async (name) => {
    const view = viewGraph(hostileGraph([name]));
    opened = await openServed(browser, view, { fragment: 'unconnected=1' });
    const { page, errors } = opened;
    await page.locator('.panel .row .name', { hasText: name }).first().click();
    const heading = page.locator('#entity-heading');
    expect(await heading.textContent()).toBe(name);
    const box = await heading.boundingBox();
    const side = await page.locator('.side').boundingBox();
    // A name of any length breaks into lines and stays in its column.
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((side?.x ?? 0) + (side?.width ?? 0));
    await page.getByRole('button', { name: 'groups', exact: true }).click();
    await page.getByRole('button', { name: 'Table' }).click();
    expect(await page.locator('td').first().textContent()).toBe(name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(errors).toEqual([]);
  },
);

it.each([
  ['the server', openServed],
  ['an exported file', openExported],
])('shows marks of direction and does not obey them, in names, quotes and articles, from %s', async (_, open) => {
  const name = 'Ada \u202eQuill\u202c \u2066\u200f';
  const shown = 'Ada \ufffdQuill\ufffd \ufffd\ufffd';
  opened = await open(browser, viewGraph(hostileGraph([name])), { fragment: 'unconnected=1' });
  const { page, errors } = opened;
  expect(await page.locator('.panel .row .name').first().textContent()).toBe(shown);
  await page.locator('.panel .row').first().click();
  expect(await page.locator('#entity-heading').textContent()).toBe(shown);
  await page.locator('.neighbours .row').first().click();
  await page.locator('.sentence').first().click();
  await page.waitForSelector('html[data-reading]');
  expect(await litTexts(page, 'subject')).toEqual([shown]);
  const text = (await page.locator('#app').textContent()) + (await page.title());
  expect(text).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  expect(errors).toEqual([]);
});

it('runs a name from right to left in its own direction', async () => {
  opened = await openServed(browser, viewGraph(hostileGraph(['مكتب الرئيس'])), { fragment: 'unconnected=1' });
  const { page } = opened;
  await page.locator('.panel .row').first().click();
  const direction = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await direction('#entity-heading')).toBe('rtl');
  expect(await direction('.panel .quiet')).toBe('ltr');
});

it('goes on when the server stops, says what is out of reach, and takes it up when the server is back', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.route('**/api/**', (route) => route.abort());
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await page.locator('.notice-line.failed').waitFor();
  expect(await page.locator('.notice-line').textContent()).toContain('The server does not answer');
  // What is loaded stays usable: neighbours, filters, table, undo.
  expect(await page.locator('.neighbours .row').count()).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByLabel('Find in the table').fill('denied');
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.locator('.notice-line').waitFor({ state: 'detached' });
});

it('draws the picture again when the graphics card drops it, with all that was chosen', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  const before = await placeOf(page);
  const lose = (): Promise<void> =>
    page.evaluate(() => {
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.stage canvas')) {
        (canvas.getContext('webgl2') as WebGL2RenderingContext | null)
          ?.getExtension('WEBGL_lose_context')
          ?.loseContext();
      }
    });
  for (let time = 0; time < 2; time += 1) {
    await lose();
    await page.waitForSelector('html[data-ready=true]');
    await page.getByText('it was drawn again').waitFor({ state: 'attached' });
    expect(await page.evaluate(drawnPixels)).toBeGreaterThan(100);
  }
  expect(await placeOf(page)).toEqual(before);
  expect(await page.locator('#entity-heading').textContent()).toBe('Ada Quill');
  await clickLine(page, 0, 1).catch(() => {});
  expect(opened.errors).toEqual([]);
});

it('gives up the picture where it is dropped again and again, and leaves the lists', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  for (let time = 0; time < 6; time += 1) {
    await page.waitForSelector('html[data-ready=true]');
    await page.evaluate(() => document.querySelector('.stage canvas')?.dispatchEvent(new Event('webglcontextlost')));
  }
  await page.getByText('no WebGL').waitFor();
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await page.locator('#entity-heading').waitFor();
});

/** Where the first name stands on the page. */
function placeOf(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const stage = document.querySelector('.stage') as HTMLElement & { scene: { position(place: number): unknown } };
    return stage.scene.position(0);
  });
}

/** Pixels of the picture of which something was drawn: read in the frame that draws them. */
function drawnPixels(): Promise<number> {
  const stage = document.querySelector('.stage') as HTMLElement & { scene: { refresh(): void } };
  stage.scene.refresh();
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      stage.scene.refresh();
      let drawn = 0;
      for (const canvas of stage.querySelectorAll('canvas')) {
        // Names are drawn without the graphics card.
        if (canvas.getContext('webgl2') === null) continue;
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
        if (copy === null || canvas.width === 0) continue;
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
        for (let index = 3; index < data.length; index += 4) if ((data[index] ?? 0) > 0) drawn += 1;
      }
      resolve(drawn);
    });
  });
}

it('says so when the server does not answer', async () => {
  opened = await openServed(browser, sampleView, {
    before: (page) => page.route('**/api/graph', (route) => route.abort()),
  });
  expect(await opened.page.getByRole('alert').textContent()).toContain('stemma view');
  expect(await opened.page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
});

it('says so when one claim cannot be fetched, and the rest goes on', async () => {
  opened = await openServed(browser, sampleView, {
    before: (page) => page.route('**/api/claims/*', (route) => route.fulfill({ status: 500, body: 'no' })),
    fragment: 'tab=conflicts',
  });
  expect(await opened.page.getByRole('alert').first().textContent()).toContain('500');
  expect(await opened.page.getByRole('heading', { name: 'Most mentioned' }).isVisible()).toBe(true);
});

it('says so when the graph is empty', async () => {
  const empty: GraphView = viewGraph({
    ...{ model: 'none', documents: [], entities: [], mentions: [], claims: [], conflicts: [], decisions: [] },
  });
  opened = await openServed(browser, empty);
  expect(await opened.page.locator('main').textContent()).toContain('This graph is empty');
});

it('says so when an address names what this graph does not hold', async () => {
  opened = await openServed(browser, sampleView, {
    fragment: 'entity=e0&pair=e0&pair=e1&read=d0&type=Nothing&sources=x',
  });
  expect(await opened.page.getByRole('alert').textContent()).toContain('d0');
  expect(opened.errors.filter((error) => !error.includes('404'))).toEqual([]);
});

it.each([
  ['never answers', 'self.onmessage = () => {};'],
  ['fails', 'throw new Error("no");'],
])('lays the picture out on the page when the worker %s', async (_, script) => {
  opened = await openServed(browser, sampleView, {
    before: (page) =>
      page.route('**/layout-worker*', (route) => route.fulfill({ contentType: 'text/javascript', body: script })),
  });
  expect(await opened.page.evaluate('document.documentElement.dataset.layout')).toBe('page');
});

it('works without WebGL: lists, table and articles stand in for the picture', async () => {
  const plain = await launch('--disable-3d-apis');
  try {
    opened = await openServed(plain, sampleView);
    const { page } = opened;
    expect(await page.locator('.canvas').textContent()).toContain('no WebGL');
    await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
    await page.locator('.neighbours .row').first().click();
    await page.locator('.sentence').first().click();
    await page.waitForSelector('html[data-reading]');
  } finally {
    await opened.close();
    await plain.close();
    opened = await openServed(browser, sampleView);
  }
});
