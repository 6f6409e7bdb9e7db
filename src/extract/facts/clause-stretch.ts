// The words of a clause that is said, thought or shown, or that tells when and why.
import type { Extraction } from '../../model/extraction.ts';
import { fullRelationAt, runAround, subtreeOf, uposOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { type Argument, closeMarks } from './arguments.ts';

/** The words of a clause without "that" and without what `isOutside` says of its direct children. */
export function stretchOfClause(
  extraction: Extraction,
  clause: number,
  isOutside: (child: number) => boolean,
): Argument {
  const inside = subtreeOf(extraction, clause, (child, parent) => {
    if (parent !== clause) return true;
    if (fullRelationAt(extraction, child) === 'mark' && wordAt(extraction, child) === 'that') return false;
    return !isOutside(child);
  });
  let { first, last } = runAround(inside, clause);
  while (first < clause && uposOf(extraction, first) === 'PUNCT') first += 1;
  while (last > clause && uposOf(extraction, last) === 'PUNCT') last -= 1;
  return { head: clause, ...closeMarks(extraction, first, last) };
}
