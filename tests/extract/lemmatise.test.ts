// Lemmas from a small table: known forms, endings, case, and words that an object has of its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdit,
  classOf,
  editOf,
  type LemmaTable,
  lemmatise,
  type WordClass,
} from '../../src/extract/lemmas/lemmatise.ts';

const table = (forms: Record<string, string>, endings: Record<string, string>): LemmaTable => ({
  forms: new Map([['NOUN', new Map(Object.entries(forms))]]),
  endings: new Map([['NOUN', new Map(Object.entries(endings))]]),
});
const never = (): boolean => false;
const NOUN: WordClass = { upos: 'NOUN', deprel: 'obj', governor: 'saw' };

describe('lemmatise', () => {
  const nouns = table(
    { mice: 'l3ouse' },
    { x: 'l0', xs: 'l1', xies: 'l3y', 'x^gas': 'l0', X: 'l0', Xs: 'l1', A: 'k0' },
  );

  it('takes a known form, then the longest ending', () => {
    const lemmas = ['mice', 'Mice', 'dogs', 'Dogs', 'cities', 'gas', 'dog', 'NASA'].map((form) =>
      lemmatise(nouns, form, NOUN, never),
    );
    expect(lemmas).toEqual(['mouse', 'mouse', 'dog', 'dog', 'city', 'gas', 'dog', 'NASA']);
  });

  it('leaves alone what no table knows', () => {
    expect(lemmatise(nouns, 'Kyiv', { upos: 'PROPN', deprel: 'obl', governor: '' }, never)).toBe('Kyiv');
    expect(lemmatise(table({}, {}), 'constructor', NOUN, never)).toBe('constructor');
  });

  it('takes the edit that makes a word, or an e more or less', () => {
    const verbs = table({}, { x: 'l0', xed: 'l2', xouted: 'l1', xking: 'l3', xing: 'l3e' });
    const isWord = (word: string): boolean => ['shout', 'joke', 'route', 'bak'].includes(word);
    const lemmas = ['routed', 'shouted', 'joking', 'blouted'].map((form) => lemmatise(verbs, form, NOUN, isWord));
    expect(lemmas).toEqual(['route', 'shout', 'joke', 'bloute']);
  });

  it('parts words whose lemma follows from their place', () => {
    expect(classOf({ upos: 'PRON', deprel: 'nmod:poss', governor: 'book' })).not.toBe(
      classOf({ upos: 'PRON', deprel: 'obj', governor: 'saw' }),
    );
    expect(classOf({ upos: 'AUX', deprel: 'aux', governor: 'going' })).not.toBe(
      classOf({ upos: 'AUX', deprel: 'aux', governor: 'gone' }),
    );
  });

  it('has edits that make the lemma of their form, whatever the two are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z]{1,9}$/), fc.stringMatching(/^[a-zA-Z]{0,9}$/), (form, lemma) => {
        expect(applyEdit(form, editOf(form, lemma))).toBe(lemma);
      }),
    );
  });
});
