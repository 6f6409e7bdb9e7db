// The ego network of an entity: what lies within so many steps, and a filter that lets nothing else through. Pure, over
// flat columns: three steps around a hub are most of a graph.
import type { Failures, Shown } from './facets.ts';
import { type Facts, otherEnd } from './facts.ts';

export interface Around {
  /** By entity: 1 where it lies inside. */
  readonly inside: Uint8Array;
  /** Shown pairs with both ends inside, those nearer to the centre first. */
  readonly pairs: readonly number[];
}

/** Lines that are lit at once around a name: more could not be read. */
export const MOST_LINES = 400;

/** Breadth first over shown pairs; the centre alone where it has none. */
export function findAround(facts: Facts, shown: Shown, centre: number, steps: number): Around {
  const inside = new Uint8Array(facts.entityCount);
  const taken = new Uint8Array(facts.pairs.left.length);
  const pairs: number[] = [];
  const { start, list } = facts.near;
  /** Takes in the lines of a rim that pass, and gives what they lead to for the first time. */
  const grow = (rim: readonly number[], passes: (other: number) => boolean): number[] => {
    const next: number[] = [];
    for (const entity of rim) {
      for (let at = start[entity] as number; at < (start[entity + 1] as number); at += 1) {
        const pair = list[at] as number;
        if (shown.pairs[pair] !== 1 || taken[pair] === 1) continue;
        const other = otherEnd(facts, pair, entity);
        if (!passes(other)) continue;
        taken[pair] = 1;
        pairs.push(pair);
        if (inside[other] === 1) continue;
        inside[other] = 1;
        next.push(other);
      }
    }
    return next;
  };
  if (centre >= 0) inside[centre] = 1;
  let rim = centre < 0 ? [] : [centre];
  for (let step = 0; step < steps && rim.length > 0; step += 1) rim = grow(rim, () => true);
  // Lines among those at the rim belong to the picture, too.
  grow(rim, (other) => inside[other] === 1);
  return { inside, pairs };
}

/** Failing in two parts of the filter: neither shown nor counted as what another choice would show. */
const OUTSIDE = 0b11;

/** The failures of a filter that also keeps out every claim with an end outside. */
export function keepInside({ payload }: Facts, fails: Failures, inside: Uint8Array): Failures {
  const { subject, object } = payload.claims;
  return fails.map((failed, claim) => {
    const other = object[claim] ?? -1;
    return inside[subject[claim] ?? -1] === 1 && (other < 0 || inside[other] === 1) ? failed : OUTSIDE;
  });
}
