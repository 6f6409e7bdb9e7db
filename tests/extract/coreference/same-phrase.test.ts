// Of two spans of one phrase one stays; a coordination is more than its first member.
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/extract/coreference/candidate-mentions.ts';
import { joinSamePhrases } from '../../../src/extract/coreference/same-phrase.ts';
import { bareDocument } from '../../../src/model/document.ts';
import { bareExtraction, type Mention } from '../../../src/model/extraction.ts';
import { makeId } from '../../../src/model/id.ts';

/** Words as `word/head/relation`; spans as first, end, head, chance; `type`: of the names that all are. Gives the words of what stays. */
function join(words: string, spans: readonly (readonly [number, number, number, number])[], type?: string): string[] {
  const rows = words.split(' ').map((word) => word.split('/'));
  const text = rows.map(([word]) => word).join(' ');
  let end = -1;
  const tokens = rows.map(([word = '', head = '', deprel = ''], index) => {
    const start = end + 1;
    end = start + word.length;
    return { index, sentence: 0, start, end, upos: 'PROPN', lemma: word, head: Number(head), deprel };
  });
  const nameOf = (start: number, last: number, head: number): Mention[] =>
    type === undefined
      ? []
      : [
          {
            ...{
              id: makeId('mention', `${start}`, `${last}`),
              start: tokens[start]?.start ?? 0,
              end: tokens[last - 1]?.end ?? 0,
            },
            ...{ head, type, kind: 'name', referent: null, literal: null, score: 0.9, by: 'test' },
          },
        ];
  const candidates = spans.map(
    ([start, last, head, chance]): Candidate => ({
      ...{ sentence: 0, start, end: last, head, chance, person: 1, kind: 1, type: 0, known: nameOf(start, last, head) },
      words: rows.slice(start, last).map(([word = '']) => word),
    }),
  );
  const kept = joinSamePhrases({ ...bareExtraction(bareDocument(text)), tokens }, candidates);
  return kept.map((candidate) => candidate.words.join(' '));
}

describe('joinSamePhrases', () => {
  it('keeps the likelier of a phrase with its article and without', () => {
    const board = 'the/2/det Harbour/2/compound Board/-1/root';
    expect(
      join(board, [
        [0, 3, 2, 0.9],
        [1, 3, 2, 0.7],
      ]),
    ).toEqual(['the Harbour Board']);
    expect(
      join(board, [
        [0, 3, 2, 0.6],
        [1, 3, 2, 0.7],
      ]),
    ).toEqual(['Harbour Board']);
  });

  it('takes a name for the phrase of the title that heads it', () => {
    expect(
      join('Captain/-1/root Quill/0/flat', [
        [0, 2, 0, 0.9],
        [1, 2, 1, 0.8],
      ]),
    ).toEqual(['Captain Quill']);
  });

  it('leaves a place beside the longer name that ends with it, but not a person beside her title', () => {
    const spans = [
      [0, 2, 1, 0.9],
      [1, 2, 1, 0.8],
    ] as const;
    expect(join('Western/1/amod Norland/-1/root', spans, 'Place')).toEqual(['Western Norland', 'Norland']);
    expect(join('Captain/1/compound Quill/-1/root', spans, 'Person')).toEqual(['Captain Quill']);
  });

  it('leaves a coordination beside its members, and an owner beside what it owns', () => {
    const both = 'Ada/-1/root and/2/cc Quill/0/conj';
    expect(
      join(both, [
        [0, 3, 0, 0.9],
        [0, 1, 0, 0.8],
        [2, 3, 2, 0.8],
      ]),
    ).toEqual(['Ada and Quill', 'Ada', 'Quill']);
    expect(
      join('her/1/nmod house/-1/root', [
        [0, 2, 1, 0.9],
        [0, 1, 0, 0.8],
      ]),
    ).toEqual(['her house', 'her']);
  });
});
