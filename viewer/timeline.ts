// How many claims fall on each stretch of time: bars for the brush, whatever the filter on time itself says.
import { applyFilter, findFailures, TIME } from './facets.ts';
import type { Facts } from './facts.ts';
import type { Clock, Filter } from './state.ts';

export interface Bar {
  /** First and last day, `YYYY-MM-DD`, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const DAY_MS = 86_400_000;
/** Bars at most: more would be thinner than a finger can aim at. */
const MAX_BARS = 40;

/** Bars of equal length from the first day of the whole graph to the last; empty where it has no days. */
export function makeTimeline(facts: Facts, filter: Filter, fails = findFailures(facts, filter)): readonly Bar[] {
  const { claims } = facts.payload;
  const all = claims.id.map((_, claim) => daysOf(facts, filter.clock, claim));
  const days = all.flat();
  if (days.length === 0) return [];
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const width = Math.max(1, Math.ceil((last - first + 1) / MAX_BARS));
  const counts = new Array<number>(Math.floor((last - first) / width) + 1).fill(0);
  const { claims: shown } = applyFilter(facts, filter, fails, TIME);
  all.forEach((places, claim) => {
    if (shown[claim] !== 1) return;
    for (const bar of new Set(places.map((day) => Math.floor((day - first) / width))))
      counts[bar] = (counts[bar] ?? 0) + 1;
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

/** Days since 1970 on which a claim was published, or the first and last day of what happened. */
function daysOf({ payload }: Facts, clock: Clock, claim: number): number[] {
  const { claims, documents } = payload;
  const dates =
    clock === 'happened'
      ? [claims.from[claim], claims.to[claim]]
      : (claims.documents[claim] ?? []).map((place) => documents.publishedAt[place]);
  return [...new Set(dates)]
    .flatMap((date) => (date ? [Math.round(Date.parse(date) / DAY_MS)] : []))
    .filter(Number.isFinite);
}

function toDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
