// The sample articles, read, resolved and stored for real, then walked as a reporter would: a name, a line, its sentence.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph, openGraph } from '../../src/build-graph.ts';
import { isSpeech, isThought } from '../../src/model/extraction.ts';
import type { Claim, Evidence } from '../../src/model/graph.ts';
import type { StoredGraph } from '../../src/model/graph-view.ts';
import { makeGraphPayload } from '../../src/server/graph-payload.ts';
import { clickLine, launch, litTexts, openExported, openServed, waitUntilReady } from './open-viewer.ts';

const ARTICLES = fileURLToPath(new URL('../../data/articles', import.meta.url));

let browser: Browser;
let folder: string;
let graphPath: string;
let view: StoredGraph;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stemma-articles-'));
  graphPath = join(folder, 'articles.stemma');
  await buildGraph({ paths: [ARTICLES], graphPath });
  view = openGraph(graphPath);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  view?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  // A served graph closes with its server, so it is opened anew.
  ['served', openServed, () => openGraph(graphPath)],
  ['exported into one file', openExported, () => view],
])('the sample articles, %s', (_, open, graph) => {
  it('lead from “Putin” over a line to a sentence that is marked in its article, and a reload leads there again', async () => {
    const opened = await open(browser, graph());
    const { page } = opened;
    try {
      await page.keyboard.press('/');
      await page.keyboard.type('Putin');
      await page.getByRole('option', { name: /Vladimir Putin person/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Vladimir Putin', level: 2 }).waitFor();
      await clickStrongestLine(page);
      await page.locator('#pair-heading').waitFor();
      expect(await page.locator('#pair-heading').textContent()).toContain('Vladimir Putin');
      await page.locator('.sentence').first().click();
      await page.waitForSelector('html[data-reading]');
      await expectMarked(page);

      const address = page.url();
      const before = await picture(page);
      await page.reload();
      await waitUntilReady(page);
      await page.waitForSelector('html[data-reading]');
      expect(page.url()).toBe(address);
      expect(await picture(page)).toEqual(before);
      await expectMarked(page);
      expect(opened.errors).toEqual([]);
    } finally {
      await opened.close();
    }
  });
});

describe('what Dmytro Kuleba says', () => {
  it.each(['light', 'dark'] as const)(
    'stands in his dossier, whole and readable in %s, and leads to its article',
    async (colorScheme) => {
      const kuleba = [...view.entities()].find(({ name }) => name === 'Dmytro Kuleba');
      const spoken = [...view.claims()].filter((claim) => claim.subject === kuleba?.id && isSpeech(claim));
      const opened = await openServed(browser, openGraph(graphPath), {
        ...{ colorScheme, fragment: `entity=${encodeURIComponent(kuleba?.id ?? '')}` },
      });
      const { page } = opened;
      try {
        const told = await page.locator('.speech blockquote').allTextContents();
        expect(told.sort()).toEqual(spoken.map(({ literal }) => `“${literal?.value}”`).sort());
        expect(told.length).toBeGreaterThan(3);
        // No line is wider than the column, however long the words are.
        for (const words of await page.locator('.speech blockquote').all()) {
          expect(await words.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
        }
        const longest = told.reduce((best, words) => (words.length > best.length ? words : best));
        await page.locator('.speech', { hasText: longest }).locator('.sentence').first().click();
        await page.waitForSelector('html[data-reading]');
        const { claim, evidence } = openedEvidence(page);
        expect(`“${claim.literal?.value}”`).toBe(longest);
        expect(await litTexts(page, 'sentence')).toEqual([evidence.quote]);
        expect(await litTexts(page, 'object')).toEqual([claim.literal?.text]);
        await page.getByRole('group', { name: 'Relation' }).getByRole('checkbox', { name: /^says/ }).check();
        const said = [...view.claims()].filter((each) => isSpeech(each) && !isThought(each));
        await page.locator('.status', { hasText: `and ${said.length} of` }).waitFor();
        expect(opened.errors).toEqual([]);
      } finally {
        await opened.close();
      }
    },
  );
});

/** A click on the drawn line of the entity in focus that the most claims stand behind. */
async function clickStrongestLine(page: Page): Promise<void> {
  const { claims, entities } = makeGraphPayload(view, '');
  const focus = entities.id.indexOf(addressOf(page).get('entity') ?? '');
  const strength = new Map<number, number>();
  claims.id.forEach((_, place) => {
    const ends = [claims.subject[place] ?? -1, claims.object[place] ?? -1];
    if (!ends.includes(focus) || ends.includes(-1)) return;
    const other = ends[0] === focus ? (ends[1] ?? -1) : (ends[0] ?? -1);
    strength.set(other, (strength.get(other) ?? 0) + (claims.independentSources[place] ?? 0));
  });
  const [strongest] = [...strength].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (strongest === undefined) throw new Error('no line to click');
  // Another line may cross it in the middle.
  const ends = [focus, strongest[0]].map((place) => entities.name[place] ?? '');
  await clickLine(page, focus, strongest[0], ends);
}

/** What is lit in the article is exactly what the graph stores: the quote, the subject's mention and the object's. */
async function expectMarked(page: Page): Promise<void> {
  const { claim, evidence } = openedEvidence(page);
  const text = view.document(evidence.documentId)?.document.text ?? '';
  const surface = (id: Evidence['subjectMention'] | null): string[] => {
    const mention = id === null ? undefined : view.mention(id)?.mention;
    return mention === undefined ? [] : [text.slice(mention.start, mention.end)];
  };
  expect(await litTexts(page, 'sentence')).toEqual([evidence.quote]);
  expect(await litTexts(page, 'subject')).toEqual(surface(evidence.subjectMention));
  expect(await litTexts(page, 'object')).toEqual(surface(evidence.objectMention));
  expect(await page.locator('.article').textContent()).toContain(evidence.quote.split('\n')[0]);
  expect(claim.object).not.toBeNull();
  const lit = page.locator('.sentence[aria-pressed="true"]');
  expect(await lit.locator('mark.subject').first().textContent()).toBeTruthy();
  expect(await lit.locator('mark.object').first().textContent()).toBeTruthy();
}

function openedEvidence(page: Page): { claim: Claim; evidence: Evidence } {
  const address = addressOf(page);
  const claim = view.claim(address.get('for') as Claim['id']);
  const start = Number(address.get('at')?.split('-')[0]);
  const evidence = claim?.evidence.find((item) => item.documentId === address.get('read') && item.start === start);
  if (claim === undefined || evidence === undefined) throw new Error(`no such evidence: ${page.url()}`);
  return { claim, evidence };
}

function addressOf(page: Page): URLSearchParams {
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
}

/** What a reader sees of the state: headings, the lit statement and sentence, the line below. */
async function picture(page: Page): Promise<unknown> {
  return {
    headings: await page.locator('h2').allTextContents(),
    sentence: await page.locator('.sentence[aria-pressed="true"]').allTextContents(),
    status: await page.locator('.status').textContent(),
  };
}
