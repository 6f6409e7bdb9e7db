// Which dot lies under the pointer, from plain columns: asking the graphics card would stop the page until it has drawn.
import type { Point } from './look.ts';

/** Place of the dot that the point touches, of several the one whose middle is nearest; -1 for none. All in one unit. */
export function pickDot(
  places: ArrayLike<number>,
  { x, y }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  radiusOf: (place: number) => number,
  at: Point,
): number {
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    const dx = (x[place] as number) - at.x;
    const dy = (y[place] as number) - at.y;
    const distance = dx * dx + dy * dy;
    // Most dots are farther than the best so far, or than any dot is wide.
    if (distance >= bestDistance) continue;
    const reach = radiusOf(place);
    if (distance > reach * reach) continue;
    best = place;
    bestDistance = distance;
  }
  return best;
}
