// Author and date that an article states in its own first lines: "By Jane Roe", "Published: 15 May 2031", "PARIS, 3 March 2031 —".
import type { Fields } from './make-document.ts';
import { toPublishedAt } from './published-at.ts';

/** Credits stand at the top: so many lines with words are looked at. */
const FIRST_LINES = 8;
const MAX_LINE = 160;

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s+(?:de|del|van|von|der|den|la|le|bin|al|da|di|el|ibn|\\p{Lu}[\\p{L}\\p{M}.'’-]*)){1,4}";
const BYLINE = new RegExp(
  `^by:?\\s+(${NAME}(?:(?:,|\\s+and|\\s+&)\\s+${NAME}){0,3})(?:\\s*[,|–—-]\\s*.{1,80}|\\s+in\\s+.{1,60}|\\s+for\\s+.{1,60})?$`,
  'iu',
);
const PUBLISHED = /^(?:first\s+)?(?:published|posted|date|filed)(?:\s+(?:on|at))?\s*:?\s+(?=.{0,30}\d)(.{6,80})$/i;
const DATELINE_DATE =
  /^[\p{Lu}][\p{L}\p{M}.'’ /-]{1,40}(?:,\s*[\p{Lu}][\p{L}. ]{1,30})?,\s+([^—–:(]{6,40}?)(?:\s*\([^)]{1,40}\))?\s*(?:[—–:]|\s-\s|--)/u;
/** A line that is a date and no more, or opens with who publishes: "Thursday, June 9, 2022", "The Harrow Post, 11 January 2031". */
const LONE_DATE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|\p{L}[^,.:;!?]{2,40},\s+)?((?:\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?)\s+\d{4}|\d{4}-\d\d-\d\d)\.?$/iu;
/** "Held on 14 March 2031 at the Customs House", "Adopted by the Council on 14 August 2031" */
const HELD =
  /^(?:held|taken|dated|issued|delivered|given|adopted|signed|heard)\b.{0,80}?\b(?:on\s+)?((?:\p{L}{3,9}\.?\s+\d{1,2},?|\d{1,2}\s+\p{L}{3,9}\.?,?)\s+\d{4})\b.{0,80}$/iu;
/** "March 3, 2031 -- Two ministers …" */
const OPENING_DATE = /^((?:\p{L}{3,9}\.?\s+\d{1,2},?|\d{1,2}\s+\p{L}{3,9}\.?,?)\s+\d{4})\s*(?:[—–]|\s-\s|--)/u;

/** True for a line that only names who wrote the text or when it was published. */
export function isCreditLine(line: string): boolean {
  return line.length <= MAX_LINE && (toAuthor(line) !== null || PUBLISHED.test(line));
}

/** Only what is unambiguous: one byline, one full date with its year. */
export function findCredits(lines: readonly { readonly text: string }[]): Pick<Fields, 'author' | 'published'> {
  const head: string[] = [];
  for (const { text } of lines) {
    if (text !== '') head.push(text.slice(0, MAX_LINE));
    if (head.length === FIRST_LINES) break;
  }
  const authors = [...new Set(head.map(toAuthor).filter((author) => author !== null))];
  const dates = [...new Set(head.map(toDate).filter((date) => date !== null))];
  return {
    author: authors.length === 1 ? (authors[0] ?? null) : null,
    published: dates.length === 1 ? (dates[0] ?? null) : null,
  };
}

function toAuthor(line: string): string | null {
  const name = BYLINE.exec(line)?.[1] ?? null;
  // The pattern ignores case for "BY"; a name still has to begin with a capital.
  return name !== null && /^\p{Lu}/u.test(name) && !/\s\p{Ll}{4,}/u.test(name.replace(/\sand\s/g, ' ')) ? name : null;
}

function toDate(line: string): string | null {
  const stated = [PUBLISHED, DATELINE_DATE, OPENING_DATE, LONE_DATE, HELD]
    .map((pattern) => pattern.exec(line)?.[1])
    .find((date) => date !== undefined);
  return stated === undefined ? null : toPublishedAt(stated);
}
