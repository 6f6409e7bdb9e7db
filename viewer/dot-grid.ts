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
/** Chains of cells; two cells that share one only make a question a little longer. */
const CHAINS = 1 << 14;

/** True for a box that touches a dot. */
export function markDots(dots: Iterable<Dot>): (box: Box) => boolean {
  const known: Dot[] = [];
  // By chain its newest entry; by entry its dot and the entry before it, -1 for none.
  const newest = new Int32Array(CHAINS).fill(-1);
  const dotOf: number[] = [];
  const before: number[] = [];
  for (const dot of dots) {
    const { left, right, top, bottom } = around(dot);
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) {
      for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
        const chain = chainOf(row, column);
        before.push(newest[chain] as number);
        newest[chain] = dotOf.push(known.length) - 1;
      }
    }
    known.push(dot);
  }
  return (box) => {
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) {
      for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
        for (let at = newest[chainOf(row, column)] as number; at >= 0; at = before[at] as number)
          if (touches(known[dotOf[at] as number] as Dot, box)) return true;
      }
    }
    return false;
  };
}

function chainOf(row: number, column: number): number {
  return (row * 509 + column) & (CHAINS - 1);
}

/** The square around a dot. */
export function around({ x, y, radius }: Dot): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function touches({ x, y, radius }: Dot, { left, top, right, bottom }: Box): boolean {
  const dx = Math.max(left - x, 0, x - right);
  const dy = Math.max(top - y, 0, y - bottom);
  return dx * dx + dy * dy < radius * radius;
}
