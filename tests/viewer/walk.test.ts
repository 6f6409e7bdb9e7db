// The walk with arrow keys: around in a circle, as one sees it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOWHERE, type Pointed } from '../../viewer/look.ts';
import { clockwise, nextStop, type Stride, walkOn } from '../../viewer/walk.ts';

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

  it('goes from name to name, or from line to line where several lead to one', () => {
    const lines = [
      { pair: 4, claims: [10] },
      { pair: 4, claims: [11, 12] },
      { pair: 7, claims: [20] },
    ];
    const at = (pair: number, claim = -1) => ({ ...NOWHERE, pair, claim });
    const on = (present: Pointed, stride: Stride, step: 1 | -1 = 1) => walkOn(lines, present, stride, step);
    expect(on(NOWHERE, 'line')).toEqual({ pair: 4, claims: [10], told: [10], place: 0, count: 3 });
    expect(on(at(4, 10), 'line')).toEqual({ pair: 4, claims: [11, 12], told: [11, 12], place: 1, count: 3 });
    expect(on(at(4, 12), 'line')).toMatchObject({ pair: 7, place: 2 });
    expect(on(at(4, 10), 'line', -1)).toMatchObject({ pair: 7, place: 2 });
    expect(on(at(4, 12), 'name')).toEqual({ pair: 7, claims: [20], told: [20], place: 1, count: 2 });
    expect(on(at(7), 'name')).toEqual({ pair: 4, claims: [10], told: [10, 11, 12], place: 0, count: 2 });
    expect(walkOn([], NOWHERE, 'name', 1)).toBeNull();
    expect(walkOn([], NOWHERE, 'line', -1)).toBeNull();
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
