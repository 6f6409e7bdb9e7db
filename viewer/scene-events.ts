// What happens under the pointer: clicks and hovers of the picture, by entity and pair. Sigma hears them; what lies there
// is found by distance, since its look at the pixel under the pointer waits for the graphics card and misses thin lines.
import type Sigma from 'sigma';
import type { Composition, Drawn } from './composition.ts';
import { distanceToCurve } from './curve.ts';
import type { Facts } from './facts.ts';
import { NOWHERE, type Point, type Pointed } from './look.ts';
import { pickLine } from './pick-edge.ts';
import { pickDot } from './pick-node.ts';
import { type Projection, projectionOf, type Spots } from './spots.ts';

export interface SceneEvents {
  onNode(entity: number): void;
  /** `claim` as in Pointed. */
  onEdge(pair: number, claim: number): void;
  onNothing(): void;
  /** x and y in pixels of the scene. */
  onHover(under: Pointed, x: number, y: number): void;
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
  let under = NOWHERE;
  renderer.on('clickStage', ({ event }) => {
    const { entity, pair, claim } = find(renderer, targets, event);
    if (entity >= 0) events.onNode(entity);
    else if (pair >= 0) events.onEdge(pair, claim);
    else events.onNothing();
  });
  renderer.getMouseCaptor().on('mousemove', (event) => {
    // A hand that drags the picture points at nothing.
    if (event.original instanceof MouseEvent && event.original.buttons !== 0) return;
    const found = find(renderer, targets, event);
    if (found.entity < 0 && found.pair < 0 && under.entity < 0 && under.pair < 0) return;
    under = found;
    events.onHover(found, event.x, event.y);
  });
  renderer.on('leaveStage', () => {
    under = NOWHERE;
    events.onHover(NOWHERE, 0, 0);
  });
}

function find(renderer: Sigma, targets: Targets, point: Point): Pointed {
  const projection = projectionOf(renderer);
  const entity = entityAt(renderer, targets, projection, point);
  const found = entity >= 0 ? { ...NOWHERE, entity } : lineAt(targets, projection, point);
  return { ...found, byPointer: true };
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
function lineAt({ composition, facts, spots }: Targets, projection: Projection, { x, y }: Point): Pointed {
  const pixel = 1 / projection.scaleX;
  const lines = { ...facts.pairs, x: spots.x, y: spots.y, places: composition.drawnEdges.places };
  const at = { x: (x - projection.left) * pixel, y: (projection.top - y) / projection.scaleY };
  const depth = (pair: number): number => (composition.edges.depth[pair] as number) - 1;
  const fanned = pickFanLine(composition, at, EDGE_REACH * pixel);
  const lit = pickLine(lines, at, fanned?.distance ?? EDGE_REACH * pixel, (pair) => {
    return depth(pair) > 0 && !composition.fans.has(pair);
  });
  if (lit >= 0) return { ...NOWHERE, pair: lit };
  if (fanned !== null) return { ...NOWHERE, pair: fanned.pair, claim: fanned.claim };
  return { ...NOWHERE, pair: pickLine(lines, at, EDGE_REACH * pixel, (pair) => depth(pair) === 0) };
}

/** The nearest line of a statement that is drawn apart; null where none is within reach. */
function pickFanLine({ fans }: Composition, at: Point, reach: number) {
  let best: { readonly pair: number; readonly claim: number; readonly distance: number } | null = null;
  for (const [pair, lines] of fans) {
    for (const { claims, curve } of lines) {
      const nearest = best?.distance ?? reach;
      const distance = distanceToCurve(curve, at, nearest);
      if (distance < nearest) best = { pair, claim: claims[0] ?? -1, distance };
    }
  }
  return best;
}
