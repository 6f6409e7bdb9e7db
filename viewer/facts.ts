// The payload with the indexes that the page needs: what a graph holds, never what is chosen or how it looks. Flat typed
// columns for what every picture needs; lists and look-ups by id are made when they are first asked for.
import type { GraphPayload, Numbers } from '../src/server/payload.ts';
import { type ClaimFacet, makeClaimFacets } from './claim-facets.ts';
import { once } from './once.ts';

/** All pairs of entities with at least one claim between them; place i of every list is one pair. `left` < `right`. */
export interface Pairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** By claim: its pair; -1 where it has no second entity. */
  readonly of: Int32Array;
  /** Claims of pair i: `list[start[i]]` up to, not including, `list[start[i + 1]]`. */
  readonly start: Int32Array;
  readonly list: Int32Array;
  /** The same as a list; none for -1. */
  readonly claims: Members;
}

/** What belongs to a place: a list of its own, made at the question, so that a large graph holds no list a name. */
export type Members = (place: number) => number[];

export interface Facts {
  readonly payload: GraphPayload;
  readonly entityCount: number;
  readonly claimCount: number;
  readonly pairs: Pairs;
  /** By entity: how many pairs touch it. */
  readonly degree: Int32Array;
  /** By entity: its claims, literals included. */
  readonly claimsOf: Members;
  /** By entity: the pairs that touch it. */
  readonly pairsOf: Members;
  /** The same, flat: for walks over many entities. */
  readonly near: Groups;
  readonly claimFacets: readonly ClaimFacet[];
  /** By claim: conflicts it stands in. */
  readonly conflictsOf: ReadonlyMap<number, readonly number[]>;
  readonly entityPlace: Places;
  readonly claimPlace: Places;
  readonly documentPlace: Places;
}

/** Place by id. */
export type Places = Pick<ReadonlyMap<string, number>, 'get' | 'has'>;

/** A few passes over the columns; pairs stand in order of their first claim. */
export function makeFacts(payload: GraphPayload): Facts {
  const { claims, entities, documents } = payload;
  const [entityCount, claimCount] = [entities.name.length, claims.type.length];
  const pairs = findPairs(claims, entityCount);
  const near = once(() => bothEnds(entityCount, pairs.left, pairs.right));
  const claimFacets = once(() => makeClaimFacets(payload));
  const conflictsOf = once(() => indexConflicts(payload));
  return {
    ...{ payload, entityCount, claimCount, pairs },
    degree: countEnds(entityCount, pairs.left, pairs.right),
    claimsOf: membersOf(once(() => bothEnds(entityCount, claims.subject, claims.object))),
    pairsOf: membersOf(near),
    get near() {
      return near();
    },
    get claimFacets() {
      return claimFacets();
    },
    get conflictsOf() {
      return conflictsOf();
    },
    entityPlace: placesOf(() => entities.id),
    claimPlace: placesOf(() => claims.id),
    documentPlace: placesOf(() => documents.id),
  };
}

/** The other end of a pair. */
export function otherEnd({ pairs }: Facts, pair: number, entity: number): number {
  return (pairs.left[pair] === entity ? pairs.right[pair] : pairs.left[pair]) ?? -1;
}

/** The pair between two entities, in either order; -1 where nothing is said about them together. */
export function findPair(facts: Facts, one: number, other: number): number {
  return facts.pairsOf(one).find((pair) => otherEnd(facts, pair, one) === other) ?? -1;
}

/** Items by key, flat: those of key i stand from `start[i]` on in `list`, up to `start[i + 1]`. */
export interface Groups {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/**
 * Without a table of pairs: claims are grouped by their lower end, and within a group the last pair seen at each upper
 * end is remembered in a column.
 */
function findPairs({ subject, object }: GraphPayload['claims'], entityCount: number): Pairs {
  const claimCount = subject.length;
  const low = new Int32Array(claimCount).fill(-1);
  const high = new Int32Array(claimCount);
  for (let claim = 0; claim < claimCount; claim += 1) {
    const [one, other] = [subject[claim] as number, object[claim] as number];
    if (other < 0 || one < 0) continue;
    low[claim] = Math.min(one, other);
    high[claim] = Math.max(one, other);
  }
  const byLow = group(entityCount, low);
  /** By claim: the first claim of its pair. */
  const first = new Int32Array(claimCount).fill(-1);
  const seenFrom = new Int32Array(entityCount).fill(-1);
  const seenClaim = new Int32Array(entityCount);
  for (let entity = 0; entity < entityCount; entity += 1) {
    for (let at = byLow.start[entity] as number; at < (byLow.start[entity + 1] as number); at += 1) {
      const claim = byLow.list[at] as number;
      const other = high[claim] as number;
      if (seenFrom[other] !== entity) {
        seenFrom[other] = entity;
        seenClaim[other] = claim;
      }
      first[claim] = seenClaim[other] as number;
    }
  }
  const of = new Int32Array(claimCount).fill(-1);
  let count = 0;
  for (let claim = 0; claim < claimCount; claim += 1) {
    const original = first[claim] as number;
    if (original < 0) continue;
    if (original === claim) {
      of[claim] = count;
      count += 1;
    } else of[claim] = of[original] as number;
  }
  const [left, right] = [new Int32Array(count), new Int32Array(count)];
  for (let claim = 0; claim < claimCount; claim += 1) {
    const pair = of[claim] as number;
    if (pair < 0) continue;
    left[pair] = low[claim] as number;
    right[pair] = high[claim] as number;
  }
  const { start, list } = group(count, of);
  return { left, right, of, start, list, claims: membersOf(() => ({ start, list })) };
}

/** Counting sort: places by their key, in order of place; those with a negative key stand nowhere. */
function group(keys: number, keyOf: Int32Array): Groups {
  const start = new Int32Array(keys + 1);
  for (const key of keyOf) if (key >= 0) start[key + 1] = (start[key + 1] as number) + 1;
  for (let key = 0; key < keys; key += 1) start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  const list = new Int32Array(start[keys] ?? 0);
  const next = start.slice(0, keys);
  for (let place = 0; place < keyOf.length; place += 1) {
    const key = keyOf[place] as number;
    if (key < 0) continue;
    list[next[key] as number] = place;
    next[key] = (next[key] as number) + 1;
  }
  return { start, list };
}

/** Places by each of their two ends; where both are the same they stand there once. */
function bothEnds(entityCount: number, one: Numbers, other: Numbers): Groups {
  const start = new Int32Array(entityCount + 1);
  const degree = countEnds(entityCount, one, other);
  for (let entity = 0; entity < entityCount; entity += 1)
    start[entity + 1] = (start[entity] as number) + (degree[entity] as number);
  const list = new Int32Array(start[entityCount] ?? 0);
  const next = start.slice(0, entityCount);
  const put = (end: number, place: number): void => {
    list[next[end] as number] = place;
    next[end] = (next[end] as number) + 1;
  };
  for (let place = 0; place < one.length; place += 1) {
    const [here, there] = [one[place] as number, other[place] as number];
    if (here >= 0) put(here, place);
    if (there >= 0 && there !== here) put(there, place);
  }
  return { start, list };
}

function countEnds(entityCount: number, one: Numbers, other: Numbers): Int32Array {
  const count = new Int32Array(entityCount);
  for (let place = 0; place < one.length; place += 1) {
    const [here, there] = [one[place] as number, other[place] as number];
    if (here >= 0) count[here] = (count[here] as number) + 1;
    if (there >= 0 && there !== here) count[there] = (count[there] as number) + 1;
  }
  return count;
}

function membersOf(groups: () => Groups): Members {
  return (place) => {
    if (place < 0) return [];
    const { start, list } = groups();
    return Array.from(list.subarray(start[place], start[place + 1]));
  };
}

/** Ids are read at the first question; the page asks for no id at all ('') long before that. */
function placesOf(ids: () => readonly string[]): Places {
  const all = once(() => new Map(ids().map((id, place) => [id, place])));
  return { get: (id) => (id === '' ? undefined : all().get(id)), has: (id) => id !== '' && all().has(id) };
}

function indexConflicts({ conflicts }: GraphPayload): Map<number, number[]> {
  const index = new Map<number, number[]>();
  conflicts.forEach((conflict, place) => {
    for (const claim of conflict.claims) index.set(claim, [...(index.get(claim) ?? []), place]);
  });
  return index;
}
