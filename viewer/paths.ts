// The shortest way from one entity to another over shown relations: Dijkstra (1959), where firm steps are a little shorter.
import type { Shown } from './facets.ts';
import { type Facts, otherEnd } from './facts.ts';
import { summarizePair } from './look.ts';

/** Share of a step that a relation without a second source, or only hedged, is longer: never as much as a whole step. */
const SINGLE_SOURCE = 0.02;
const ONLY_HEDGED = 0.05;

/** Pairs in order from `start` to `end`; empty where they are the same, null where nothing shown connects them. */
export function findPath(facts: Facts, shown: Shown, start: number, end: number): readonly number[] | null {
  /** By entity: the length of the shortest way known, and its last pair. */
  const length = new Float64Array(facts.entityCount).fill(Number.POSITIVE_INFINITY);
  const via = new Int32Array(facts.entityCount).fill(-1);
  length[start] = 0;
  const { start: first, list } = facts.near;
  const queue = new Queue();
  queue.push(start, 0);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { place, cost } = next;
    if (place === end) return walkBack(facts, via, end);
    if (cost > (length[place] as number)) continue;
    for (let at = first[place] as number; at < (first[place + 1] as number); at += 1) {
      const pair = list[at] as number;
      if (shown.pairs[pair] !== 1) continue;
      const other = otherEnd(facts, pair, place);
      const total = cost + stepLength(facts, shown, pair);
      if (total >= (length[other] as number)) continue;
      length[other] = total;
      via[other] = pair;
      queue.push(other, total);
    }
  }
  return null;
}

function stepLength(facts: Facts, shown: Shown, pair: number): number {
  const { independentSources, hedged } = summarizePair(facts, pair, shown);
  return 1 + SINGLE_SOURCE / Math.max(1, independentSources) + (hedged ? ONLY_HEDGED : 0);
}

function walkBack(facts: Facts, via: Int32Array, end: number): number[] {
  const path: number[] = [];
  for (let place = end; ; ) {
    const pair = via[place] as number;
    if (pair < 0) return path.reverse();
    path.push(pair);
    place = otherEnd(facts, pair, place);
  }
}

interface Item {
  readonly place: number;
  readonly cost: number;
}

/** A binary heap: the cheapest comes out first. */
class Queue {
  readonly #items: Item[] = [];

  push(place: number, cost: number): void {
    const items = this.#items;
    let at = items.push({ place, cost }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#cost(parent) <= this.#cost(at)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): Item | undefined {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = this.#cost(right) < this.#cost(left) ? right : left;
      if (this.#cost(child) >= this.#cost(at)) return first;
      this.#swap(at, child);
      at = child;
    }
  }

  #cost(at: number): number {
    return this.#items[at]?.cost ?? Number.POSITIVE_INFINITY;
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#items[one], this.#items[other]];
    if (a === undefined || b === undefined) return;
    this.#items[one] = b;
    this.#items[other] = a;
  }
}
