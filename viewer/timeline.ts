// How many claims fall on each stretch of time: bars for the brush, whatever the filter on time itself says.
import { daysOf, toDate } from './days.ts';
import { type Failures, TIME } from './facets.ts';
import type { Facts } from './facts.ts';
import { inStretches, type Work } from './slices.ts';
import type { Clock } from './state.ts';

export interface Bar {
  /** First and last day, `YYYY-MM-DD`, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Bars at most: more would be thinner than a finger can aim at. */
const MAX_BARS = 40;

/** Bars of equal length from the first day of the whole graph to the last; empty where it has no days on that clock. */
export function* makeTimeline(facts: Facts, clock: Clock, fails: Failures): Work<readonly Bar[]> {
  const { start, list } = daysOf(facts, clock);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of list) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (first > last) return [];
  const width = Math.max(1, Math.ceil((last - first + 1) / MAX_BARS));
  const counts = new Array<number>(Math.floor((last - first) / width) + 1).fill(0);
  /** By bar: the claim that was counted in it last, so that one with two days in it counts once. */
  const counted = new Array<number>(counts.length).fill(-1);
  yield* inStretches(facts.claimCount, (from, to) => {
    for (let claim = from; claim < to; claim += 1) {
      if (((fails[claim] as number) & ~TIME[clock]) !== 0) continue;
      for (let at = start[claim] as number; at < (start[claim + 1] as number); at += 1) {
        const bar = Math.floor(((list[at] as number) - first) / width);
        if (counted[bar] === claim) continue;
        counted[bar] = claim;
        counts[bar] = (counts[bar] as number) + 1;
      }
    }
  });
  return counts.map((count, bar) => ({
    from: toDate(first + bar * width),
    to: toDate(Math.min(last, first + (bar + 1) * width - 1)),
    count,
  }));
}

/**
 * The chosen days one bar later, as many bars wide as before; null at the end, and where no stretch with two ends is
 * chosen that is narrower than all the bars.
 */
export function nextWindow(
  bars: readonly Bar[],
  from: string | null,
  to: string | null,
): { readonly from: string; readonly to: string } | null {
  if (from === null || to === null) return null;
  const first = bars.findIndex((bar) => bar.to >= from);
  const last = bars.findLastIndex((bar) => bar.from <= to);
  const [start, end] = [bars[first + 1], bars[last + 1]];
  return first < 0 || start === undefined || end === undefined ? null : { from: start.from, to: end.to };
}
