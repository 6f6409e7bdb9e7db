// Walking over the picture with arrow keys: the neighbours of a place clockwise, as one sees them.
import type { Point } from './look.ts';

/** The stop after the present one, or before it, around in a circle; the first where there is no present one. */
export function nextStop(stops: readonly number[], present: number, step: 1 | -1): number {
  if (stops.length === 0) return -1;
  const at = stops.indexOf(present);
  if (at < 0) return (step === 1 ? stops[0] : stops.at(-1)) ?? -1;
  return stops[(at + step + stops.length) % stops.length] ?? -1;
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
