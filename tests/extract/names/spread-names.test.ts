// A name seen once is found wherever its words stand.
import { describe, expect, it } from 'vitest';
import { type Spread, spreadNames } from '../../../src/extract/names/spread-names.ts';

const WORDS = 'The Harbour Daily wrote . Then Harbour Daily wrote again .'.split(' ');

function name(first: number, last: number, score = 0.9): Spread {
  return { first, last, surface: WORDS.slice(first, last + 1).join(' '), score };
}

const placesOf = (names: readonly Spread[]): string[] => names.map(({ first, last }) => `${first}-${last}`).sort();

describe('spreadNames', () => {
  it('adds the place that was missed', () => {
    expect(placesOf(spreadNames([name(1, 2)], WORDS))).toEqual(['1-2', '6-7']);
  });

  it('replaces the name that was cut short there', () => {
    expect(placesOf(spreadNames([name(1, 2), name(6, 6)], WORDS))).toEqual(['1-2', '6-7']);
  });

  it('leaves a longer name, and a doubtful one alone', () => {
    expect(placesOf(spreadNames([name(1, 2), name(5, 7)], WORDS))).toEqual(['1-2', '5-7']);
    expect(placesOf(spreadNames([name(1, 2, 0.5)], WORDS))).toEqual(['1-2']);
  });
});
