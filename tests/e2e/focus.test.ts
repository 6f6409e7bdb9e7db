// Where the keyboard, and what is read aloud, goes on: into what opened, back to what opened it, never to nowhere.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { viewGraph } from '../../src/model/graph-view.ts';
import { generatedView } from '../helpers/generated-graph.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';
import { launch, type Opened, openServed, waitUntilReady } from './open-viewer.ts';

let browser: Browser;
let opened: Opened;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => opened.close());
afterAll(() => browser?.close());

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

it('goes to the paragraph of the sentence when its article opens, and back when it closes', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await page.locator('.neighbours .row').first().click();
  const sentence = page.locator('.sentence').first();
  for (const close of ['Escape', 'Enter']) {
    await sentence.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[data-reading]');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.article p') !== null)).toBe(true);
    expect(await focused(page)).toContain('president of Norland, met Boris Hale');
    if (close === 'Enter') await page.getByRole('button', { name: 'Close article' }).focus();
    await page.keyboard.press(close);
    await page.locator('.reader').waitFor({ state: 'detached' });
    await expect.poll(() => sentence.evaluate((element) => element === document.activeElement)).toBe(true);
  }
});

it('stays in the search where an article comes late', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await page.locator('.neighbours .row').first().click();
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/documents/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('.sentence').first().click();
  await page.locator('.reader').waitFor();
  await page.locator('#search').focus();
  answer();
  await page.waitForSelector('html[data-reading]');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
});

it('stays with the filters when they are cleared', async () => {
  opened = await openServed(browser, sampleView, { fragment: 'type=Person' });
  const { page } = opened;
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => focused(page)).toBe('Filter');
});

it('leads from a name that is looked for to the first one found', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await page.getByText('Find a path').click();
  await page.getByLabel('Name of the other end').fill('hale');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Boris Hale');
  await page.keyboard.press('Enter');
  await page.locator('#path-heading').waitFor();
});

it('begins what opens beside the picture at its top, however far the list before was scrolled', async () => {
  opened = await openServed(browser, generatedView(), { viewport: { width: 1400, height: 500 } });
  const { page } = opened;
  await page.locator('.panel .row').last().click();
  await page.locator('#entity-heading').waitFor();
  await expect.poll(() => page.locator('.side').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

it('tells the browser what is open, for its tabs and its history', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  expect(await page.title()).toMatch(/ · Stemma$/);
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await expect.poll(() => page.title()).toMatch(/^Ada Quill · /);
  await page.getByRole('button', { name: 'Table' }).click();
  await expect.poll(() => page.title()).toMatch(/^Ada Quill · Table · /);
  await page.goBack();
  await expect.poll(() => page.title()).toMatch(/^Ada Quill · (?!Table)/);
  await page.reload();
  await waitUntilReady(page);
  expect(await page.title()).toMatch(/^Ada Quill · /);
});

it('shows all sentences of a statement that stands in many places', async () => {
  const claims = sampleGraph.claims.map((claim) => {
    const [evidence] = claim.evidence;
    if (claim.type !== 'HEAD_OF_STATE_OF' || evidence === undefined) return claim;
    return { ...claim, evidence: Array.from({ length: 30 }, (_, place) => ({ ...evidence, by: `place@${place}` })) };
  });
  opened = await openServed(browser, viewGraph({ ...sampleGraph, claims }));
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await page.locator('.neighbours .row', { hasText: 'Norland' }).first().click();
  await page.getByText('The first 12 of 30 sentences.').waitFor();
  await page.getByRole('button', { name: 'Show 18 more' }).click();
  await expect.poll(() => page.locator('.claim', { hasText: 'head of state' }).locator('.sentence').count()).toBe(30);
});
