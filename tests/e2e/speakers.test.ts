// The filter by who says it: what each speaker is promised to show is shown, kept in the address, and taken away.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { makeLargeGraph } from '../../scripts/bench/large-graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { seedPosition } from '../../viewer/layout-steps.ts';
import { generateGraph } from '../helpers/generated-graph.ts';
import { letSpeak } from '../helpers/spoken-graph.ts';
import { launch, type Opened, openExported, openServed, waitUntilReady } from './open-viewer.ts';

let browser: Browser;
let opened: Opened;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => opened.close());
afterAll(() => browser?.close());

const small = letSpeak(generateGraph());
/** More statements than are filtered at once. */
const large = letSpeak(makeLargeGraph(200, 3200));

const listOf = (page: Page, name = 'Said by') => page.getByRole('group', { name, exact: true });
const numberOf = async (value: Locator) => Number((await value.locator('.number').textContent())?.replaceAll(',', ''));

async function numbersIn(page: Page): Promise<number[]> {
  return Promise.all((await listOf(page).locator('.check').all()).map(numberOf));
}

/** Waits until the page shows so many statements. */
const statements = (page: Page, count: number) =>
  page.locator('.status', { hasText: new RegExp(` ${count.toLocaleString('en')} of [0-9,]+ statements`) }).waitFor();

it.each([
  ['from the server', openServed, small],
  ['from an exported file', openExported, small],
  ['in slices', openServed, large],
])('filters by who says it, %s', async (_, open, { graph, speakers }) => {
  const positions = graph.entities.flatMap(({ id }) => seedPosition(id));
  opened = await open(browser, viewGraph(graph), { positions });
  const { page } = opened;
  const list = listOf(page);
  expect(await list.locator('.check').count()).toBe(7);
  await list.getByRole('button', { name: /^All 1[34]$/ }).click();
  // Whoever says most stands first, here the articles.
  const numbers = await numbersIn(page);
  expect(numbers.length).toBeGreaterThan(speakers.length);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  expect(await list.locator('.label').first().textContent()).toBe('the article itself');

  const name = speakers[0]?.name ?? '';
  const value = list.locator('.check', { hasText: name });
  const box = list.getByRole('checkbox', { name: new RegExp(`^${name} [0-9,]+$`) });
  const promised = await numberOf(value);
  await box.focus();
  await page.keyboard.press('Space');
  await statements(page, promised);
  expect(page.url()).toContain(`speaker=${speakers[0]?.id}`);
  // The list still tells what each would show, the chosen one before the others.
  expect((await numbersIn(page))[0]).toBe(promised);
  expect((await numbersIn(page)).toSorted((a, b) => b - a)).toEqual(numbers);
  expect(await takeRows(page)).toBe(promised);

  await page.reload();
  await waitUntilReady(page);
  await statements(page, promised);
  expect(await box.isChecked()).toBe(true);
  // Its number follows the other lists.
  await page.locator('.check', { hasText: 'denied' }).click();
  await expect.poll(() => numberOf(value)).toBeLessThan(promised);
  await statements(page, await numberOf(value));
  expect(opened.errors).toEqual([]);
});

/** How many statements the file has that is taken away. */
async function takeRows(page: Page): Promise<number> {
  await page.getByText('Take away').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.take .row', { hasText: 'CSV' }).click(),
  ]);
  return parse(readFileSync(await download.path(), 'utf8'), { columns: true, bom: true }).length;
}

it('lists thousands of speakers a page at a time, and finds one by words', async () => {
  const { graph, speakers } = letSpeak(makeLargeGraph(2500, 9000), 2000);
  const positions = graph.entities.flatMap(({ id }) => seedPosition(id));
  opened = await openServed(browser, viewGraph(graph), { positions });
  const { page } = opened;
  const list = listOf(page);
  await list.getByRole('button', { name: /^All [12],[0-9]{3}$/ }).click();
  expect(await list.locator('.check').count()).toBe(50);
  await list.getByRole('button', { name: 'Show 50 more' }).click();
  expect(await list.locator('.check').count()).toBe(100);

  const name = speakers[7]?.name ?? '';
  const field = list.getByRole('textbox', { name: 'Find in this list' });
  await field.fill(name.toUpperCase());
  const found = list.getByRole('checkbox', { name: new RegExp(`^${name} [0-9,]+$`) });
  expect(await found.count()).toBe(1);
  expect(await list.getByRole('button', { name: /^Show/ }).count()).toBe(0);
  await found.check();
  expect(page.url()).toContain(`speaker=${speakers[7]?.id}`);
  await field.fill('');
  // What is chosen stands first again.
  expect(await list.getByRole('checkbox').first().isChecked()).toBe(true);
  await field.fill('nobody of that name');
  await list.getByText(/^0 of [12],[0-9]{3}$/).waitFor();
  await list.getByRole('button', { name: 'Fewer' }).click();
  expect(await list.locator('.check').count()).toBe(7);
  expect(opened.errors).toEqual([]);
});

it('quotes the words of whoever has no name, in each language', async () => {
  opened = await openServed(browser, viewGraph(generateGraph()), { locale: 'de-AT' });
  const list = listOf(opened.page, 'Gesagt von');
  await list.locator('.check').first().waitFor();
  expect(await list.locator('.label').allTextContents()).toEqual(['der Artikel selbst', '„a ministry report“']);
  await list.getByRole('checkbox', { name: /ministry/ }).check();
  expect(new URLSearchParams(new URL(opened.page.url()).hash.slice(1)).get('speaker')).toBe('"a ministry report"');
});

it('lists nobody where only articles speak', async () => {
  opened = await openServed(browser, viewGraph(makeLargeGraph(20, 40)));
  await opened.page.getByRole('group', { name: 'Publisher', exact: true }).waitFor();
  expect(await listOf(opened.page).count()).toBe(0);
});
