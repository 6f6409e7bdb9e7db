// Whether the country that shows somebody's nationality is told of that person: in "Norlandish forces fought Ada Quill" it is not.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { childrenBy, fullRelationAt, headOf, topOf, uposOf } from '../tree.ts';
import { lemmaAt } from '../words.ts';

/** What a person has of a country whose citizen it is. */
const PAPERS = /^(?:passport|citizenship|nationality|national|citizen)$/;

/** True where the country's name modifies a noun that does not describe the person, or is what a verb does something to or in. */
export function isToldOfOther(extraction: Extraction, person: Mention, country: Mention): boolean {
  const governor = headOf(extraction, country.head);
  const relation = fullRelationAt(extraction, country.head);
  if (governor < 0) return false;
  if (uposOf(extraction, governor) === 'VERB') return /^ob[jl]/.test(relation);
  if (uposOf(extraction, governor) !== 'NOUN' || !/^(?:amod|compound|nmod:poss|nmod:desc)$/.test(relation))
    return false;
  return !PAPERS.test(lemmaAt(extraction, governor)) && !describes(extraction, governor, topOf(extraction, person));
}

/** "the Norlandish |painter| Ada Quill", "Ada Quill, a Norlandish |painter|", "Ada Quill is a Norlandish |painter|". */
function describes(extraction: Extraction, noun: number, person: number): boolean {
  const around = [person, headOf(extraction, person), ...childrenBy(extraction, person, 'appos', 'nmod:desc', 'flat')];
  return (
    around.some((place) => place === noun || childrenBy(extraction, place, 'appos', 'conj').includes(noun)) ||
    childrenBy(extraction, noun, 'nsubj').includes(person)
  );
}
