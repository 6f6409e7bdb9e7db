// The step that turns clauses and noun patterns into relations: each edge has its reason in the words, never in mere closeness.
import type { Extraction, Modality, Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { overlapsSpan, type Span } from '../../model/span.ts';
import { stanceAt } from '../attributes/stance.ts';
import { knownClauses } from '../facts/known-clauses.ts';
import type { PredicateClause } from '../facts/read-clauses.ts';
import type { Step } from '../step.ts';
import { fullRelationAt, headOf } from '../tree.ts';
import { eventDates } from './event-dates.ts';
import { edgesOf } from './from-clauses.ts';
import { nounEdges } from './from-nouns.ts';
import { countedMentions, numberEdges } from './from-numbers.ts';
import { rivalEdges } from './from-rivals.ts';
import { roleRelations } from './from-roles.ts';
import { BY, toRelation } from './make-relation.ts';

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
    // Counted people are neither names nor dates, which alone bear on clauses: those of the facts hold.
    const clauses = extraction.sentences.map((sentence) => knownClauses(extraction, sentence));
    return { ...complete, relations: [...extraction.relations, ...relationsOf(complete, clauses, ontology)] };
  },
};

function relationsOf(
  extraction: Extraction,
  clauses: readonly (readonly PredicateClause[])[],
  ontology: Ontology,
): Relation[] {
  const edges = [
    ...extraction.sentences.flatMap((sentence, place) => [
      ...(clauses[place] ?? []).flatMap((clause) => edgesOf(extraction, clause)),
      ...nounEdges(extraction, sentence),
      ...rivalEdges(extraction, sentence),
    ]),
    ...eventDates(extraction),
    // That people number so many is said whatever the verb does with them; only the object of a verb shares its modality.
    ...numberEdges(extraction, (token) => ({ polarity: 'positive', modality: objectModality(extraction, token) })),
  ];
  const cues = typedCues(extraction);
  const known = new Set(extraction.relations.map(keyOf));
  const found = new Map<string, Relation>();
  const roles = extraction.sentences.flatMap((sentence) => roleRelations(extraction, sentence, ontology));
  for (const relation of [...roles, ...edges.map((edge) => toRelation(extraction, ontology, edge))]) {
    if (relation && !known.has(keyOf(relation)) && !isTold(cues, relation)) found.set(relation.id, relation);
  }
  return [...found.values()];
}

/** Cues of the typed relations that earlier steps found, by the pair of their mentions. */
function typedCues(extraction: Extraction): ReadonlyMap<string, readonly Span[]> {
  const cues = new Map<string, Span[]>();
  for (const { type, subject, object, cue } of extraction.relations) {
    if (type !== null && cue)
      for (const pair of [`${subject} ${object}`, `${object} ${subject}`])
        cues.set(pair, [...(cues.get(pair) ?? []), cue]);
  }
  return cues;
}

/** An open edge over the words of a typed relation between the same two says less than that one. */
function isTold(
  cues: ReadonlyMap<string, readonly Span[]>,
  { type, literal, subject, object, cue }: Relation,
): boolean {
  if (type !== null || literal !== null || cue === null) return false;
  return (cues.get(`${subject} ${object}`) ?? []).some((each) => overlapsSpan(each, cue));
}

/** A typed relation that an earlier step found between the same mentions is not stated twice. */
function keyOf(relation: Relation): string {
  return relation.type === null ? relation.id : `${relation.type} ${relation.subject} ${relation.object}`;
}

function objectModality(extraction: Extraction, token: number): Modality {
  const isObject = fullRelationAt(extraction, token) === 'obj';
  return isObject ? stanceAt(extraction, headOf(extraction, token)).modality : 'actual';
}
