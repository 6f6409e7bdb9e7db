// Open facts over the dependency tree, short and complete, as a person would list them.

import type { Extraction, Fact } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { type Stance, stanceAt } from '../attributes/stance.ts';
import type { Step } from '../step.ts';
import { spanOf } from '../words.ts';
import { type FactParts, partsOf } from './assemble.ts';
import { knownClauses } from './known-clauses.ts';
import type { PredicateClause } from './read-clauses.ts';

const BY = 'facts@2';

/** Open facts of every sentence, in order of the text; one a conjunct of subject and object. */
export const factsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'quotations'],
  assigns: ['facts'],
  run(extraction) {
    const found = extraction.sentences.flatMap((sentence) =>
      knownClauses(extraction, sentence).flatMap((clause) => {
        const stance = stanceAt(extraction, clause.head);
        return partsOf(extraction, clause).map((parts) => toFact(extraction, clause, parts, stance));
      }),
    );
    return { ...extraction, facts: [...extraction.facts, ...found] };
  },
};

function toFact(extraction: Extraction, clause: PredicateClause, parts: FactParts, stance: Stance): Fact {
  const predicateSpan = spanOf(extraction, parts.first, parts.last);
  const toSpan = ({ first, last }: { first: number; last: number }): Span => spanOf(extraction, first, last);
  return {
    sentence: clause.sentence.index,
    subject: toSpan(parts.subject),
    predicate: extraction.document.text.slice(predicateSpan.start, predicateSpan.end),
    predicateSpan,
    object: parts.object ? toSpan(parts.object) : null,
    more: parts.more.map(toSpan),
    polarity: stance.polarity,
    modality: stance.modality,
    score: parts.score,
    by: BY,
  };
}
