// Which stretches of the view are covered by dots: a coarse grid, so that asking stays cheap with ten thousand dots.

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels of a cell: half the height of a name. */
const CELL = 8;
/** No two cells share a key up to this many columns, far wider than any screen. */
const COLUMNS = 1 << 15;

/** True for a box that touches a dot. The answer is exact within a cell. */
export function markDots(dots: Iterable<Dot>): (box: Box) => boolean {
  const cells = new Map<number, Dot[]>();
  for (const dot of dots) {
    for (const key of cellsOf(around(dot))) {
      const known = cells.get(key);
      if (known === undefined) cells.set(key, [dot]);
      else known.push(dot);
    }
  }
  return (box) => {
    for (const key of cellsOf(box)) {
      if (cells.get(key)?.some((dot) => touches(dot, box))) return true;
    }
    return false;
  };
}

/** The square around a dot. */
export function around({ x, y, radius }: Dot): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function* cellsOf({ left, top, right, bottom }: Box): Generator<number> {
  for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
      yield row * COLUMNS + column;
    }
  }
}

function touches({ x, y, radius }: Dot, { left, top, right, bottom }: Box): boolean {
  const dx = Math.max(left - x, 0, x - right);
  const dy = Math.max(top - y, 0, y - bottom);
  return dx * dx + dy * dy < radius * radius;
}
