// What a text says outright: "North Harbor Alliance (NHA)".
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

/** Names with the acronym that stands in brackets behind them, also where its letters are not the first of the words. */
export function statedNames(
  { document: { text }, mentions }: Extraction,
  placeOf: (mention: MentionId) => number | undefined,
): readonly Stated[] {
  if (!text.includes('(')) return NONE;
  const names = mentions.filter(({ kind }) => kind === 'name').sort(compareSpans);
  return names.flatMap((acronym, place) => {
    // A name inside the long one may stand between: "Norland" of "Norland Airways (NAW)".
    const long = names.slice(Math.max(0, place - REACH), place).findLast((name) => isBracketed(name, acronym, text));
    if (long === undefined) return [];
    const [left, right] = [placeOf(long.id), placeOf(acronym.id)];
    if (left === undefined || right === undefined) return [];
    return [{ left, right, detail: `The text says ${text.slice(long.start, acronym.end)}).` }];
  });
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
