// A relation that two things may have, with all that is said for and against it.
import type { Mention } from '../../model/extraction.ts';
import type { RelationType } from '../../model/ontology.ts';

/** One relation of two things, over all windows and mentions. Scores are logit minus threshold logit. */
export interface RelationCandidate {
  readonly type: RelationType;
  readonly subject: readonly Mention[];
  readonly object: readonly Mention[];
  /** Keys of the two things (`keysOf`). */
  readonly ends: readonly [subject: string, object: string];
  /** The best over windows and mentions. */
  readonly score: number;
  /** The best where names (or a date) stand for both. */
  readonly named: number;
  /** The best of another type for the two. */
  readonly rival: number;
  /** The best of the same type in the other direction; the least score where the type has none. */
  readonly reverse: number;
  /** Other objects that score higher for the same subject and type. */
  readonly better: number;
  /** The type of an end is not known. */
  readonly isOpen: boolean;
}
