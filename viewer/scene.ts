// The only file that knows Sigma: draws looks, reports clicks, moves the camera. Reducers are set once and read `looks`.
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeLineProgram, EdgeRectangleProgram, NodePointProgram } from 'sigma/rendering';
import type { EdgeDisplayData } from 'sigma/types';
import { DashedEdgeProgram } from './dashed-edge.ts';
import type { Facts } from './facts.ts';
import { seedPosition } from './layout-steps.ts';
import type { Looks, Point } from './look.ts';
import { openNames } from './names-canvas.ts';
import type { Drawing } from './picture.ts';
import { listen, pickByDistance, placeOf, type SceneEvents, segments } from './scene-events.ts';
import type { Camera } from './url-codec.ts';

export interface Scene {
  /** Redraws after a change of looks: the named entities only, or everything. */
  refresh(entities?: readonly number[]): void;
  /** Redraws after a change of what is shown; a large graph bit by bit, so that the page answers meanwhile. */
  refreshShown(): void;
  place(positions: Float32Array): void;
  /** Brings these entities into view (all, where empty). */
  show(entities: readonly number[], animate: boolean): void;
  zoom(factor: number): void;
  camera(): Camera;
  aim(camera: Camera): void;
  /** Takes on the size of its container; false where that has not changed. */
  resize(): boolean;
  /** Where an entity stands in the scene, in pixels; null where it is unknown. */
  position(entity: number): Point | null;
  /** What is in view now, as shapes, for a picture to keep. */
  drawing(): Drawing;
  kill(): void;
}

/** Lines of up to this width, in pixels, may be drawn as the thinnest ones. */
const THIN = 1.5;
/** Depth of what is chosen or under the pointer. */
const CHOSEN = 2;
/** Pixels that names take beside the outermost nodes. */
const NAME_ROOM = 160;

/** From so many lines on, plain ones are one pixel wide and the picture is redrawn in slices. */
const LARGE = 4000;
/** From so many on, lines wait while the picture moves. */
const HUGE = 20_000;
/** Things redrawn in one slice. */
const SLICE = 3000;

/** @throws where the browser has no WebGL. */
export function openScene(
  container: HTMLElement,
  facts: Facts,
  looks: Looks,
  events: SceneEvents,
  positions: Float32Array | null,
): Scene {
  const graph = makeGraph(facts, positions);
  const large = graph.size > LARGE;
  /** The program of each line of a large graph: it changes only when everything is redrawn. */
  const programs: string[] = [];
  let redrawing = true;
  let scale = scaleFor(container);
  const renderer = new Sigma(graph, container, {
    nodeReducer: (key, { x, y }) => {
      const { hidden, color, size, zIndex } = looks.node(placeOf(key));
      return { x, y, hidden, color, size: size * scale, zIndex, label: null };
    },
    edgeReducer: (key) => {
      const place = placeOf(key);
      const { hidden, color, size, zIndex, hedged } = looks.edge(place);
      let type = hedged ? 'dashed' : large && zIndex < CHOSEN && size < THIN ? 'thin' : 'line';
      if (large && redrawing) programs[place] = type;
      else if (large) type = programs[place] ?? type;
      return { hidden, color, size: size * scale, zIndex, label: null, type };
    },
    edgeProgramClasses: { line: EdgeRectangleProgram, dashed: DashedEdgeProgram, thin: EdgeLineProgram },
    ...(large ? { nodeProgramClasses: { circle: NodePointProgram } } : {}),
    hideEdgesOnMove: graph.size > HUGE,
    renderLabels: false,
    enableCameraRotation: false,
    zIndex: true,
    stagePadding: 48,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    defaultDrawNodeHover: () => {},
    allowInvalidContainer: true,
  });
  redrawing = false;
  pickByDistance(renderer, facts.entityCount);
  const paintNames = openNames(renderer, facts, looks);
  listen(renderer, facts, events);
  let slices = 0;
  const redraw = (): void => {
    slices += 1;
    redrawing = true;
    renderer.refresh({ skipIndexation: false });
    redrawing = false;
  };
  const redrawInSlices = (): void => {
    slices += 1;
    const run = slices;
    const things = [...graph.nodes(), ...graph.edges()];
    const slice = (from: number): void => {
      // A newer change of what is shown begins anew.
      if (run !== slices) return;
      const part = things.slice(from, from + SLICE);
      const nodes = part.filter((key) => key.startsWith('n'));
      const edges = part.filter((key) => key.startsWith('e'));
      renderer.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
      if (from + SLICE < things.length) setTimeout(slice, 0, from + SLICE);
    };
    slice(0);
  };
  return {
    refresh(entities) {
      if (entities === undefined) return redraw();
      const edges = entities.flatMap((entity) => facts.pairsOf[entity] ?? []).map((pair) => `e${pair}`);
      renderer.refresh({
        partialGraph: {
          nodes: entities.map((entity) => `n${entity}`),
          edges: edges.filter((key) => graph.hasEdge(key)),
        },
        skipIndexation: true,
        schedule: true,
      });
    },
    refreshShown: () => (large ? redrawInSlices() : redraw()),
    place(positions) {
      graph.updateEachNodeAttributes(
        (key, attributes) => {
          const place = placeOf(key) * 2;
          return { ...attributes, x: positions[place] ?? 0, y: positions[place + 1] ?? 0 };
        },
        { attributes: ['x', 'y'] },
      );
    },
    show: (entities, animate) => moveCamera(renderer, entities, animate),
    resize: () => {
      const { width, height } = renderer.getDimensions();
      if (width === container.offsetWidth && height === container.offsetHeight) return false;
      scale = scaleFor(container);
      renderer.resize();
      renderer.refresh({ skipIndexation: true });
      return true;
    },
    zoom: (factor) => void renderer.getCamera().animatedZoom({ factor, duration: 150 }),
    camera() {
      const { x, y, ratio } = renderer.getCamera().getState();
      return { x, y, ratio };
    },
    aim: (camera) => renderer.getCamera().setState({ ...camera, angle: 0 }),
    position(entity) {
      const data = renderer.getNodeDisplayData(`n${entity}`);
      return data === undefined ? null : renderer.framedGraphToViewport(data);
    },
    drawing: () => takeDrawing(renderer, facts, paintNames),
    kill: () => renderer.kill(),
  };
}

function takeDrawing(renderer: Sigma, facts: Facts, paintNames: Drawing['paintNames']): Drawing {
  const { width, height } = renderer.getDimensions();
  const lines = [...segments(renderer, facts)].map((segment) => {
    const { color, size, type, zIndex } = renderer.getEdgeDisplayData(`e${segment.key}`) as EdgeDisplayData;
    return { ...segment, color, width: renderer.scaleSize(size), dashed: type === 'dashed', zIndex };
  });
  const dots = facts.payload.entities.id.flatMap((_, entity) => {
    const data = renderer.getNodeDisplayData(`n${entity}`);
    if (data === undefined || data.hidden) return [];
    const { x, y } = renderer.framedGraphToViewport(data);
    return [{ x, y, radius: renderer.scaleSize(data.size), color: data.color, zIndex: data.zIndex }];
  });
  return { width, height, lines: lines.sort(byDepth), dots: dots.sort(byDepth), paintNames };
}

function byDepth(one: { readonly zIndex: number }, other: { readonly zIndex: number }): number {
  return one.zIndex - other.zIndex;
}

/** Sizes are meant for 800 pixels; a phone gets smaller dots, so that they do not cover one another. */
function scaleFor(container: HTMLElement): number {
  const smaller = Math.min(container.clientWidth, container.clientHeight);
  return Math.min(1, Math.max(0.5, smaller / 800));
}

/** Keys are opaque: graphology breaks on names such as `constructor`. */
function makeGraph(facts: Facts, positions: Float32Array | null): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  facts.payload.entities.id.forEach((id, entity) => {
    const [x, y] = positions === null ? seedPosition(id) : positions.subarray(entity * 2, entity * 2 + 2);
    graph.addNode(`n${entity}`, { x: x ?? 0, y: y ?? 0 });
  });
  facts.pairs.left.forEach((left, pair) => {
    const right = facts.pairs.right[pair];
    // Sigma does not draw loops; what an entity says about itself stands in its panel.
    if (left !== right) graph.addEdgeWithKey(`e${pair}`, `n${left}`, `n${right}`, {});
  });
  return graph;
}

function moveCamera(renderer: Sigma, entities: readonly number[], animate: boolean): void {
  const points = entities.flatMap((entity) => {
    const data = renderer.getNodeDisplayData(`n${entity}`);
    return data === undefined || data.hidden ? [] : [data];
  });
  const target = points.length === 0 ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 } : frame(points, renderer.getDimensions());
  const camera = renderer.getCamera();
  if (animate) void camera.animate(target, { duration: 350 });
  else camera.setState(target);
}

/** Camera state that holds all points with room for their names, never closer than a fifth of the whole. */
function frame(points: readonly Point[], { width, height }: { width: number; height: number }) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const smaller = Math.min(width, height);
  const spread = Math.max(((right - left) * smaller) / (width - NAME_ROOM), ((bottom - top) * smaller) / height);
  const ratio = Math.min(1.1, Math.max(0.2, 1.3 * spread));
  return { x: (left + right) / 2, y: (top + bottom) / 2, ratio, angle: 0 };
}
