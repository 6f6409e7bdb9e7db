// Rows of numbers as a program of Sigma draws them, filled from columns: no object for a dot or a line.
import { type Curve, cornersOf } from './curve.ts';

/** Numbers of a dot: x, y, radius, colour, and one that Sigma uses for its own picking. */
export const DOT_WIDTH = 5;
/** Corners of a line of any width, two triangles, and numbers of each: x, y, the normal with the width as length, the way along the line, colour. */
const CORNERS = 6;
export const CORNER_WIDTH = 6;
export const LINE_WIDTH = CORNERS * CORNER_WIDTH;
/** Length of a dash and of a gap, as Sigma measures along a line: two to a pixel of the view. */
export const DASH = 6;
/** Up to this width, in pixels, all have that length; wider lines have longer ones, or they would look like ladders. */
const DASHED_WIDTH = 2.8;
/** Numbers of a line one pixel wide: for each end x, y, colour, picking. */
export const THIN_WIDTH = 8;

export interface LineLook {
  /** In pixels. */
  readonly width: number;
  readonly color: number;
  readonly dashed: boolean;
}

export class Batch {
  count = 0;
  /** Grows with each filling, so that a program knows when to send the rows anew. */
  version = 0;
  readonly #width: number;
  #numbers = new Float32Array(0);
  /** The same bytes: a colour is four bytes, and as a float some of them would be changed on the way. */
  #colors = new Uint32Array(0);

  constructor(width: number) {
    this.#width = width;
  }

  /** The rows that are filled. */
  get numbers(): Float32Array {
    return this.#numbers.subarray(0, this.count * this.#width);
  }

  /** The same bytes, where colours are read from. */
  get colors(): Uint32Array {
    return this.#colors.subarray(0, this.count * this.#width);
  }

  /** Empties it and makes room. */
  begin(most: number): void {
    const needed = most * this.#width;
    if (this.#numbers.length < needed) {
      this.#numbers = new Float32Array(needed);
      this.#colors = new Uint32Array(this.#numbers.buffer);
    }
    this.count = 0;
    this.version += 1;
  }

  dot(x: number, y: number, radius: number, color: number): void {
    const at = this.count * DOT_WIDTH;
    this.#numbers[at] = x;
    this.#numbers[at + 1] = y;
    this.#numbers[at + 2] = radius;
    this.#colors[at + 3] = color;
    this.count += 1;
  }

  /** `begun` is the way of a dashed line that lies before its beginning; returns that up to its end. */
  line(x1: number, y1: number, x2: number, y2: number, { width, color, dashed }: LineLook, begun = 0): number {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = Math.sqrt(dx * dx + dy * dy);
    const [nx, ny] = length === 0 ? [0, 0] : [(-dy * width) / length, (dx * width) / length];
    // The way stays 0 where nothing is dashed.
    const way = dashed ? begun + length / stretchOf(width) : 0;
    let at = this.count * LINE_WIDTH;
    const corner = (x: number, y: number, side: number, along: number): void => {
      const numbers = this.#numbers;
      numbers[at] = x;
      numbers[at + 1] = y;
      numbers[at + 2] = nx * side;
      numbers[at + 3] = ny * side;
      numbers[at + 4] = along;
      this.#colors[at + 5] = color;
      at += CORNER_WIDTH;
    };
    corner(x1, y1, 1, begun);
    corner(x1, y1, -1, begun);
    corner(x2, y2, 1, way);
    corner(x2, y2, 1, way);
    corner(x1, y1, -1, begun);
    corner(x2, y2, -1, way);
    this.count += 1;
    return way;
  }

  /** One row a piece; dashes go on from one to the next. */
  curve(curve: Curve, look: LineLook): void {
    let [before, way] = [curve.from, 0];
    for (const corner of cornersOf(curve)) {
      if (corner.x !== before.x || corner.y !== before.y)
        way = this.line(before.x, before.y, corner.x, corner.y, look, way);
      before = corner;
    }
  }

  thin(x1: number, y1: number, x2: number, y2: number, color: number): void {
    const at = this.count * THIN_WIDTH;
    const numbers = this.#numbers;
    numbers[at] = x1;
    numbers[at + 1] = y1;
    this.#colors[at + 2] = color;
    numbers[at + 4] = x2;
    numbers[at + 5] = y2;
    this.#colors[at + 6] = color;
    this.count += 1;
  }
}

function stretchOf(width: number): number {
  return Math.max(1, width / DASHED_WIDTH);
}

/** Length of a dash and of a gap of a line so wide, both in pixels of the view at the first zoom. */
export function dashOf(width: number): number {
  return (DASH / 2) * stretchOf(width);
}

/** By share of opacity: what each colour is in bytes. There are few shares, and a few hundred colours. */
const KNOWN = new Map<number, Map<string, number>>();

/**
 * `#rrggbb` or `#rrggbbaa` as four bytes, red first, with a further share of opacity. Colours are multiplied by their
 * opacity, as Sigma blends them.
 */
export function toBytes(color: string, opacity = 1): number {
  let known = KNOWN.get(opacity);
  if (known === undefined) {
    known = new Map();
    KNOWN.set(opacity, known);
  }
  let bytes = known.get(color);
  if (bytes === undefined) {
    bytes = parse(color, opacity);
    known.set(color, bytes);
  }
  return bytes;
}

function parse(color: string, opacity: number): number {
  const read = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  const alpha = (color.length > 7 ? read(7) : 255) * opacity;
  const part = (at: number): number => Math.round((read(at) * alpha) / 255);
  return (part(1) | (part(3) << 8) | (part(5) << 16) | (Math.round(alpha) << 24)) >>> 0;
}
