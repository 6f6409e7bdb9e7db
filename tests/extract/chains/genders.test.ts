// What a given name, and a title before it, tell of the pronoun that goes with a person.
import { expect, it } from 'vitest';
import { genderOf, genderOfName } from '../../../src/extract/chains/genders.ts';
import { makeMention } from '../../../src/extract/names/make-mention.ts';
import { bareDocument } from '../../../src/model/document.ts';
import { bareExtraction } from '../../../src/model/extraction.ts';

it('knows given names in any case, and nothing of names that both bear', () => {
  expect(genderOfName('Vanessa')).toBe('she');
  expect(genderOfName('WALTER')).toBe('he');
  expect(genderOfName('Casey')).toBeNull();
  expect(genderOfName('Quill')).toBeNull();
});

it.each([
  ['Inspector Boris Hale', 'he'],
  ['General Olga Munt', 'she'],
  ['Councilwoman Munt', 'she'],
  ['Inspector Munt', null],
])('looks behind a title that is part of the name: %s', (text, expected) => {
  const words = text.split(' ');
  const tokens = words.map((word, index) => {
    const start = words.slice(0, index).join(' ').length + Math.min(index, 1);
    const last = words.length - 1;
    const tree = index === last ? { head: -1, deprel: 'root' } : { head: last, deprel: 'compound' };
    return { index, sentence: 0, start, end: start + word.length, upos: 'PROPN', lemma: word, ...tree };
  });
  const extraction = { ...bareExtraction(bareDocument(text)), tokens };
  const place = { first: 0, last: words.length - 1, score: 1, by: 'test' } as const;
  expect(genderOf(extraction, makeMention(extraction, { ...place, type: 'Person', kind: 'name' }))).toBe(expected);
});
