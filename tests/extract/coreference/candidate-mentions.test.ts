// What coreference links, and the word that heads it, on hand-made trees.
import { describe, expect, it } from 'vitest';
import { findCandidates, headOf } from '../../../src/extract/coreference/candidate-mentions.ts';
import type { Segment } from '../../../src/extract/encoder/read-document.ts';
import { bareDocument } from '../../../src/model/document.ts';
import { bareExtraction } from '../../../src/model/extraction.ts';
import type { Labels } from '../../../src/onnx/text-session.ts';

const LABELS: Labels = {
  ...{ upos: [], deprel: [], relationTypes: [] },
  mentionKinds: ['none', 'name', 'nominal', 'pronoun'],
  entityTypes: ['Person', 'Place'],
};

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

describe('candidates', () => {
  it('hold "he" and "her" where the encoder lists nothing, but no "it"', () => {
    const words = 'he saw her with it'.split(' ');
    let offset = 0;
    const tokens = words.map((word, index) => {
      const start = offset;
      offset += word.length + 1;
      const place = { index, sentence: 0, start, end: start + word.length };
      return { ...place, upos: /saw|with/.test(word) ? 'X' : 'PRON', lemma: word, head: 1, deprel: 'dep' };
    });
    const extraction = { ...bareExtraction(bareDocument(words.join(' '))), tokens };
    const none = new Float32Array();
    const [pieces, shapes] = [new Int32Array(), new Int32Array()];
    const input = { length: 0, sentences: 0, width: 0, pieces, shapes, words: new Int32Array() };
    const window = { input, length: 0, states: none, queries: none, keys: none, pieces: new Map() };
    const segment: Segment = { windows: [{ ...window, home: { first: 0, last: 4 } }], spans: [] };
    expect(findCandidates(extraction, segment, LABELS).map((candidate) => candidate.words)).toEqual([['he'], ['her']]);
  });
});
