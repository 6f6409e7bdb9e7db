// What the page does when things are not as they should be: hostile names, no answer, nothing in the graph, no WebGL.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type GraphView, viewGraph } from '../../src/model/graph-view.ts';
import { HOSTILE, hostileGraph } from '../helpers/hostile-graph.ts';
import { sampleView } from '../helpers/sample-graph.ts';
import { launch, type Opened, openExported, openServed } from './open-viewer.ts';

let browser: Browser;
let opened: Opened;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => opened.close());
afterAll(() => browser.close());

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
