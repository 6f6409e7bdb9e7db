// "married to Ada, Cora and Dora": of people in one list none is the child of another, whatever the head makes of so much kin around them.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { fullRelationAt, headOf, topOf } from '../tree.ts';

/** True for a child and parent that "and" or commas join. */
export function isKinInList(extraction: Extraction, { type, subject, object }: Relation): boolean {
  if (type !== 'CHILD_OF') return false;
  const [left, right] = [subject, object].map((end) => {
    const mention = extraction.mentions.find(({ id }) => id === end);
    return mention === undefined ? null : firstOfList(extraction, topOf(extraction, mention));
  });
  return left !== null && left === right;
}

/** The first member of the list that a word stands in, or the word alone; null where it is in none. */
function firstOfList(extraction: Extraction, place: number): number | null {
  const isLater = fullRelationAt(extraction, place) === 'conj';
  const first = isLater ? headOf(extraction, place) : place;
  return isLater || conjunctHeads(extraction, first).length > 0 ? first : null;
}
