// Which pairs of a window's entities the relation head scores, and what it says of them.
import type { Extraction } from '../../model/extraction.ts';
import type { Ontology, RelationType } from '../../model/ontology.ts';
import type { PairSession } from '../../onnx/pair-session.ts';
import type { Labels } from '../../onnx/text-session.ts';
import type { ReadWindow } from '../encoder/read-document.ts';
import { findBridges } from './bridges.ts';
import type { WindowEntity } from './entities.ts';
import { FARTHEST } from './evidence.ts';

/** An entity with the sentences in which mentions stand that could show a relation of it, in reading order. */
export interface PlacedEntity extends WindowEntity {
  readonly sentences: readonly number[];
}

export interface PairScore {
  readonly subject: WindowEntity;
  readonly object: WindowEntity;
  readonly type: RelationType;
  /** Logit minus threshold logit. */
  readonly score: number;
}

/** Pairs of one run: each takes a row as long as the window inside the graph. Few windows of news have more; a second run costs a third. */
const MOST_PAIRS = 640;
/** Scores below this never become a relation, whatever the calibration. */
export const LEAST_SCORE = -3;

type Pair = readonly [subject: number, object: number];

/** All scores worth a look, for the types that the ontology allows between the two. */
export async function scorePairs(
  extraction: Extraction,
  session: PairSession,
  window: ReadWindow,
  entities: readonly PlacedEntity[],
  labels: Labels,
  ontology: Ontology,
): Promise<PairScore[]> {
  const { types, roles, pairs } = askedPairs(entities, labels, ontology);
  if (pairs.length === 0) return [];
  const filled = fillEntities(window, entities, labels);
  const found: PairScore[] = [];
  for (let from = 0; from < pairs.length; from += MOST_PAIRS) {
    const chunk = pairs.slice(from, from + MOST_PAIRS);
    const between = findBridges(extraction, window, entities, chunk, labels);
    const scores = await session.scoreRelations({ ...filled, pairs: flatten(chunk), ...between });
    for (let row = 0; row < chunk.length; row += 1) {
      const [left, right] = chunk[row] as Pair;
      const ends = { subject: entities[left] as WindowEntity, object: entities[right] as WindowEntity };
      const mayBe = { subject: (roles[left] as Roles).subject, object: (roles[right] as Roles).object };
      const own = scores.subarray(row * labels.relationTypes.length, (row + 1) * labels.relationTypes.length);
      takeScores(found, own, ends, mayBe, types);
    }
  }
  return found;
}

/** Tens of thousands of scores a document, nearly all below the least. */
function takeScores(
  into: PairScore[],
  scores: Float32Array,
  { subject, object }: Pick<PairScore, 'subject' | 'object'>,
  mayBe: Roles,
  types: readonly LearnedType[],
): void {
  for (let index = 0; index < types.length; index += 1) {
    const { place, type } = types[index] as LearnedType;
    const score = scores[place] ?? LEAST_SCORE;
    if (score <= LEAST_SCORE || !mayBe.subject[index] || !mayBe.object[index]) continue;
    into.push({ subject, object, type, score });
  }
}

/** Which pairs the head is asked about, with the types it may name and the roles of each entity in them. */
export function askedPairs(entities: readonly PlacedEntity[], labels: Labels, ontology: Ontology) {
  const { types, known } = learnedOf(labels, ontology);
  const roles = entities.map((entity) => {
    const key = `${entity.role} ${entity.types}`;
    const own = known.get(key) ?? rolesOf(entity, types);
    known.set(key, own);
    return own;
  });
  return { types, roles, pairs: choosePairs(entities, roles) };
}

/** In which types an entity may be subject and object, 1 where it may; in the order of the learned types. */
export interface Roles {
  readonly subject: Uint8Array;
  readonly object: Uint8Array;
}

/** By its types; a name of unknown type may be anything. */
export function rolesOf(entity: WindowEntity, types: readonly LearnedType[]): Roles {
  const isUnknown = entity.role === 'named' && entity.types[0] === 'Other';
  const fits = (allowed: readonly string[]): boolean =>
    isUnknown || entity.types.some((type) => allowed.includes(type));
  return {
    subject: Uint8Array.from(types, ({ type }) => (fits(type.domain) ? 1 : 0)),
    object: Uint8Array.from(types, ({ type }) => (fits(type.range) ? 1 : 0)),
  };
}

function share(subject: Uint8Array, object: Uint8Array): boolean {
  for (let place = 0; place < subject.length; place += 1) if (subject[place] === 1 && object[place] === 1) return true;
  return false;
}

export interface LearnedType {
  /** In the order of the labels. */
  readonly place: number;
  readonly type: RelationType;
}

const learnedBy = new WeakMap<
  Ontology,
  { readonly types: readonly LearnedType[]; readonly known: Map<string, Roles> }
>();

/** The types, and the roles met so far by what decides them: worked out once for each ontology. */
function learnedOf(labels: Labels, ontology: Ontology) {
  const before = learnedBy.get(ontology);
  if (before) return before;
  const learned = { types: learnedTypes(labels, ontology), known: new Map<string, Roles>() };
  learnedBy.set(ontology, learned);
  return learned;
}

/** Types that both the head and the ontology know: a user's ontology may have dropped or renamed some. */
function learnedTypes({ relationTypes }: Labels, ontology: Ontology): LearnedType[] {
  return relationTypes.flatMap((name, place) => {
    const type = ontology.relationTypes.find((each) => each.name === name);
    return type ? [{ place, type }] : [];
  });
}

/** Ordered pairs that some type allows and that the text brings together: no sentences would show what is further apart. */
export function choosePairs(entities: readonly PlacedEntity[], roles: readonly Roles[]): Pair[] {
  const pairs: Pair[] = [];
  for (let left = 0; left < entities.length; left += 1) {
    const subject = entities[left] as PlacedEntity;
    if (subject.role === 'value') continue;
    const own = (roles[left] as Roles).subject;
    for (let right = 0; right < entities.length; right += 1) {
      const object = entities[right] as PlacedEntity;
      if (subject.key === object.key || isSeldom(subject, object)) continue;
      if (!share(own, (roles[right] as Roles).object)) continue;
      if (areNear(subject, object)) pairs.push([left, right]);
    }
  }
  return pairs;
}

/**
 * A place that does something to a person: what holds both ways is asked from the person on, and of the rest (owned by, opposes) the
 * head states nothing that a text says. One pair in nine.
 */
function isSeldom(subject: PlacedEntity, object: PlacedEntity): boolean {
  return object.types[0] === 'Person' && subject.types.every((type) => type === 'Place');
}

/** Sentences from a pronoun or nominal to a name of the other. */
const REACH = 1;

/**
 * Two names may stand far apart. A date, pronoun or nominal shares a sentence with the other, or with what stands for it, and no
 * two pronouns or nominals are related: of all relations stated of 84 documents one in a hundred was another one, and those
 * were four pairs in ten.
 */
function areNear(subject: PlacedEntity, object: PlacedEntity): boolean {
  const isNamed = subject.role === 'named' && object.role === 'named';
  if (!meet(subject.sentences, object.sentences, isNamed ? FARTHEST : 0)) return false;
  const [isLeft, isRight] = [subject.role === 'reference', object.role === 'reference'];
  if (isLeft === isRight) return !isLeft;
  return subject.mentions.some(({ sentence }) =>
    object.mentions.some((other) => Math.abs(sentence - other.sentence) <= REACH),
  );
}

/** True where some number of the one sorted list is at most so far from some of the other. */
function meet(left: readonly number[], right: readonly number[], reach: number): boolean {
  for (let here = 0, there = 0; here < left.length && there < right.length; ) {
    const apart = (left[here] ?? 0) - (right[there] ?? 0);
    if (Math.abs(apart) <= reach) return true;
    if (apart < 0) here += 1;
    else there += 1;
  }
  return false;
}

/** All of a batch but the pairs. */
export function fillEntities(window: ReadWindow, entities: readonly WindowEntity[], { entityTypes }: Labels) {
  const most = Math.max(...entities.map(({ mentions }) => mentions.length));
  const grid = new Int32Array(entities.length * most).fill(-1);
  const rows: number[] = [];
  for (const [index, { mentions }] of entities.entries()) {
    for (const [place, { firstPiece, lastPiece }] of mentions.entries()) {
      grid[index * most + place] = rows.length / 2;
      rows.push(firstPiece, lastPiece);
    }
  }
  return {
    length: window.input.length,
    states: window.states,
    queries: window.queries,
    keys: window.keys,
    mentions: Int32Array.from(rows),
    entities: grid,
    types: Int32Array.from(entities, ({ types }) => Math.max(0, entityTypes.indexOf(types[0] ?? ''))),
  };
}

function flatten(pairs: readonly Pair[]): Int32Array {
  const rows = new Int32Array(2 * pairs.length);
  for (const [row, pair] of pairs.entries()) rows.set(pair, 2 * row);
  return rows;
}
