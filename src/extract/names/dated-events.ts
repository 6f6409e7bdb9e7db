// Events that their year names: "the 1974 Norland general election", "2016 presidential campaign", "the 2012 Summer Olympics".
import type { Extraction } from '../../model/extraction.ts';
import { findDemonym } from '../lexicon/countries.ts';
import { EVENT_HEADS } from '../lexicon/name-words.ts';
import type { Run } from './find-runs.ts';

const YEAR = /^(?:1[5-9]|20)\d\d(?:[-–]\d\d(?:\d\d)?)?$/;
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter)$/;
/** Small words between the year and the noun. */
const KIND =
  /^(?:general|federal|presidential|parliamentary|legislative|local|municipal|regional|provincial|state|national|gubernatorial|mayoral|senatorial|congressional|special|primary|midterm|snap|by|leadership|council|assembly|senate|house|constitutional|independence|membership|nuclear|and|of|the|for|-|–|’s|'s|’|')$/;
/** Heads that may stand small. */
const SMALL_HEAD =
  /^(?:elections?|by-elections?|byelections?|referendums?|primary|primaries|olympics|games|championships?|summit|census|revolution|coup|uprising|earthquake|tsunami)$/i;
/** Most words of one such name. */
const LONGEST = 10;

/** In reading order. A bare "2016 election" names no event: somebody's, or some kind of it, must be said. */
export function findDatedEvents(extraction: Extraction): Run[] {
  const { tokens, document } = extraction;
  const textAt = (index: number): string => {
    const token = tokens[index];
    return token === undefined ? '' : document.text.slice(token.start, token.end);
  };
  const found: Run[] = [];
  for (const { index, sentence } of tokens) {
    if (!YEAR.test(textAt(index)) || index <= (found.at(-1)?.last ?? -1)) continue;
    const head = headAfter(index + 1, textAt, (at) => tokens[at]?.sentence === sentence);
    if (head === null) continue;
    const first = MONTH.test(textAt(index - 1)) && !/^\d/.test(textAt(index - 2)) ? index - 1 : index;
    found.push({ first, last: head });
  }
  return found;
}

/** Place of the noun that ends the name which a year opens; null where none does. */
function headAfter(
  from: number,
  textAt: (index: number) => string,
  isInside: (index: number) => boolean,
): number | null {
  let says = false;
  for (let at = from; at < from + LONGEST && isInside(at); at += 1) {
    const text = textAt(at);
    const isCapital = /^\p{Lu}/u.test(text);
    const isHead = SMALL_HEAD.test(text) || (isCapital && EVENT_HEADS.has(text.toLowerCase()));
    if (isHead && says && !SMALL_HEAD.test(textAt(at + 1))) return at;
    if (!isCapital && !KIND.test(text)) return null;
    says ||=
      isCapital ||
      findDemonym(text) !== undefined ||
      /^(?:general|federal|presidential|parliamentary|legislative|provincial|gubernatorial)$/.test(text);
  }
  return null;
}
