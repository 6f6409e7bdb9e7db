// The noun that says what a body's name is, and the name beside such a noun: "Norlandish brewer Norair", "the group, the Harbour Front,".
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { headOf, uposOf } from '../tree.ts';
import { tokenAfter, wordAt } from '../words.ts';
import { isBodyNoun } from './body-nouns.ts';
import { bodyBefore } from './entity-at.ts';
import { mentionEndingAt } from './from-nouns.ts';

/** Words of the noun that says what a name is: "low cost airline". */
const LONGEST_CLASS = 4;

/** The first word of the noun that says what a name is: the names before it are no part of it. */
export function classStart(extraction: Extraction, noun: number): number {
  let first = noun;
  while (
    first > noun - LONGEST_CLASS &&
    /^(?:NOUN|ADJ)$/.test(uposOf(extraction, first - 1)) &&
    mentionEndingAt(extraction, first - 1)?.kind !== 'name'
  )
    first -= 1;
  return first;
}

/** The name of a body before or behind its class noun. */
export function nameBeside(extraction: Extraction, noun: number): Mention | null {
  return nameBehind(extraction, noun) ?? bodyBefore(extraction, noun);
}

/** The name of a body right behind its class noun, or between commas: "Norlandish brewer |Norair|", "brewer, Norair,", "group, the Harbour Front,". */
function nameBehind(extraction: Extraction, noun: number): Mention | null {
  if (uposOf(extraction, noun) !== 'NOUN' || !isBodyNoun(extraction, noun)) return null;
  const isApart = wordAt(extraction, noun + 1) === ',';
  const opening = isApart ? noun + 2 : noun + 1;
  const first = isApart && wordAt(extraction, opening) === 'the' ? opening + 1 : opening;
  const start = extraction.tokens[first]?.start ?? -1;
  const name = mentionsAround(extraction, first).find(
    (mention) => mention.start === start && mention.kind === 'name' && mention.type === 'Organization',
  );
  if (name === undefined || !isApart) return name ?? null;
  const after = tokenAfter(extraction, name.end - 1) + 1;
  return wordAt(extraction, after) === ',' && headOf(extraction, name.head) === noun ? name : null;
}

/** The noun that says what a name is, right before it or before its comma. */
export function classNounOf(extraction: Extraction, name: Mention): number | null {
  const first = tokenAfter(extraction, name.start);
  const article = wordAt(extraction, first - 1) === 'the' ? first - 1 : first;
  const noun = wordAt(extraction, article - 1) === ',' ? article - 2 : first - 1;
  return nameBehind(extraction, noun) === name ? noun : null;
}
