import { describe, expect, it } from 'vitest';
import { type Chance, findBars } from '../../scripts/evaluate/find-bars.ts';

/** `right` and `wrong` relations that the model gives this chance. */
function stated(file: string, chance: number, right: number, wrong: number): Chance[] {
  const make = (isRight: boolean, count: number): Chance[] =>
    Array.from({ length: count }, (_, place) => ({
      ...{ file, chance, floor: 0, right: isRight },
      key: `${file} ${chance} ${isRight} ${place}`,
    }));
  return [...make(true, right), ...make(false, wrong)];
}

const ENCYCLOPAEDIA = [...stated('redocred-dev', 0.5, 45, 55), ...stated('redocred-dev', 0.7, 70, 30)];

describe('the bars of families', () => {
  it('are low where news is right from a low bar on, and high where it is not', () => {
    const safe = [...ENCYCLOPAEDIA, ...stated('news', 0.5, 9, 1)];
    const rash = [...ENCYCLOPAEDIA, ...stated('news', 0.5, 20, 80), ...stated('news', 0.7, 90, 10)];
    const [first = 0, second = 0] = findBars([safe, rash], []);
    expect(first).toBeLessThanOrEqual(0.5);
    expect(second).toBeGreaterThan(0.5);
  });

  it('rise where the rules are wrong of news already', () => {
    const family = [...ENCYCLOPAEDIA, ...stated('news', 0.5, 70, 20), ...stated('news', 0.7, 90, 5)];
    const wrong = stated('news', 1, 0, 25);
    const [alone = 0] = findBars([family], []);
    const [beside = 0] = findBars([family], wrong);
    expect(beside).toBeGreaterThan(alone);
  });

  it('leave out what its own floor keeps back, so that it does not raise the bar of the others', () => {
    const right = [...ENCYCLOPAEDIA, ...stated('news', 0.5, 70, 5)];
    const rash = stated('news', 0.5, 0, 60);
    const [mixed = 0] = findBars([[...right, ...rash]], []);
    const [kept = 0] = findBars([[...right, ...rash.map((each) => ({ ...each, floor: 0.6 }))]], []);
    expect(mixed).toBeGreaterThan(0.5);
    expect(kept).toBeLessThanOrEqual(0.5);
  });
});
