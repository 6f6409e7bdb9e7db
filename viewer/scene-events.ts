// What happens under the pointer: clicks and hovers of the picture, by entity and pair.
import type Sigma from 'sigma';
import type { Facts } from './facts.ts';
import type { Point } from './look.ts';
import { pickSegment, type Segment } from './pick-edge.ts';
import { type Dots, pickDot } from './pick-node.ts';

export interface SceneEvents {
  onNode(entity: number): void;
  onEdge(pair: number): void;
  onNothing(): void;
  /** What lies under the pointer, -1 for none; x and y in pixels of the scene. */
  onHover(entity: number, pair: number, x: number, y: number): void;
}

/** Pixels beside a line that still count as on it: a fingertip is forgiven, a neighbour is not. */
const EDGE_REACH = 6;
/** Pixels around a dot that still count as on it. */
const DOT_REACH = 2;
/** Lines looked at under a moving pointer at most; a click looks at all. */
const MAX_HOVER_EDGES = 20_000;

/** The place in a key of the scene's graph. */
export function placeOf(key: string): number {
  return Number(key.slice(1));
}

/**
 * Replaces Sigma's look at the pixel under the pointer, which waits for the graphics card at each move of the mouse.
 * `getNodeAtPosition` is private to Sigma 3.0; its tests of nodes all go through it.
 */
export function pickByDistance(renderer: Sigma, count: number): void {
  let dots: Dots | null = null;
  renderer.on('afterProcess', () => {
    dots = null;
  });
  renderer.on('afterRender', () => {
    dots = null;
  });
  const getNodeAtPosition = (point: Point): string | null => {
    dots ??= readDots(renderer, count);
    const { x, y } = renderer.viewportToFramedGraph(point);
    const place = pickDot(dots, x, y);
    return place < 0 ? null : `n${place}`;
  };
  Object.assign(renderer, { getNodeAtPosition });
}

function readDots(renderer: Sigma, count: number): Dots {
  const dots = { x: new Float32Array(count), y: new Float32Array(count), radius: new Float32Array(count) };
  const [one, other] = [0, 1].map((x) => renderer.viewportToFramedGraph({ x, y: 0 }).x);
  const pixel = Math.abs((other ?? 0) - (one ?? 0));
  for (let place = 0; place < count; place += 1) {
    const data = renderer.getNodeDisplayData(`n${place}`);
    if (data === undefined || data.hidden) continue;
    dots.x[place] = data.x;
    dots.y[place] = data.y;
    dots.radius[place] = (renderer.scaleSize(data.size) + DOT_REACH) * pixel;
  }
  return dots;
}

/** Lines are picked by distance, not by Sigma's pixel test: it would cost a second drawing and misses thin lines. */
export function listen(renderer: Sigma, facts: Facts, events: SceneEvents): void {
  const pairAt = ({ x, y }: Point): number => {
    const lines = [...segments(renderer, facts)];
    // A line in the light comes before a dimmed one that crosses it.
    const lit = pickSegment(
      lines.filter(({ key }) => isLit(renderer, key)),
      x,
      y,
      EDGE_REACH,
    );
    return lit >= 0 ? lit : pickSegment(lines, x, y, EDGE_REACH);
  };
  let node = -1;
  renderer.on('clickNode', ({ node: key }) => events.onNode(placeOf(key)));
  renderer.on('clickStage', ({ event }) => {
    const pair = pairAt(event);
    if (pair >= 0) events.onEdge(pair);
    else events.onNothing();
  });
  renderer.on('enterNode', ({ node: key, event }) => {
    node = placeOf(key);
    events.onHover(node, -1, event.x, event.y);
  });
  renderer.on('leaveNode', ({ event }) => {
    node = -1;
    events.onHover(-1, -1, event.x, event.y);
  });
  renderer.on('moveBody', ({ event }) => {
    if (node >= 0 || facts.pairs.left.length > MAX_HOVER_EDGES) return;
    events.onHover(-1, pairAt(event), event.x, event.y);
  });
  renderer.on('leaveStage', () => events.onHover(-1, -1, 0, 0));
}

function isLit(renderer: Sigma, pair: number): boolean {
  return (renderer.getEdgeDisplayData(`e${pair}`)?.zIndex ?? 0) > 0;
}

/** All drawn lines, in pixels of the scene. */
export function* segments(renderer: Sigma, facts: Facts): Generator<Segment> {
  const { left, right } = facts.pairs;
  for (let key = 0; key < left.length; key += 1) {
    const edge = left[key] === right[key] ? undefined : renderer.getEdgeDisplayData(`e${key}`);
    const from = renderer.getNodeDisplayData(`n${left[key]}`);
    const to = renderer.getNodeDisplayData(`n${right[key]}`);
    if (edge === undefined || edge.hidden || !from || !to || from.hidden || to.hidden) continue;
    const [one, other] = [renderer.framedGraphToViewport(from), renderer.framedGraphToViewport(to)];
    yield { key, x1: one.x, y1: one.y, x2: other.x, y2: other.y };
  }
}
