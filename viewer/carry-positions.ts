// Where the names of a changed graph stand: those that are still there do not move, those that come back
// stand where they stood, new ones among their neighbours.
import { type Facts, otherEnd } from './facts.ts';
import { seedPosition } from './layout-steps.ts';
import type { Point } from './look.ts';

/** Where names stood that a change took away, by id: one that is taken back brings them there again. */
export type Gone = ReadonlyMap<string, Point>;

/** Part of the width of the picture by which a new name stands beside the middle of its neighbours. */
const ASIDE = 0.02;

/** Those of `before` that `after` no longer holds. Pure. */
export function findGone(before: Facts, positions: Float32Array, after: Facts): Gone {
  const gone = new Map<string, Point>();
  before.payload.entities.id.forEach((id, place) => {
    if (after.entityPlace.has(id)) return;
    gone.set(id, { x: positions[place * 2] ?? 0, y: positions[place * 2 + 1] ?? 0 });
  });
  return gone;
}

/** x, y by place in `after`. Pure. */
export function carryPositions(
  before: Facts,
  positions: Float32Array,
  after: Facts,
  gone: Gone = new Map(),
): Float32Array {
  const next = new Float32Array(after.entityCount * 2);
  const known = new Uint8Array(after.entityCount);
  after.payload.entities.id.forEach((id, entity) => {
    const place = before.entityPlace.get(id);
    const back = gone.get(id);
    if (place !== undefined) next.set(positions.subarray(place * 2, place * 2 + 2), entity * 2);
    else if (back !== undefined) next.set([back.x, back.y], entity * 2);
    else return;
    known[entity] = 1;
  });
  const width = spread(positions);
  after.payload.entities.id.forEach((id, entity) => {
    if (known[entity] === 1) return;
    const near = after
      .pairsOf(entity)
      .map((pair) => otherEnd(after, pair, entity))
      .filter((other) => known[other] === 1);
    const [x, y] = seedPosition(id);
    const length = Math.hypot(x, y) || 1;
    next[entity * 2] = mean(near.map((other) => next[other * 2] ?? 0)) + (x / length) * width * ASIDE;
    next[entity * 2 + 1] = mean(near.map((other) => next[other * 2 + 1] ?? 0)) + (y / length) * width * ASIDE;
  });
  return next;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function spread(positions: Float32Array): number {
  let [low, high] = [0, 0];
  for (const number of positions) {
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  return high - low || 1;
}
