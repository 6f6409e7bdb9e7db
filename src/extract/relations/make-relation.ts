// Makes relations that the ontology allows: types are checked against domain and range, and the direction is the ontology's.
import {
  type Extraction,
  type Mention,
  type Modality,
  type Polarity,
  type Relation,
  type Sentence,
  type TimeRange,
  withLayers,
} from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import type { Ontology } from '../../model/ontology.ts';
import type { Span } from '../../model/span.ts';

export interface RelationSeed {
  readonly subject: Mention;
  readonly object: Mention;
  readonly type: string;
  readonly predicate: string;
  readonly cue: Span | null;
  readonly sentence: Sentence;
  /** Guessed precision of the rule, not yet calibrated. */
  readonly score: number;
  readonly by: string;
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  readonly time?: TimeRange | null;
}

/** The type of what a mention stands for: "German" read as Germany is a Place. */
export function typeOfReferent(mention: Mention): string {
  return mention.referent?.type ?? mention.type;
}

/** A relation, or nothing where the ontology lacks the type or forbids these arguments. */
export function makeRelation(extraction: Extraction, ontology: Ontology, seed: RelationSeed): Relation[] {
  const relationType = ontology.relationTypes.find(({ name }) => name === seed.type);
  const { subject, object } = seed;
  if (!relationType || subject.id === object.id) return [];
  if (isOpen(subject) && isOpen(object)) return [];
  if (!admits(relationType.domain, subject) || !admits(relationType.range, object)) return [];
  const cue = seed.cue === null ? null : { start: seed.cue.start, end: seed.cue.end };
  return [
    {
      id: makeId('relation', extraction.document.id, subject.id, object.id, seed.type, cue?.start ?? null, seed.by),
      subject: subject.id,
      object: object.id,
      literal: object.literal,
      type: seed.type,
      predicate: seed.predicate,
      cue,
      evidence: { start: seed.sentence.start, end: seed.sentence.end },
      polarity: seed.polarity ?? 'positive',
      modality: seed.modality ?? 'actual',
      attribution: null,
      time: seed.time ?? null,
      score: seed.score,
      by: seed.by,
    },
  ];
}

/** By the type of what it stands for; a name of unknown type may be anything, where the other end is known. */
function admits(types: readonly string[], mention: Mention): boolean {
  return isOpen(mention) || types.includes(typeOfReferent(mention));
}

function isOpen({ type, kind }: Mention): boolean {
  return type === 'Other' && kind === 'name';
}

/** The extraction with more relations; of two with the same arguments and type in one sentence the better stays. */
export function addRelations(extraction: Extraction, relations: readonly Relation[]): Extraction {
  const key = (relation: Relation) =>
    `${relation.subject} ${relation.object} ${relation.type} ${relation.evidence.start} ${relation.predicate.toLowerCase()}`;
  const seen = new Set(extraction.relations.map(key));
  const best = [...relations].sort((a, b) => b.score - a.score);
  const fresh = best.filter((relation) => !seen.has(key(relation)) && seen.add(key(relation)));
  const order = (a: Relation, b: Relation) =>
    a.evidence.start - b.evidence.start || (a.cue?.start ?? 0) - (b.cue?.start ?? 0) || (a.id < b.id ? -1 : 1);
  return withLayers(extraction, { relations: [...extraction.relations, ...fresh.sort(order)] });
}
