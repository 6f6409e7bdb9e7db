// Which line lies under the pointer: the nearest within reach, by plane geometry (a thin line is hard to hit exactly).
import { distanceToLine } from './curve.ts';
import type { Point } from './look.ts';

/** Columns; a line runs between the spots of its two ends. */
export interface Lines {
  readonly places: ArrayLike<number>;
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Place of the nearest line that passes, at most `reach` away; -1 for none. Among equals the first. */
export function pickLine(
  { places, left, right, x, y }: Lines,
  at: Point,
  reach: number,
  passes: (place: number) => boolean,
): number {
  let best = -1;
  let bestDistance = reach;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    const [one, other] = [left[place] as number, right[place] as number];
    const [x1, x2] = [x[one] as number, x[other] as number];
    // Most lines are too far to the side already.
    if ((x1 < at.x - reach && x2 < at.x - reach) || (x1 > at.x + reach && x2 > at.x + reach)) continue;
    const [y1, y2] = [y[one] as number, y[other] as number];
    if ((y1 < at.y - reach && y2 < at.y - reach) || (y1 > at.y + reach && y2 > at.y + reach)) continue;
    const distance = distanceToLine(at.x, at.y, x1, y1, x2, y2);
    if (distance > bestDistance || (best >= 0 && distance === bestDistance) || !passes(place)) continue;
    best = place;
    bestDistance = distance;
  }
  return best;
}
