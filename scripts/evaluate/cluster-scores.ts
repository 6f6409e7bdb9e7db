// How well a clustering of mentions agrees with the right one: B³ (Bagga and Baldwin, 1998) and pairs of mentions.
import { type Interval, resample, scoreWithInterval } from './bootstrap.ts';

/** One mention of the gold: its document, what it stands for, and the cluster in which we put it. */
export interface Clustered {
  readonly document: number;
  readonly key: string;
  /** A mention that was not found stands in a cluster of its own. */
  readonly cluster: string;
}

export interface ClusterScores {
  readonly b3Precision: Interval;
  readonly b3Recall: Interval;
  readonly b3: Interval;
  readonly pairwise: Interval;
}

interface Shares {
  readonly precision: number;
  readonly recall: number;
  readonly mentions: number;
}

/** In per cent, over `documents` documents (numbers 0 … documents-1), with intervals over resampled documents. */
export function scoreClusters(mentions: readonly Clustered[], documents: number): ClusterScores {
  const both = countBy(mentions, ({ key, cluster }) => JSON.stringify([key, cluster]));
  const keys = countBy(mentions, ({ key }) => key);
  const clusters = countBy(mentions, ({ cluster }) => cluster);
  const shares = Array.from({ length: documents }, () => ({ precision: 0, recall: 0, mentions: 0 }));
  const pairs = Array.from({ length: documents }, () => ({ correct: 0, found: 0, gold: 0 }));
  for (const { document, key, cluster } of mentions) {
    const right = both.get(JSON.stringify([key, cluster])) ?? 1;
    const [wanted, got] = [keys.get(key) ?? 1, clusters.get(cluster) ?? 1];
    const [share, pair] = [shares[document], pairs[document]];
    if (share === undefined || pair === undefined) continue;
    share.precision += right / got;
    share.recall += right / wanted;
    share.mentions += 1;
    // Each pair is met from both its ends; the halves cancel out in the score.
    pair.correct += right - 1;
    pair.found += got - 1;
    pair.gold += wanted - 1;
  }
  const mean = (part: 'precision' | 'recall') => (sample: readonly Shares[]) =>
    (100 * sum(sample, (each) => each[part])) /
    Math.max(
      1,
      sum(sample, (each) => each.mentions),
    );
  const harmonic = (sample: readonly Shares[]): number => {
    const [precision, recall] = [mean('precision')(sample), mean('recall')(sample)];
    return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  };
  return {
    b3Precision: resample(shares, mean('precision')),
    b3Recall: resample(shares, mean('recall')),
    b3: resample(shares, harmonic),
    pairwise: scoreWithInterval(pairs),
  };
}

/** How often each key occurs. */
export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function sum<Item>(items: readonly Item[], valueIn: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueIn(item), 0);
}
