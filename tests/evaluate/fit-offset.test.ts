import { describe, expect, it } from 'vitest';
import { fitOffset } from '../../scripts/evaluate/fit-offset.ts';

const times = (count: number, right: boolean, logit = 2) => Array.from({ length: count }, () => ({ logit, right }));

describe('the offset of a source', () => {
  it('brings a boastful source down to what it gets right', () => {
    const offset = fitOffset([...times(500, true), ...times(500, false)], 0);
    expect(2 + offset).toBeCloseTo(0, 1);
  });

  it('hardly moves for one judgement, and starts from where it is told', () => {
    expect(fitOffset(times(1, false), 0)).toBeGreaterThan(-1);
    expect(fitOffset([], -0.7)).toBe(-0.7);
  });

  it('ends where every judgement is right', () => {
    const offset = fitOffset(times(2000, true, 6), 0);
    expect(offset).toBeGreaterThan(0);
    expect(Number.isFinite(offset)).toBe(true);
  });
});
