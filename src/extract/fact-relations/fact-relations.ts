// The step that turns clauses and noun patterns into relations: each edge has its reason in the words, never in mere closeness.
import {
  type Extraction,
  type Mention,
  type Modality,
  type Relation,
  type Sentence,
  withLayers,
} from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { overlapsSpan, type Span } from '../../model/span.ts';
import { stanceAt } from '../attributes/stance.ts';
import { isAnonymous } from '../chain-index.ts';
import { knownClauses } from '../facts/known-clauses.ts';
import { type PredicateClause, predicateClauses } from '../facts/read-clauses.ts';
import { tableRelations } from '../relations/constructions.ts';
import type { Step } from '../step.ts';
import { fullRelationAt, headOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { actingMentions } from './acting-bodies.ts';
import { lifeRelations } from './births-and-deaths.ts';
import { eventDates } from './event-dates.ts';
import { ageEdges } from './from-ages.ts';
import { edgesOf } from './from-clauses.ts';
import { doneEdges } from './from-done.ts';
import { eventEdges } from './from-events.ts';
import { nounEdges } from './from-nouns.ts';
import { countedMentions, numberEdges } from './from-numbers.ts';
import { occupationRelations } from './from-occupations.ts';
import { placeNounEdges } from './from-place-nouns.ts';
import { possessedEdges } from './from-possessed.ts';
import { priceEdges } from './from-prices.ts';
import { rivalEdges } from './from-rivals.ts';
import { roleRelations } from './from-roles.ts';
import { stakeEdges } from './from-stakes.ts';
import { ANYBODY, tollEdges } from './from-tolls.ts';
import { largerPlaces } from './larger-places.ts';
import { BY, type Edge, toRelation } from './make-relation.ts';

/** Open and trigger-typed relations of every sentence, and mentions of counted people and of bodies that had none. */
export const factRelationsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'mentions', 'facts'],
  assigns: ['mentions', 'relations'],
  run(extraction, { ontology }) {
    const mentions = [...extraction.mentions, ...countedMentions(extraction), ...actingMentions(extraction)].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
    const complete = withLayers(extraction, { mentions });
    // Counted people and acting bodies are neither names nor dates, which alone bear on clauses: those of the facts hold.
    const clauses = extraction.sentences.map((sentence) => knownClauses(extraction, sentence));
    const relations = relationsOf(complete, extraction.sentences, clauses, ontology);
    return withLayers(complete, { relations: [...extraction.relations, ...relations] });
  },
};

/** Typed relations that the rules read of mentions taken up after them: pronouns for which the text names nobody. */
export function relationsWith(extraction: Extraction, mentions: readonly Mention[], ontology: Ontology): Relation[] {
  const ends = new Set(mentions.map(({ id }) => id));
  const places = new Set(mentions.map(({ head }) => extraction.tokens[head]?.sentence ?? -1));
  const sentences = extraction.sentences.filter(({ index }) => places.has(index));
  const clauses = sentences.map((sentence) => predicateClauses(extraction, sentence));
  const read = [
    ...tableRelations(extraction, sentences, ontology),
    ...relationsOf(extraction, sentences, clauses, ontology),
  ];
  const said = new Set(ontology.relationTypes.flatMap(({ name, family }) => (isOfLife(name, family) ? [name] : [])));
  return read.filter(
    ({ type, subject, object }) => said.has(type ?? '') && object !== null && (ends.has(subject) || ends.has(object)),
  );
}

/** What a text tells of somebody it does not name: of other families the rules were right every other time there. */
function isOfLife(name: string, family: string): boolean {
  return family === 'person' || family === 'time' || name === 'WORKS_FOR';
}

/** `clauses`: those of each of the sentences. */
function relationsOf(
  extraction: Extraction,
  sentences: readonly Sentence[],
  clauses: readonly (readonly PredicateClause[])[],
  ontology: Ontology,
): Relation[] {
  const stakes = stakeEdges(extraction);
  const shared = new Set(stakes.map(({ object }) => object?.id));
  const read = [
    ...sentences.flatMap((sentence, place) => [
      ...(clauses[place] ?? []).flatMap((clause) => edgesOf(extraction, clause)),
      ...nounEdges(extraction, sentence),
      ...doneEdges(extraction, sentence),
      ...rivalEdges(extraction, sentence),
      ...eventEdges(extraction, sentence),
      ...possessedEdges(extraction, sentence),
    ]),
    ...eventDates(extraction),
    ...tollEdges(extraction),
    ...ageEdges(extraction),
    ...priceEdges(extraction),
    ...placeNounEdges(extraction),
  ];
  // "owns 14 percent": of what, the stake tells.
  const others = read.filter(({ literal, object }) => literal === null || !shared.has(object?.id));
  const told = new Set(others.map(({ subject, object, literal }) => (literal ? '' : `${subject.id} ${object?.id}`)));
  const edges = [...others, ...stakes.filter(({ subject, object }) => !told.has(`${subject.id} ${object?.id}`))];
  // That people number so many is said whatever the verb does with them; only the object of a verb shares its modality.
  const counts = numberEdges(extraction, (token) => ({
    ...{ polarity: 'positive', modality: objectModality(extraction, token) },
  })).filter((count) => !isCountedElsewhere(extraction, count, edges));
  const cues = typedCues(extraction);
  const known = new Set(extraction.relations.map(keyOf));
  const found = new Map<string, Relation>();
  const roles = sentences.flatMap((sentence) => roleRelations(extraction, sentence, ontology));
  // A role says more than that somebody works there.
  const related = new Set([...extraction.relations, ...roles].flatMap((each) => (each.type ? [pairOf(each)] : [])));
  const occupations = sentences
    .flatMap((sentence) => occupationRelations(extraction, sentence, ontology))
    .filter((each) => !related.has(pairOf(each)));
  const lives = sentences.flatMap((sentence) => lifeRelations(extraction, sentence, ontology));
  for (const relation of [
    ...roles,
    ...occupations,
    ...lives,
    ...[...edges, ...counts].map((edge) => toRelation(extraction, ontology, edge)),
  ]) {
    if (relation && !known.has(keyOf(relation)) && !isTold(cues, relation)) found.set(relation.id, relation);
  }
  // "Founded: 12 May 1954; Torva": the label of a form is no verb.
  const labels = extraction.relations.flatMap(({ by, cue }) => (by.startsWith('fields@') && cue ? [cue] : []));
  for (const { id, cue } of found.values())
    if (cue && labels.some((label) => overlapsSpan(label, cue))) found.delete(id);
  const stated = [...extraction.relations, ...found.values()];
  for (const relation of largerPlaces(extraction, stated))
    if (!known.has(keyOf(relation))) found.set(relation.id, relation);
  return [...found.values()];
}

/** "Norair employs |3,000| people": its number of them, and "people number 3,000" says nothing more. */
function isCountedElsewhere(extraction: Extraction, { subject, object }: Edge, edges: readonly Edge[]): boolean {
  return (
    wordAt(extraction, subject.head) === ANYBODY &&
    isAnonymous(extraction, subject) &&
    edges.some((edge) => edge.object === object && edge.literal !== null && !isAnonymous(extraction, edge.subject))
  );
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

function pairOf({ subject, object }: Relation): string {
  return `${subject} ${object}`;
}

/** A typed relation that an earlier step found between the same mentions is not stated twice. */
function keyOf(relation: Relation): string {
  return relation.type === null ? relation.id : `${relation.type} ${relation.subject} ${relation.object}`;
}

function objectModality(extraction: Extraction, token: number): Modality {
  const isObject = fullRelationAt(extraction, token) === 'obj';
  return isObject ? stanceAt(extraction, headOf(extraction, token)).modality : 'actual';
}
