// Reads time expressions with chrono-node, relative to a day of reference; turns what is certain into ISO 8601 ranges.
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { casual } from 'chrono-node/en'; // the whole package has fifteen more languages, 200 files to load
import type { TimeRange } from '../../model/extraction.ts';
import { overlapsSpan, type Span } from '../../model/span.ts';
import { type ReadTime, readPeriods, type Tense } from './read-periods.ts';

const DAY_MS = 86_400_000;
/** Only a passage with one of these can hold a date; everything else never reaches chrono, which is slow. */
const HINT = new RegExp(
  String.raw`\d|night|week|month|year|morning|afternoon|evening|tomorrow|\bago\b|\b(?:last|next|past|this)\b.{0,24}(?:day|decade|quarter)|` +
    String.raw`(?:to|yester|sun|mon|tues|wednes|thurs|fri|satur)day|` +
    String.raw`\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|` +
    String.raw`nov(?:ember)?|dec(?:ember)?|mon|tue|wed|thur?s?|fri|sat|sun)\b`,
  'i',
);
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
const SHORT_WEEKDAY = /^(?:on )?(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?$/i;
/** chrono-node takes one letter for a unit: "the term lasts" is no last second. */
const ONE_LETTER = /^(?:last|next|past|this)\s*[a-z]$/i;
const DAYPART = /^(?:at |in the |the )?(?:noon|midnight|morning|afternoon|evening|night|now|weekend)$/i;
/** "Convicted in March of 11 counts": a day of the month stands before its "of". */
const MONTH_OF_COUNT =
  /(?<=\b(?:January|February|March|April|May|June|July|August|September|October|November|December)) of(?= \d{1,3}\b)/g;
/** "Voted 21 to 14 on Tuesday": no days of a month. */
const VOTE_OF_DAY = /\b\d{1,3} to \d{1,3}(?= (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/gi;
const PART_OF_DAY = /\b(?:night|morning|afternoon|evening) of(?=\s)/gi;
const EFFECTIVE = /\beffective(?: from| on| as of)?\s*$/i;
/** Counted from what the text tells before or behind, which nobody knows the day of. */
const AFTERWARDS =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:later|afterwards?|earlier|after|before)$/i;
/** chrono-node takes the two for two dates: "October of last year". */
const MONTH_OF_YEAR =
  /(?<=\b(?:January|February|March|April|May|June|July|August|September|October|November|December))( of (last|this|next) year)\b/g;
const YEARS_ON = { last: -1, this: 0, next: 1 } as const;
const SPAN_OF_UNITS = /^(?:the )?(?:last|past|previous) (.+)$/i;
const YEAR = /(?<![\p{L}\d.,$€£¥-])(1[0-9]{3}|20[0-9]{2})(?![\p{L}\d%]|[.,:]\d|-\p{L})/gu;
const YEAR_LEAD =
  /(?:\b(?:in|since|by|of|from|until|till|during|between|and|to|before|after|early|late|mid|through|circa|fiscal|year)\s+|\(|[-–]\s?)$/i;
const YEAR_ARTICLE = /\b(?:the|a|its|his|her|their|this|last|’s|'s)\s+$/i;

/** chrono-node costs the square of what it is given at once; sentences of prose are shorter (UTF-16 units). */
const LONGEST_PASSAGE = 800;

/** Time expressions of a passage, in order. Spans are places in `text`. Linear: long passages are read in pieces, cut at spaces. */
export function readTimes(text: string, publishedAt: string | null, tenseAt: (place: Span) => Tense): ReadTime[] {
  // An editor's brackets around one word ("this [Wednesday] afternoon") must not hide the date; the places stay.
  const plain = text.replace(/[[\]]/g, ' ');
  const found: ReadTime[] = [];
  for (let start = 0; start < plain.length; ) {
    const space = plain.lastIndexOf(' ', start + LONGEST_PASSAGE);
    const end =
      plain.length - start <= LONGEST_PASSAGE ? plain.length : space > start ? space : start + LONGEST_PASSAGE;
    const shift = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
    const times = readPassage(plain.slice(start, end), publishedAt, (place) => tenseAt(shift(place)));
    for (const time of times) found.push({ ...time, ...shift(time) });
    start = end;
  }
  return found;
}

function blank(words: string): string {
  return ' '.repeat(words.length);
}

function readPassage(text: string, publishedAt: string | null, tenseAt: (place: Span) => Tense): ReadTime[] {
  const reference = publishedAt === null ? null : toReference(publishedAt);
  const periods = readPeriods(text, reference, tenseAt);
  if (!HINT.test(text)) return periods;
  // chrono-node takes "the night of October 7" for a night without a date.
  const plain = withYears(
    text.replace(PART_OF_DAY, blank).replace(VOTE_OF_DAY, blank).replace(MONTH_OF_COUNT, ' | '),
    reference,
  );
  const dates = casual
    .parse(plain, reference ?? toReference('2000-01-01'))
    .map((result) => ({ result, start: result.index, end: result.index + result.text.length }))
    .filter(
      (each) =>
        isDate(each.result, plain, () => tenseAt(each)) && !periods.some((period) => overlapsSpan(period, each)),
    )
    .flatMap((each) => {
      // "named her its head, |effective| July 1": the day to come, whatever the tense.
      const tense = EFFECTIVE.test(plain.slice(Math.max(0, each.start - 24), each.start)) ? 'future' : tenseAt(each);
      return splitLife(each.result, fromChrono(each.result, plain, reference, tense));
    })
    .map((time) => ({ ...time, range: time.range && { ...time.range, text: text.slice(time.start, time.end) } }));
  const found = [...periods, ...shareYears(text, dates)];
  return [...found, ...readYears(plain, found)].sort((left, right) => left.start - right.start);
}

/** "October of last year" → "October         2030", as long as before. */
function withYears(text: string, reference: Date | null): string {
  if (reference === null) return text;
  return text.replace(MONTH_OF_YEAR, (words, _, which: keyof typeof YEARS_ON) =>
    String(reference.getFullYear() + YEARS_ON[which]).padStart(words.length),
  );
}

/** "Between |January| and June 2031": the first of two dates has the year of the second. */
function shareYears(text: string, times: readonly ReadTime[]): readonly ReadTime[] {
  return times.map((time, place) => {
    const next = times[place + 1];
    const words = text.slice(time.start, time.end);
    if (!time.range || !next?.range || /\d{4}/.test(words)) return time;
    if (!/^\s*(?:and|to|until|till|through|-|–)\s*$/.test(text.slice(time.end, next.start))) return time;
    const year = /\b\d{4}$/.exec(text.slice(next.start, next.end))?.[0];
    const [from, to] = [time.range.from, time.range.to].map((iso) => iso?.replace(/^\d{4}(?=-)/, year ?? '$&') ?? null);
    const isBefore =
      year !== undefined && from !== null && from !== undefined && next.range.from !== null && from <= next.range.from;
    return isBefore ? { ...time, range: { ...time.range, from, to: to ?? null } } : time;
  });
}

/** Noon of the day, so that no change of the clock moves it. */
function toReference(publishedAt: string): Date {
  const [year, month, day] = publishedAt.split('-').map(Number);
  return new Date(year ?? 2000, (month ?? 1) - 1, day ?? 1, 12);
}

function isDate(result: ParsedResult, text: string, tense: () => Tense): boolean {
  const words = result.text.trim();
  if (/^(?:may|march|sun|sat|mon|wed)$/.test(words) || DAYPART.test(words) || SHORT_WEEKDAY.test(words)) return false;
  if (ONE_LETTER.test(words) || /^weekdays?$/i.test(words)) return false;
  if (/^(?:within|in|for|after|about)\s+(?!.*\bago\b).*\b(?:second|minute|hour|day|week|month|year)s?$/i.test(words)) {
    // "will open in three weeks", unlike "its lowest in three weeks".
    return /^in\s/i.test(words) && tense() === 'future';
  }
  if (/^\d{1,2}[./-]\d{1,2}$/.test(words)) return false;
  if (
    /^may\b/.test(words) ||
    (/^(?:May|March)$/.test(words) && /^\s+(?:I|we|he|she|they|it|you)\b/.test(text.slice(result.index + words.length)))
  ) {
    return false;
  }
  const { start } = result;
  return (
    start.isCertain('day') ||
    start.isCertain('month') ||
    start.isCertain('weekday') ||
    start.isCertain('year') ||
    /\b(?:week|weekend)\b/i.test(words)
  );
}

function fromChrono(result: ParsedResult, text: string, reference: Date | null, tense: Tense): ReadTime {
  const lead = /\b(?:early|late|mid|earlier|later)[ -]$/i.exec(
    text.slice(Math.max(0, result.index - 12), result.index),
  );
  const skip = /^(?:on|in|at)\s+/i.exec(result.text)?.[0].length ?? 0;
  const start = result.index + skip - (skip === 0 && lead ? lead[0].length : 0);
  const end = result.index + result.text.replace(/[\s,;]+$/, '').length;
  const words = text.slice(start, end);
  const range = AFTERWARDS.test(words) ? null : toRange(result, words, reference, tense);
  return { start, end, range: range && { ...range, text: words } };
}

/** "7 May 1910 – 3 June 1980": two dates with years of their own and a dash between are the two ends of a life or a war. */
function splitLife(result: ParsedResult, time: ReadTime): ReadTime[] {
  const halves = /^(.*\b\d{4})(\s*[–—-]\s*)(.*\b\d{4})$/.exec(result.text.slice(time.start - result.index));
  const [, first = '', dash = '', second = ''] = halves ?? [];
  if (!halves || !result.end || time.range === null || /^\d{4}$/.test(first)) return [time];
  const half = (point: ParsedComponents, start: number, words: string): ReadTime => {
    const iso = isoOf(point, precisionOf(point, words));
    return { start, end: start + words.length, range: { from: iso, to: iso, text: words } };
  };
  return [half(result.start, time.start, first), half(result.end, time.start + first.length + dash.length, second)];
}

type Bounds = { readonly from: string; readonly to: string };

function toRange(result: ParsedResult, words: string, reference: Date | null, tense: Tense): Bounds | null {
  if (reference === null) {
    // Only what the text itself fixes: without a year in digits, the year would be a guess.
    if (!/\b\d{4}\b/.test(words)) return null;
  }
  const units = SPAN_OF_UNITS.exec(words)?.[1];
  if (reference && units && /\s(?:day|week|month|year|decade)s\b/i.test(` ${units}`)) {
    return { from: isoOf(result.start, 'day'), to: isoOfDate(reference) };
  }
  if (/\bweek(?:end)?\b/i.test(words) && reference && !/\bago\b/i.test(words)) return weekOf(result.start, words);
  const first = pointOf(result.start, words, reference, tense);
  if (!result.end) return { from: first, to: first };
  const last = pointOf(result.end, words, reference, tense);
  if (first <= last) return { from: first, to: last };
  // "from March to June 2019": the year is that of both.
  const shared = first.replace(/^\d{4}/, last.slice(0, 4));
  return result.start.isCertain('year') || shared > last ? { from: first, to: first } : { from: shared, to: last };
}

function pointOf(point: ParsedComponents, words: string, reference: Date | null, tense: Tense): string {
  if (reference && point.isCertain('weekday') && !point.isCertain('day')) {
    return /\b(?:last|next|this)\b/i.test(words) && WEEKDAY.test(words)
      ? namedWeekday(point, words, reference, tense)
      : closestWeekday(point.get('weekday') ?? 0, reference, tense);
  }
  const precision = precisionOf(point, words);
  if (reference && precision !== 'year' && !point.isCertain('year'))
    return withYear(point, precision, reference, tense);
  return isoOf(point, precision);
}

type Precision = 'year' | 'month' | 'day';

function precisionOf(point: ParsedComponents, words: string): Precision {
  if (/\byears?\b/i.test(words) && !/\bday/i.test(words)) return 'year';
  if (/\bmonths?\b/i.test(words)) return 'month';
  if (point.isCertain('day')) return 'day';
  return point.isCertain('month') ? 'month' : 'year';
}

function isoOf(point: ParsedComponents, precision: Precision): string {
  const year = String(point.get('year') ?? 0).padStart(4, '0');
  const month = String(point.get('month') ?? 1).padStart(2, '0');
  if (precision === 'year') return year;
  return precision === 'month'
    ? `${year}-${month}`
    : `${year}-${month}-${String(point.get('day') ?? 1).padStart(2, '0')}`;
}

function isoOfDate(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12);
}

/** Past tense: the last such day, today included; future: the next, today included; else the nearest, the past one on a tie. */
function closestWeekday(weekday: number, reference: Date, tense: Tense): string {
  const back = (reference.getDay() - weekday + 7) % 7;
  const forward = (7 - back) % 7;
  if (tense === 'past') return isoOfDate(addDays(reference, -back));
  if (tense === 'future') return isoOfDate(addDays(reference, forward));
  return isoOfDate(addDays(reference, back <= forward ? -back : forward));
}

function namedWeekday(point: ParsedComponents, words: string, reference: Date, tense: Tense): string {
  const weekday = point.get('weekday') ?? 0;
  if (/\blast\b/i.test(words)) {
    const back = (reference.getDay() - weekday + 7) % 7;
    return isoOfDate(addDays(reference, back === 0 ? -7 : -back));
  }
  if (/\bnext\b/i.test(words)) {
    const forward = (weekday - reference.getDay() + 7) % 7;
    return isoOfDate(addDays(reference, forward === 0 ? 7 : forward));
  }
  return closestWeekday(weekday, reference, tense === 'past' ? 'past' : 'future');
}

/** Monday to Sunday around the day that chrono gives ("last week"), or its Saturday and Sunday. */
function weekOf(point: ParsedComponents, words: string): Bounds {
  let day = new Date(point.get('year') ?? 2000, (point.get('month') ?? 1) - 1, point.get('day') ?? 1, 12);
  // chrono answers "this week" with its Sunday, the day before the Monday that ISO 8601 begins with.
  if (/\bthis week\b/i.test(words) && day.getDay() === 0) day = addDays(day, 1);
  const monday = addDays(day, -((day.getDay() + 6) % 7));
  const weekend = /weekend/i.test(words);
  return { from: isoOfDate(addDays(monday, weekend ? 5 : 0)), to: isoOfDate(addDays(monday, 6)) };
}

function withYear(point: ParsedComponents, precision: Precision, reference: Date, tense: Tense): string {
  const tail = isoOf(point, precision).slice(4);
  const today = isoOfDate(reference);
  const year = reference.getFullYear();
  const candidates = [year - 1, year, year + 1].map((each) => `${each}${tail}`);
  const past = candidates.filter((each) => each <= today).at(-1);
  const future = candidates.find((each) => each >= today.slice(0, each.length));
  if (tense === 'past' && past) return past;
  if (tense === 'future' && future) return future;
  const distance = (iso: string): number => Math.abs(Date.parse(iso) - Date.parse(today)) / DAY_MS;
  return candidates.reduce((best, each) => (distance(each) < distance(best) ? each : best), `${year}${tail}`);
}

/** Years that stand alone ("in 1952", "the 2016 election"), which chrono does not read. */
function readYears(text: string, dates: readonly Span[]): ReadTime[] {
  return [...text.matchAll(YEAR)].flatMap((match) => {
    const start = match.index;
    const end = start + 4;
    if (dates.some((date) => date.start < end && start < date.end)) return [];
    const before = text.slice(Math.max(0, start - 16), start);
    const after = text.slice(end, end + 30);
    const counts = /^\s+[a-z]+s\b/.test(after) && !/^\s+(?:was|is|has|as|its|elections?|games|talks)\b/.test(after);
    const led = YEAR_LEAD.test(before) && !counts;
    const modifies = YEAR_ARTICLE.test(before) && !counts;
    const stands = /^(?:19|20)/.test(match[0]) && !counts && /^\s*(?:[.,;)]|$|\s[a-z]|[–-](?:19|20)\d\d\b)/.test(after);
    return led || modifies || stands ? [{ start, end, range: { from: match[0], to: match[0], text: match[0] } }] : [];
  });
}

/** The most precise ISO date (year, month or day) that holds the whole range: a week gives its month; null where none does. */
export function commonIso(range: TimeRange): string | null {
  const { from, to } = range;
  if (from === null || to === null) return null;
  if (from === to) return from;
  for (const length of [10, 7, 4]) {
    if (from.length >= length && to.length >= length && from.slice(0, length) === to.slice(0, length))
      return from.slice(0, length);
  }
  return null;
}
