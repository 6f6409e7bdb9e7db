// Walking over the picture with arrow keys: the neighbours of a place clockwise, as one sees them.
import type { Point, Pointed } from './look.ts';

/** The stop after the present one, or before it, around in a circle; the first where there is no present one. */
export function nextStop(stops: readonly number[], present: number, step: 1 | -1): number {
  if (stops.length === 0) return -1;
  const at = stops.indexOf(present);
  if (at < 0) return (step === 1 ? stops[0] : stops.at(-1)) ?? -1;
  return stops[(at + step + stops.length) % stops.length] ?? -1;
}

/** One line of the picture: of all statements of a pair, or of some where they are drawn apart. */
export interface Line {
  readonly pair: number;
  readonly claims: readonly number[];
}

/** From name to name, or from line to line where several lead to one name. */
export type Stride = 'name' | 'line';

export interface Stop extends Line {
  /** What is told there: of a name all that its lines say. */
  readonly told: readonly number[];
  readonly place: number;
  readonly count: number;
}

/** On from what is pointed at, over lines in order of their names; null where there is none. */
export function walkOn(lines: readonly Line[], { pair, claim }: Pointed, stride: Stride, step: 1 | -1): Stop | null {
  const pairs = [...new Set(lines.map((line) => line.pair))];
  const at = lines.findIndex((line) => line.pair === pair && (claim < 0 || line.claims.includes(claim)));
  const place = stride === 'line' ? nextStop([...lines.keys()], at, step) : pairs.indexOf(nextStop(pairs, pair, step));
  const next = stride === 'line' ? lines[place] : lines.find((line) => line.pair === pairs[place]);
  if (next === undefined) return null;
  if (stride === 'line') return { ...next, told: next.claims, place, count: lines.length };
  const told = lines.flatMap((line) => (line.pair === next.pair ? line.claims : []));
  return { ...next, told, place, count: pairs.length };
}

/** Stops around a centre, clockwise from twelve o'clock; those without a known place come last, in the order given. */
export function clockwise(
  stops: readonly number[],
  centre: Point | null,
  positionOf: (stop: number) => Point | null,
): readonly number[] {
  const angle = new Map(stops.map((stop) => [stop, angleOf(centre, positionOf(stop))]));
  return [...stops].sort((a, b) => (angle.get(a) ?? 0) - (angle.get(b) ?? 0));
}

/** 0 straight up, growing clockwise to 2π; on a screen y grows downwards. */
function angleOf(centre: Point | null, point: Point | null): number {
  if (centre === null || point === null) return 2 * Math.PI;
  const angle = Math.atan2(point.x - centre.x, centre.y - point.y);
  return angle < 0 ? angle + 2 * Math.PI : angle;
}
