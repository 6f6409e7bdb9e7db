// What a text says outright: "North Harbor Alliance (NHA)", "Harrow Motors, formerly Quill Works".
import type { Extraction, Mention } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import { compareSpans, sliceSpan } from '../model/span.ts';
import { foldName } from './fold.ts';
import { isAcronym } from './organization-name.ts';

/** Two units of a document, by their places in it. */
export interface Stated {
  readonly left: number;
  readonly right: number;
  /** A sentence for people. */
  readonly detail: string;
}

const NONE: readonly Stated[] = [];
/** Names before an acronym that are looked at. */
const REACH = 4;

/**
 * Names with the acronym that stands in brackets behind them, also where its letters are not the first of the words, and
 * things with the name that they bore before or bear since.
 */
export function statedNames(
  { document: { text }, mentions }: Extraction,
  placeOf: (mention: MentionId) => number | undefined,
): readonly Stated[] {
  if (!text.includes('(') && !RENAMING.test(text)) return NONE;
  const names = mentions.filter(({ kind }) => kind === 'name').sort(compareSpans);
  return names.flatMap((later, place) => {
    // A name inside the long one may stand between: "Norland" of "Norland Airways (NAW)".
    const earlier = names
      .slice(Math.max(0, place - REACH), place)
      .findLast((name) => isBracketed(name, later, text) || isRenamed(name, later, text));
    if (earlier === undefined) return [];
    const [left, right] = [placeOf(earlier.id), placeOf(later.id)];
    if (left === undefined || right === undefined || left === right) return [];
    const bracket = text[later.end] === ')' && !text.slice(later.start, later.end).includes('(') ? ')' : '';
    return [{ left, right, detail: `The text says ${text.slice(earlier.start, later.end)}${bracket}.` }];
  });
}

const RENAMING = /\b(?:formerly|previously|known as|renamed|rebranded|changed its name)\b/;
const LONGEST_BETWEEN = 40;
/** Between two names of one thing. */
const BETWEEN = [
  /^,? \(?(?:formerly|previously)(?: known as| called| named)? (?:the )?$/,
  /^,? \(?(?:(?:now|later|also|once|since) )?(?:known as|renamed|rebranded(?: as)?) (?:the )?$/,
  /^ (?:was|is|has been|had been|will be|is being) (?:renamed|rebranded(?: as)?|now known as) (?:the )?$/,
  /^ (?:has |had )?(?:changed its name to|renamed itself|rebranded itself(?: as)?) (?:the )?$/,
];

/** A name told with another one of the same thing; what people are called is read with their names. */
function isRenamed(earlier: Mention, later: Mention, text: string): boolean {
  const isOther = (name: Mention): boolean => name.type === 'Person' || name.referent !== null;
  if (later.start - earlier.end > LONGEST_BETWEEN || isOther(earlier) || isOther(later)) return false;
  const between = text.slice(earlier.end, later.start).replace(/\s+/g, ' ');
  return BETWEEN.some((pattern) => pattern.test(between));
}

function isBracketed(long: Mention, acronym: Mention, text: string): boolean {
  const short = sliceSpan(text, acronym);
  return (
    /^\s?\($/.test(text.slice(long.end, acronym.start)) &&
    text[acronym.end] === ')' &&
    isAcronym(short) &&
    holdsLetters(foldName(sliceSpan(text, long)), foldName(short).replaceAll(' ', ''))
  );
}

/** True where the letters stand in the words in that order, the first of them at the beginning of a word. */
function holdsLetters(words: string, letters: string): boolean {
  const start = ` ${words}`.indexOf(` ${letters[0]}`);
  let at = start;
  for (const letter of letters) {
    if (at < 0) return false;
    at = words.indexOf(letter, at) + 1 || -1;
  }
  return start >= 0 && at >= 0;
}
