// Which dots and lines are drawn: all of them, or, where there are more than can be told apart, the most important ones in
// view. Pure.
import type { Facts } from './facts.ts';

/** A rectangle in the coordinates of the picture. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export const EVERYWHERE: Frame = {
  left: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
};

/** More would be a grey heap: on a screen of a million points 40,000 lines already cross at every one of them. */
export const MOST_DRAWN = 40_000;

/** Places by falling weight; among equals in their order. Weights are whole numbers below 2^31. */
export function rankByWeight(count: number, weightOf: (place: number) => number): Int32Array {
  const bits = 2 ** 22;
  if (count > bits) throw new RangeError(`rankByWeight: expected at most ${bits} places, found ${count}`);
  const keys = new Float64Array(count);
  for (let place = 0; place < count; place += 1) keys[place] = place - weightOf(place) * bits;
  // A typed array sorts by number without a call for each comparison.
  keys.sort();
  const order = new Int32Array(count);
  for (let rank = 0; rank < count; rank += 1) order[rank] = (((keys[rank] as number) % bits) + bits) % bits;
  return order;
}

/** Entities with the most neighbours first, then those named most. */
export function rankEntities({ degree, entityCount, payload }: Facts): Int32Array {
  const { mentions } = payload.entities;
  return rankByWeight(entityCount, (entity) =>
    Math.min(0x7fffffff, (degree[entity] as number) * 1000 + Math.min(999, mentions[entity] as number)),
  );
}

/** Pairs with the most independent sources first, then those whose lesser end has the most neighbours. */
export function rankPairs({ pairs, degree, payload }: Facts): Int32Array {
  const { independentSources } = payload.claims;
  const { left, right, start, list } = pairs;
  return rankByWeight(left.length, (pair) => {
    let sources = 0;
    for (let at = start[pair] as number; at < (start[pair + 1] as number); at += 1)
      sources = Math.max(sources, independentSources[list[at] as number] as number);
    const lesser = Math.min(degree[left[pair] as number] as number, degree[right[pair] as number] as number);
    return Math.min(255, sources) * 1_000_000 + Math.min(999_999, lesser);
  });
}

export interface Chosen {
  readonly places: Int32Array;
  /** How many there are with those in view that found no room. */
  readonly of: number;
}

/** The first `most` of those that pass, in order of rank. */
export function choose(order: Int32Array, most: number, passes: (place: number) => boolean): Chosen {
  const places = new Int32Array(Math.min(most, order.length));
  let [count, of] = [0, 0];
  for (let rank = 0; rank < order.length; rank += 1) {
    const place = order[rank] as number;
    if (!passes(place)) continue;
    if (count < most) {
      places[count] = place;
      count += 1;
    }
    of += 1;
  }
  return { places: places.subarray(0, count), of };
}

/** Whether the box around a line touches the frame. */
export function crosses({ left, right, bottom, top }: Frame, x1: number, y1: number, x2: number, y2: number): boolean {
  return (
    (x1 > left || x2 > left) && (x1 < right || x2 < right) && (y1 > bottom || y2 > bottom) && (y1 < top || y2 < top)
  );
}
