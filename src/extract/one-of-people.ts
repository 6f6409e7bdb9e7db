// "The Italian": a person whom the text has named before, where "the Italians" and "the French" are a people and stand for its country.
import type { Extraction, Mention } from '../model/extraction.ts';
import { sliceSpan } from '../model/span.ts';
import { headOf, relationAt } from './tree.ts';
import { tokenAfter, wordAt } from './words.ts';

/** True of a word for people that has a plural in -s or -men, and is not in it. */
export function isOnePersonWord(word: string): boolean {
  return /^\p{Lu}\p{L}*(?<!s|sh|ch|ese|men)$/u.test(word);
}

/** "the 23-year-old |Nigerian|". */
function isAged(extraction: Extraction, head: number): boolean {
  return wordAt(extraction, head - 1) === 'old' && headOf(extraction, head - 1) === head;
}

/** True of a demonym with "the" that modifies nothing. */
export function isOneOfPeople(extraction: Extraction, { type, kind, head, start, end }: Mention): boolean {
  return (
    type === 'Group' &&
    kind === 'name' &&
    (wordAt(extraction, tokenAfter(extraction, start) - 1) === 'the' || isAged(extraction, head)) &&
    isOnePersonWord(sliceSpan(extraction.document.text, { start, end })) &&
    !/^(?:amod|compound|nmod|appos|flat)$/.test(relationAt(extraction, head))
  );
}
