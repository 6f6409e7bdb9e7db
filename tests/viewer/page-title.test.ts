// What the browser's tab and history say of the page: what is open, the innermost first.
import { afterEach, expect, it } from 'vitest';
import { language } from '../../viewer/language.ts';
import { focusEntity, openPair, openPath, openReading, START } from '../../viewer/state.ts';
import { pageTitle } from '../../viewer/wording.ts';
import { placeOf, sampleFacts } from './sample-facts.ts';

const { payload } = sampleFacts;
const idOf = (name: string): string => payload.entities.id[placeOf(name)] ?? '';
const [quill, hale] = [idOf('Ada Quill'), idOf('Boris Hale')];
const rest = `${payload.title} · Stemma`;

afterEach(() => {
  language.value = 'en';
});

it('names the graph where nothing is open, and what is open before it', () => {
  expect(pageTitle(sampleFacts, START)).toBe(rest);
  const focused = focusEntity(START, quill);
  expect(pageTitle(sampleFacts, focused)).toBe(`Ada Quill · ${rest}`);
  expect(pageTitle(sampleFacts, openPair(focused, [quill, hale]))).toBe(`Ada Quill – Boris Hale · ${rest}`);
  expect(pageTitle(sampleFacts, openPath(focused, hale))).toBe(`Ada Quill – Boris Hale · ${rest}`);
  const document = payload.documents.id[0] ?? '';
  const reading = { document, claim: null, start: null, end: null };
  expect(pageTitle(sampleFacts, openReading(focused, reading))).toBe(
    `${payload.documents.title[0]} · Ada Quill · ${rest}`,
  );
});

it('names the view in the language of the page, and is not troubled by an id that is gone', () => {
  language.value = 'de';
  expect(pageTitle(sampleFacts, { ...START, tab: 'doubts', entity: 'gone' })).toBe(`Zweifel · ${rest}`);
});
