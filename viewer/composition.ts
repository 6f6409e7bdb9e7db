// What the picture holds at the moment: chooses what is drawn, asks for the look of each, and fills the batches in the
// order of depth. No Sigma and no page.
import { Batch, DOT_WIDTH, LINE_WIDTH, THIN_WIDTH, toBytes } from './batch.ts';
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
import type { EdgeLook, Looks, NodeLook } from './look.ts';
import { once } from './read-graph.ts';
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
  readonly dashes = new Batch(LINE_WIDTH);
  readonly thin = new Batch(THIN_WIDTH);
  /** Entities by importance: who is named first. */
  readonly order: Int32Array;
  /** Looks of what is drawn, by place; what is not drawn has none. */
  readonly nodeLooks: (NodeLook | undefined)[];
  readonly edgeLooks: (EdgeLook | undefined)[];
  drawnNodes: Chosen = { places: new Int32Array(0), of: 0 };
  drawnEdges: Chosen = { places: new Int32Array(0), of: 0 };
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
    this.nodeLooks = new Array(facts.entityCount).fill(undefined);
    this.edgeLooks = new Array(pairs).fill(undefined);
  }

  /** Everything anew; in a crowded picture only what is in the frame. */
  compose(scale: Scale, frame: Frame = EVERYWHERE): void {
    const { x, y } = this.#spots;
    const { left, right } = this.#facts.pairs;
    const looks = this.#looks;
    this.nodeLooks.fill(undefined);
    this.edgeLooks.fill(undefined);
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
    for (const entity of this.drawnNodes.places) this.nodeLooks[entity] = looks.node(entity);
    for (const pair of this.drawnEdges.places) this.edgeLooks[pair] = looks.edge(pair);
    const [nodes, edges] = [this.drawnNodes, this.drawnEdges];
    this.drawn = { names: nodes.places.length, ofNames: nodes.of, lines: edges.places.length, ofLines: edges.of };
    this.drawnNodes = withChosen(nodes, this.nodeLooks, looks.first(), looks.node);
    this.drawnEdges = withChosen(edges, this.edgeLooks, looks.firstPairs(), looks.edge);
    this.fill(scale);
  }

  /** Width of a line in pixels, before the camera. */
  widthOf({ size, zIndex }: EdgeLook, scale: Scale): number {
    return size * scale.lines * this.#crowdAt(zIndex).width;
  }

  /** Asks again for the looks of these entities and their lines, where they are drawn. */
  touch(entities: readonly number[], scale: Scale): void {
    for (const entity of entities) {
      if (this.nodeLooks[entity] !== undefined) this.nodeLooks[entity] = this.#looks.node(entity);
      for (const pair of this.#facts.pairsOf[entity] ?? [])
        if (this.edgeLooks[pair] !== undefined) this.edgeLooks[pair] = this.#looks.edge(pair);
    }
    this.fill(scale);
  }

  /** From the lowest to the highest: what is dimmed, what is not, what is chosen. */
  fill(scale: Scale): void {
    this.dots.begin(this.drawnNodes.places.length);
    for (const batch of [this.lines, this.dashes, this.thin]) batch.begin(this.drawnEdges.places.length);
    for (let depth = 0; depth <= CHOSEN; depth += 1) {
      this.#fillDots(depth, scale);
      this.#fillLines(depth, scale);
    }
  }

  /** The least important first, so that the most important lie on top. */
  #fillDots(depth: number, scale: Scale): void {
    const { x, y } = this.#spots;
    const { nodeLooks, dots } = this;
    const { places } = this.drawnNodes;
    for (let rank = places.length - 1; rank >= 0; rank -= 1) {
      const entity = places[rank] as number;
      const look = nodeLooks[entity];
      if (look === undefined || look.zIndex !== depth || look.hidden) continue;
      dots.dot(x[entity] as number, y[entity] as number, look.size * scale.dots, toBytes(look.color));
    }
  }

  #fillLines(depth: number, scale: Scale): void {
    const { x, y } = this.#spots;
    const { left, right } = this.#facts.pairs;
    const { edgeLooks, lines, dashes, thin } = this;
    const { places } = this.drawnEdges;
    const { width: grow, opacity } = this.#crowdAt(depth);
    for (let rank = places.length - 1; rank >= 0; rank -= 1) {
      const pair = places[rank] as number;
      const look = edgeLooks[pair];
      if (look === undefined || look.zIndex !== depth || look.hidden) continue;
      const [one, other] = [left[pair] as number, right[pair] as number];
      const [x1, y1, x2, y2] = [x[one] as number, y[one] as number, x[other] as number, y[other] as number];
      const width = look.size * scale.lines * grow;
      const color = toBytes(look.color, opacity);
      if (look.hedged) dashes.line(x1, y1, x2, y2, width, color);
      else if (this.#large && width < THIN) thin.thin(x1, y1, x2, y2, color);
      else lines.line(x1, y1, x2, y2, width, color);
    }
  }

  /** What stands in the light keeps its width and opacity; all else has those of the crowd. */
  #crowdAt(depth: number): { readonly width: number; readonly opacity: number } {
    return depth === 0 || (depth < CHOSEN && !this.#looks.lights()) ? this.#crowd : { width: 1, opacity: 1 };
  }
}

/** What is chosen is drawn, however crowded it is. */
function withChosen<Look extends { readonly hidden: boolean }>(
  { places, of }: Chosen,
  looks: (Look | undefined)[],
  chosen: readonly number[],
  lookOf: (place: number) => Look,
): Chosen {
  const added: number[] = [];
  for (const place of chosen) {
    if (looks[place] !== undefined) continue;
    const look = lookOf(place);
    if (look.hidden) continue;
    looks[place] = look;
    added.push(place);
  }
  return added.length === 0 ? { places, of } : { places: Int32Array.from([...places, ...added]), of };
}

function contains({ left, right, bottom, top }: Frame, x: number, y: number): boolean {
  return x > left && x < right && y > bottom && y < top;
}
