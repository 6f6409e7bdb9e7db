// What the picture holds at the moment: chooses what is drawn, asks for the look of each, and fills the batches in the
// order of depth. No Sigma and no page.
import { Batch, DOT_WIDTH, LINE_WIDTH, THIN_WIDTH, toBytes } from './batch.ts';
import { bend, type Curve, PIECES } from './curve.ts';
import {
  type Chosen,
  choose,
  crosses,
  EVERYWHERE,
  type Frame,
  MOST_DRAWN,
  rankEntities,
  rankPairs,
} from './draw-list.ts';
import type { Facts } from './facts.ts';
import { fanOut } from './fan.ts';
import type { EdgeLook, Looks, NodeLook } from './look.ts';
import { once } from './once.ts';
import type { Spots } from './spots.ts';

/** From so many lines on, plain ones are one pixel wide. */
export const LARGE = 4000;
/** Lines of up to this width, in pixels, may be drawn as the thinnest ones. */
const THIN = 1.5;
/** Depth of what is chosen or under the pointer, and the least. */
const CHOSEN = 2;

/** How much of what is shown has been drawn; the rest comes with a closer look. */
export interface Drawn {
  readonly names: number;
  readonly ofNames: number;
  readonly lines: number;
  readonly ofLines: number;
}

/** One of several lines between the two names of a pair. */
export interface ParallelEdge {
  /** Statements that it stands for. */
  readonly claims: readonly number[];
  readonly look: EdgeLook;
  /** From the left end of the pair to the right one, in the coordinates of the picture. */
  readonly curve: Curve;
}

/** By what the sizes of looks are multiplied. */
export interface Scale {
  readonly dots: number;
  readonly lines: number;
}

/** A crowd of lines is drawn finer and fainter, or it would be one grey field; the least of both. */
const FINEST = 0.25;
const FAINTEST = 0.4;

export class Composition {
  readonly dots = new Batch(DOT_WIDTH);
  readonly lines = new Batch(LINE_WIDTH);
  readonly thin = new Batch(THIN_WIDTH);
  /** Entities by importance: who is named first. */
  readonly order: Int32Array;
  /** Looks of what is drawn, by place, as columns: no object a dot or a line. */
  readonly nodes: LookColumns;
  readonly edges: LookColumns;
  drawnNodes: Chosen = { places: new Int32Array(0), of: 0 };
  drawnEdges: Chosen = { places: new Int32Array(0), of: 0 };
  /** By pair: the lines that are drawn in place of its one, where its statements are drawn apart. */
  fans: ReadonlyMap<number, readonly ParallelEdge[]> = new Map();
  /** Without what is drawn only because it is chosen. */
  drawn: Drawn = { names: 0, ofNames: 0, lines: 0, ofLines: 0 };
  /** True where not all of a full picture could be drawn. */
  readonly crowded: boolean;
  readonly #facts: Facts;
  readonly #looks: Looks;
  readonly #spots: Spots;
  readonly #most: number;
  readonly #pairOrder: () => Int32Array;
  readonly #large: boolean;
  /** Share of the width and of the opacity that lines of a crowd keep. */
  readonly #crowd: { readonly width: number; readonly opacity: number };

  constructor(facts: Facts, looks: Looks, spots: Spots, most = MOST_DRAWN) {
    this.#most = most;
    this.#facts = facts;
    this.#looks = looks;
    this.#spots = spots;
    const pairs = facts.pairs.left.length;
    this.crowded = pairs > most || facts.entityCount > most;
    this.#large = pairs > LARGE;
    const few = Math.min(1, Math.sqrt(LARGE / Math.max(1, pairs)));
    this.#crowd = { width: Math.max(FINEST, few), opacity: Math.max(FAINTEST, few) };
    this.order = rankEntities(facts);
    this.#pairOrder = once(() =>
      this.crowded ? rankPairs(facts) : Int32Array.from({ length: pairs }, (_, pair) => pair),
    );
    this.nodes = new LookColumns(facts.entityCount);
    this.edges = new LookColumns(pairs);
  }

  /** Everything anew; in a crowded picture only what is in the frame. */
  compose(scale: Scale, frame: Frame = EVERYWHERE): void {
    const { x, y } = this.#spots;
    const { left, right } = this.#facts.pairs;
    const looks = this.#looks;
    const { nodes, edges } = this;
    nodes.depth.fill(0);
    edges.depth.fill(0);
    const inFrame = this.crowded && frame !== EVERYWHERE;
    this.drawnNodes = choose(this.order, this.#most, (entity) => {
      if (inFrame && !contains(frame, x[entity] as number, y[entity] as number)) return false;
      return !looks.hides(entity);
    });
    this.drawnEdges = choose(this.#pairOrder(), this.#most, (pair) => {
      const [one, other] = [left[pair] as number, right[pair] as number];
      // A line from a name to itself has no length; what an entity says about itself stands in its panel.
      if (one === other || !looks.shows(pair)) return false;
      return !inFrame || crosses(frame, x[one] as number, y[one] as number, x[other] as number, y[other] as number);
    });
    const takeNode = (entity: number): void => nodes.take(entity, looks.node(entity), 1, false);
    const takeEdge = (pair: number): void => {
      const look = looks.edge(pair);
      edges.take(pair, look, this.#crowdAt(look.zIndex).opacity, look.hedged);
    };
    this.drawnNodes.places.forEach(takeNode);
    this.drawnEdges.places.forEach(takeEdge);
    const [names, lines] = [this.drawnNodes, this.drawnEdges];
    this.drawn = { names: names.places.length, ofNames: names.of, lines: lines.places.length, ofLines: lines.of };
    this.drawnNodes = withChosen(names, nodes, looks.first(), takeNode);
    this.drawnEdges = withChosen(lines, edges, looks.firstPairs(), takeEdge);
    this.fans = this.#fanOut();
    this.fill(scale);
  }

  #fanOut(): Map<number, readonly ParallelEdge[]> {
    const { left, right } = this.#facts.pairs;
    const spot = (entity = 0) => ({ x: this.#spots.x[entity] as number, y: this.#spots.y[entity] as number });
    const fans = new Map<number, readonly ParallelEdge[]>();
    for (const pair of this.#looks.fanned()) {
      if (this.edges.depth[pair] === 0) continue;
      const lines = fanOut(this.#looks.statements(pair));
      if (lines.length < 2) continue;
      const [from, to] = [spot(left[pair]), spot(right[pair])];
      fans.set(
        pair,
        lines.map(({ claims, bend: share }) => ({
          ...{ claims, look: this.#looks.fanLine(pair, claims), curve: bend(from, to, share) },
        })),
      );
    }
    return fans;
  }

  /** Width of a drawn line in pixels, before the camera. */
  widthOf(pair: number, scale: Scale): number {
    const { depth, size } = this.edges;
    return (size[pair] as number) * scale.lines * this.#crowdAt((depth[pair] as number) - 1).width;
  }

  /** From the lowest to the highest: what is dimmed, what is not, what is chosen. */
  fill(scale: Scale): void {
    this.dots.begin(this.drawnNodes.places.length);
    const most = this.drawnEdges.places.length;
    this.thin.begin(most);
    this.lines.begin([...this.fans.values()].reduce((sum, lines) => sum + lines.length * PIECES, most));
    for (let depth = 0; depth <= CHOSEN; depth += 1) {
      this.#fillDots(depth, scale);
      this.#fillLines(depth, scale);
    }
  }

  /** The least important first, so that the most important lie on top. */
  #fillDots(depth: number, scale: Scale): void {
    const { x, y } = this.#spots;
    const { nodes, dots } = this;
    const { places } = this.drawnNodes;
    for (let rank = places.length - 1; rank >= 0; rank -= 1) {
      const entity = places[rank] as number;
      if (nodes.depth[entity] !== depth + 1) continue;
      const radius = (nodes.size[entity] as number) * scale.dots;
      dots.dot(x[entity] as number, y[entity] as number, radius, nodes.color[entity] as number);
    }
  }

  #fillLines(depth: number, scale: Scale): void {
    const { x, y } = this.#spots;
    const { left, right } = this.#facts.pairs;
    const { edges, lines, thin, fans } = this;
    const { places } = this.drawnEdges;
    const hasFans = fans.size > 0;
    const grow = this.#crowdAt(depth).width * scale.lines;
    for (let rank = places.length - 1; rank >= 0; rank -= 1) {
      const pair = places[rank] as number;
      if (edges.depth[pair] !== depth + 1) continue;
      const fan = hasFans ? fans.get(pair) : undefined;
      if (fan !== undefined) {
        for (const { curve, look } of fan)
          lines.curve(curve, { width: look.size * grow, color: toBytes(look.color), dashed: look.hedged });
        continue;
      }
      const [one, other] = [left[pair] as number, right[pair] as number];
      const [x1, y1, x2, y2] = [x[one] as number, y[one] as number, x[other] as number, y[other] as number];
      const width = (edges.size[pair] as number) * grow;
      const color = edges.color[pair] as number;
      const dashed = edges.dashed[pair] === 1;
      if (this.#large && width < THIN && !dashed) thin.thin(x1, y1, x2, y2, color);
      else lines.line(x1, y1, x2, y2, { width, color, dashed });
    }
  }

  /** What stands in the light keeps its width and opacity; all else has those of the crowd. */
  #crowdAt(depth: number): { readonly width: number; readonly opacity: number } {
    return depth === 0 || (depth < CHOSEN && !this.#looks.lights()) ? this.#crowd : { width: 1, opacity: 1 };
  }
}

/** Looks by place; `depth` 0 = not drawn, else one more than the depth of the look. */
class LookColumns {
  readonly depth: Uint8Array;
  readonly size: Float32Array;
  /** As `toBytes` gives it. */
  readonly color: Uint32Array;
  readonly dashed: Uint8Array;

  constructor(count: number) {
    this.depth = new Uint8Array(count);
    this.size = new Float32Array(count);
    this.color = new Uint32Array(count);
    this.dashed = new Uint8Array(count);
  }

  /** `opacity` is a further share of that of the look. */
  take(place: number, { hidden, color, size, zIndex }: NodeLook, opacity: number, dashed: boolean): void {
    if (hidden) return;
    this.depth[place] = zIndex + 1;
    this.size[place] = size;
    this.color[place] = toBytes(color, opacity);
    this.dashed[place] = Number(dashed);
  }
}

/** What is chosen is drawn, however crowded it is. */
function withChosen(
  { places, of }: Chosen,
  columns: LookColumns,
  chosen: readonly number[],
  take: (place: number) => void,
): Chosen {
  const added: number[] = [];
  for (const place of chosen) {
    if (columns.depth[place] !== 0) continue;
    take(place);
    if (columns.depth[place] !== 0) added.push(place);
  }
  return added.length === 0 ? { places, of } : { places: Int32Array.from([...places, ...added]), of };
}

function contains({ left, right, bottom, top }: Frame, x: number, y: number): boolean {
  return x > left && x < right && y > bottom && y < top;
}
