import { describe, expect, it } from 'vitest';
import { type Curve, fitLogistic } from '../../scripts/evaluate/fit-logistic.ts';

const START: Curve = { weights: [1, 0], offset: 0 };

/** `share` of a hundred judgements with these signs are right. */
const judged = (signs: readonly number[], share: number, weight = 1) =>
  Array.from({ length: 100 }, (_, place) => ({ signs, right: place < 100 * share, weight }));

const chance = ({ weights, offset }: Curve, signs: readonly number[]): number =>
  1 / (1 + Math.exp(-signs.reduce((sum, sign, place) => sum + sign * (weights[place] ?? 0), offset)));

describe('the curve of a family', () => {
  it('says how often such signs were right', () => {
    const samples = [...judged([0, 0], 0.2), ...judged([1, 0], 0.5), ...judged([1, 1], 0.9)];
    const curve = fitLogistic(samples, START, 0.01);
    expect(chance(curve, [0, 0])).toBeCloseTo(0.2, 1);
    expect(chance(curve, [1, 1])).toBeCloseTo(0.9, 1);
  });

  it('stays near where it starts from with few judgements and a strong pull', () => {
    const curve = fitLogistic(judged([1, 1], 0).slice(0, 2), { weights: [1, 2], offset: 0 }, 20);
    expect(curve.weights[1]).toBeGreaterThan(1.9);
  });

  it('counts a judgement as often as its weight says', () => {
    const samples = [...judged([1, 0], 1, 3), ...judged([1, 0], 0, 1)];
    expect(chance(fitLogistic(samples, START, 0.01), [1, 0])).toBeCloseTo(0.75, 1);
  });
});
