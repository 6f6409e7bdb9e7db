// Where a reader doubts who is meant: parts, joins, takes back and does again, on a real graph file; a file decides nothing.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { readJudgements } from '../../src/change-graph.ts';
import { openStoredGraph } from '../../src/store/index.ts';
import { readGraph } from '../../viewer/read-graph.ts';
import { storeNames } from '../helpers/named-graph.ts';
import { makeGraphFolder } from '../helpers/run-command.ts';
import { sampleView } from '../helpers/sample-graph.ts';
import { launch, type Opened, openExported, openServed, waitUntilReady } from './open-viewer.ts';

const TEXTS = {
  'north/a.txt': '[Ivo Rendel] came to the mine with [Tova Lindqvist].',
  'north/b.txt': '[Ivo Rendel] left the mine. [T. Marrow] stayed.',
  'south/c.txt': '[Ivo Rendel] sings. [Tom Marrow] listens.',
};

const folder = makeGraphFolder();
let browser: Browser;
let opened: Opened;
let path = '';
let made = 0;
beforeAll(async () => {
  browser = await launch();
});
beforeEach(() => {
  made += 1;
  path = folder.at(`names-${made}.stemma`);
  storeNames(path, TEXTS);
});
afterEach(() => opened.close());
afterAll(async () => {
  await browser?.close();
  folder.dispose();
});

const open = (fragment: string): Promise<Opened> => openServed(browser, openStoredGraph(path), { fragment });

/** Each name on the page with its mentions, in the order of the list. */
const listed = (page: Page): Promise<string[]> =>
  page.locator('.panel .row').evaluateAll((rows) => rows.map((row) => row.textContent ?? '').sort());

/** Where each name stands, by id, as the server has it for the next visit. */
async function servedPlaces(url: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const { entities, positions } = readGraph(await (await fetch(`${url}api/graph`)).arrayBuffer());
  const round = (number = Number.NaN): number => Math.round(number * 100) / 100;
  return new Map(
    entities.id.map((id, place) => [id, [round(positions?.[place * 2]), round(positions?.[place * 2 + 1])]]),
  );
}

const counted = (verdict: string): number =>
  readJudgements(path).filter(({ decision, isUndone }) => decision.verdict === verdict && !isUndone).length;

it('parts an article from a name, takes it back with one key, and does it again', async () => {
  opened = await open('unconnected=1');
  const { page } = opened;
  const before = await listed(page);
  await page.locator('.panel .row', { hasText: 'Ivo Rendel' }).click();
  await page.getByText('Part or join', { exact: true }).click();
  const part = page.locator('.part .button');
  expect(await part.isDisabled()).toBe(true);
  await page.locator('.part').getByLabel('south/c.txt').check();
  await part.click();
  await page.getByText('“Ivo Rendel” was parted.').waitFor();
  expect(counted('different')).toBe(2);
  expect(await page.locator('#entity-heading').textContent()).toBe('Ivo Rendel');
  expect(await page.locator('.panel').textContent()).toMatch(/person · [12] mention/);

  await page.keyboard.press('Control+z');
  await page.getByText('The decision was taken back.').waitFor();
  expect(counted('different')).toBe(0);
  expect(await page.locator('.panel').textContent()).toContain('person · 3 mentions');
  await page.keyboard.press('Control+Shift+z');
  await page.getByText('The decision holds again.').waitFor();
  expect(counted('different')).toBe(2);

  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('The decision was taken back.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Most mentioned' }).waitFor();
  expect(await listed(page)).toEqual(before);
  expect(opened.errors).toEqual([]);
});

it('joins two names, tells why they are one, and parts them again by that reason', async () => {
  opened = await open('unconnected=1');
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Tova Lindqvist' }).click();
  await page.getByText('Part or join', { exact: true }).click();
  await page.getByLabel('Name to join with').fill('tom');
  await page.locator('.join .row', { hasText: 'Tom Marrow' }).click();
  await page.getByText('were joined.').waitFor();
  expect(counted('same')).toBe(1);
  await page.getByText(/^Why these are one/).click();
  expect(await page.locator('.decisions').textContent()).toContain('A person decided.');
  await page.locator('.decided', { hasText: 'Tova Lindqvist' }).getByText('These are two').first().click();
  await page.getByText('are kept apart.').waitFor();
  expect(counted('different')).toBe(1);
  expect(opened.errors).toEqual([]);
});

it('leaves the picture in place: names that a decision does not touch, and all of them once it is taken back', async () => {
  const isKept = (page: Page) => page.waitForResponse((response) => response.url().endsWith('/api/arrangement'));
  let kept: ReturnType<typeof isKept> | undefined;
  const before = async (page: Page): Promise<void> => {
    kept = isKept(page);
  };
  opened = await openServed(browser, openStoredGraph(path), { fragment: 'unconnected=1', before });
  const { page, url } = opened;
  await kept;
  const first = await servedPlaces(url);
  expect([...first.values()].flat().every(Number.isFinite)).toBe(true);
  kept = isKept(page);
  await page.locator('.panel .row', { hasText: 'Tova Lindqvist' }).click();
  await page.getByText('Part or join', { exact: true }).click();
  await page.getByLabel('Name to join with').fill('tom');
  await page.locator('.join .row', { hasText: 'Tom Marrow' }).click();
  await page.getByText('were joined.').waitFor();
  await kept;
  const joined = await servedPlaces(url);
  expect([...joined.keys()]).not.toEqual([...first.keys()]);
  const untouched = [...first.keys()].filter((id) => joined.has(id));
  expect(untouched.length).toBeGreaterThan(0);
  for (const id of untouched) expect(joined.get(id)).toEqual(first.get(id));

  kept = isKept(page);
  await page.keyboard.press('Control+z');
  await page.getByText('The decision was taken back.').waitFor();
  await kept;
  expect(await servedPlaces(url)).toEqual(first);
  await page.reload();
  await waitUntilReady(page);
  expect(await page.evaluate(() => document.documentElement.dataset.layout)).toBe('kept');
  expect(opened.errors).toEqual([]);
});

it('does not take a decision back by going back in the browser', async () => {
  opened = await open('unconnected=1');
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Ivo Rendel' }).click();
  await page.getByText('Part or join', { exact: true }).click();
  await page.locator('.part').getByLabel('south/c.txt').check();
  await page.locator('.part .button').click();
  await page.getByText('was parted.').waitFor();
  await page.goBack();
  expect(counted('different')).toBe(2);
});

it('asks the doubts one key each, goes back, and draws the graph when they are left', async () => {
  opened = await open('tab=doubts&unconnected=1');
  const { page } = opened;
  const question = page.locator('.question h3 .quiet');
  await question.waitFor();
  const all = Number((await question.textContent())?.split(' of ')[1]);
  expect(await page.locator('.question mark').count()).toBe(2);
  await page.keyboard.press('d');
  await page.locator('.kept').waitFor();
  expect(counted('different')).toBe(1);
  await page.keyboard.press('b');
  await page.locator('.kept').waitFor({ state: 'detached' });
  expect(counted('different')).toBe(0);
  expect(await question.textContent()).toBe(`1 of ${all}`);
  await page.keyboard.press('s');
  await page.locator('.kept').waitFor();
  const drawn = page.waitForResponse((response) => response.url().endsWith('/api/draw'));
  await page.getByRole('button', { name: 'Picture' }).click();
  expect((await drawn).status()).toBe(200);
  expect(counted('same')).toBe(1);
  expect(opened.errors).toEqual([]);
});

it('takes answers back that were drawn when the doubts were left, all at once, then what was decided before them', async () => {
  path = folder.at('two-doubts.stemma');
  storeNames(path, {
    ...{ 'a.txt': '[Ivo Rendel] came to the mine with [Tova Lindqvist].', 'c.txt': '[Ivo Rendel] sings.' },
    'b.txt': '[Ivo Rendel] left the mine. [T. Marrow] stayed with [P. Halden].',
    'd.txt': '[Ivo Rendel] sings. [Tom Marrow] listens to [Petra Halden].',
  });
  opened = await open('unconnected=1');
  const { page } = opened;
  const takenBack = page.getByText('The decision was taken back.');
  await page.locator('.panel .row', { hasText: 'Ivo Rendel' }).click();
  await page.getByText('Part or join', { exact: true }).click();
  await page.locator('.part input').first().check();
  await page.getByRole('button', { name: /^Part 1 article/ }).click();
  await page.getByText('“Ivo Rendel” was parted.').waitFor();
  const parted = counted('different');
  await page.getByRole('button', { name: /^Doubts/ }).click();
  await page.locator('.question').waitFor();
  for (let answers = 1; answers <= 2; answers += 1) {
    await page.keyboard.press('u');
    await page.getByText(new RegExp(`^${answers} answers? kept`)).waitFor();
  }
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByText('The graph follows 2 answers.').waitFor();
  expect(counted('unsure')).toBe(2);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await takenBack.waitFor();
  expect([counted('unsure'), counted('different')]).toEqual([0, parted]);
  await page.keyboard.press('Control+Shift+Z');
  await page.getByText('The decision holds again.').waitFor();
  expect(counted('unsure')).toBe(2);
  await page.keyboard.press('Control+z');
  await takenBack.waitFor();
  expect(counted('unsure')).toBe(0);
  await page.getByRole('button', { name: 'Close this message' }).click();
  // Back over the two views in between, which are acts, too.
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.url()).toContain('tab=doubts');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.url()).not.toContain('tab=');
  await page.keyboard.press('Control+z');
  await takenBack.waitFor();
  expect(counted('different')).toBe(0);
  expect(opened.errors).toEqual([]);
});

it('says what went wrong, and the page stays as it was', async () => {
  opened = await open('unconnected=1');
  const { page } = opened;
  const before = await listed(page);
  await page.route('**/api/decisions', (route) =>
    route.fulfill({ status: 409, json: { code: 'graph-busy', message: 'Somebody builds.', hint: 'Wait.' } }),
  );
  await page.locator('.panel .row', { hasText: 'Tova Lindqvist' }).click();
  await page.getByText('Part or join', { exact: true }).click();
  await page.getByLabel('Name to join with').fill('tom');
  await page.locator('.join .row').first().click();
  await page.locator('.notice-line').getByText('Somebody builds. Wait.').waitFor();
  await page.getByRole('button', { name: 'Close this message' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Most mentioned' }).waitFor();
  expect(await listed(page)).toEqual(before);
});

it('offers no decision in an exported file, and says why', async () => {
  opened = await openExported(browser, sampleView);
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await page.getByText('Part or join', { exact: true }).click();
  expect(await page.locator('.decide').textContent()).toContain('This page is one file');
  expect(await page.locator('.decide input, .decide button').count()).toBe(0);
  await page.getByRole('button', { name: 'Doubts' }).click();
  expect(await page.locator('.doubts').textContent()).toContain('stemma view');
  expect(opened.errors).toEqual([]);
});

it.each([
  ['the server', openServed],
  ['an exported file', openExported],
])('hands out what is shown with its quotations, from %s', async (_, from) => {
  opened = await from(browser, sampleView, { fragment: 'polarity=denied' });
  const { page } = opened;
  await page.getByText('Take away').click();
  for (const [format, ending] of [
    ['GraphML', 'graphml'],
    ['GEXF', 'gexf'],
    ['CSV', 'csv'],
    ['JSON', 'json'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.take .row', { hasText: format }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`graph.${ending}`);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('Hale denied the talks.');
    expect(text).not.toContain('About 1,200 troops');
  }
  expect(opened.errors).toEqual([]);
});

it('copies a link that restores the picture, its place and zoom included', async () => {
  opened = await openServed(browser, sampleView, { permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const camera = (): Promise<string> =>
    page.evaluate(() => {
      const stage = document.querySelector('.stage') as HTMLElement & { scene: { camera(): object } };
      return JSON.stringify(stage.scene.camera(), (_, value) =>
        typeof value === 'number' ? Math.round(value * 100) : value,
      );
    });
  await expect.poll(camera).not.toContain('"ratio":100');
  // The zoom is at rest once two frames agree.
  let last = '';
  await expect
    .poll(async () => {
      const before = last;
      last = await camera();
      return last === before;
    })
    .toBe(true);
  await page.getByText('Take away').click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('The link was copied').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await page.waitForSelector('html[data-ready]');
  expect(await camera()).toBe(last);
  expect(await page.locator('#entity-heading').textContent()).toBe('Ada Quill');
});
