import { describe, expect, it } from 'vitest';
import {
  FEATURE_COUNT,
  type FeatureMention,
  formOf,
  MATCH,
  matchForms,
  writeFeatures,
} from '../../../src/extract/coreference/pair-features.ts';

/** The numbers are those of scripts/train/pair_features.py on the same cases. */
describe('pair features', () => {
  it.each([
    ['the Harbour Board', 'the Harbour Board', 5],
    ['The Harbour Board', "harbour board 's", 4],
    ['Ada Quill', 'Quill', 3],
    ['Ada Quill', 'Mrs. Quill', 2],
    ['the old harbour', 'a new harbour', 2],
    ['Harbour and Island Board', 'HIB', 1],
    ['Norland Harbour Board', 'N.H.B.', 1],
    ['N.', 'Norland', 0],
    ['His', 'his', 4],
    ['the', 'the committee', 0],
    ["Ada Quill 's", "Quill 's", 3],
    ['Élan Vital', 'ÉV', 1],
  ])('match of %s and %s', (left, right, expected) => {
    expect(matchForms(formOf(left.split(' ')), formOf(right.split(' ')))).toBe(expected);
  });

  const ada = mention(0, 0, 2, 1, 0, 'Ada Quill');
  const she = mention(0, 5, 6, 3, 0, 'she');
  const owned = mention(3, 40, 44, 2, 1, "the Harbour Board 's");
  const inner = mention(3, 41, 43, 1, 1, 'Harbour Board');
  const far = mention(12, 300, 302, 1, 1, 'harbour board');
  it.each([
    [she, ada, 0, [0, 0, 13, 0, 0, 1]],
    [owned, she, 3, [3, 0, 11, 0, 2, 0]],
    [inner, owned, 0, [0, 4, 6, 1, 0, 1]],
    [far, inner, 40, [6, 4, 5, 0, 6, 1]],
    [owned, inner, 1, [0, 4, 9, 2, 1, 1]],
    [far, ada, 16, [6, 0, 5, 0, 5, 0]],
  ])('row of %o and %o', (later, earlier, between, expected) => {
    const rows = new Int32Array(2 * FEATURE_COUNT);
    writeFeatures(rows, FEATURE_COUNT, later, earlier, between);
    rows[FEATURE_COUNT + MATCH] = matchForms(formOf(later.words), formOf(earlier.words));
    expect([...rows.subarray(FEATURE_COUNT)]).toEqual(expected);
  });
});

function mention(
  sentence: number,
  start: number,
  end: number,
  kind: number,
  type: number,
  words: string,
): FeatureMention {
  return { sentence, start, end, kind, type, words: words.split(' ') };
}
