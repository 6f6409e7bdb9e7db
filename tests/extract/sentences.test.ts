// Sentences: where a line of news ends its sentences, and what holds for any text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/extract/sentences/split-sentences.ts';
import { splitTokens } from '../../src/extract/tokens/split-tokens.ts';
import { anyCharacter } from '../helpers/any-character.ts';

function sentencesOf(text: string): string[] {
  const tokens = splitTokens(text);
  return splitSentences(text, tokens).map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last]?.end));
}

const CASES: Readonly<Record<string, readonly string[]>> = {
  'full stops': ['The harbour closed on Friday.', 'Nobody was hurt.'],
  'titles and initials': ['Mr. J. Oduya met Dr. Pell in St. Brannock.', 'They talked about the U.S. budget.'],
  'a mark inside the quotation': ['“We will not leave.”', 'The mayor said so on Monday.'],
  'speech that goes on': ['“Is it over?” asked the mayor.', 'It was not.'],
  'questions and cries': ['Who paid for it?', 'Nobody knows!', 'The council is looking into it.'],
  brackets: ['The bridge is old.', '(It was built in 1893.)', 'It will be replaced.'],
};

describe('splitSentences', () => {
  it.each(Object.entries(CASES))('%s', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  it.each([
    ['3 August 2019, 22:40: The ship sinks.', '3 August 2019, 22:40:'],
    ['2014: Norland joins.', '2014:'],
    ['Mayor: mill will stay closed.', 'Mayor: mill will stay closed.'],
  ])('parts the date that opens a line of a timeline: %s', (text, first) => {
    expect(sentencesOf(text)[0]).toBe(first);
  });

  it('begins a sentence with the quotation that follows a statement', () => {
    expect(sentencesOf('The mayor spoke. “Here we stay.”')).toEqual(['The mayor spoke.', '“Here we stay.”']);
  });

  it.each([
    ['TORVA - Officials in Norland arrested Ada Quill.', 'TORVA -'],
    ['PORT HARROW, Norland (Harrow News) — The brewer Norair sued its rival.', 'PORT HARROW, Norland (Harrow News) —'],
    ['March 3, 2031 -- A bomb killed 12 people.', 'March 3, 2031 --'],
    ['3 May 2031 - Ada Quill met Boris Hale.', '3 May 2031 -'],
  ])('parts a dateline from the first sentence: %s', (text, dateline) => {
    expect(sentencesOf(text)).toEqual([dateline, text.slice(dateline.length + 1)]);
  });

  it.each([
    'NORLAND - EASTHAVEN 3 - 1',
    'NATO - which met in Torva - said no.',
    'March for Life - a rally - began.',
    'TORVA said it would pay - in part.',
  ])('finds no dateline in %s', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });

  it('ends prose of many names only at its stops', () => {
    const people = ['Ada Quill', 'Boris Hale', 'Carla Reed', 'Ivo Marsh', 'Nadia Okello', 'Oskar Brandt'];
    const clauses = people.flatMap((one, index) =>
      ['Bergen', 'Ghent', 'Turku', 'Leeds'].map(
        (place, turn) => `${one} met ${people[(index + turn + 1) % 6]} in ${place} and signed contract number ${turn}.`,
      ),
    );
    expect(sentencesOf(clauses.join(' '))).toEqual(clauses);
    expect(sentencesOf(clauses.join(', then ').replaceAll('.', ''))).toHaveLength(1);
  });

  it.each([
    'Torva Responds To Norland Moving Some Of Its Boats: “We Will See”',
    'Harbour Council Greets Talk Of A Bridge With A Shrug',
  ])('keeps a headline whole: %s', (headline) => {
    expect(sentencesOf(headline)).toEqual([headline]);
  });

  it.each(['\n', '\n\n', '\r\n', '\u2028'])('ends a sentence at a line break (%j)', (breaking) => {
    expect(sentencesOf(`Harbour closed${breaking}ferries stay in port`)).toEqual([
      'Harbour closed',
      'ferries stay in port',
    ]);
  });

  it('has nothing to split in an empty text', () => {
    expect(sentencesOf('')).toEqual([]);
    expect(sentencesOf(' \n\t ')).toEqual([]);
  });

  it('keeps a sentence of 3,000 words whole', () => {
    expect(sentencesOf(`The list held ${'salt, '.repeat(1_500)}and pepper.`)).toHaveLength(1);
  });

  it('cuts an endless sentence', () => {
    const text = 'salt '.repeat(9_000);
    expect(sentencesOf(text).length).toBe(3);
  });

  it('parts the tokens of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        const tokens = splitTokens(text);
        let next = 0;
        for (const { first, last } of splitSentences(text, tokens)) {
          expect(first).toBe(next);
          expect(last).toBeGreaterThanOrEqual(first);
          next = last + 1;
        }
        expect(next).toBe(tokens.length);
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});
