// What the relation head may make of words of kin.
import { expect, it } from 'vitest';
import { isOtherKin } from '../../../src/extract/learned-relations/kin-words.ts';
import type { Mention, Relation } from '../../../src/model/extraction.ts';
import { treeOf } from '../facts/tree-of.ts';

it.each([
  ['brother', true],
  ['law', false],
])('cue %s: %s', (word, expected) => {
  const extraction = treeOf(
    'his DET 1 nmod:poss\nbrother NOUN -1 root\n- PUNCT 4 punct\nin ADP 5 case\n- PUNCT 4 punct\nlaw NOUN 1 nmod',
  );
  const start = extraction.document.text.indexOf(word);
  const relation = { type: 'SIBLING_OF', cue: { start, end: start + word.length } } as Relation;
  expect(isOtherKin(extraction, relation)).toBe(expected);
  expect(isOtherKin(extraction, { ...relation, type: 'SPOUSE_OF' })).toBe(false);
});

it('takes nobody for the child of his own son', () => {
  const extraction = treeOf('the DET 1 det\nson NOUN -1 root\nof ADP 3 case\nHale PROPN 1 nmod');
  const { text } = extraction.document;
  const mention = (id: string, words: string, kind: string, head: number) => {
    const start = text.indexOf(words);
    return { id, kind, head, type: 'Person', start, end: start + words.length } as unknown as Mention;
  };
  const mentions = [mention('son', 'the son of Hale', 'nominal', 1), mention('hale', 'Hale', 'name', 3)];
  const kin = (subject: string, object: string) =>
    isOtherKin({ ...extraction, mentions }, { type: 'CHILD_OF', cue: null, subject, object } as Relation);
  expect([kin('hale', 'son'), kin('son', 'hale')]).toEqual([true, false]);
});
