// "her |brother|-in-law": no brother, whatever the head makes of the word.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { tokenAfter, wordAt } from '../words.ts';

/** True for a sibling, child or parent whose word of kin goes on as one by marriage. */
export function isInLaw(extraction: Extraction, { type, cue }: Relation): boolean {
  if (cue === null || (type !== 'SIBLING_OF' && type !== 'CHILD_OF')) return false;
  const last = tokenAfter(extraction, cue.end - 1);
  return [1, 2, 3, 4].map((step) => wordAt(extraction, last + step)).join('') === '-in-law';
}
