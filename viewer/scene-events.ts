// What happens under the pointer: clicks and hovers of the picture, by entity and pair. Sigma hears them; what lies there
// is found by distance, since its look at the pixel under the pointer waits for the graphics card and misses thin lines.
import type Sigma from 'sigma';
import type { Composition, Drawn } from './composition.ts';
import type { Facts } from './facts.ts';
import type { Point } from './look.ts';
import { pickLine } from './pick-edge.ts';
import { pickDot } from './pick-node.ts';
import { type Projection, projectionOf, type Spots } from './spots.ts';

export interface SceneEvents {
  onNode(entity: number): void;
  onEdge(pair: number): void;
  onNothing(): void;
  /** What lies under the pointer, -1 for none; x and y in pixels of the scene. */
  onHover(entity: number, pair: number, x: number, y: number): void;
  /** How much of what is shown was drawn this time. */
  onDrawn(drawn: Drawn): void;
}

/** What can be hit. */
export interface Targets {
  readonly facts: Facts;
  readonly composition: Composition;
  readonly spots: Spots;
  readonly scale: () => number;
}

/** Pixels beside a line that still count as on it: a fingertip is forgiven, a neighbour is not. */
const EDGE_REACH = 6;
/** Pixels around a dot that still count as on it. */
const DOT_REACH = 2;

export function listen(renderer: Sigma, targets: Targets, events: SceneEvents): void {
  // Private to Sigma 3.0; all its tests of nodes go through it.
  Object.assign(renderer, { getNodeAtPosition: () => null });
  let under = { entity: -1, pair: -1 };
  renderer.on('clickStage', ({ event }) => {
    const { entity, pair } = find(renderer, targets, event);
    if (entity >= 0) events.onNode(entity);
    else if (pair >= 0) events.onEdge(pair);
    else events.onNothing();
  });
  renderer.getMouseCaptor().on('mousemove', (event) => {
    // A hand that drags the picture points at nothing.
    if (event.original instanceof MouseEvent && event.original.buttons !== 0) return;
    const found = find(renderer, targets, event);
    if (found.entity < 0 && found.pair < 0 && under.entity < 0 && under.pair < 0) return;
    under = found;
    events.onHover(found.entity, found.pair, event.x, event.y);
  });
  renderer.on('leaveStage', () => {
    under = { entity: -1, pair: -1 };
    events.onHover(-1, -1, 0, 0);
  });
}

function find(renderer: Sigma, targets: Targets, point: Point): { entity: number; pair: number } {
  const projection = projectionOf(renderer);
  const entity = entityAt(renderer, targets, projection, point);
  return { entity, pair: entity >= 0 ? -1 : pairAt(targets, projection, point) };
}

function entityAt(renderer: Sigma, targets: Targets, projection: Projection, { x, y }: Point): number {
  const { composition, spots, scale } = targets;
  const pixel = 1 / projection.scaleX;
  const grow = renderer.scaleSize(scale());
  return pickDot(
    composition.drawnNodes.places,
    spots,
    (entity) => {
      const { depth, size } = composition.nodes;
      return depth[entity] === 0 ? 0 : ((size[entity] as number) * grow + DOT_REACH) * pixel;
    },
    { x: (x - projection.left) * pixel, y: (projection.top - y) / projection.scaleY },
  );
}

/** A line in the light comes before a dimmed one that crosses it. */
function pairAt({ composition, facts, spots }: Targets, projection: Projection, { x, y }: Point): number {
  const pixel = 1 / projection.scaleX;
  const lines = { ...facts.pairs, x: spots.x, y: spots.y, places: composition.drawnEdges.places };
  const at = { x: (x - projection.left) * pixel, y: (projection.top - y) / projection.scaleY };
  const depth = (pair: number): number => (composition.edges.depth[pair] as number) - 1;
  const lit = pickLine(lines, at, EDGE_REACH * pixel, (pair) => depth(pair) > 0);
  return lit >= 0 ? lit : pickLine(lines, at, EDGE_REACH * pixel, (pair) => depth(pair) === 0);
}
