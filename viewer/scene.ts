// The only file that knows Sigma: draws looks, reports clicks, moves the camera. Reducers are set once and read `looks`.
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeRectangleProgram } from 'sigma/rendering';
import { DashedEdgeProgram } from './dashed-edge.ts';
import type { Facts } from './facts.ts';
import { seedPosition } from './layout-steps.ts';
import type { EdgeLook, NodeLook } from './look.ts';
import { drawNames, type NamePlace, type NameStyle } from './names-layer.ts';

/** How the scene asks for looks; read at each refresh. */
export interface Looks {
  node(entity: number): NodeLook;
  edge(pair: number): EdgeLook;
  name(entity: number): { readonly strong: boolean; readonly dimmed: boolean };
  /** Entities whose names come first. */
  first(): readonly number[];
  readonly style: NameStyle;
}

export interface SceneEvents {
  onNode(entity: number): void;
  onEdge(pair: number): void;
  onNothing(): void;
  onHover(entity: number): void;
}

export interface Scene {
  /** Redraws after a change of looks: the named entities only, or everything. */
  refresh(entities?: readonly number[]): void;
  place(positions: Float32Array): void;
  /** Brings these entities into view (all, where empty). */
  show(entities: readonly number[], animate: boolean): void;
  zoom(factor: number): void;
  /** Where an entity stands on the page, for tests and for pointers. */
  position(entity: number): { readonly x: number; readonly y: number } | null;
  kill(): void;
}

/** Names looked at in one frame at most, so that a frame of a large graph stays short. */
const MAX_NAME_CANDIDATES = 1500;
const MAX_NAMES = 140;

/** @throws where the browser has no WebGL. */
export function openScene(container: HTMLElement, facts: Facts, looks: Looks, events: SceneEvents): Scene {
  const graph = makeGraph(facts);
  const renderer = new Sigma(graph, container, {
    nodeReducer: (key) => ({ ...looks.node(placeOf(key)), label: null }),
    edgeReducer: (key) => {
      const look = looks.edge(placeOf(key));
      return { ...look, label: null, type: look.hedged ? 'dashed' : 'line' };
    },
    edgeProgramClasses: { line: EdgeRectangleProgram, dashed: DashedEdgeProgram },
    renderLabels: false,
    enableEdgeEvents: true,
    enableCameraRotation: false,
    zIndex: true,
    stagePadding: 48,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    defaultDrawNodeHover: () => {},
    allowInvalidContainer: true,
  });
  const names = renderer.createCanvas('names', { afterLayer: 'labels', style: { pointerEvents: 'none' } });
  const byImportance = facts.claimsOf.map((_, entity) => entity).sort((a, b) => weight(facts, b) - weight(facts, a));
  renderer.on('afterRender', () => paintNames(renderer, names, facts, looks, byImportance));
  renderer.on('clickNode', ({ node }) => events.onNode(placeOf(node)));
  renderer.on('clickEdge', ({ edge }) => events.onEdge(placeOf(edge)));
  renderer.on('clickStage', () => events.onNothing());
  renderer.on('enterNode', ({ node }) => events.onHover(placeOf(node)));
  renderer.on('leaveNode', () => events.onHover(-1));
  return {
    refresh(entities) {
      if (entities === undefined) return void renderer.refresh({ skipIndexation: false });
      const edges = entities.flatMap((entity) => facts.pairsOf[entity] ?? []).map((pair) => `e${pair}`);
      renderer.refresh({
        partialGraph: {
          nodes: entities.map((entity) => `n${entity}`),
          edges: edges.filter((key) => graph.hasEdge(key)),
        },
        skipIndexation: true,
      });
    },
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
    zoom: (factor) => void renderer.getCamera().animatedZoom({ factor, duration: 150 }),
    position(entity) {
      const data = renderer.getNodeDisplayData(`n${entity}`);
      return data === undefined ? null : renderer.framedGraphToViewport(data);
    },
    kill: () => renderer.kill(),
  };
}

/** Keys are opaque: graphology breaks on names such as `constructor`. */
function makeGraph(facts: Facts): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  facts.payload.entities.id.forEach((id, entity) => {
    const [x, y] = seedPosition(id);
    graph.addNode(`n${entity}`, { x, y });
  });
  facts.pairs.left.forEach((left, pair) => {
    const right = facts.pairs.right[pair];
    // Sigma does not draw loops; what an entity says about itself stands in its panel.
    if (left !== right) graph.addEdgeWithKey(`e${pair}`, `n${left}`, `n${right}`, {});
  });
  return graph;
}

function placeOf(key: string): number {
  return Number(key.slice(1));
}

function weight(facts: Facts, entity: number): number {
  return (facts.pairsOf[entity]?.length ?? 0) * 1000 + (facts.payload.entities.mentions[entity] ?? 0);
}

function paintNames(
  renderer: Sigma,
  canvas: HTMLCanvasElement,
  facts: Facts,
  looks: Looks,
  byImportance: readonly number[],
): void {
  const { width, height } = renderer.getDimensions();
  const ratio = devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  drawNames(context, namePlaces(), looks.style);

  function* namePlaces(): Generator<NamePlace> {
    const done = new Set<number>();
    let looked = 0;
    let given = 0;
    for (const list of [looks.first(), byImportance]) {
      for (const entity of list) {
        if (looked > MAX_NAME_CANDIDATES || given > MAX_NAMES) return;
        if (done.has(entity)) continue;
        done.add(entity);
        looked += 1;
        const data = renderer.getNodeDisplayData(`n${entity}`);
        if (data === undefined || data.hidden) continue;
        const { x, y } = renderer.framedGraphToViewport(data);
        if (x < -40 || y < 0 || x > width || y > height) continue;
        const { strong, dimmed } = looks.name(entity);
        if (dimmed) continue;
        given += 1;
        const text = facts.payload.entities.name[entity] ?? '';
        yield { text, x, y, radius: renderer.scaleSize(data.size), strong, dimmed };
      }
    }
  }
}

function moveCamera(renderer: Sigma, entities: readonly number[], animate: boolean): void {
  const points = entities.flatMap((entity) => {
    const data = renderer.getNodeDisplayData(`n${entity}`);
    return data === undefined || data.hidden ? [] : [data];
  });
  const target = points.length === 0 ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 } : frame(points);
  const camera = renderer.getCamera();
  if (animate) void camera.animate(target, { duration: 350 });
  else camera.setState(target);
}

/** Camera state that holds all points with some air, never closer than a fifth of the whole. */
function frame(points: readonly { readonly x: number; readonly y: number }[]) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const ratio = Math.min(1.1, Math.max(0.2, 1.35 * Math.max(right - left, bottom - top)));
  return { x: (left + right) / 2, y: (top + bottom) / 2, ratio, angle: 0 };
}
