// Seasons, quarters and halves of a year, which chrono-node does not read. Seasons are those of the northern half of the earth.
import type { TimeRange } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';

/** The tense around an expression decides whether "Monday" is the last one or the next one. */
export type Tense = 'past' | 'future' | 'unknown';

/** Where a time expression stands in the text that was given, with its range; `range` null where no day of reference helps. */
export interface ReadTime extends Span {
  readonly range: TimeRange | null;
}

/** First and last month of each; a winter ends in the year after. */
const SEASONS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
};
const ORDINALS = ['first', 'second', 'third', 'fourth'];
const SEASON =
  /\b(?:(?:(last|this|next|past|previous|coming)\s+)(spring|summer|autumn|fall|winter)|(spring|summer|autumn|fall|winter)\s+(?:of\s+)?((?:19|20)\d\d))\b/gi;
const PART =
  /\b(first|second|third|fourth|final)[\s-](quarter|half)(?:\s+(?:of\s+|in\s+)?(?:(this|last|next)\s+year|(?:the\s+year\s+)?((?:19|20)\d\d)))?\b(?!\s+of\s+fiscal)/gi;
const SHORT_PART = /\b([QH])([1-4])\s+(?:of\s+)?((?:19|20)\d\d)\b/g;
/** A quarter without its year is one of the calendar beside figures of business, else it may be one of a game. */
const BUSINESS =
  /%|\b(?:per ?cent|profits?|revenues?|sales|earnings|growth|grew|economy|gdp|exports?|imports?|output|income|inflation)\b/i;

/** Months from January of the year 0, both included. */
interface Months {
  readonly first: number;
  readonly last: number;
}

/** The periods of a passage, in no order. `reference`: the day of publication; without one only those with a year are read. */
export function readPeriods(text: string, reference: Date | null, tenseAt: (place: Span) => Tense): ReadTime[] {
  if (!/spring|summer|autumn|fall|winter|quarter|half|\b[QH][1-4]/i.test(text)) return [];
  const today = reference && reference.getFullYear() * 12 + reference.getMonth();
  const read = (pattern: RegExp, monthsOf: (match: RegExpMatchArray, place: Span) => Months | null): ReadTime[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const place = { start: match.index ?? 0, end: (match.index ?? 0) + match[0].length };
      const months = monthsOf(match, place);
      return months ? [{ ...place, range: { from: iso(months.first), to: iso(months.last), text: match[0] } }] : [];
    });
  return [
    ...read(SEASON, (match) => seasonOf(match, today)),
    ...read(PART, (match, place) => partOf(match, today, () => BUSINESS.test(text) && tenseAt(place))),
    ...read(SHORT_PART, ([, kind, number, year]) => partAt(Number(year), kind === 'Q' ? 3 : 6, Number(number) - 1)),
  ];
}

function seasonOf([, which, named, dated, year]: RegExpMatchArray, today: number | null): Months | null {
  const season = (named ?? dated ?? '').toLowerCase();
  const [first, last] = SEASONS[season] as readonly [number, number];
  const of = (start: number): Months => ({ first: start * 12 + first - 1, last: start * 12 + last - 1 });
  if (year !== undefined) return of(Number(year));
  if (today === null) return null;
  const thisYear = Math.floor(today / 12);
  const candidates = [-2, -1, 0, 1].map((step) => of(thisYear + step));
  switch ((which ?? '').toLowerCase()) {
    case 'this':
      return candidates.find((each) => each.last >= today) ?? null;
    case 'next':
    case 'coming':
      return candidates.find((each) => each.first > today) ?? null;
    default:
      return candidates.findLast((each) => each.last < today) ?? null;
  }
}

/** `near`: the tense where a part without a year may be meant, false where none may. */
function partOf(
  [, ordinal, kind, relative, year]: RegExpMatchArray,
  today: number | null,
  near: () => Tense | false,
): Months | null {
  const length = /quarter/i.test(kind ?? '') ? 3 : 6;
  const word = (ordinal ?? '').toLowerCase();
  const number = word === 'final' ? 12 / length - 1 : ORDINALS.indexOf(word);
  if (year !== undefined) return partAt(Number(year), length, number);
  if (today === null) return null;
  const thisYear = Math.floor(today / 12);
  if (relative !== undefined)
    return partAt(thisYear + { last: -1, this: 0, next: 1 }[relative.toLowerCase() as 'this'], length, number);
  const tense = near();
  if (tense === false) return null;
  const candidates = [-1, 0, 1].map((step) => partAt(thisYear + step, length, number));
  const isAhead = (each: Months | null): boolean => each !== null && each.last >= today;
  return (tense === 'future' ? candidates.find(isAhead) : candidates.findLast((each) => !isAhead(each))) ?? null;
}

/** The part of a year with this place, counted from 0; null where a year has fewer. `length`: months of a part. */
function partAt(year: number, length: number, place: number): Months | null {
  const first = year * 12 + place * length;
  return place * length < 12 ? { first, last: first + length - 1 } : null;
}

function iso(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
