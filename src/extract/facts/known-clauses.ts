// Clauses of a sentence, worked out once for the steps that read them: facts, and the relations made of them.
import type { Extraction, Mention, Sentence, Token } from '../../model/extraction.ts';
import { type PredicateClause, predicateClauses } from './read-clauses.ts';

interface Known {
  readonly mentions: readonly Mention[];
  readonly bySentence: Map<number, readonly PredicateClause[]>;
}

const index = new WeakMap<readonly Token[], Known>();

/** As predicateClauses; kept as long as tokens and mentions are the same. */
export function knownClauses(extraction: Extraction, sentence: Sentence): readonly PredicateClause[] {
  const { tokens, mentions } = extraction;
  let known = index.get(tokens);
  if (known?.mentions !== mentions) {
    known = { mentions, bySentence: new Map() };
    index.set(tokens, known);
  }
  const clauses = known.bySentence.get(sentence.index) ?? predicateClauses(extraction, sentence);
  known.bySentence.set(sentence.index, clauses);
  return clauses;
}
