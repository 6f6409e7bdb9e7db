// Where the names of a changed graph stand: those that are still there do not move, new ones stand among their neighbours.
import { type Facts, otherEnd } from './facts.ts';
import { seedPosition } from './layout-steps.ts';

/** Part of the width of the picture by which a new name stands beside the middle of its neighbours. */
const ASIDE = 0.02;

/** x, y by place in `after`. Pure. */
export function carryPositions(before: Facts, positions: Float32Array, after: Facts): Float32Array {
  const next = new Float32Array(after.entityCount * 2);
  const known = new Uint8Array(after.entityCount);
  after.payload.entities.id.forEach((id, entity) => {
    const place = before.entityPlace.get(id);
    if (place === undefined) return;
    known[entity] = 1;
    next.set(positions.subarray(place * 2, place * 2 + 2), entity * 2);
  });
  const width = spread(positions);
  after.payload.entities.id.forEach((id, entity) => {
    if (known[entity] === 1) return;
    const near = (after.pairsOf[entity] ?? [])
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
