// Where a span of the encoder is more than one name, or less.
import { describe, expect, it } from 'vitest';
import type { Part, SpanWord } from '../../../src/extract/names/span-words.ts';
import { splitPerson, splitPlace, splitSpan, withoutDay } from '../../../src/extract/names/split-span.ts';

/** Words with the tag of their spelling; `word_TAG` gives another. */
function read(text: string) {
  return text.split(' ').map((word) => {
    const [spelt = '', tag] = word.split('_');
    if (tag) return { text: spelt, upos: tag };
    if (/^\p{Lu}/u.test(spelt)) return { text: spelt, upos: 'PROPN' };
    if (/^(?:of|for|in|from|per)$/.test(spelt)) return { text: spelt, upos: 'ADP' };
    if (/^(?:the|a|all)$/.test(spelt)) return { text: spelt, upos: 'DET' };
    return { text: spelt, upos: spelt === 'and' ? 'CCONJ' : /^[,/]$/.test(spelt) ? 'PUNCT' : 'NOUN' };
  });
}

const KNOWN: Readonly<Record<string, string>> = { Quill: 'Person', Norvik: 'Organization' };

function split(text: string): string[] {
  const words = read(text);
  return surfaces(
    words,
    splitSpan(words, (name) => KNOWN[name]),
  );
}

function surfaces(words: readonly SpanWord[], parts: readonly Part[]): string[] {
  return parts.map(({ first, last }) =>
    words
      .slice(first, last + 1)
      .map((word) => word.text)
      .join(' '),
  );
}

describe('splitSpan', () => {
  it.each([
    ['Reform Party of Norland and Harbour Alliance', ['Reform Party of Norland', 'Harbour Alliance']],
    [
      'Academy of Sciences , the Norland Academy of Arts and Sciences',
      ['Academy of Sciences', 'Norland Academy of Arts and Sciences'],
    ],
    ['Ministry of Trade and Industry', ['Ministry of Trade and Industry']],
    ['Department of Health and Human Services', ['Department of Health and Human Services']],
    ['Harbour Union / Norland Union', ['Harbour Union', 'Norland Union']],
    ['Harbour Alliance to_PART create_VERB the Reform Party', ['Harbour Alliance', 'Reform Party']],
    ["Quill 's_PART New Harbour", ['Quill', 'New Harbour']],
    ["People 's_PART Reform Party", ["People 's Reform Party"]],
    ["Harbour Post 's_PART correspondent for Norland", ['Harbour Post']],
    ['Norvik CEO', ['Norvik']],
    ['Attorney General', ['Attorney General']],
    ['Office of the', ['Office']],
    ['NORLAND WITHOUT_ADP HARBOUR', ['NORLAND', 'HARBOUR']],
    ['Norland embassy from Easthaven', ['Norland', 'Easthaven']],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });
});

describe('splitPerson', () => {
  it.each([
    ['Quill in Easthaven', 'Quill'],
    ['Ada van der Quill', 'Ada van der Quill'],
    ['Quill himself_PRON', 'Quill'],
    ['younger_ADJ Quill', 'Quill'],
  ])('%s', (text, expected) => {
    const words = read(text);
    const [part] = splitPerson(words);
    expect(
      words
        .slice(part?.first, (part?.last ?? -1) + 1)
        .map((word) => word.text)
        .join(' '),
    ).toBe(expected);
  });
});

describe('names run together', () => {
  it.each([
    ['Robert Quill Maria Berg Oscar Hale', ['Robert Quill', 'Maria Berg', 'Oscar Hale']],
    ['Robert Maria Quill', ['Robert Maria Quill']],
    ['Robert James Oscar', ['Robert James Oscar']],
    ['Quill Robert Oscar Berg', ['Quill Robert Oscar Berg']],
  ])('of persons: %s', (text, names) => {
    const words = read(text);
    expect(surfaces(words, splitPerson(words))).toEqual(names);
  });

  it.each([
    ['Harbour Hall in Easthaven', ['Harbour Hall', 'Easthaven']],
    ['Hall in Easthaven in Norland', ['Hall', 'Easthaven', 'Norland']],
    ['Stratford in the Vale', ['Stratford in the Vale']],
  ])('of places: %s', (text, names) => {
    const words = read(text);
    expect(
      surfaces(
        words,
        splitPlace(words, () => undefined),
      ),
    ).toEqual(names);
  });

  it.each([
    ['Easthaven on Friday', 'Easthaven'],
    ['Stratford on Avon', 'Stratford on Avon'],
  ])('without the day: %s', (text, name) => {
    expect(
      withoutDay(read(text))
        .map((word) => word.text)
        .join(' '),
    ).toBe(name);
  });
});
