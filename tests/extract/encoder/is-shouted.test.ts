// What counts as a line of capitals, also where a document is one long run of letters.
import { describe, expect, it } from 'vitest';
import { isShouted } from '../../../src/extract/encoder/is-shouted.ts';

describe('isShouted', () => {
  it('wants three words of capitals and no small letter', () => {
    expect(isShouted('ONE ENVOY\nFEWER')).toBe(true);
    expect(isShouted('EASTHAVEN, 4 MAY: U.S. ENVOY')).toBe(true);
    expect(isShouted('ONE ENVOY fewer')).toBe(false);
    expect(isShouted('NATO EU')).toBe(false);
    expect(isShouted('A B C D')).toBe(false);
  });

  it('reads a long run of capitals once', () => {
    expect(isShouted('ACGT'.repeat(50_000))).toBe(false);
    expect(isShouted(`${'ACGT'.repeat(50_000)} ${'ACGT'.repeat(50_000)}`)).toBe(false);
  });
});
