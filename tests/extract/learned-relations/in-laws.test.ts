// Kin by marriage, as the relation head may take it for kin by birth.
import { expect, it } from 'vitest';
import { isInLaw } from '../../../src/extract/learned-relations/in-laws.ts';
import type { Relation } from '../../../src/model/extraction.ts';
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
  expect(isInLaw(extraction, relation)).toBe(expected);
  expect(isInLaw(extraction, { ...relation, type: 'SPOUSE_OF' })).toBe(false);
});
