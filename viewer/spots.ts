// Where each name stands: in the coordinates of Sigma's picture, and in pixels of the view. Columns, no object a name.
import type Sigma from 'sigma';
import type { Frame } from './draw-list.ts';
import type { Point } from './look.ts';

export interface Extent {
  readonly low: Point;
  readonly high: Point;
}

/** x and y by place, the longer side of all 1 long and its middle at 0.5: as Sigma norms what stands in its graph. */
export class Spots {
  readonly x: Float32Array;
  readonly y: Float32Array;
  extent: Extent = { low: { x: 0, y: 0 }, high: { x: 1, y: 1 } };

  constructor(count: number) {
    this.x = new Float32Array(count);
    this.y = new Float32Array(count);
  }

  /** Takes x and y in turn, by place. */
  place(positions: ArrayLike<number>): void {
    const count = this.x.length;
    if (count === 0) return;
    const low = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY };
    const high = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY };
    for (let place = 0; place < count; place += 1) {
      const [x, y] = [positions[place * 2] as number, positions[place * 2 + 1] as number];
      if (x < low.x) low.x = x;
      if (x > high.x) high.x = x;
      if (y < low.y) low.y = y;
      if (y > high.y) high.y = y;
    }
    this.extent = { low, high };
    const middle = { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 };
    const side = Math.max(high.x - low.x, high.y - low.y) || 1;
    for (let place = 0; place < count; place += 1) {
      this.x[place] = 0.5 + ((positions[place * 2] as number) - middle.x) / side;
      this.y[place] = 0.5 + ((positions[place * 2 + 1] as number) - middle.y) / side;
    }
  }
}

/** From the picture to pixels: x' = a·x + left, y' = top − b·y. The camera never turns. */
export interface Projection {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly top: number;
  /** What is in view. */
  readonly frame: Frame;
}

/** Of the camera as it is now. */
export function projectionOf(renderer: Sigma): Projection {
  const { width, height } = renderer.getDimensions();
  const [zero, one] = [0, 1].map((at) => renderer.framedGraphToViewport({ x: at, y: at })) as [Point, Point];
  const [scaleX, scaleY] = [one.x - zero.x || 1, zero.y - one.y || 1];
  return {
    ...{ scaleX, scaleY, left: zero.x, top: zero.y },
    frame: {
      left: -zero.x / scaleX,
      right: (width - zero.x) / scaleX,
      top: zero.y / scaleY,
      bottom: (zero.y - height) / scaleY,
    },
  };
}
