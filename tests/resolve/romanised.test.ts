// One word in two romanisations, and words that only look like it.
import { describe, expect, it } from 'vitest';
import { levelSound } from '../../src/resolve/romanised.ts';
import { isSpellingVariant, soundOf } from '../../src/resolve/spelling.ts';

const PAIRS = [
  ['dnipro', 'dnepr'],
  ['dnister', 'dnestr'],
  ['mykolaiv', 'nikolaev'],
  ['kharkiv', 'kharkov'],
  ['chernihiv', 'chernigov'],
  ['uzhhorod', 'uzhgorod'],
  ['sievierodonetsk', 'severodonetsk'],
  ['ternopil', 'ternopol'],
] as const;

describe('romanisations', () => {
  it.each(PAIRS)('%s and %s may be one name', (left, right) => {
    expect(isSpellingVariant(left, right)).toBe(true);
    expect(isSpellingVariant(right, left)).toBe(true);
  });

  it.each(PAIRS)('%s and %s are found by one sound', (left, right) => {
    expect(soundOf(levelSound(left))).toBe(soundOf(levelSound(right)));
  });

  it.each([
    ['hale', 'gale'],
    ['liv', 'lev'],
    ['tim', 'tom'],
    ['mira', 'nira'],
    ['lens', 'linz'],
    ['mikolas', 'nicosia'],
  ])('%s and %s are two', (left, right) => {
    expect(isSpellingVariant(left, right)).toBe(false);
  });
});
