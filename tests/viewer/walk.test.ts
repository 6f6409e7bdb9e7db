// The walk with arrow keys: around in a circle, as one sees it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockwise, nextStop } from '../../viewer/walk.ts';

describe('a walk', () => {
  it('goes around and comes back', () => {
    const stops = fc.uniqueArray(fc.nat(), { minLength: 1 });
    fc.assert(
      fc.property(stops, fc.constantFrom(1 as const, -1 as const), (list, step) => {
        const seen: number[] = [];
        let at = -1;
        for (let turn = 0; turn < list.length; turn += 1) {
          at = nextStop(list, at, step);
          seen.push(at);
        }
        expect(seen).toEqual(step === 1 ? list : list.toReversed());
        expect(nextStop(list, at, step)).toBe(seen[0]);
        expect(nextStop(list, nextStop(list, at, step), step === 1 ? -1 : 1)).toBe(at);
      }),
    );
    expect(nextStop([], 3, 1)).toBe(-1);
  });

  it('turns clockwise from the top', () => {
    const places = [
      { x: 0, y: 10 },
      { x: -10, y: 0 },
      { x: 10, y: 0 },
      { x: 0, y: -10 },
    ];
    const position = (stop: number) => places[stop] ?? null;
    // On a screen y grows downwards: top, right, bottom, left; the unknown one last.
    expect(clockwise([0, 4, 1, 2, 3], { x: 0, y: 0 }, position)).toEqual([3, 2, 0, 1, 4]);
  });
});
