import { describe, expect, it } from 'vitest';
import { calibrationError, chanceError } from '../../scripts/evaluate/measures/text-relations.ts';

/** `count` relations of one score, of which the first `right` are right. */
function scored(score: number, right: number, count: number) {
  return Array.from({ length: count }, (_, place) => ({ score, gold: place < right ? '0 LEADS 1' : null }));
}

describe('the calibration error', () => {
  it('is the gap between scores and share of right ones, weighted over bins', () => {
    expect(calibrationError([...scored(0.95, 19, 20), ...scored(0.55, 1, 20)])).toBeCloseTo(25);
  });

  it('of scores that are true is what chance makes of so few', () => {
    const few = chanceError(scored(0.75, 0, 12));
    const many = chanceError(scored(0.75, 0, 1200));
    expect(few).toBeGreaterThan(8);
    expect(many).toBeLessThan(2);
    expect(chanceError(scored(1, 0, 12))).toBe(0);
  });
});
