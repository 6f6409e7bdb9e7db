// Lines that may bend: straight ones and quadratic Bézier curves between two points, in any one unit. Pure.
import type { Point } from './look.ts';

export interface Curve {
  readonly from: Point;
  readonly to: Point;
  /** Null for a straight line. */
  readonly control: Point | null;
}

/** Short straight lines that stand for one curve. */
export const PIECES = 16;

/** At its middle it is beside the straight way by so large a share of its length: to its left where positive, with y upwards. */
export function bend(from: Point, to: Point, share: number): Curve {
  if (share === 0) return { from, to, control: null };
  // A quadratic curve comes half as far as its control point.
  const [aside, along] = [-2 * share * (to.y - from.y), 2 * share * (to.x - from.x)];
  return { from, to, control: { x: (from.x + to.x) / 2 + aside, y: (from.y + to.y) / 2 + along } };
}

/** The same curve in other coordinates: `move` is affine. */
export function moveCurve({ from, to, control }: Curve, move: (point: Point) => Point): Curve {
  return { from: move(from), to: move(to), control: control === null ? null : move(control) };
}

/** `share` of the way, 0–1. */
export function pointAt({ from, to, control }: Curve, share: number): Point {
  const left = 1 - share;
  const mix = (a: number, b: number, c: number | undefined): number =>
    c === undefined ? left * a + share * b : left * left * a + 2 * left * share * c + share * share * b;
  return { x: mix(from.x, to.x, control?.x), y: mix(from.y, to.y, control?.y) };
}

/** Where the curve is heading there, in radians. */
export function headingAt({ from, to, control }: Curve, share: number): number {
  const between = control ?? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const slope = (a: number, b: number, c: number): number => (1 - share) * (c - a) + share * (b - c);
  return Math.atan2(slope(from.y, to.y, between.y), slope(from.x, to.x, between.x));
}

/** The ends of its pieces in order, the first of them its beginning. */
export function* cornersOf(curve: Curve): Generator<Point> {
  const pieces = curve.control === null ? 1 : PIECES;
  for (let piece = 0; piece <= pieces; piece += 1) yield pointAt(curve, piece / pieces);
}

/** From a point to a curve; `reach` where it is no nearer than that. */
export function distanceToCurve(curve: Curve, at: Point, reach = Number.POSITIVE_INFINITY): number {
  let nearest = reach;
  if (!mayReach(curve, at, reach)) return reach;
  let before = curve.from;
  for (const corner of cornersOf(curve)) {
    nearest = Math.min(nearest, distanceToLine(at.x, at.y, before.x, before.y, corner.x, corner.y));
    before = corner;
  }
  return nearest;
}

/** A curve stays between its ends and its control point. */
function mayReach({ from, to, control }: Curve, { x, y }: Point, reach: number): boolean {
  const by = control ?? from;
  return (
    x > Math.min(from.x, to.x, by.x) - reach &&
    x < Math.max(from.x, to.x, by.x) + reach &&
    y > Math.min(from.y, to.y, by.y) - reach &&
    y < Math.max(from.y, to.y, by.y) + reach
  );
}

/** From a point to a line between two others, which may be the same. */
export function distanceToLine(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
