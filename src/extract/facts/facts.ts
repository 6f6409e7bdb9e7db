// Open facts over the dependency tree, short and complete, as a person would list them.

import { type Extraction, type Fact, type Sentence, withLayers } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { type Stance, stanceAt } from '../attributes/stance.ts';
import type { Step } from '../step.ts';
import { spanOf } from '../words.ts';
import { type FactParts, partsOf } from './assemble.ts';
import { knownClauses } from './known-clauses.ts';
import { nominalFacts } from './nominal-facts.ts';

const BY = 'facts@2';

/** Open facts of every sentence, in order of the text; one a conjunct of subject and object. */
export const factsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'quotations'],
  assigns: ['facts'],
  run(extraction) {
    const found = extraction.sentences.flatMap((sentence) =>
      [
        ...knownClauses(extraction, sentence).flatMap((clause) =>
          partsOf(extraction, clause).map((parts) => ({ ...parts, head: clause.head })),
        ),
        ...nominalFacts(extraction, sentence),
      ].map((parts) => toFact(extraction, sentence, parts, stanceAt(extraction, parts.head))),
    );
    return withLayers(extraction, { facts: [...extraction.facts, ...found] });
  },
};

function toFact(extraction: Extraction, sentence: Sentence, parts: FactParts, stance: Stance): Fact {
  const predicateSpan = predicateSpanOf(extraction, parts);
  const toSpan = ({ first, last }: { first: number; last: number }): Span => spanOf(extraction, first, last);
  return {
    sentence: sentence.index,
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

/** Empty before the object where no word predicates. */
function predicateSpanOf(extraction: Extraction, { first, last }: FactParts): Span {
  const span = spanOf(extraction, first, Math.max(first, last));
  return last < first ? { start: span.start, end: span.start } : span;
}
