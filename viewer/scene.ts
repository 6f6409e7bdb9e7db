// The only file that opens Sigma: it draws what the composition holds, reports clicks, moves the camera. Its own graph has
// two corners only, which tell it how far the picture reaches; names and lines come to it in batches.
import { MultiDirectedGraph } from 'graphology';
import type Sigma from 'sigma';
import { createNodeCompoundProgram } from 'sigma/rendering';
import type { CameraState } from 'sigma/types';
import { circlesOf, linesOf, NothingProgram, pointsOf, thinLinesOf } from './batch-programs.ts';
import { Composition, type Drawn, LARGE, type Scale } from './composition.ts';
import type { Facts } from './facts.ts';
import { seedPosition } from './layout-steps.ts';
import { type Looks, nodeRadius, type Point } from './look.ts';
import { openNames } from './names-canvas.ts';
import { OneLayerSigma } from './one-layer-sigma.ts';
import type { Drawing } from './picture.ts';
import { listen, type SceneEvents } from './scene-events.ts';
import { makeShapes, takeDrawing } from './shapes.ts';
import { type Progress, paintedOf } from './software-picture.ts';
import { type Extent, projectionOf, Spots } from './spots.ts';
import type { Camera } from './url-codec.ts';

export interface Scene {
  /** Redraws after a change of looks. */
  refresh(): void;
  /** Shows what is under the pointer now. */
  point(): void;
  place(positions: Float32Array): void;
  /** Brings these entities into view (all that are shown, where empty). */
  show(entities: readonly number[], animate: boolean): void;
  zoom(factor: number): void;
  camera(): Camera;
  aim(camera: Camera): void;
  /** Takes on the size of its container; false where that has not changed. */
  resize(): boolean;
  /** Where an entity stands in the scene, in pixels; null where it is unknown. */
  position(entity: number): Point | null;
  /** Calls back once what is to be drawn is: at once, but where the page paints in slices. */
  settle(call: () => void): void;
  /** How much of what is shown is drawn. */
  drawn(): Drawn;
  /** What is in view now, as shapes, for a picture to keep. */
  drawing(): Drawing;
  kill(): void;
}

/** Pixels that names take beside the outermost nodes. */
const NAME_ROOM = 160;
/** From so many on, lines wait while the picture moves. */
const HUGE = 20_000;
/** Part of the view that dots may cover, and the least part of its full size that a dot has. */
const MOST_COVERED = 0.2;
const LEAST_DOT = 0.2;
/** Milliseconds that the camera rests before a crowded picture is composed anew for what is in view. */
const REST_MS = 120;

/** @throws where the browser has no WebGL. */
export function openScene(
  container: HTMLElement,
  facts: Facts,
  looks: Looks,
  events: SceneEvents,
  positions: Float32Array | null,
): Scene {
  const spots = new Spots(facts.entityCount);
  spots.place(positions ?? facts.payload.entities.id.flatMap(seedPosition));
  const composition = new Composition(facts, looks, spots);
  const covered = coverOf(facts);
  let scale = scaleFor(container, covered);
  let size = sizeOf(container);
  const graph = makeCorners(spots.extent);
  const progress = { isPainting: false };
  const lines = facts.pairs.left.length;
  const renderer = openRenderer({ container, graph, shapes: composition, lines, progress });
  // Only now: Sigma draws as soon as it opens, and the camera has still to be aimed.
  composition.compose(scale);
  renderer.scheduleRender();
  listen(renderer, { facts, composition, spots, scale: () => scale.dots }, events);
  /** Of the frame that is on the screen. */
  let projection = projectionOf(renderer);
  renderer.on('afterRender', () => {
    projection = projectionOf(renderer);
  });
  const { dotOf, edgesOf } = makeShapes({
    ...{ renderer, facts, looks, composition, spots, scale: () => scale, projection: () => projection },
  });
  const names = openNames(renderer, { facts, looks, composition, dotOf, edgesOf });
  const compose = (): void => {
    composition.compose(scale, composition.crowded ? projectionOf(renderer).frame : undefined);
    renderer.scheduleRender();
    events.onDrawn(composition.drawn);
  };
  events.onDrawn(composition.drawn);
  let resting: ReturnType<typeof setTimeout> | undefined;
  if (composition.crowded) {
    renderer.getCamera().on('updated', () => {
      clearTimeout(resting);
      resting = setTimeout(compose, REST_MS);
    });
  }
  return {
    refresh: compose,
    point: names.repaint,
    place(positions) {
      spots.place(positions);
      compose();
      moveCorners(graph, spots.extent);
    },
    show: (entities, animate) => {
      const list = entities.length === 0 ? composition.order : entities;
      moveCamera(renderer, frame(boxOf(list, looks, spots), renderer.getDimensions(), entities.length === 0), animate);
    },
    resize: () => {
      // Not Sigma's own size: it may have drawn in the new one already, with dots and lines scaled for the old.
      const before = size;
      size = sizeOf(container);
      if (size.width === before.width && size.height === before.height && size.ratio === before.ratio) return false;
      // Behind another view it has no size, and nothing to be scaled for.
      if (size.width === 0 || size.height === 0) return false;
      scale = scaleFor(container, covered);
      // On another screen the size is the same, but not its pixels, which Sigma does not look at.
      renderer.resize(size.ratio !== before.ratio);
      // The corners decide how the picture fits its new frame, and Sigma looks at them only in a refresh.
      renderer.refresh();
      compose();
      return true;
    },
    zoom: (factor) => void renderer.getCamera().animatedZoom({ factor, duration: 150 }),
    camera() {
      const { x, y, ratio } = renderer.getCamera().getState();
      return { x, y, ratio };
    },
    aim: (camera) => renderer.getCamera().setState({ ...camera, angle: 0 }),
    position(entity) {
      const [x, y] = [spots.x[entity], spots.y[entity]];
      return x === undefined || y === undefined ? null : renderer.framedGraphToViewport({ x, y });
    },
    settle(call) {
      const look = (): void => {
        if (progress.isPainting) return;
        renderer.off('afterRender', look);
        call();
      };
      renderer.on('afterRender', look);
      look();
    },
    drawn: () => composition.drawn,
    drawing: () => takeDrawing(renderer, { looks, composition, dotOf, edgesOf, paintNames: names.paint }),
    kill() {
      clearTimeout(resting);
      renderer.kill();
    },
  };
}

function smallPicture(shapes: Composition) {
  return { line: linesOf(shapes.lines), dot: circlesOf(shapes.dots) };
}

function largePicture(shapes: Composition, progress: Progress) {
  const drawn = createNodeCompoundProgram([thinLinesOf(shapes.thin), linesOf(shapes.lines), pointsOf(shapes.dots)]);
  return { picture: paintedOf(shapes, progress, drawn) };
}

interface Opening {
  readonly container: HTMLElement;
  readonly graph: MultiDirectedGraph;
  readonly shapes: Composition;
  /** How many there are in all. */
  readonly lines: number;
  readonly progress: Progress;
}

function openRenderer({ container, graph, shapes, lines, progress }: Opening): Sigma {
  const batches = lines > LARGE ? largePicture(shapes, progress) : smallPicture(shapes);
  return new OneLayerSigma(graph, container, {
    // Drawn in this order; `circle`, `line` and `arrow` replace Sigma's own.
    nodeProgramClasses: { circle: NothingProgram, ...batches },
    nodeHoverProgramClasses: Object.fromEntries(
      ['circle', ...Object.keys(batches)].map((name) => [name, NothingProgram]),
    ),
    edgeProgramClasses: { line: NothingProgram, arrow: NothingProgram },
    hideEdgesOnMove: lines > HUGE,
    renderLabels: false,
    enableCameraRotation: false,
    stagePadding: 48,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    allowInvalidContainer: true,
  });
}

function sizeOf({ offsetWidth: width, offsetHeight: height }: HTMLElement) {
  return { width, height, ratio: devicePixelRatio };
}

function makeCorners({ low, high }: Extent): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  graph.addNode('low', { ...low });
  graph.addNode('high', { ...high });
  return graph;
}

function moveCorners(graph: MultiDirectedGraph, extent: Extent): void {
  graph.updateEachNodeAttributes(
    (key, attributes) => ({ ...attributes, ...(key === 'low' ? extent.low : extent.high) }),
    { attributes: ['x', 'y'] },
  );
}

/** Sizes are meant for 800 pixels; a phone gets smaller ones. Dots of a large graph shrink so that lines show between. */
function scaleFor({ clientWidth, clientHeight }: HTMLElement, covered: number): Scale {
  const lines = Math.min(1, Math.max(0.5, Math.min(clientWidth, clientHeight) / 800));
  const room = Math.sqrt((clientWidth * clientHeight * MOST_COVERED) / Math.max(1, covered));
  return { lines, dots: Math.min(lines, Math.max(LEAST_DOT, room)) };
}

/** Square pixels that all dots would cover in their full sizes. */
function coverOf(facts: Facts): number {
  let total = 0;
  for (let entity = 0; entity < facts.entityCount; entity += 1) total += Math.PI * nodeRadius(facts, entity) ** 2;
  return total;
}

/** What those of the entities that are shown reach over; null where none is. */
function boxOf(entities: Iterable<number>, looks: Looks, { x, y }: Spots): Extent | null {
  const low = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY };
  const high = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY };
  for (const entity of entities) {
    if (looks.hides(entity)) continue;
    const [left, bottom] = [x[entity] as number, y[entity] as number];
    if (left < low.x) low.x = left;
    if (left > high.x) high.x = left;
    if (bottom < low.y) low.y = bottom;
    if (bottom > high.y) high.y = bottom;
  }
  return low.x > high.x ? null : { low, high };
}

function moveCamera(renderer: Sigma, target: CameraState, animate: boolean): void {
  const camera = renderer.getCamera();
  // A camera that is there already would draw the same picture again and again.
  const there = Object.entries(target).every(([name, value]) => camera.getState()[name as 'x'] === value);
  if (there) return;
  if (animate) void camera.animate(target, { duration: 350 });
  else camera.setState(target);
}

/** The camera that sees the whole graph, whatever of it is shown. */
const WHOLE: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };

/** Camera state that holds the box with room for names, never closer than a fifth of the whole; a little further away where not all is meant. */
function frame(box: Extent | null, { width, height }: { width: number; height: number }, all: boolean): CameraState {
  if (box === null) return WHOLE;
  const { low, high } = box;
  const smaller = Math.min(width, height);
  const spread = Math.max(((high.x - low.x) * smaller) / (width - NAME_ROOM), ((high.y - low.y) * smaller) / height);
  const ratio = Math.min(1.1, Math.max(0.2, 1.3 * spread));
  const [x, y] = [(low.x + high.x) / 2, (low.y + high.y) / 2];
  // Rounded: what lies around the middle already moves no camera.
  if (all && ratio >= WHOLE.ratio) return { ...WHOLE, x: Math.round(x * 50) / 50, y: Math.round(y * 50) / 50 };
  return { x, y, ratio, angle: 0 };
}
