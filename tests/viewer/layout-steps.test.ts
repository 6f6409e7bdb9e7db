// The layout: repeats exactly, comes to rest, draws neighbours together and keeps strangers apart.
import { describe, expect, it } from 'vitest';
import { layoutInput } from '../../viewer/layout.ts';
import { iterationLimit, type LayoutInput, seedPosition, startLayout } from '../../viewer/layout-steps.ts';
import { generatedFacts } from './sample-facts.ts';

function layOut(input: LayoutInput): { positions: Float32Array; steps: number } {
  const run = startLayout(input);
  let steps = 1;
  while (run.step()) steps += 1;
  return { positions: run.positions(), steps };
}

const graphOf = (ids: readonly string[], edges: readonly (readonly [number, number])[]): LayoutInput => ({
  ids,
  radius: Float32Array.from(ids, () => 5),
  left: Int32Array.from(edges, ([left]) => left),
  right: Int32Array.from(edges, ([, right]) => right),
  weight: Float32Array.from(edges, () => 1),
});

describe('the layout', () => {
  it('gives the same places each time', () => {
    const input = layoutInput(generatedFacts);
    expect(layOut(input).positions).toEqual(layOut(input).positions);
  });

  it('ends, before the limit of iterations where it can', () => {
    const { steps, positions } = layOut(layoutInput(generatedFacts));
    expect(steps).toBeLessThan(iterationLimit(generatedFacts.entityCount));
    expect(positions.every(Number.isFinite)).toBe(true);
  });

  it('brings two groups apart that one edge ties', () => {
    const ids = Array.from({ length: 12 }, (_, place) => `e${place}`);
    const inside = ids
      .flatMap((_, one) => ids.map((__, other) => [one, other] as const))
      .filter(([one, other]) => one < other && one < 6 === other < 6);
    const { positions } = layOut(graphOf(ids, [...inside, [0, 6]]));
    const distance = (one: number, other: number): number =>
      Math.hypot(
        (positions[2 * one] ?? 0) - (positions[2 * other] ?? 0),
        (positions[2 * one + 1] ?? 0) - (positions[2 * other + 1] ?? 0),
      );
    const mean = (pairs: readonly (readonly [number, number])[]): number =>
      pairs.reduce((sum, [one, other]) => sum + distance(one, other), 0) / pairs.length;
    const across = ids.slice(0, 6).flatMap((_, one) => ids.slice(6).map((__, other) => [one, other + 6] as const));
    expect(mean(across)).toBeGreaterThan(2 * mean(inside));
  });

  it('does nothing for nothing, and rests at once for one', () => {
    expect(layOut(graphOf([], [])).positions).toHaveLength(0);
    expect([...layOut(graphOf(['e'], [])).positions].every(Number.isFinite)).toBe(true);
  });
});

describe('the first places', () => {
  it('depend on the id alone, lie in the unit disc and spread over it', () => {
    const places = Array.from({ length: 400 }, (_, number) => seedPosition(`e${number}`));
    expect(seedPosition('e7')).toEqual(places[7]);
    expect(places.every(([x, y]) => Math.hypot(x, y) <= 1)).toBe(true);
    const quarters = [0, 0, 0, 0];
    for (const [x, y] of places)
      quarters[Number(x > 0) + 2 * Number(y > 0)] = (quarters[Number(x > 0) + 2 * Number(y > 0)] ?? 0) + 1;
    expect(Math.min(...quarters)).toBeGreaterThan(60);
  });
});

it('allows large graphs fewer iterations', () => {
  expect([10, 1000, 10_000, 250_000].map(iterationLimit)).toEqual([600, 600, 60, 60]);
});
