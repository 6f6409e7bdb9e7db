// What lies between the two closest mentions of a pair: the way through the tree, how far apart they stand, and who stands nearer.
import type { Extraction } from '../../model/extraction.ts';
import type { Labels } from '../../onnx/text-session.ts';
import type { ReadWindow } from '../encoder/read-document.ts';
import { fullRelationAt, headOf, topOf } from '../tree.ts';
import type { WindowEntity } from './entities.ts';

/** Words on the way up from one mention to what is above both, the last one included; further ones are cut off. */
export const STEPS = 6;
/** Numbers of a pair in `bridges`: the closest mention of the subject and of the object, then the first pieces of the way up from each. */
export const BRIDGE = 2 + 2 * STEPS;
/** Numbers of a pair in `marks`, each below the number of its values in scripts/train/heads/bridges.py. */
export const MARKS = 9;
const NONE = -1;
/** Longest way, in edges of the tree; one more where the two stand in different sentences. */
const LONGEST_WAY = 8;
const MOST_SENTENCES = 5;
/** Least number of words between the two of each class of distance but the first. */
const DISTANCES = [1, 2, 3, 4, 6, 9, 14, 21, 36];
const MOST_NEARER = 3;
/** Sentences count as so many words when the closest two mentions are looked for. */
const SENTENCE_COST = 1000;
/** Bounds every climb, also in a broken tree. */
const DEEPEST = 40;

interface Place {
  /** Row of the mention in the batch. */
  readonly row: number;
  /** The token that heads it. */
  readonly head: number;
  readonly sentence: number;
  /** From the head up to the root. */
  readonly way: readonly number[];
}

/** For each pair a row of `bridges` [pairs, 14] and of `marks` [pairs, 9]. */
export function findBridges(
  extraction: Extraction,
  window: ReadWindow,
  entities: readonly WindowEntity[],
  pairs: readonly (readonly [number, number])[],
  { deprel }: Labels,
) {
  const places = placeAll(extraction, entities);
  const relations = new Map(deprel.map((name, index) => [name, index]));
  const relationOf = (token: number): number => relations.get(fullRelationAt(extraction, token)) ?? 0;
  const types = entities.map((entity) => entity.types[0]);
  const near = (from: Place, to: Place, side: number): number => nearerThan(places, types, from, to, side);
  const bridges = new Int32Array(pairs.length * BRIDGE).fill(NONE);
  const marks = new Int32Array(pairs.length * MARKS);
  for (let index = 0; index < pairs.length; index += 1) {
    const [left, right] = pairs[index] as readonly [number, number];
    const [subject, object] = closestOf(places[left] ?? [], places[right] ?? []);
    // Each way runs up to the word above both, that one included; up to the root where there is none.
    const [up, down] = stepsToMeeting(subject.way, object.way);
    const row = index * BRIDGE;
    bridges[row] = subject.row;
    bridges[row + 1] = object.row;
    writePieces(bridges, row + 2, window, subject.way, up);
    writePieces(bridges, row + 2 + STEPS, window, object.way, down);
    const mark = index * MARKS;
    marks[mark] = subject.sentence === object.sentence ? Math.min(LONGEST_WAY, up + down - 2) : LONGEST_WAY + 1;
    marks[mark + 1] = orderOf(subject, object);
    marks[mark + 2] = classOf(wordsBetween(subject, object));
    marks[mark + 3] = near(subject, object, right);
    marks[mark + 4] = near(object, subject, left);
    marks[mark + 5] = relationOf(subject.head);
    marks[mark + 6] = relationOf(subject.way[up - 2] ?? subject.head);
    marks[mark + 7] = relationOf(object.head);
    marks[mark + 8] = relationOf(object.way[down - 2] ?? object.head);
  }
  return { bridges, marks };
}

function placeAll(extraction: Extraction, entities: readonly WindowEntity[]): Place[][] {
  let row = 0;
  return entities.map(({ mentions }) =>
    mentions.map(({ mention, sentence }) => {
      const head = topOf(extraction, mention);
      const place = { row, head, sentence, way: climb(extraction, head) };
      row += 1;
      return place;
    }),
  );
}

function closestOf(subjects: readonly Place[], objects: readonly Place[]): [Place, Place] {
  let [one, other] = [subjects[0] as Place, objects[0] as Place];
  let least = Number.POSITIVE_INFINITY;
  for (const subject of subjects)
    for (const object of objects) {
      const cost = distance(subject, object);
      if (cost >= least) continue;
      one = subject;
      other = object;
      least = cost;
    }
  return [one, other];
}

function distance(left: Place, right: Place): number {
  return wordsBetween(left, right) + SENTENCE_COST * Math.abs(left.sentence - right.sentence);
}

function wordsBetween(left: Place, right: Place): number {
  return Math.abs(left.head - right.head);
}

/** How many sentences apart, and which comes first. */
function orderOf(subject: Place, object: Place): number {
  const apart = Math.min(MOST_SENTENCES, Math.abs(subject.sentence - object.sentence));
  return 2 * apart + (subject.head <= object.head ? 0 : 1);
}

function classOf(distance: number): number {
  let reached = 0;
  while (distance >= (DISTANCES[reached] ?? Number.POSITIVE_INFINITY)) reached += 1;
  return reached;
}

/** Words of each way as far as the first word of both, that one included; of all the way where they share none. */
function stepsToMeeting(left: readonly number[], right: readonly number[]): [number, number] {
  for (let step = 0; step < left.length; step += 1) {
    const other = right.indexOf(left[step] as number);
    if (other >= 0) return [step + 1, other + 1];
  }
  return [left.length, right.length];
}

function climb(extraction: Extraction, from: number): number[] {
  const way: number[] = [];
  for (let token = from; token >= 0 && way.length < DEEPEST; token = headOf(extraction, token)) way.push(token);
  return way;
}

/** First pieces of the words above the mention itself, of so many words of its way; of a way without any, that one's. */
function writePieces(
  rows: Int32Array,
  at: number,
  { pieces }: ReadWindow,
  way: readonly number[],
  steps: number,
): void {
  let next = at;
  for (let step = Math.min(1, steps - 1); step < steps && next < at + STEPS; step += 1) {
    const piece = pieces.get(way[step] as number)?.first;
    if (piece === undefined) continue;
    rows[next] = piece;
    next += 1;
  }
}

/** How many other things of the type of the entity at `side` stand nearer to `from` than `to` does. */
function nearerThan(
  places: readonly (readonly Place[])[],
  types: readonly (string | undefined)[],
  from: Place,
  to: Place,
  side: number,
): number {
  const limit = distance(from, to);
  let count = 0;
  for (let index = 0; index < places.length && count < MOST_NEARER; index += 1) {
    if (index === side || types[index] !== types[side]) continue;
    if (isNearer(places[index] ?? [], from, limit)) count += 1;
  }
  return count;
}

function isNearer(places: readonly Place[], from: Place, limit: number): boolean {
  for (const place of places) if (place.row !== from.row && distance(from, place) < limit) return true;
  return false;
}
