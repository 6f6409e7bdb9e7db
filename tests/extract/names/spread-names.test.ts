// A name seen once is found wherever its words stand.
import { describe, expect, it } from 'vitest';
import { type Spread, spreadNames } from '../../../src/extract/names/spread-names.ts';

const WORDS = 'The Harbour Daily wrote . Then Harbour Daily wrote again .'.split(' ');

function name(first: number, last: number, score = 0.9): Spread {
  return { first, last, surface: WORDS.slice(first, last + 1).join(' '), score };
}

const NOWHERE = () => false;

const placesOf = (names: readonly Spread[]): string[] => names.map(({ first, last }) => `${first}-${last}`).sort();

describe('spreadNames', () => {
  it('adds the place that was missed', () => {
    expect(placesOf(spreadNames([name(1, 2)], WORDS, NOWHERE))).toEqual(['1-2', '6-7']);
  });

  it('replaces the name that was cut short there', () => {
    expect(placesOf(spreadNames([name(1, 2), name(6, 6)], WORDS, NOWHERE))).toEqual(['1-2', '6-7']);
  });

  it('leaves a longer name, and a doubtful one alone', () => {
    expect(placesOf(spreadNames([name(1, 2), name(5, 7)], WORDS, NOWHERE))).toEqual(['1-2', '5-7']);
    expect(placesOf(spreadNames([name(1, 2, 0.5)], WORDS, NOWHERE))).toEqual(['1-2']);
  });

  it('finds a name of one word only where the word may be a name, and only a sure one', () => {
    const isInside = (place: number) => place === 6;
    expect(placesOf(spreadNames([name(1, 1)], WORDS, isInside))).toEqual(['1-1', '6-6']);
    expect(placesOf(spreadNames([name(1, 1)], WORDS, NOWHERE))).toEqual(['1-1']);
    expect(placesOf(spreadNames([name(1, 1, 0.8)], WORDS, isInside))).toEqual(['1-1']);
  });
});
