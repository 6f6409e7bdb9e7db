// Fitting that starts from what is known: the prior holds where no sample speaks, and gives way where many do.
import { expect, it } from 'vitest';
import { fitTowards, type Sample } from '../../scripts/evaluate/fit-logistic.ts';

const samples = (count: number, signs: readonly number[], right: boolean): Sample[] =>
  Array.from({ length: count }, () => ({ signs, right, weight: 1 }));

it('keeps the prior of a sign that no sample bears', () => {
  const [, unseen] = fitTowards(samples(20, [1, 0], true), [0, -2.5], [1, 1]);
  expect(unseen).toBeCloseTo(-2.5, 6);
});

it('moves a sign towards what its samples say, the more the weaker the pull', () => {
  const data = [...samples(30, [1], true), ...samples(10, [1], false)];
  const [held = 0] = fitTowards(data, [-2], [1e6]);
  const [pulled = 0] = fitTowards(data, [-2], [10]);
  const [free = 0] = fitTowards(data, [-2], [1e-6]);
  expect(held).toBeCloseTo(-2, 3);
  expect(pulled).toBeGreaterThan(held);
  expect(free).toBeGreaterThan(pulled);
  expect(free).toBeCloseTo(Math.log(3), 3);
});
