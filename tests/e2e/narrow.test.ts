// A phone, a page at 200 %, a column beside an open article: what was pressed is answered in sight, and nothing is cut to a letter.
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { generatedView } from '../helpers/generated-graph.ts';
import { launch, type Opened, openServed } from './open-viewer.ts';

let browser: Browser;
let opened: Opened;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => opened.close());
afterAll(() => browser?.close());

/** A phone, and a window of 1400 × 900 at 200 %. */
const NARROW = [
  ['a phone', { width: 360, height: 740 }],
  ['a window at 200 %', { width: 700, height: 450 }],
] as const;

const isInSight = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => {
    const { left, top, bottom } = one.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + 4, (top + bottom) / 2);
    return onTop !== null && (one.contains(onTop) || onTop.contains(one));
  });

it.each(NARROW)('shows on %s what a row of the table opens, and comes back to the row', async (_, viewport) => {
  opened = await openServed(browser, generatedView(), { viewport, fragment: 'tab=table' });
  const { page } = opened;
  const row = page.locator('tbody button').nth(30);
  await row.click();
  const heading = page.locator('#pair-heading');
  await expect.poll(() => isInSight(heading)).toBe(true);
  expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator('#start-heading').waitFor();
  await expect.poll(() => isInSight(row)).toBe(true);
  expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);
});

it.each(NARROW)('leads on %s from a name in an article to that name, and back', async (_, viewport) => {
  opened = await openServed(browser, generatedView(), { viewport, fragment: 'tab=articles' });
  const { page } = opened;
  await page.locator('.stemma .row').first().click();
  await page.locator('.named summary').click();
  await page.locator('.chip').first().click();
  await expect.poll(() => isInSight(page.locator('#entity-heading'))).toBe(true);
  await page.goBack();
  await expect.poll(() => isInSight(page.locator('.reader h2'))).toBe(true);
});

it('puts the filters of a phone away when something opens', async () => {
  opened = await openServed(browser, generatedView(), { viewport: { width: 360, height: 740 } });
  const { page } = opened;
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.locator('.left').getByText('person').click();
  expect(await page.locator('.left').isVisible()).toBe(true);
  await page.locator('#search').fill('kova');
  await page.keyboard.press('Enter');
  await page.locator('#entity-heading').waitFor();
  await expect.poll(() => page.locator('.left').isVisible()).toBe(false);
});

it.each(['en-GB', 'de-DE'])('leaves room to type into the table of a phone, %s', async (locale) => {
  const viewport = { width: 360, height: 740 };
  opened = await openServed(browser, generatedView(), { viewport, locale, fragment: 'tab=table' });
  expect((await opened.page.locator('.table-head .field').boundingBox())?.width).toBeGreaterThan(130);
});

it('leaves the titles of the articles their room beside an open one', async () => {
  opened = await openServed(browser, generatedView(), { fragment: 'tab=articles' });
  const { page } = opened;
  const row = page.locator('.stemma .row').first();
  expect(await row.locator('.number').isVisible()).toBe(true);
  await row.click();
  await page.waitForSelector('html[data-reading]');
  expect((await row.locator('.name').boundingBox())?.width).toBeGreaterThan(180);
});
