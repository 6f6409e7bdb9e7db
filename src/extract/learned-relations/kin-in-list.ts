// "married to Ada, Cora and Dora": people in one list are no parents and children, no spouses where one person married them all,
// and siblings only where a noun of kin holds the list together, whatever the head makes of so much kin around them.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { childrenBy, fullRelationAt, headOf, topOf } from '../tree.ts';
import { lemmaAt } from '../words.ts';

/** "the |brothers| Ada and Boris Hale", "two |sons|, Boris and Carl". */
const SIBLINGS = /^(?:brother|sister|sibling|twin|triplet|son|daughter|child|boy|girl)$/;
const MARRYING = /^(?:marry|married|remarry|wed|divorce|divorced)$/;

/** True for a child and parent that "and" or commas join, for siblings of such a list that no noun calls so, and for spouses of one and the same. */
export function isKinInList(extraction: Extraction, { type, subject, object }: Relation): boolean {
  if (type !== 'CHILD_OF' && type !== 'SIBLING_OF' && type !== 'SPOUSE_OF') return false;
  const [left, right] = [subject, object].map((end) => {
    const mention = extraction.mentions.find(({ id }) => id === end);
    return mention === undefined ? null : firstOfList(extraction, topOf(extraction, mention));
  });
  if (left === undefined || left === null || left !== right) return false;
  if (type === 'SPOUSE_OF') return areMarriedToAnother(extraction, left);
  return type === 'CHILD_OF' || !areCalledSiblings(extraction, left);
}

function areMarriedToAnother(extraction: Extraction, first: number): boolean {
  return (
    /^ob[jl]/.test(fullRelationAt(extraction, first)) && MARRYING.test(lemmaAt(extraction, headOf(extraction, first)))
  );
}

function areCalledSiblings(extraction: Extraction, first: number): boolean {
  return [first, ...conjunctHeads(extraction, first)].some((member) =>
    [
      headOf(extraction, member),
      ...childrenBy(extraction, member, 'nsubj', 'nmod:desc', 'appos', 'compound', 'flat'),
    ].some((place) => place >= 0 && SIBLINGS.test(lemmaAt(extraction, place))),
  );
}

/** The first member of the list that a word stands in, or the word alone; null where it is in none. */
function firstOfList(extraction: Extraction, place: number): number | null {
  const isLater = fullRelationAt(extraction, place) === 'conj';
  const first = isLater ? headOf(extraction, place) : place;
  return isLater || conjunctHeads(extraction, first).length > 0 ? first : null;
}
