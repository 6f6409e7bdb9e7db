// What the boundary classifier is shown: classes of words by their form, and the gaps of a line from left to right.
import { describe, expect, it } from 'vitest';
import { countWordClasses } from '../../scripts/train/word-classes.ts';
import {
  classOf,
  type Gap,
  makeReader,
  type TokenRange,
  type TokenReader,
  walkGaps,
} from '../../src/extract/sentences/gaps.ts';
import { splitTokens } from '../../src/extract/tokens/split-tokens.ts';
import { bareDocument } from '../../src/model/document.ts';

const CLASSES = new Map([
  ['walked', 'V'],
  ['the', 'D'],
]);
const readerOf = (text: string): TokenReader => makeReader(text, splitTokens(text), CLASSES);
const wordsOf = (reader: TokenReader, { first, last }: TokenRange): string =>
  reader.tokens
    .slice(first, last + 1)
    .map(({ start, end }) => reader.text.slice(start, end))
    .join(' ');

describe('classOf', () => {
  it.each([
    ['Walked', 'V'],
    ['constructor', 'x'],
    ['Torva', 'Xx'],
    ['NHA', 'XX'],
    ['https://torva.example/a', 'url'],
    ['ada@torva.example', 'email'],
    ['Ada@torva.example', 'email'],
    ['torva.example', 'domain'],
    [':-)', 'emoticon'],
    ['09:14', 'time'],
    ['1/19/2031', 'date'],
    ['555-010-0199', 'phone'],
    ['1931', '99'],
    ['--', '-'],
    ['.', '.'],
    ['', '^'],
  ])('of %j is %s', (word, name) => {
    expect(classOf(makeReader(word, [{ start: 0, end: word.length }], CLASSES), 0)).toBe(name);
  });
});

describe('walkGaps', () => {
  it('shows the sentence so far, marks and verbs', () => {
    const text = '"He walked the dog" then " all\nnew';
    const reader = readerOf(text);
    const seen: Gap[] = [];
    const ranges = walkGaps(reader, (gap) => {
      seen.push(gap);
      return gap.index === 3;
    });
    expect(ranges.map((range) => wordsOf(reader, range))).toEqual(['" He walked the', 'dog " then " all', 'new']);
    const line = { first: 0, last: 8 };
    const start = { line, first: 0, openQuote: true };
    expect(seen[1]).toEqual({ ...start, index: 1, hasVerb: false });
    expect(seen[2]).toEqual({ ...start, index: 2, hasVerb: true });
    expect(seen[5]).toEqual({ line, first: 4, openQuote: false, index: 5, hasVerb: false });
    expect(seen.at(-1)).toMatchObject({ index: 7, first: 4, openQuote: true });
  });
});

describe('countWordClasses', () => {
  it('takes the commonest tag of what is seen often and written small', () => {
    const text = 'Dogs run. Torva dogs run. I saw Torva. Old dogs saw Torva run.';
    const tokens = splitTokens(text);
    const tags: Record<string, string> = {
      dogs: 'NOUN',
      run: 'VERB',
      torva: 'PROPN',
      i: 'PRON',
      saw: 'VERB',
      old: 'ADJ',
    };
    const upos = tokens.map(({ start, end }) => tags[text.slice(start, end).toLowerCase()] ?? 'PUNCT');
    const starts = [0, 10, 26, 39];
    const sentences = starts.map((start, index) => ({ start, end: (starts[index + 1] ?? text.length + 1) - 1 }));
    const layers = { tokens, upos, sentences, genre: 'news', lemma: [], head: [], deprel: [] };
    expect([...countWordClasses([{ document: bareDocument(text), ...layers }])]).toEqual([
      ['dogs', 'N'],
      ['i', 'P'],
      ['run', 'V'],
    ]);
  });
});
