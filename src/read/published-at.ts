// Dates of publication to `YYYY-MM-DD`, in the calendar of the text itself: ISO 8601, RFC 5322 and the usual English forms.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
/** No date that a file gives is longer; keeps the patterns away from whole paragraphs. */
const MAX_LENGTH = 120;

const ISO = /(?:^|\D)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T|$)/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/;
const DAY_MONTH = new RegExp(
  `(?:^|\\D)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${MONTH},?[\\s-]+(\\d{4})(?!\\d)`,
  'i',
);
const MONTH_DAY = new RegExp(`(?:^|[^a-z])${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i');
const SLASHED = /(?:^|\D)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/;

/**
 * `YYYY-MM-DD`, or null where no full date is found or it can be read two ways (`03/04/2022`).
 * The hour and its zone are dropped, never converted. Numbers are Unix times, in seconds or milliseconds, read as UTC.
 */
export function toPublishedAt(value: string | number): string | null {
  if (typeof value === 'number') return fromUnixTime(value);
  const text = value.trim();
  if (text.length === 0 || text.length > MAX_LENGTH) return null;
  if (/^\d{10}$|^\d{13}$/.test(text)) return fromUnixTime(Number(text));
  for (const pattern of [COMPACT, ISO, YEAR_FIRST]) {
    const match = pattern.exec(text);
    if (match) return toDate(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  const dayFirst = DAY_MONTH.exec(text);
  if (dayFirst) return toDate(Number(dayFirst[3]), toMonth(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_DAY.exec(text);
  if (monthFirst) return toDate(Number(monthFirst[3]), toMonth(monthFirst[1]), Number(monthFirst[2]));
  return fromSlashes(text);
}

/** Day and month cannot be told apart unless one of them is over 12 or they are equal. */
function fromSlashes(text: string): string | null {
  const match = SLASHED.exec(text);
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (first > 12) return toDate(year, second, first);
  return second > 12 || first === second ? toDate(year, first, second) : null;
}

function fromUnixTime(value: number): string | null {
  const date = new Date(Math.abs(value) < 1e11 ? value * 1000 : value);
  return Number.isNaN(date.getTime()) ? null : toDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function toMonth(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function toDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}
