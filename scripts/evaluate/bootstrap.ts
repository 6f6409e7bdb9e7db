// Intervals by resampling whole documents (Efron 1979), with a seeded source of chance.
import { makeRandom } from '../random.ts';

/** Counts of one document; `found` and `gold` are equal for an accuracy. */
export interface Counts {
  readonly correct: number;
  readonly found: number;
  readonly gold: number;
}

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const ROUNDS = 1_000;

/** F1 in per cent over all documents with the 95 % percentile interval over resampled documents. */
export function scoreWithInterval(perDocument: readonly Counts[], seed = 7): Interval {
  return resample(perDocument, f1, ROUNDS, seed);
}

/** A statistic of the items with its 95 % percentile interval over resampled items. */
export function resample<Item>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  rounds = ROUNDS,
  seed = 7,
): Interval {
  const random = makeRandom(seed);
  const resampled: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sample = items.map(() => items[Math.floor(random() * items.length)] as Item);
    resampled.push(statistic(sample));
  }
  resampled.sort((a, b) => a - b);
  const at = (share: number): number => resampled[Math.floor(share * (rounds - 1))] ?? 0;
  return { value: statistic(items), low: at(0.025), high: at(0.975) };
}

/** 100 · 2·correct / (found + gold); 0 where there is nothing. */
export function f1(counts: readonly Counts[]): number {
  let correct = 0;
  let total = 0;
  for (const count of counts) {
    correct += count.correct;
    total += count.found + count.gold;
  }
  return total === 0 ? 0 : (200 * correct) / total;
}
