// The office in front of a name ("President Quill"), where the title is one that a country gives to one person at a time.
import type { Unit } from './unit.ts';

const TITLE = 'President|Prime Minister|Premier|Chancellor|Taoiseach|King|Queen|Emperor|Empress|Sultan|Emir|Pope';
/** Capitalised words before a title that are no part of it: "Bank President Quill" is of the bank. */
const ASIDE =
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|' +
  'After|Although|And|As|Before|But|By|For|Former|From|If|In|Late|Like|Meanwhile|On|Since|That|The|Then|Though|To|Today|When|While|With|Yesterday';
const BEFORE = new RegExp(
  `(?:[^\\p{L}\\p{N}\\s]\\s*|\\n\\s*|(?<!\\p{L})(?:${ASIDE}|(?!vice |deputy )\\p{Ll}+)\\s+)(${TITLE})\\s+$`,
  'u',
);
const REACH = 48;

/** The title that stands before a name of the person; null where none does. */
export function titleBefore({ mentions, extraction }: Unit): string | null {
  const { text } = extraction.document;
  for (const { kind, start } of mentions) {
    if (kind !== 'name') continue;
    const before = start < REACH ? `\n${text.slice(0, start)}` : text.slice(start - REACH, start);
    const found = BEFORE.exec(before);
    if (found?.[1] !== undefined) return found[1];
  }
  return null;
}
