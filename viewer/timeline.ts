// How many claims fall on each stretch of time: bars for the brush, whatever the filter on time itself says.
import { findFailures, TIME } from './facets.ts';
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
  const daysOf = dayReader(facts, filter.clock);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let claim = 0; claim < facts.claimCount; claim += 1) {
    for (const day of daysOf(claim)) {
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  if (first > last) return [];
  const width = Math.max(1, Math.ceil((last - first + 1) / MAX_BARS));
  const counts = new Array<number>(Math.floor((last - first) / width) + 1).fill(0);
  for (let claim = 0; claim < facts.claimCount; claim += 1) {
    if (((fails[claim] ?? 0) & ~TIME) !== 0) continue;
    const days = daysOf(claim);
    const bars = days.length === 1 ? days : new Set(days.map((day) => Math.floor((day - first) / width)));
    for (const bar of bars) {
      const place = days.length === 1 ? Math.floor((bar - first) / width) : bar;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
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

/** Days since 1970 on which a claim was published, or the first and last day of what happened; each day is parsed once. */
function dayReader({ payload }: Facts, clock: Clock): (claim: number) => readonly number[] {
  const parsed = new Map<string, readonly number[]>();
  const read = (date: string | null | undefined): readonly number[] => {
    if (!date) return [];
    const known = parsed.get(date);
    if (known !== undefined) return known;
    const days = [Math.round(Date.parse(date) / DAY_MS)].filter(Number.isFinite);
    parsed.set(date, days);
    return days;
  };
  const { claims, documents } = payload;
  const { from, to, documents: documentsOf } = claims;
  if (clock === 'happened') {
    return (claim) => (from[claim] === to[claim] ? read(from[claim]) : [...read(from[claim]), ...read(to[claim])]);
  }
  const published = documents.publishedAt.map(read);
  return (claim) => {
    const [only, second] = documentsOf[claim] ?? [];
    if (second === undefined) return published[only ?? -1] ?? [];
    return [...new Set((documentsOf[claim] ?? []).flatMap((place) => published[place] ?? []))];
  };
}

function toDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
