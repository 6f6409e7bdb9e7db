// The step that turns clauses and noun patterns into relations: each edge has its reason in the words, never in mere closeness.
import type { Extraction, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { overlapsSpan, type Span } from '../../model/span.ts';
import { stanceOfArgument } from '../attributes/stance.ts';
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
      ...nounEdges(extraction, sentence, (token) => stanceNear(extraction, clausesOf(sentence), token)),
    ]),
    // That people number so many is said whatever the verb does with them; only the object of a verb shares its modality.
    ...numberEdges(extraction, (token) => {
      const clauses = clausesOf(extraction.sentences[extraction.tokens[token]?.sentence ?? -1] as Sentence);
      const governs = clauses.findLast(({ clause }) =>
        clause.objects.some((phrase) => phrase.first <= token && token <= phrase.last),
      );
      return { polarity: 'positive', modality: governs?.stance.modality ?? 'actual' };
    }),
  ];
  const cues = typedCues(extraction);
  const known = new Set(extraction.relations.map(keyOf));
  const found = new Map<string, Relation>();
  for (const edge of edges) {
    const relation = toRelation(extraction, ontology, edge);
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

/** The stance of an event that a noun names: of the verb it is an argument of ("cancelled talks"), else of the verb it is the subject of. */
function stanceNear(
  extraction: Extraction,
  clauses: readonly StancedClause[],
  token: number,
): Pick<Edge, 'polarity' | 'modality'> {
  const governs = clauses.findLast(({ clause }) => clause.group.last < token && isArgument(clause, token));
  if (governs) return stanceOfArgument(extraction, governs.stance, governs.clause.group.verb);
  // "Talks between A and B were cancelled": the verb follows the list, at most this many words on.
  const follows = clauses.find(({ clause }) => clause.group.first > token && clause.group.first - token <= 16);
  if (follows)
    return follows.clause.group.passive
      ? stanceOfArgument(extraction, follows.stance, follows.clause.group.verb)
      : follows.stance;
  return (
    clauses.findLast(({ clause }) => clause.group.last < token)?.stance ?? { polarity: 'positive', modality: 'actual' }
  );
}

function isArgument(clause: StancedClause['clause'], token: number): boolean {
  const phrases = [...clause.objects, ...clause.extras, ...clause.complements.map((each) => each.phrase)];
  return phrases.some((phrase) => phrase.first <= token && token <= phrase.last);
}
