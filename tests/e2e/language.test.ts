// The page in German: from the browser's language, by the switch in the page, and kept for the next visit.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sampleView } from '../helpers/sample-graph.ts';
import { launch, type Opened, openExported, openServed, waitUntilReady } from './open-viewer.ts';

let browser: Browser;
let opened: Opened;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => opened.close());
afterAll(() => browser?.close());

it.each([
  ['served', openServed],
  ['an exported file', openExported],
])('speaks the language of the browser, %s', async (_, open) => {
  opened = await open(browser, sampleView, { locale: 'de-AT' });
  const { page } = opened;
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await page.getByRole('heading', { name: 'Am häufigsten genannt' }).waitFor();
  expect(await page.locator('.status').textContent()).toContain('von 5 Aussagen');
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  expect(await page.locator('.neighbours').textContent()).toContain('ist Staatsoberhaupt von');
  expect(opened.errors).toEqual([]);
});

it('changes at once, also what was announced, and remembers it', async () => {
  opened = await openServed(browser, sampleView, { locale: 'fr-FR' });
  const { page } = opened;
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.locator('.language select').selectOption('de');
  await page.getByRole('button', { name: 'Tabelle' }).click();
  await page.getByRole('heading', { name: 'Aussagen' }).waitFor();
  await page.reload();
  await waitUntilReady(page);
  await page.getByRole('heading', { name: 'Aussagen' }).waitFor();
  await page.locator('.language select').selectOption('en');
  await page.getByRole('heading', { name: 'Statements' }).waitFor();
  expect(opened.errors).toEqual([]);
});
