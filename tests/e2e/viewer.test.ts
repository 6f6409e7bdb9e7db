// The way a reporter goes: a name, its relations, one relation's sentences, the sentence in its article; and back.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeLargeGraph } from '../../scripts/bench/large-graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { makeGraphPayload } from '../../src/server/graph-payload.ts';
import type { Drawing } from '../../viewer/picture.ts';
import { generatedView, generateGraph } from '../helpers/generated-graph.ts';
import { sampleView } from '../helpers/sample-graph.ts';
import { compare, shoot } from './compare-pictures.ts';
import {
  clickLine,
  launch,
  litTexts,
  type Opened,
  openExported,
  openServed,
  pointOfLine,
  waitUntilReady,
} from './open-viewer.ts';

let browser: Browser;
let opened: Opened;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => opened.close());
afterAll(() => browser.close());

const LEAD = 'Ada Quill, president of Norland, met Boris Hale on Monday';

describe.each([
  ['from the server', openServed],
  ['from an exported file', openExported],
])('the way from a name to its sentence, %s', (_, open) => {
  it('searches, opens a relation, marks the sentence in its article, and holds all of it in the address', async () => {
    opened = await open(browser, sampleView);
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.type('ada qu');
    await page.getByRole('option', { name: /Ada Quill person/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ada Quill', level: 2 }).waitFor();
    await page.locator('.neighbours .row', { hasText: 'Norland' }).last().click();
    await page
      .getByRole('button', { name: new RegExp(`^${LEAD}`) })
      .first()
      .click();
    await page.waitForSelector('html[data-reading]');
    expect(await litTexts(page, 'sentence')).toEqual([LEAD]);
    expect(await litTexts(page, 'subject')).toEqual(['Ada Quill']);
    expect(await litTexts(page, 'object')).toEqual(['Norland']);
    expect(await page.locator('.article').textContent()).toContain(LEAD);

    const address = page.url();
    await page.reload();
    await waitUntilReady(page);
    await page.waitForSelector('html[data-reading]');
    expect(page.url()).toBe(address);
    expect(await litTexts(page, 'subject')).toEqual(['Ada Quill']);
    expect(await page.locator('.claim.lit h3').textContent()).toContain('Ada Quill');

    await page.goBack();
    await page.locator('.reader').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Most mentioned' }).waitFor();
    expect(opened.errors).toEqual([]);
  });
});

it('asks nothing of any network from an exported file', async () => {
  opened = await openExported(browser, generatedView());
  const { page } = opened;
  await page.keyboard.press('/');
  await page.keyboard.type('met');
  await page.locator('.option.quoted').first().click();
  await page.locator('.sentence').first().click();
  await page.waitForSelector('html[data-reading]');
  const foreign = opened.requests.filter((address) => !address.startsWith('file:') && !address.startsWith('blob:'));
  expect(foreign).toEqual([]);
  expect(opened.requests.filter((address) => address.startsWith('file:'))).toHaveLength(1);
  expect(opened.errors).toEqual([]);
});

it('lays the picture out in a worker, from the server and from a file', async () => {
  for (const open of [openServed, openExported]) {
    opened = await open(browser, generatedView());
    expect(await opened.page.evaluate('document.documentElement.dataset.layout')).toBe('worker');
    if (open === openServed) await opened.close();
  }
});

it('opens a relation by a click on its line', async () => {
  const view = generatedView();
  opened = await openServed(browser, view);
  const { page } = opened;
  const { claims, entities } = makeGraphPayload(view, '');
  const claim = Array.from(claims.type).findIndex((_, place) => (claims.independentSources[place] ?? 0) >= 5);
  const [left, right] = [claims.subject[claim] ?? 0, claims.object[claim] ?? 0];
  await page.goto(`${opened.url}#entity=${entities.id[left]}`);
  await page.getByRole('heading', { name: entities.name[left] ?? '', level: 2 }).waitFor();
  await clickLine(page, left, right);
  await page.locator('#pair-heading').waitFor();
  expect(await page.locator('#pair-heading').textContent()).toContain(entities.name[right]);
});

it('draws the statements of an open pair apart, each to be pointed at and opened, and closes them again', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  const { claims, entities } = makeGraphPayload(sampleView, '');
  const denied = Array.from(claims.negative).indexOf(1);
  const [hale = 0, quill = 0] = [claims.subject[denied], claims.object[denied]];
  const lines = (): Promise<DrawnLine[]> => page.evaluate(drawnLines);
  expect(await lines()).toHaveLength(2);
  await page.locator('.panel .row', { hasText: entities.name[hale] ?? '' }).click();
  await expect.poll(async () => (await lines()).length).toBe(3);
  // Affirmed and denied: one of them is dashed, both are red and bend to different sides.
  const bent = (await lines()).filter(({ isBent }) => isBent);
  expect(bent.map(({ dash }) => dash > 0).sort()).toEqual([false, true]);
  expect(new Set(bent.map(({ color }) => color.slice(0, 7))).size).toBe(1);
  const dashed = bent.find(({ dash }) => dash > 0);
  if (dashed === undefined) throw new Error('no dashed line');
  await page.mouse.move(dashed.x, dashed.y);
  await expect.poll(() => page.locator('.tip').textContent()).toMatch(/^Boris Hale denied: met with Ada Quill/);
  await page.mouse.click(dashed.x, dashed.y);
  await page.locator('#pair-heading').waitFor();
  expect(page.url()).toContain(`claim=${claims.id[denied]}`);
  expect(await page.locator('.claim.lit .tag').allTextContents()).toContain('denied');
  const open = (await lines()).filter(({ isBent }) => isBent);
  expect(new Set(open.map(({ color }) => color.slice(0, 7))).size).toBe(2);

  const bentRed = async (): Promise<number> => {
    return (await lines()).filter(({ isBent, color }) => isBent && color.slice(0, 7) === dashed.color.slice(0, 7))
      .length;
  };
  await page.goto(`${opened.url}#entity=${entities.id[entities.name.indexOf('Norland')]}`);
  await expect.poll(bentRed).toBe(0);
  // The two statements about Norland are apart now, and those of the other pair share one line.
  expect((await lines()).map(({ isBent }) => isBent).sort()).toEqual([false, true, true]);
  await page.goto(`${opened.url}#entity=${entities.id[quill]}`);
  await expect.poll(bentRed).toBe(2);
  await page.locator('.walk').focus();
  const said = (): Promise<string> => page.locator('.walk + [role=status]').textContent().then(String);
  const told = new Set<string>();
  for (let press = 0; press < 4; press += 1) {
    const before = await said();
    await page.keyboard.press('ArrowDown');
    await expect.poll(said).not.toBe(before);
    told.add((await said()).replace(/ \d of 4\.$/, ''));
  }
  expect([...told].sort()).toEqual([
    'Boris Hale: denied: met with.',
    'Boris Hale: met with.',
    'Norland: is a citizen of.',
    'Norland: is head of state of.',
  ]);
  expect(opened.errors).toEqual([]);
});

it('points from a list into the picture: at the line of the statement that the pointer rests on', async () => {
  const { claims, entities } = makeGraphPayload(sampleView, '');
  const denied = Array.from(claims.negative).indexOf(1);
  const [hale, quill] = [claims.subject[denied], claims.object[denied]].map((place) => entities.id[place ?? -1]);
  opened = await openServed(browser, sampleView, { fragment: `entity=${hale}&pair=${hale}&pair=${quill}` });
  const { page } = opened;
  const judge = await browser.newPage();
  const pictures: string[] = [];
  for (const place of ['#pair-heading', '.claim >> nth=0', '.claim >> nth=1', '#pair-heading']) {
    await page.locator(place).hover();
    pictures.push(await shoot(page));
  }
  const [none = '', first = '', second = '', gone = ''] = pictures;
  for (const [one, other] of [
    [none, first],
    [first, second],
    [second, gone],
  ] as const)
    expect((await compare(judge, one, other)).different).toBeGreaterThan(0.0002);
  expect((await compare(judge, none, gone)).different).toBe(0);
  expect(await page.locator('.tip').count()).toBe(0);
  await judge.close();
});

it('says why the picture is empty, and leads back', async () => {
  opened = await openServed(browser, sampleView, { fragment: 'from=1900-01-01&to=1900-01-02' });
  const { page } = opened;
  await page.getByText('Nothing to draw').waitFor();
  expect(await page.locator('.status').textContent()).toContain('0 of 5 statements');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect.poll(() => page.locator('.status').textContent()).toContain('5 of 5 statements');
  await page.getByText('Nothing to draw').waitFor({ state: 'detached' });
});

it('leads from an empty picture to the statements that have no second name', async () => {
  const whole = generateGraph();
  const claims = whole.claims.filter(({ object, derivedFrom }) => object === null && derivedFrom === null);
  opened = await openServed(browser, viewGraph({ ...whole, claims, conflicts: [] }));
  const { page } = opened;
  await page.getByText('Nothing to draw').waitFor();
  await page.getByRole('button', { name: `See ${claims.length} statements in the table` }).click();
  expect(await page.getByRole('button', { name: 'Table', exact: true }).getAttribute('aria-current')).toBe('page');
  await page.getByText(`${claims.length} statements, the same that the picture shows.`).waitFor();
});

interface DrawnLine {
  readonly isBent: boolean;
  readonly dash: number;
  readonly color: string;
  /** Its middle, in pixels of the page. */
  readonly x: number;
  readonly y: number;
}

function drawnLines(): DrawnLine[] {
  const stage = document.querySelector('.stage') as HTMLElement & { scene: { drawing(): Pick<Drawing, 'lines'> } };
  const frame = stage.getBoundingClientRect();
  return stage.scene.drawing().lines.map(({ curve: { from, to, control }, dash, color }) => {
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const by = control ?? middle;
    const [x, y] = [frame.left + (middle.x + by.x) / 2, frame.top + (middle.y + by.y) / 2];
    return { isBent: control !== null, dash, color, x, y };
  });
}

it('filters: the count of a value is what it then shows, in the table too', async () => {
  opened = await openServed(browser, generatedView());
  const { page } = opened;
  await page.getByRole('button', { name: 'Table' }).click();
  const value = page.locator('.check', { hasText: 'is based in' });
  const promised = Number(await value.locator('.number').textContent());
  await value.click();
  await expect.poll(() => page.locator('tbody tr').count()).toBe(promised);
  expect(await page.locator('.status').textContent()).toContain(`${promised} of 597 statements`);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => page.locator('.status').textContent()).toContain('597 of 597 statements');
  await page.goBack();
  await expect.poll(() => page.locator('tbody tr').count()).toBe(promised);
});

it('takes every act back and does it again, with keys and with buttons', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  const [undo, redo] = ['Undo', 'Redo'].map((name) => page.getByRole('button', { name }));
  expect(await undo?.isDisabled()).toBe(true);
  await page.locator('.panel .row', { hasText: 'Ada Quill' }).click();
  await page.locator('.check', { hasText: 'met with' }).click();
  await expect.poll(() => page.locator('.status').textContent()).toContain('2 of 5 statements');
  const slider = page.getByRole('slider', { name: 'Confidence' });
  await slider.focus();
  for (let step = 0; step < 19; step += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.status').textContent()).toContain('0 of 5 statements');
  const address = page.url();
  // The whole way of the slider is one act, and its focus keeps no key from the page.
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.status').textContent()).toContain('2 of 5 statements');
  await undo?.click();
  await expect.poll(() => page.locator('.status').textContent()).toContain('5 of 5 statements');
  await undo?.click();
  await page.getByRole('heading', { name: 'Most mentioned' }).waitFor();
  await expect.poll(() => undo?.isDisabled()).toBe(true);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => page.url()).toBe(address);
  expect(await redo?.isDisabled()).toBe(true);
});

it('lists its keys at a key or a click, and takes none for the page meanwhile', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.locator('.check', { hasText: 'met with' }).click();
  const address = page.url();
  const list = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('?');
  await list.waitFor();
  expect(await list.locator('kbd').allTextContents()).toEqual(expect.arrayContaining(['/', 'Esc', 'Ctrl+Z', '?']));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  expect(page.url()).toBe(address);
  await page.getByRole('button', { name: 'Keys' }).click();
  await list.waitFor();
  await page.keyboard.press('?');
  await list.waitFor({ state: 'hidden' });
  await page.locator('#search').press('?');
  expect(await page.locator('#search').inputValue()).toBe('?');
  expect(await list.count()).toBe(0);
});

it('hides what one article alone says, and says how much that is', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  const copy = [...sampleView.documents()].find(({ lineage }) => lineage.copyOf !== null)?.document.id;
  await page.goto(`${opened.url}#read=${copy}`);
  await page.getByText('1 statement stands in this article alone.').waitFor();
  await page.getByRole('button', { name: 'Hide it' }).click();
  await expect.poll(() => page.locator('.status').textContent()).toContain('4 of 5 statements');
  await page.getByRole('button', { name: 'Show it again' }).click();
  await expect.poll(() => page.locator('.status').textContent()).toContain('5 of 5 statements');
  // What falls with an article that others repeat is more than what stands in it: said so wherever it is counted.
  await page.goto(`${opened.url}#tab=articles`);
  const [original, repeated] = [page.locator('.rows > li').nth(0), page.locator('.rows > li').nth(1)];
  expect(await original.locator('.without-button').textContent()).toBe('Hide 5 with copies');
  expect(await repeated.locator('.without-button').textContent()).toBe('Hide 1 only here');
  await original.locator('.row').click();
  await page.getByText('5 statements stand only in this article and its copies.').waitFor();
});

it('filters by time: a date, then all of it again', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  const [published, happened] = ['Published', 'Happened'].map((name) => page.getByRole('group', { name }));
  await published?.getByLabel('from').fill('2031-05-03');
  await expect.poll(() => page.locator('.status').textContent()).toContain('4 of 5 statements');
  expect(page.url()).toContain('from=2031-05-03');
  // Both clocks hold together: of those four, one tells of April.
  await happened?.getByLabel('to').fill('2031-04-30');
  await expect.poll(() => page.locator('.status').textContent()).toContain('1 of 5 statements');
  expect(page.url()).toContain('until=2031-04-30');
  await happened?.getByLabel('to').fill('');
  await expect.poll(() => page.locator('.status').textContent()).toContain('4 of 5 statements');
  const bars = await page.locator('.bars:not(.still)').boundingBox();
  if (bars === null) throw new Error('no bars');
  const middle = bars.y + bars.height / 2;
  await page.mouse.move(bars.x + 2, middle);
  await page.mouse.down();
  await page.mouse.move(bars.x + bars.width - 2, middle);
  await page.mouse.up();
  await expect.poll(() => page.locator('.status').textContent()).toContain('5 of 5 statements');
  expect(page.url()).toContain('from=2031-05-02&to=2031-05-03');
});

it('lets the time pass bar by bar, to the end, as one step of the history', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.clock.install();
  await page.getByRole('button', { name: 'Play' }).click();
  expect(page.url()).toContain('play=published&from=2031-05-02&to=2031-05-02');
  await page.clock.runFor(1000);
  await expect.poll(() => page.url()).toContain('from=2031-05-03&to=2031-05-03');
  expect(await page.locator('.play output').textContent()).toBe('2031-05-03: 4 statements');
  await page.clock.runFor(1000);
  await page.getByRole('button', { name: 'Play' }).waitFor();
  expect(page.url()).toContain('#from=2031-05-03');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.url()).not.toContain('from');
});

it('finds a path and shows the sentences of each step', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.locator('.panel .row', { hasText: 'Boris Hale' }).click();
  await page.getByText('Find a path to …').click();
  await page.getByLabel('Name of the other end').fill('norl');
  await page.locator('.finder .row', { hasText: 'Norland' }).click();
  await page.locator('#path-heading').waitFor();
  expect(await page.locator('.step').count()).toBe(2);
  expect(await page.locator('.step .to').allTextContents()).toEqual([' Ada Quill', ' Norland']);
  await page.reload();
  await waitUntilReady(page);
  await page.locator('.step .sentence').first().click();
  await page.waitForSelector('html[data-reading]');
  expect(opened.errors).toEqual([]);
});

it('lights the part of the picture that a selected passage names', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.goto(`${opened.url}#read=${[...sampleView.documents()][0]?.document.id}`);
  await page.waitForSelector('html[data-reading]');
  await page.evaluate(() => {
    const node = document.querySelector('.article p')?.firstChild as Text;
    getSelection()?.setBaseAndExtent(node, 2, node, 'Ada Quill, president of Norl'.length);
  });
  await page.getByText('2 names in the selection are lit in the picture.').waitFor();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.getByText('Select some text').waitFor();
});

it('follows what is read, where the reader wants it, and holds that in the address', async () => {
  const view = generatedView();
  const long = [...view.documents()].sort((a, b) => b.document.text.length - a.document.text.length)[0];
  opened = await openServed(browser, view, {
    fragment: `read=${long?.document.id}&follow=1`,
    viewport: { width: 1400, height: 420 },
  });
  const { page } = opened;
  await page.waitForSelector('html[data-reading]');
  const line = page.locator('.passage [role=status]');
  await expect.poll(() => line.textContent()).toMatch(/^\d+ names? in view/);
  const top = await page.locator('.status').textContent();
  const lit = (): Promise<string> => page.evaluate(() => document.querySelector('.passage')?.textContent ?? '');
  const before = await lit();
  await page.locator('.article').evaluate((article) => article.scrollTo(0, article.scrollHeight));
  await expect.poll(lit).not.toBe(before);
  expect(await page.locator('.status').textContent()).toBe(top);
  await page.getByLabel('Follow what I read').uncheck();
  await page.getByText('Select some text').waitFor();
  expect(page.url()).not.toContain('follow');
});

it('opens a name at the touch of a finger', async () => {
  opened = await openServed(browser, sampleView, { hasTouch: true, viewport: { width: 390, height: 844 } });
  const { page } = opened;
  const { x, y } = await pointOfLine(page, 0, 1, 0);
  await page.touchscreen.tap(x, y);
  await page.locator('#entity-heading').waitFor();
  expect(await page.locator('#entity-heading').textContent()).toBe([...sampleView.entities()][0]?.name);
});

it.each([
  ['SVG', '<svg'],
  ['PNG', '\u0089PNG'],
])('saves the picture as %s', async (format, magic) => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  await page.getByText('Take away').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.take .row', { hasText: format }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`graph.${format.toLowerCase()}`);
  const bytes = readFileSync(await download.path());
  expect(bytes.toString('latin1').startsWith(magic)).toBe(true);
  expect(bytes.length).toBeGreaterThan(1000);
  expect(opened.errors).toEqual([]);
});

it('shows conflicts side by side with their sentences', async () => {
  opened = await openServed(browser, sampleView, { fragment: 'tab=conflicts' });
  const { page } = opened;
  const sides = page.locator('.conflict .claim');
  expect(await sides.count()).toBe(2);
  await page.locator('.conflict .sentence').first().waitFor();
  const boxes = await Promise.all([sides.nth(0).boundingBox(), sides.nth(1).boundingBox()]);
  expect(boxes[0]?.y).toBe(boxes[1]?.y);
  expect(boxes[0]?.x).toBeLessThan(boxes[1]?.x ?? 0);
});

it('goes the whole way with the keyboard alone', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('/');
  await page.keyboard.type('quill');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Ada Quill');
  // Past the steps around the name and the box beside them.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
  const first = await focused();
  expect(first).not.toBe('');
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).not.toBe(first);
  await page.keyboard.press('Enter');
  await page.locator('#pair-heading').waitFor();
  await page.locator('.sentence').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('html[data-reading]');
  await page.keyboard.press('Escape');
  await page.locator('.reader').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('sentence');
});

it('walks along the lines of the picture with the arrow keys', async () => {
  opened = await openServed(browser, sampleView);
  const { page } = opened;
  const said = (): Promise<string> => page.locator('.walk + [role=status]').textContent().then(String);
  await page.locator('.walk').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(said).toMatch(/^(Ada Quill|Norland|Boris Hale)\. \d neighbours?\.$/);
  await page.keyboard.press('Enter');
  const first = await page.locator('#entity-heading').textContent();
  await page.keyboard.press('ArrowRight');
  await expect.poll(said).toMatch(/: .+ \d of \d\.$/);
  const neighbour = (await said()).split(':')[0];
  await page.keyboard.press('Space');
  await page.locator('#pair-heading').waitFor();
  expect(await page.locator('#pair-heading').textContent()).toContain(neighbour);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#entity-heading').textContent()).toBe(neighbour);
  expect(neighbour).not.toBe(first);
  await page.keyboard.press('Control+z');
  await page.locator('#pair-heading').waitFor();
});

it('shows the neighbours of a hub in pages, says so, and takes a page back', async () => {
  const graph = makeLargeGraph(120, 150);
  opened = await openServed(browser, viewGraph(graph), { fragment: `entity=${graph.entities[0]?.id}` });
  const { page } = opened;
  const rows = page.locator('.neighbours .row');
  await page.getByText(/^Showing 40 of 1\d\d neighbours, because/).waitFor();
  const first = await rows.count();
  await page.getByRole('button', { name: 'Show 40 more' }).click();
  await page.getByText(/^Showing 80 of 1\d\d neighbours/).waitFor();
  expect(await rows.count()).toBeGreaterThan(first);
  expect(page.url()).toContain('pages=2');
  await page.locator('h2').first().click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => rows.count()).toBe(first);
});

it('keeps the size of its dots on a phone while another view is open, and begins each view at its top', async () => {
  opened = await openServed(browser, sampleView, { viewport: { width: 390, height: 844 } });
  const { page } = opened;
  const radii = (): Promise<number[]> =>
    page.evaluate(() => {
      const stage = document.querySelector('.stage') as HTMLElement & {
        scene: { drawing(): { dots: { radius: number }[] } };
      };
      return stage.scene.drawing().dots.map(({ radius }) => radius);
    });
  const before = await radii();
  expect(before.length).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Table' }).click();
  await page.locator('tbody tr').first().waitFor();
  await page.evaluate(() => scrollTo(0, 200));
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  await page.locator('.page').waitFor({ state: 'detached' });
  await expect.poll(radii).toEqual(before);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
