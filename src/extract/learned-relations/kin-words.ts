// What words of kin say against the head: "her |brother|-in-law" is no brother, and of "the |son| of Boris Hale" Hale is no child.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { containsSpan } from '../../model/span.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';

/** True for a sibling, child or parent whose words say otherwise. */
export function isOtherKin(extraction: Extraction, relation: Relation): boolean {
  return isInLaw(extraction, relation) || isParentOfSon(extraction, relation);
}

function isInLaw(extraction: Extraction, { type, cue }: Relation): boolean {
  if (cue === null || (type !== 'SIBLING_OF' && type !== 'CHILD_OF')) return false;
  const last = tokenAfter(extraction, cue.end - 1);
  return [1, 2, 3, 4].map((step) => wordAt(extraction, last + step)).join('') === '-in-law';
}

function isParentOfSon(extraction: Extraction, { type, subject, object }: Relation): boolean {
  if (type !== 'CHILD_OF') return false;
  const [child, parent] = [subject, object].map((end) => extraction.mentions.find(({ id }) => id === end));
  if (child === undefined || parent?.kind !== 'nominal' || !containsSpan(parent, child)) return false;
  return /^(?:son|daughter|child)$/.test(lemmaAt(extraction, parent.head));
}
