import { describe, expect, it } from 'vitest';
import { type Chance, findBars, type Stated } from '../../scripts/evaluate/find-bars.ts';

/** `right` and `wrong` relations that the model gives this chance. */
function stated(file: string, chance: number, right: number, wrong: number): Chance[] {
  const make = (isRight: boolean, count: number): Chance[] =>
    Array.from({ length: count }, (_, place) => ({
      ...{ file, kind: 'report' as const, chance, floor: 0, right: isRight },
      key: `${file} ${chance} ${isRight} ${place}`,
    }));
  return [...make(true, right), ...make(false, wrong)];
}

const barOfReports = (family: readonly Chance[], rules: readonly Stated[]): number =>
  findBars([family], rules)[0]?.report ?? 0;

const ENCYCLOPAEDIA = [...stated('redocred-dev', 0.5, 45, 55), ...stated('redocred-dev', 0.7, 70, 30)];

describe('the bars of families', () => {
  it('are low where news is right from a low bar on, and high where it is not', () => {
    const safe = [...ENCYCLOPAEDIA, ...stated('news', 0.5, 9, 1)];
    const rash = [...ENCYCLOPAEDIA, ...stated('news', 0.5, 20, 80), ...stated('news', 0.7, 90, 10)];
    const [first = 0, second = 0] = findBars([safe, rash], []).map(({ report }) => report);
    expect(first).toBeLessThanOrEqual(0.5);
    expect(second).toBeGreaterThan(0.5);
  });

  it('are found for each kind of text by itself', () => {
    const rash = [...stated('news', 0.5, 20, 80), ...stated('news', 0.7, 90, 10)];
    const told = ENCYCLOPAEDIA.map((each) => ({ ...each, kind: 'reference' as const }));
    const [bars] = findBars([[...rash, ...told]], []);
    expect(bars?.report).toBeGreaterThan(0.5);
    expect(bars?.reference).toBeLessThanOrEqual(0.5);
  });

  it('rise where the rules are wrong of news already', () => {
    const family = [...ENCYCLOPAEDIA, ...stated('news', 0.5, 70, 20), ...stated('news', 0.7, 90, 5)];
    const wrong = stated('news', 1, 0, 25);
    const alone = barOfReports(family, []);
    const beside = barOfReports(family, wrong);
    expect(beside).toBeGreaterThan(alone);
  });

  it('leave out what its own floor keeps back, so that it does not raise the bar of the others', () => {
    const right = [...ENCYCLOPAEDIA, ...stated('news', 0.5, 70, 5)];
    const rash = stated('news', 0.5, 0, 60);
    const mixed = barOfReports([...right, ...rash], []);
    const kept = barOfReports([...right, ...rash.map((each) => ({ ...each, floor: 0.6 }))], []);
    expect(mixed).toBeGreaterThan(0.5);
    expect(kept).toBeLessThanOrEqual(0.5);
  });
});
