// Which line lies under the pointer: the nearest within reach, by plane geometry (a thin line is hard to hit exactly).

export interface Segment {
  readonly key: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Key of the nearest segment at most `reach` pixels away, or -1. Among equals the first. */
export function pickSegment(segments: Iterable<Segment>, x: number, y: number, reach: number): number {
  let best = -1;
  let bestDistance = reach;
  for (const segment of segments) {
    const distance = distanceTo(segment, x, y);
    if (distance < bestDistance || (best === -1 && distance === bestDistance)) {
      best = segment.key;
      bestDistance = distance;
    }
  }
  return best;
}

function distanceTo({ x1, y1, x2, y2 }: Segment, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
