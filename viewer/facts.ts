// The payload with the indexes that the page needs: what a graph holds, never what is chosen or how it looks.
import type { GraphPayload } from '../src/server/payload.ts';
import { type ClaimFacet, makeClaimFacets } from './claim-facets.ts';

/** All pairs of entities with at least one claim between them; place i of every list is one pair. `left` < `right`. */
export interface Pairs {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly claims: readonly (readonly number[])[];
}

export interface Facts {
  readonly payload: GraphPayload;
  readonly entityCount: number;
  readonly claimCount: number;
  readonly pairs: Pairs;
  /** By entity: its claims, literals included. */
  readonly claimsOf: readonly (readonly number[])[];
  /** By entity: the pairs that touch it. */
  readonly pairsOf: readonly (readonly number[])[];
  readonly claimFacets: readonly ClaimFacet[];
  /** By claim: conflicts it stands in. */
  readonly conflictsOf: ReadonlyMap<number, readonly number[]>;
  readonly entityPlace: ReadonlyMap<string, number>;
  readonly claimPlace: ReadonlyMap<string, number>;
  readonly documentPlace: ReadonlyMap<string, number>;
}

/** One pass over the columns; pairs stand in order of their first claim. */
export function makeFacts(payload: GraphPayload): Facts {
  const { claims, entities, documents } = payload;
  const entityCount = entities.id.length;
  const claimsOf = Array.from({ length: entityCount }, (): number[] => []);
  const pairsOf = Array.from({ length: entityCount }, (): number[] => []);
  const left: number[] = [];
  const right: number[] = [];
  const pairClaims: number[][] = [];
  const placeOfPair = new Map<number, number>();
  claims.id.forEach((_, claim) => {
    const subject = claims.subject[claim] ?? -1;
    const object = claims.object[claim] ?? -1;
    claimsOf[subject]?.push(claim);
    if (object < 0) return;
    if (object !== subject) claimsOf[object]?.push(claim);
    const [low, high] = subject < object ? [subject, object] : [object, subject];
    const key = low * entityCount + high;
    const known = placeOfPair.get(key);
    if (known !== undefined) {
      pairClaims[known]?.push(claim);
      return;
    }
    placeOfPair.set(key, left.length);
    pairsOf[low]?.push(left.length);
    if (high !== low) pairsOf[high]?.push(left.length);
    left.push(low);
    right.push(high);
    pairClaims.push([claim]);
  });
  return {
    payload,
    entityCount,
    claimCount: claims.id.length,
    pairs: { left, right, claims: pairClaims },
    claimsOf,
    pairsOf,
    claimFacets: makeClaimFacets(payload),
    conflictsOf: indexConflicts(payload),
    entityPlace: placesOf(entities.id),
    claimPlace: placesOf(claims.id),
    documentPlace: placesOf(documents.id),
  };
}

/** The other end of a pair. */
export function otherEnd({ pairs }: Facts, pair: number, entity: number): number {
  return (pairs.left[pair] === entity ? pairs.right[pair] : pairs.left[pair]) ?? -1;
}

/** The pair between two entities, in either order; -1 where nothing is said about them together. */
export function findPair(facts: Facts, one: number, other: number): number {
  return facts.pairsOf[one]?.find((pair) => otherEnd(facts, pair, one) === other) ?? -1;
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, place) => [id, place]));
}

function indexConflicts({ conflicts }: GraphPayload): Map<number, number[]> {
  const index = new Map<number, number[]>();
  conflicts.forEach((conflict, place) => {
    for (const claim of conflict.claims) index.set(claim, [...(index.get(claim) ?? []), place]);
  });
  return index;
}
