// Lines and dots as pixels without a graphics card: one walk along each line (Bresenham's, in floating point), alpha blended
// as the programs of batch-programs.ts blend. Pure.

/** Width below which wide lines do not fall, in pixels of the view: Sigma's `minEdgeThickness`. */
const LEAST_WIDTH = 1.7;

/** A picture of so many device pixels, rows from the bottom up, as WebGL takes them. */
export class Raster {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, red first, multiplied by their opacity. */
  readonly pixels: Uint32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint32Array(width * height);
  }

  /** One pixel wide. Colours as `toBytes` gives them. */
  thinLine(x1: number, y1: number, x2: number, y2: number, color: number): void {
    const { width, height, pixels } = this;
    const kept = 256 - (color >>> 24);
    if (Math.abs(x2 - x1) >= Math.abs(y2 - y1)) {
      const { start, end, at, slope } = walk(x1, y1, x2, y2, width, height);
      for (let column = start, y = at; column < end; column += 1, y += slope) {
        const place = (y | 0) * width + column;
        pixels[place] = blend(pixels[place] as number, color, kept);
      }
    } else {
      const { start, end, at, slope } = walk(y1, x1, y2, x2, height, width);
      for (let row = start, x = at; row < end; row += 1, x += slope) {
        const place = row * width + (x | 0);
        pixels[place] = blend(pixels[place] as number, color, kept);
      }
    }
  }

  /** `thick` in device pixels; its outermost pixel on each side is soft. `dash` is the length of a dash and of a gap, 0 for none; `way` what of a dashed line lies before the first point. */
  wideLine(x1: number, y1: number, x2: number, y2: number, { thick, color, dash, way = 0 }: WideLook): void {
    const { width, height } = this;
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length === 0) return;
    const flat = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
    const share = Math.abs(flat ? x2 - x1 : y2 - y1) / length;
    const half = thick / 2;
    const reach = half / share;
    const { start, end, at, slope } = flat
      ? walk(x1, y1, x2, y2, width, height, reach)
      : walk(y1, x1, y2, x2, height, width, reach);
    const [across, step, stride] = flat ? [height, 1, width] : [width, width, 1];
    const origin = flat ? x1 : y1;
    for (let main = start, middle = at; main < end; main += 1, middle += slope) {
      if (dash > 0 && (way + Math.abs(main + 0.5 - origin) / share) % (2 * dash) > dash) continue;
      const last = Math.min(across - 1, Math.floor(middle + reach));
      for (let side = Math.max(0, Math.floor(middle - reach)); side <= last; side += 1) {
        const inside = half - Math.abs(side + 0.5 - middle) * share;
        if (inside > 0)
          this.#mix(main * step + side * stride, color, inside >= 1 ? 1 : inside * inside * (3 - 2 * inside));
      }
    }
  }

  /** A disc; `soft` device pixels of its rim fade out. */
  dot(x: number, y: number, radius: number, soft: number, color: number): void {
    const { width, height } = this;
    const top = Math.min(height - 1, Math.floor(y + radius));
    const right = Math.min(width - 1, Math.floor(x + radius));
    const left = Math.max(0, Math.floor(x - radius));
    for (let row = Math.max(0, Math.floor(y - radius)); row <= top; row += 1) {
      const dy = row + 0.5 - y;
      for (let column = left; column <= right; column += 1) {
        const dx = column + 0.5 - x;
        const inside = (radius - Math.sqrt(dx * dx + dy * dy)) / soft;
        if (inside > 0) this.#mix(row * width + column, color, Math.min(1, inside));
      }
    }
  }

  #mix(place: number, color: number, cover: number): void {
    const painted = cover === 1 ? color : scale(color, Math.round(cover * 256));
    this.pixels[place] = blend(this.pixels[place] as number, painted, 256 - (painted >>> 24));
  }
}

export interface WideLook {
  readonly thick: number;
  readonly color: number;
  readonly dash: number;
  readonly way?: number;
}

/** Device pixels that a line of so many pixels of the view covers across. */
export function thicknessOf(width: number, pixelRatio: number): number {
  return Math.max(width, LEAST_WIDTH) * pixelRatio;
}

interface Walk {
  /** First pixel along the longer side, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Where the line is across at the middle of the first, and by how much it moves with each. */
  readonly at: number;
  readonly slope: number;
}

const NOWHERE: Walk = { start: 0, end: 0, at: 0, slope: 0 };

/** The pixels along a line whose middle lies on it, cut to the picture: `long` by `across` pixels, with `reach` beyond the sides. */
function walk(a1: number, b1: number, a2: number, b2: number, long: number, across: number, reach = 0): Walk {
  if (a1 > a2) return walk(a2, b2, a1, b1, long, across, reach);
  if (a1 === a2) return NOWHERE;
  const slope = (b2 - b1) / (a2 - a1);
  let [from, to] = [Math.max(0, a1), Math.min(long, a2)];
  const [low, high] = [-reach, across + reach];
  if (slope !== 0) {
    const ends = [a1 + (low - b1) / slope, a1 + (high - b1) / slope];
    from = Math.max(from, Math.min(...ends));
    to = Math.min(to, Math.max(...ends));
  } else if (b1 < low || b1 >= high) return NOWHERE;
  const start = Math.ceil(from - 0.5);
  return { start, end: Math.min(long, Math.ceil(to - 0.5)), at: b1 + (start + 0.5 - a1) * slope, slope };
}

/** `over` upon `under`, both multiplied by their opacity; `kept` of 256 parts of what lies below stay. */
function blend(under: number, over: number, kept: number): number {
  const outer = Math.imul((under >>> 8) & 0xff00ff, kept) & 0xff00ff00;
  const inner = (Math.imul(under & 0xff00ff, kept) >>> 8) & 0xff00ff;
  return (over + outer + inner) | 0;
}

/** So many of 256 parts of a colour. */
function scale(color: number, parts: number): number {
  return blend(color, 0, parts);
}
