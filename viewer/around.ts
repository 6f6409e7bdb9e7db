// The ego network of an entity: what lies within so many steps, and a filter that lets nothing else through. Pure.
import type { Failures, Shown } from './facets.ts';
import { type Facts, otherEnd } from './facts.ts';

export interface Around {
  readonly entities: ReadonlySet<number>;
  /** Shown pairs with both ends inside, those nearer to the centre first. */
  readonly pairs: readonly number[];
}

/** Lines that are lit at once around a name: more could not be read. */
export const MOST_LINES = 400;

/** Breadth first over shown pairs; the centre alone where it has none. */
export function findAround(facts: Facts, shown: Shown, centre: number, steps: number): Around {
  const entities = new Set(centre < 0 ? [] : [centre]);
  const pairs = new Set<number>();
  let rim = [...entities];
  for (let step = 0; step < steps && rim.length > 0; step += 1) {
    const next: number[] = [];
    for (const entity of rim) {
      for (const pair of shownPairs(facts, shown, entity)) {
        pairs.add(pair);
        const other = otherEnd(facts, pair, entity);
        if (entities.has(other)) continue;
        entities.add(other);
        next.push(other);
      }
    }
    rim = next;
  }
  // Lines among those at the rim belong to the picture, too.
  for (const entity of rim) {
    for (const pair of shownPairs(facts, shown, entity)) {
      if (entities.has(otherEnd(facts, pair, entity))) pairs.add(pair);
    }
  }
  return { entities, pairs: [...pairs] };
}

function shownPairs(facts: Facts, shown: Shown, entity: number): readonly number[] {
  return (facts.pairsOf[entity] ?? []).filter((pair) => shown.pairs[pair] === 1);
}

/** Failing in two parts of the filter: neither shown nor counted as what another choice would show. */
const OUTSIDE = 0b11;

/** The failures of a filter that also keeps out every claim with an end outside. */
export function keepInside({ payload }: Facts, fails: Failures, inside: ReadonlySet<number>): Failures {
  const { subject, object } = payload.claims;
  return fails.map((failed, claim) => {
    const other = object[claim] ?? -1;
    return inside.has(subject[claim] ?? -1) && (other < 0 || inside.has(other)) ? failed : OUTSIDE;
  });
}
