// The step that turns clauses and noun patterns into relations: each edge has its reason in the words, never in mere closeness.
import type { Extraction, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { clausesWithStance, type StancedClause } from '../facts/facts.ts';
import type { Step } from '../step.ts';
import { edgesOf } from './from-clauses.ts';
import { nounEdges } from './from-nouns.ts';
import { countedMentions, numberEdges } from './from-numbers.ts';
import { BY, type Edge, toRelation } from './make-relation.ts';

/** Open and trigger-typed relations of every sentence, and mentions of counted people that had none. */
export const factRelationsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'mentions', 'facts'],
  assigns: ['mentions', 'relations'],
  run(extraction, { ontology }) {
    const mentions = [...extraction.mentions, ...countedMentions(extraction)].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
    const complete = { ...extraction, mentions };
    return { ...complete, relations: [...extraction.relations, ...relationsOf(complete, ontology)] };
  },
};

function relationsOf(extraction: Extraction, ontology: Ontology): Relation[] {
  const clauses = new Map(
    extraction.sentences.map((sentence) => [sentence.index, clausesWithStance(extraction, sentence)]),
  );
  const clausesOf = (sentence: Sentence): readonly StancedClause[] => clauses.get(sentence.index) ?? [];
  const edges = [
    ...extraction.sentences.flatMap((sentence) => [
      ...clausesOf(sentence).flatMap((clause) => edgesOf(extraction, clause)),
      ...nounEdges(extraction, sentence, (token) => stanceNear(clausesOf(sentence), token)),
    ]),
    ...numberEdges(extraction, (token) => {
      const sentence = extraction.sentences[extraction.tokens[token]?.sentence ?? -1];
      return sentence ? stanceNear(clausesOf(sentence), token) : { polarity: 'positive', modality: 'actual' };
    }),
  ];
  const known = new Set(extraction.relations.map(keyOf));
  const found = new Map<string, Relation>();
  for (const edge of edges) {
    const relation = toRelation(extraction, ontology, edge);
    if (relation && !known.has(keyOf(relation))) found.set(relation.id, relation);
  }
  return [...found.values()];
}

/** A typed relation that an earlier step found between the same mentions is not stated twice. */
function keyOf(relation: Relation): string {
  return relation.type === null ? relation.id : `${relation.type} ${relation.subject} ${relation.object}`;
}

/** The stance of an event that a noun names: that of the verb which governs it (the nearest before, else its subject's verb). */
function stanceNear(clauses: readonly StancedClause[], token: number): Pick<Edge, 'polarity' | 'modality'> {
  const governs = clauses.findLast(({ clause }) => clause.group.last < token);
  const follows = clauses.find(({ clause }) => clause.subject.first <= token && token <= clause.subjectEnd);
  return follows?.stance ?? governs?.stance ?? { polarity: 'positive', modality: 'actual' };
}
