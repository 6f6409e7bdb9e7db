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
  const near = (from: Place, to: Place, side: number): number => nearerThan(places, entities, from, to, side);
  const bridges = new Int32Array(pairs.length * BRIDGE).fill(NONE);
  const marks = new Int32Array(pairs.length * MARKS);
  for (const [index, [left, right]] of pairs.entries()) {
    const [subject, object] = closestOf(places[left] ?? [], places[right] ?? []);
    const [up, down] = waysOf(extraction, subject, object);
    const row = index * BRIDGE;
    bridges.set([subject.row, object.row], row);
    bridges.set(piecesOf(window, up), row + 2);
    bridges.set(piecesOf(window, down), row + 2 + STEPS);
    marks.set(
      [
        subject.sentence === object.sentence ? Math.min(LONGEST_WAY, up.length + down.length - 2) : LONGEST_WAY + 1,
        orderOf(subject, object),
        DISTANCES.filter((least) => wordsBetween(subject, object) >= least).length,
        near(subject, object, right),
        near(object, subject, left),
        relationOf(subject.head),
        relationOf(up.at(-2) ?? subject.head),
        relationOf(object.head),
        relationOf(down.at(-2) ?? object.head),
      ],
      index * MARKS,
    );
  }
  return { bridges, marks };
}

function placeAll(extraction: Extraction, entities: readonly WindowEntity[]): Place[][] {
  let row = 0;
  return entities.map(({ mentions }) =>
    mentions.map(({ mention, sentence }) => {
      const head = topOf(extraction, mention);
      const place = { row, head, sentence };
      row += 1;
      return place;
    }),
  );
}

function closestOf(subjects: readonly Place[], objects: readonly Place[]): [Place, Place] {
  let best: [Place, Place] = [subjects[0] as Place, objects[0] as Place];
  let least = Number.POSITIVE_INFINITY;
  for (const subject of subjects)
    for (const object of objects) {
      const cost = distance(subject, object);
      if (cost >= least) continue;
      [best, least] = [[subject, object], cost];
    }
  return best;
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

/** From each mention's head up to the word above both, that one included; up to the roots where there is none. */
function waysOf(extraction: Extraction, subject: Place, object: Place): [number[], number[]] {
  const [left, right] = [climb(extraction, subject.head), climb(extraction, object.head)];
  const meets = left.find((token) => right.includes(token));
  if (meets === undefined) return [left, right];
  return [left.slice(0, left.indexOf(meets) + 1), right.slice(0, right.indexOf(meets) + 1)];
}

function climb(extraction: Extraction, from: number): number[] {
  const way: number[] = [];
  for (let token = from; token >= 0 && way.length < DEEPEST; token = headOf(extraction, token)) way.push(token);
  return way;
}

/** Of the words above the mention itself; of a way without any, that one. */
function piecesOf({ pieces }: ReadWindow, way: readonly number[]): number[] {
  const above = way.length > 1 ? way.slice(1) : way;
  return above.flatMap((token) => pieces.get(token)?.first ?? []).slice(0, STEPS);
}

/** How many other things of the type of the entity at `side` stand nearer to `from` than `to` does. */
function nearerThan(
  places: readonly (readonly Place[])[],
  entities: readonly WindowEntity[],
  from: Place,
  to: Place,
  side: number,
): number {
  const [type, limit] = [entities[side]?.types[0], distance(from, to)];
  let count = 0;
  for (const [index, own] of places.entries()) {
    if (index === side || entities[index]?.types[0] !== type) continue;
    if (own.some((place) => place.row !== from.row && distance(from, place) < limit)) count += 1;
    if (count === MOST_NEARER) break;
  }
  return count;
}
