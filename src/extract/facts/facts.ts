// Open facts over the dependency tree, short and complete, as a person would list them.

import type { Extraction, Fact, Sentence } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { type Stance, stanceOf } from '../attributes/stance.ts';
import { nounPhrases } from '../noun-phrases.ts';
import type { Step } from '../step.ts';
import { spanOf } from '../words.ts';
import { type FactParts, partsOf } from './assemble.ts';
import { type PredicateClause, predicateClauses } from './read-clauses.ts';
import { type VerbGroup, verbGroups } from './verb-groups.ts';

const BY = 'facts@2';

/** Open facts of every sentence, in order of the text; one a conjunct of subject and object. */
export const factsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'quotations'],
  assigns: ['facts'],
  run(extraction) {
    const found = extraction.sentences.flatMap((sentence) => {
      const stances = new Map<PredicateClause, Stance>();
      const groups = verbGroups(extraction, sentence, nounPhrases(extraction, sentence));
      const clauses = predicateClauses(extraction, sentence);
      for (const clause of clauses) stances.set(clause, stanceOfClause(extraction, sentence, groups, clause));
      return clauses.flatMap((clause) =>
        partsOf(extraction, clause).map((parts) => toFact(extraction, clause, parts, stances.get(clause) as Stance)),
      );
    });
    return { ...extraction, facts: [...extraction.facts, ...found] };
  },
};

function stanceOfClause(
  extraction: Extraction,
  sentence: Sentence,
  groups: readonly VerbGroup[],
  clause: PredicateClause,
): Stance {
  const group = groups.find((each) => each.first <= clause.last && clause.last <= each.last + 1) ?? null;
  return group ? stanceOf(extraction, sentence, groups, group) : { polarity: 'positive', modality: 'actual' };
}

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
