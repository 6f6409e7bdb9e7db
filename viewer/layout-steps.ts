// ForceAtlas2 (Jacomy et al. 2014, PLoS ONE 9(6)) from fixed places to a stop: pure, so that a graph always looks the same.
import iterate from 'graphology-layout-forceatlas2/iterate.js';

/** `radius`, `left`, `right` by place; edges run between `left[i]` and `right[i]`. */
export interface LayoutInput {
  readonly ids: readonly string[];
  readonly radius: Float32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float32Array;
}

export interface LayoutRun {
  /** One iteration. True while nodes still move. */
  step(): boolean;
  /** x, y by place, in turn. */
  positions(): Float32Array;
  /** 0–1. */
  progress(): number;
}

// Row layout of graphology-layout-forceatlas2 (iterate.js).
const NODE_ROW = 10;
const EDGE_ROW = 3;
/** Mean displacement of an iteration below this share of the mean distance from the centre counts as still. */
const STILL = 0.0015;
const STILL_FOR = 12;

/** A spot in the unit disc that depends on the id alone (FNV-1a, 32 bits). */
export function seedPosition(id: string): readonly [number, number] {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  const angle = ((hash & 0xffff) / 0x10000) * 2 * Math.PI;
  const radius = Math.sqrt((hash >>> 16) / 0x10000);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** Iterations at most: fewer for large graphs, where each costs more. */
export function iterationLimit(order: number): number {
  return Math.max(60, Math.min(600, Math.round(600_000 / Math.max(1, order))));
}

/** A run that stops when the mean displacement stays small, or at the limit. */
export function startLayout(input: LayoutInput): LayoutRun {
  const order = input.ids.length;
  const nodes = makeNodes(input);
  const edges = makeEdges(input);
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 12,
    strongGravityMode: true,
    gravity: 0.06,
    slowDown: 1 + Math.log(Math.max(2, order)),
    barnesHutOptimize: order > 1000,
    barnesHutTheta: 1,
  };
  const limit = iterationLimit(order);
  let done = 0;
  let still = 0;
  const before = new Float32Array(order * 2);
  return {
    step() {
      if (order === 0 || done >= limit || still >= STILL_FOR) return false;
      copyPositions(nodes, before);
      iterate(settings, nodes, edges);
      done += 1;
      still = meanDisplacement(nodes, before) < STILL ? still + 1 : 0;
      return done < limit && still < STILL_FOR;
    },
    positions: () => copyPositions(nodes, new Float32Array(order * 2)),
    progress: () => (still >= STILL_FOR ? 1 : done / limit),
  };
}

function makeNodes({ ids, radius, left, right, weight }: LayoutInput): Float32Array {
  const nodes = new Float32Array(ids.length * NODE_ROW);
  const spread = 10 * Math.sqrt(ids.length + 1);
  ids.forEach((id, place) => {
    const [x, y] = seedPosition(id);
    const row = place * NODE_ROW;
    nodes[row] = x * spread;
    nodes[row + 1] = y * spread;
    nodes[row + 6] = 1; // mass: 1 + weighted degree, as the library does
    nodes[row + 7] = 1; // convergence
    nodes[row + 8] = radius[place] ?? 1;
  });
  left.forEach((from, edge) => {
    for (const end of [from, right[edge] ?? 0])
      nodes[end * NODE_ROW + 6] = (nodes[end * NODE_ROW + 6] ?? 1) + (weight[edge] ?? 1);
  });
  return nodes;
}

function makeEdges({ left, right, weight }: LayoutInput): Float32Array {
  const edges = new Float32Array(left.length * EDGE_ROW);
  left.forEach((from, edge) => {
    edges[edge * EDGE_ROW] = from * NODE_ROW;
    edges[edge * EDGE_ROW + 1] = (right[edge] ?? 0) * NODE_ROW;
    edges[edge * EDGE_ROW + 2] = weight[edge] ?? 1;
  });
  return edges;
}

function copyPositions(nodes: Float32Array, target: Float32Array): Float32Array {
  for (let place = 0; place * 2 < target.length; place += 1) {
    target[place * 2] = nodes[place * NODE_ROW] ?? 0;
    target[place * 2 + 1] = nodes[place * NODE_ROW + 1] ?? 0;
  }
  return target;
}

/** As a share of the mean distance from the origin, where gravity pulls to. */
function meanDisplacement(nodes: Float32Array, before: Float32Array): number {
  let moved = 0;
  let extent = 0;
  for (let place = 0; place * 2 < before.length; place += 1) {
    const x = nodes[place * NODE_ROW] ?? 0;
    const y = nodes[place * NODE_ROW + 1] ?? 0;
    moved += Math.hypot(x - (before[place * 2] ?? 0), y - (before[place * 2 + 1] ?? 0));
    extent += Math.hypot(x, y);
  }
  return extent === 0 ? 0 : moved / extent;
}
