// Which line or dot lies under the pointer.
import { describe, expect, it } from 'vitest';
import { pickLine } from '../../viewer/pick-edge.ts';
import { pickDot } from '../../viewer/pick-node.ts';

describe('the line under the pointer', () => {
  const lines = {
    places: [0, 1, 2],
    ...{ left: [0, 2, 4], right: [1, 3, 4] },
    ...{ x: [0, 100, 0, 100, 50], y: [0, 0, 10, 10, 50] },
  };
  const pick = (x: number, y: number, passes = (_: number) => true): number => pickLine(lines, { x, y }, 6, passes);

  it('is the nearest within reach', () => {
    expect(pick(50, 4)).toBe(0);
    expect(pick(50, 7)).toBe(1);
    expect(pick(50, 25)).toBe(-1);
  });

  it('ends where it ends, and may be a point', () => {
    expect(pick(105, 0)).toBe(0);
    expect(pick(107, 0)).toBe(-1);
    expect(pick(50, 52)).toBe(2);
  });

  it('is never one that does not pass, nor one that is not drawn', () => {
    expect(pick(50, 4, (place) => place !== 0)).toBe(1);
    expect(pickLine({ ...lines, places: [1, 2] }, { x: 50, y: 3 }, 6, () => true)).toBe(-1);
  });
});

describe('the dot under the pointer', () => {
  const spots = { x: Float32Array.of(0, 10, 10, 50), y: Float32Array.of(0, 0, 3, 0) };
  const radius = [4, 4, 4, 0];
  const pick = (x: number, y: number): number => pickDot([0, 1, 2, 3], spots, (place) => radius[place] ?? 0, { x, y });

  it('is the one whose middle is nearest, and a hidden one never', () => {
    expect(pick(3, 2)).toBe(0);
    expect(pick(10, 1)).toBe(1);
    expect(pick(10, 2)).toBe(2);
    expect(pick(50, 0.1)).toBe(-1);
    expect(pick(5, 0)).toBe(-1);
  });
});
