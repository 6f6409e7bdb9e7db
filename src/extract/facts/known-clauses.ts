// Clauses of a sentence, worked out once for the steps that read them: facts, and the relations made of them.
import type { Extraction, Sentence } from '../../model/extraction.ts';
import { byMentions, onceALayer } from '../once-a-layer.ts';
import { type PredicateClause, predicateClauses } from './read-clauses.ts';

/** As predicateClauses; kept as long as the mentions are the same. */
export const knownClauses: (extraction: Extraction, sentence: Sentence) => readonly PredicateClause[] = onceALayer(
  byMentions,
  predicateClauses,
);
