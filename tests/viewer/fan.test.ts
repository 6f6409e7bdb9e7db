// Parallel edges: which statements have a line of their own, how far each bends, and where a bent line lies.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bend, cornersOf, distanceToCurve, headingAt, moveCurve, PIECES, pointAt } from '../../viewer/curve.ts';
import { applyFilter } from '../../viewer/facets.ts';
import { fanOut, rankStatements } from '../../viewer/fan.ts';
import { NO_FILTER } from '../../viewer/state.ts';
import { generatedFacts } from './sample-facts.ts';

const coordinate = fc.integer({ min: -500, max: 500 });
const point = fc.record({ x: coordinate, y: coordinate });

describe('a fan', () => {
  it('has the strongest statement in its middle, and the others in turn to both sides', () => {
    const bends = (count: number) =>
      fanOut(Array.from({ length: count }, (_, claim) => claim)).map((line) => line.bend);
    expect(bends(0)).toEqual([]);
    expect(bends(1)).toEqual([0]);
    expect(bends(2)).toEqual([-0.05, 0.05]);
    expect(bends(3)).toEqual([0, -0.1, 0.1]);
    expect(bends(4)).toEqual([-0.05, 0.05, expect.closeTo(-0.15), expect.closeTo(0.15)]);
  });

  it('holds each statement once, in no more lines than can be told apart, all of them apart', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 40 }), (claims) => {
        const lines = fanOut(claims);
        expect(lines.flatMap((line) => line.claims)).toEqual(claims);
        expect(lines.length).toBe(Math.min(9, claims.length));
        expect(lines.slice(0, -1).every((line) => line.claims.length === 1)).toBe(true);
        const bends = lines.map((line) => line.bend).sort((a, b) => a - b);
        for (const [at, share] of bends.entries())
          if (at > 0) expect(share - (bends[at - 1] ?? 0)).toBeGreaterThan(0.06);
        expect(bends.at(-1)).toBeCloseTo(-(bends[0] ?? 0));
        expect(bends.at(-1)).toBeLessThan(0.3);
      }),
    );
  });

  it('takes the statements that the filter shows, those with the most sources first', () => {
    const { pairs, payload } = generatedFacts;
    const pair = pairs.left.findIndex((_, each) => pairs.claims(each).length > 2);
    const sources = (claims: readonly number[]) => claims.map((claim) => payload.claims.independentSources[claim] ?? 0);
    const all = rankStatements(generatedFacts, applyFilter(generatedFacts, NO_FILTER), pair);
    expect(all.toSorted()).toEqual(pairs.claims(pair).toSorted());
    expect(sources(all)).toEqual(sources(all).toSorted((a, b) => b - a));
    const less = rankStatements(generatedFacts, applyFilter(generatedFacts, { ...NO_FILTER, minSources: 2 }), pair);
    expect(less).toEqual(all.filter((claim) => (payload.claims.independentSources[claim] ?? 0) > 1));
  });
});

describe('a curve', () => {
  it('goes from one point to the other, and in its middle lies beside the straight way', () => {
    const curve = bend({ x: 0, y: 0 }, { x: 100, y: 0 }, 0.1);
    expect([pointAt(curve, 0), pointAt(curve, 1)]).toEqual([curve.from, curve.to]);
    expect(pointAt(curve, 0.5)).toEqual({ x: 50, y: expect.closeTo(10) });
    expect(headingAt(curve, 0.5)).toBe(0);
    expect(headingAt(curve, 0)).toBeCloseTo(Math.atan(0.4));
    expect(headingAt(bend(curve.to, curve.from, 0), 0.2)).toBeCloseTo(Math.PI);
    expect([...cornersOf(curve)]).toHaveLength(PIECES + 1);
    expect([...cornersOf(bend(curve.from, curve.to, 0))]).toEqual([curve.from, curve.to]);
  });

  it('is as far as its nearest point, and no farther than its pieces are coarse', () => {
    fc.assert(
      fc.property(
        point,
        point,
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.nat(100),
        (from, to, share, way) => {
          const curve = bend(from, to, share);
          const length = Math.hypot(to.x - from.x, to.y - from.y);
          expect(distanceToCurve(curve, pointAt(curve, way / 100))).toBeLessThanOrEqual(0.003 * length + 1e-6);
        },
      ),
    );
    const curve = bend({ x: 0, y: 0 }, { x: 100, y: 0 }, 0.1);
    expect(distanceToCurve(curve, { x: 50, y: 0 })).toBeCloseTo(10);
    expect(distanceToCurve(curve, { x: -3, y: -4 })).toBeCloseTo(5);
  });

  it('keeps its form in other coordinates', () => {
    const move = ({ x, y }: { x: number; y: number }) => ({ x: 3 * x + 7, y: 5 - 3 * y });
    fc.assert(
      fc.property(point, point, fc.constantFrom(0, 0.2), (from, to, share) => {
        const curve = bend(from, to, share);
        const [moved, expected] = [pointAt(moveCurve(curve, move), 0.3), move(pointAt(curve, 0.3))];
        expect([moved.x, moved.y]).toEqual([expect.closeTo(expected.x), expect.closeTo(expected.y)]);
      }),
    );
  });
});
