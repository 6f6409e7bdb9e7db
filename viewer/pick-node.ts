// Which dot lies under the pointer, from plain columns: asking the graphics card would stop the page until it has drawn.

/** By place; hidden dots have radius 0. All in one plane, in the same units. */
export interface Dots {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
}

/** Place of the dot that the point touches, of several the one whose middle is nearest; -1 for none. */
export function pickDot({ x, y, radius }: Dots, atX: number, atY: number): number {
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let place = 0; place < x.length; place += 1) {
    const reach = radius[place] as number;
    const dx = (x[place] as number) - atX;
    // Most dots are too far to the side already.
    if (dx > reach || dx < -reach) continue;
    const dy = (y[place] as number) - atY;
    const distance = dx * dx + dy * dy;
    if (distance > reach * reach || distance >= bestDistance) continue;
    best = place;
    bestDistance = distance;
  }
  return best;
}
