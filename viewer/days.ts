// The days of each claim on both clocks, as numbers in flat columns: read once, compared often.
import type { Facts, Groups } from './facts.ts';
import type { Clock } from './state.ts';

const DAY_MS = 86_400_000;

/** Days since 1970 of claim i: `list[start[i]]` up to, not including, `list[start[i + 1]]`, the earliest first. */
export type Days = Groups;

const READ = new WeakMap<Facts, Partial<Record<Clock, Days>>>();

/** When it was published (a day for each document that bears one) or happened (its first and last day). */
export function daysOf(facts: Facts, clock: Clock): Days {
  const known = READ.get(facts) ?? {};
  READ.set(facts, known);
  known[clock] ??= clock === 'published' ? readPublished(facts) : readHappened(facts);
  return known[clock];
}

/** Days since 1970; null for what is no date. */
export function toDay(date: string | null | undefined): number | null {
  const day = date ? Math.round(Date.parse(date) / DAY_MS) : Number.NaN;
  return Number.isFinite(day) ? day : null;
}

export function toDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function readPublished({ payload, claimCount }: Facts): Days {
  const { documents } = payload.claims;
  const published = payload.documents.publishedAt.map(toDay);
  return flatten(claimCount, (claim, put) => {
    const places = documents[claim] ?? [];
    if (places.length === 1) put(published[places[0] ?? -1] ?? null);
    else for (const day of [...new Set(places.map((place) => published[place] ?? null))].sort(byDay)) put(day);
  });
}

function readHappened({ payload, claimCount }: Facts): Days {
  const { from, to } = payload.claims;
  const known = new Map<string, number | null>();
  const read = (date: string | null | undefined): number | null => {
    if (!date) return null;
    const day = known.get(date);
    if (day !== undefined) return day;
    const parsed = toDay(date);
    known.set(date, parsed);
    return parsed;
  };
  return flatten(claimCount, (claim, put) => {
    const [first, last] = [read(from[claim]), read(to[claim])];
    put(first);
    if (last !== first) put(last);
  });
}

function flatten(count: number, fill: (claim: number, put: (day: number | null) => void) => void): Days {
  const start = new Int32Array(count + 1);
  const list: number[] = [];
  const put = (day: number | null): void => {
    if (day !== null) list.push(day);
  };
  for (let claim = 0; claim < count; claim += 1) {
    fill(claim, put);
    start[claim + 1] = list.length;
  }
  return { start, list: Int32Array.from(list) };
}

function byDay(one: number | null, other: number | null): number {
  return (one ?? 0) - (other ?? 0);
}
