// Compares typed relations from raw text with an annotated document: any overlapping mention of both entities, right type and direction.
import { keysOf } from '../../src/extract/learned-relations/entities.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { overlapsSpan } from '../../src/model/span.ts';
import { type AnnotatedDocument, SYMMETRIC } from './annotated.ts';

/** One relation to judge: keys of its two things (`keysOf`), its type. */
export interface StatedRelation {
  readonly subject: string;
  readonly object: string;
  readonly type: string;
  readonly score: number;
}

export interface Judged extends StatedRelation {
  /** In the form of AnnotatedDocument.relations; null where it is wrong. */
  readonly gold: string | null;
}

/**
 * The gold relations that these say, symmetric types in one order. One of ours says several where the gold holds apart what we
 * hold for one thing: Re-DocRED has Norway and what is called Norwegian as two entities, with the relations of both.
 */
export function toldRelations(
  extraction: Extraction,
  gold: AnnotatedDocument,
  judged: readonly Judged[],
): ReadonlySet<string> {
  const entities = goldEntities(extraction, gold);
  const told = judged.flatMap(({ subject, type, object }) => triplesBetween(entities, subject, type, object));
  return new Set(told.filter((triple) => gold.relations.has(triple)).map(orderEnds));
}

function triplesBetween(
  entities: ReadonlyMap<string, ReadonlySet<number>>,
  subject: string,
  type: string,
  object: string,
): string[] {
  return [...(entities.get(subject) ?? [])].flatMap((left) =>
    [...(entities.get(object) ?? [])].map((right) => `${left} ${type} ${right}`),
  );
}

/** The relations of an extraction, each thing and type once, at the highest score; symmetric types in either order. */
export function statedRelations(extraction: Extraction): StatedRelation[] {
  const keys = keysOf(extraction);
  const stated = new Map<string, StatedRelation>();
  for (const { subject, object, type, score } of extraction.relations) {
    if (type === null || object === null) continue;
    const ends = { subject: keys.get(subject) ?? subject, object: keys.get(object) ?? object };
    const key = `${ends.subject} ${type} ${ends.object}`;
    if ((stated.get(key)?.score ?? 0) < score) stated.set(key, { ...ends, type, score });
  }
  return [...stated.values()];
}

/** Gold entities that a mention of each of our things overlaps, by key. */
export function goldEntities(
  extraction: Extraction,
  gold: AnnotatedDocument,
): ReadonlyMap<string, ReadonlySet<number>> {
  const keys = keysOf(extraction);
  const entities = new Map<string, Set<number>>();
  const marked = gold.mentions.filter(({ entity }) => entity !== null);
  for (const mention of extraction.mentions) {
    const key = keys.get(mention.id) ?? mention.id;
    for (const other of marked) {
      if (other.entity === null || !overlapsSpan(mention, other)) continue;
      const known = entities.get(key) ?? new Set();
      entities.set(key, known.add(other.entity));
    }
  }
  return entities;
}

/** What a document's annotation says of a relation: the gold one (as in AnnotatedDocument.relations), null where it is wrong, undefined where it says nothing. */
export type Judge = (relation: Omit<StatedRelation, 'score'>) => string | null | undefined;

/** `sameSentence`: only pairs that share a sentence are annotated. */
export function makeJudge(extraction: Extraction, gold: AnnotatedDocument, sameSentence: boolean): Judge {
  const entities = goldEntities(extraction, gold);
  const sentences = sameSentence ? sentencesByKey(extraction) : null;
  const inside = goldMentions(extraction, gold);
  return ({ subject, type, object }) => {
    if (!gold.exhaustive.has(type)) return undefined;
    const triples = triplesBetween(entities, subject, type, object);
    const right = triples.find((triple) => gold.relations.has(triple));
    if (right !== undefined) return right;
    if (triples.some((triple) => gold.open.has(triple))) return undefined;
    if (isInsideOne(inside.get(subject), inside.get(object))) return undefined;
    return sentences && !share(sentences.get(subject), sentences.get(object)) ? undefined : null;
  };
}

/**
 * Judges relations of the types that the document annotates in full. What is neither right nor surely wrong is left out;
 * of several that say one gold relation the surest counts.
 */
export function judgeRelations(
  extraction: Extraction,
  gold: AnnotatedDocument,
  stated: readonly StatedRelation[],
  sameSentence: boolean,
): Judged[] {
  const judge = makeJudge(extraction, gold, sameSentence);
  const judged = new Map<string, Judged>();
  for (const relation of [...stated].sort((left, right) => right.score - left.score)) {
    const right = judge(relation);
    if (right === undefined) continue;
    const key = right === null ? `${relation.subject} ${relation.type} ${relation.object}` : orderEnds(right);
    if (!judged.has(key)) judged.set(key, { ...relation, gold: right });
  }
  return [...judged.values()];
}

/** The gold mentions that each of our things overlaps, by key. */
function goldMentions(extraction: Extraction, gold: AnnotatedDocument): ReadonlyMap<string, ReadonlySet<number>> {
  const keys = keysOf(extraction);
  const places = new Map<string, Set<number>>();
  for (const mention of extraction.mentions) {
    const key = keys.get(mention.id) ?? mention.id;
    const known = places.get(key) ?? new Set();
    for (const [place, other] of gold.mentions.entries()) if (overlapsSpan(mention, other)) known.add(place);
    places.set(key, known);
  }
  return places;
}

const NOWHERE: ReadonlySet<number> = new Set();

/** One of the two stands in the gold only inside mentions of the other ("Torva, Norland"): what holds inside a mention is not annotated. */
function isInsideOne(left: ReadonlySet<number> = NOWHERE, right: ReadonlySet<number> = NOWHERE): boolean {
  const isWithin = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
    one.size > 0 && [...one].every((place) => other.has(place));
  return isWithin(left, right) || isWithin(right, left);
}

/** How many gold relations there are to find. */
export function countGold(gold: AnnotatedDocument): number {
  return new Set([...gold.relations].map(orderEnds)).size;
}

/** One text for a symmetric relation told either way. */
function orderEnds(triple: string): string {
  const [subject = '', type = '', object = ''] = triple.split(' ');
  return SYMMETRIC.has(type) && Number(object) < Number(subject) ? `${object} ${type} ${subject}` : triple;
}

function sentencesByKey(extraction: Extraction): Map<string, Set<number>> {
  const keys = keysOf(extraction);
  const sentences = new Map<string, Set<number>>();
  for (const mention of extraction.mentions) {
    const key = keys.get(mention.id) ?? mention.id;
    const known = sentences.get(key) ?? new Set();
    sentences.set(key, known.add(extraction.tokens[mention.head]?.sentence ?? -1));
  }
  return sentences;
}

function share(left: ReadonlySet<number> = new Set(), right: ReadonlySet<number> = new Set()): boolean {
  return [...left].some((each) => right.has(each));
}
