// The arithmetic of `npm run evaluate`: counts, intervals, falls, and offsets in code points.
import { describe, expect, it } from 'vitest';
import { findFalls } from '../../scripts/evaluate/baseline.ts';
import { f1, scoreWithInterval } from '../../scripts/evaluate/bootstrap.ts';
import { codePointOffsets } from '../../scripts/evaluate/corpora.ts';
import { exactCounts } from '../../scripts/evaluate/measure.ts';

describe('figures', () => {
  it('counts exact spans', () => {
    const gold = [
      { start: 0, end: 3 },
      { start: 4, end: 6 },
    ];
    expect(exactCounts([{ start: 0, end: 3 }], gold)).toEqual({ correct: 1, found: 1, gold: 2 });
    expect(f1([{ correct: 1, found: 1, gold: 2 }])).toBeCloseTo(66.667, 2);
    expect(f1([])).toBe(0);
  });

  it('gives the same interval for the same seed, around the value', () => {
    const counts = [3, 9, 5, 7, 8].map((correct) => ({ correct, found: 10, gold: 10 }));
    const interval = scoreWithInterval(counts, 3);
    expect(interval).toEqual(scoreWithInterval(counts, 3));
    expect(interval.value).toBeCloseTo(64);
    expect(interval.low).toBeLessThan(64);
    expect(interval.high).toBeGreaterThan(64);
  });

  it('finds a figure that fell out of its interval, and only that', () => {
    const figure = { name: 'token F1', items: '10 words', value: 90, low: 88, high: 92 };
    const baseline = { model: 'tokens@1', figures: [figure] };
    expect(findFalls(baseline, [{ ...figure, value: 88.5 }])).toEqual([]);
    expect(findFalls(baseline, [{ ...figure, value: 87 }])).toEqual(['token F1 fell from 90.00 to 87.00, below 88.00']);
  });

  it('turns code points into UTF-16 offsets', () => {
    expect(codePointOffsets('a😀b')).toEqual([0, 1, 3, 4]);
  });
});
