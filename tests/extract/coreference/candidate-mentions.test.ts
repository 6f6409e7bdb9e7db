// The word that heads a candidate, on a hand-made tree.
import { describe, expect, it } from 'vitest';
import { headOf } from '../../../src/extract/coreference/candidate-mentions.ts';
import { bareDocument } from '../../../src/model/document.ts';
import { bareExtraction } from '../../../src/model/extraction.ts';

/** `heads`: place of the head of each word. */
function head(heads: readonly number[], first: number, last: number): number {
  const tokens = heads.map((own, index) => ({
    ...{ index, sentence: 0, start: index * 2, end: index * 2 + 1 },
    ...{ upos: 'NOUN', lemma: 'x', head: own, deprel: own < 0 ? 'root' : 'compound' },
  }));
  return headOf({ ...bareExtraction(bareDocument('x '.repeat(heads.length))), tokens }, first, last);
}

describe('the head of a candidate', () => {
  it('is the word that hangs outside of it', () => {
    expect(head([1, -1, 1], 0, 1)).toBe(1);
  });

  it('is the last of words that hang on one word behind: "Norland |army| deserters"', () => {
    expect(head([2, 2, -1], 0, 1)).toBe(1);
  });

  it('is the first of words that hang on different ones', () => {
    expect(head([3, 2, -1, 2], 0, 1)).toBe(0);
  });
});
