// Facts + what is chosen → how each node and edge looks. Pure: no Sigma, no page.
import type { Shown } from './facets.ts';
import type { Facts } from './facts.ts';
import type { NameStyle } from './names-layer.ts';

export interface Palette {
  /** One colour for each place among twelve kinds of entity. */
  readonly types: readonly string[];
  readonly edge: string;
  readonly disputed: string;
  readonly selected: string;
  readonly dimmedNode: string;
  readonly dimmedEdge: string;
  readonly text: string;
  readonly background: string;
}

export interface Situation {
  readonly shown: Shown;
  /** Places; -1 for none. */
  readonly entity: number;
  readonly pair: number;
  /** The statement that is open. */
  readonly claim: number;
  readonly pointed: Pointed;
  /** What stands in the light where something is chosen, else null: then all does. */
  readonly lit: Lit | null;
  /** Place among the colours, where they tell something else than the kind of a name. */
  readonly colourOf?: ((entity: number) => number) | null;
}

export interface Lit {
  readonly entities: ReadonlySet<number>;
  readonly pairs: ReadonlySet<number>;
  /** Those pairs whose statements are drawn apart. */
  readonly fanned: readonly number[];
}

export interface NodeLook {
  readonly hidden: boolean;
  readonly color: string;
  /** Radius in pixels at the first zoom. */
  readonly size: number;
  readonly zIndex: number;
}

export interface EdgeLook {
  readonly hidden: boolean;
  readonly color: string;
  /** Width in pixels. */
  readonly size: number;
  readonly zIndex: number;
  /** Dashed: nothing on this pair is affirmed and actual. */
  readonly hedged: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How the scene asks for looks; read at each refresh. */
export interface Looks {
  /** False where the filter lets nothing of a pair through: cheaper than its look. */
  shows(pair: number): boolean;
  /** The same of an entity, unless it is chosen. */
  hides(entity: number): boolean;
  /** True where something stands in the light, and all else is dimmed. */
  lights(): boolean;
  /** With `pointed` as it looks under the pointer. */
  node(entity: number, pointed?: boolean): NodeLook;
  edge(pair: number, pointed?: boolean): EdgeLook;
  /** One line of a pair whose statements are drawn apart: of these statements. */
  fanLine(pair: number, claims: readonly number[], pointed?: boolean): EdgeLook;
  /** What is under the pointer, -1 for none; painted above the picture, which does not know of it. */
  pointed(): Pointed;
  name(entity: number): { readonly strong: boolean; readonly dimmed: boolean };
  /** Entities whose names come first. */
  first(): readonly number[];
  /** Pairs whose lines are drawn before all others. */
  firstPairs(): readonly number[];
  /** Pairs whose statements are drawn apart. */
  fanned(): readonly number[];
  /** Statements of a pair that are shown, the strongest first. */
  statements(pair: number): readonly number[];
  /** For the line of these statements, which are of one pair. */
  words(claims: readonly number[]): EdgeWords;
  readonly style: NameStyle;
}

/** Places; -1 for none. */
export interface Pointed {
  readonly entity: number;
  readonly pair: number;
  /** Of that pair; -1 where all of it is meant. */
  readonly claim: number;
  /** True under the pointer in the picture, false where keys or a list point at it. */
  readonly byPointer: boolean;
}

export const NOWHERE: Pointed = { entity: -1, pair: -1, claim: -1, byPointer: false };

export interface EdgeWords {
  readonly text: string;
  readonly disputed: boolean;
  /** 1 where it is said of the pair's left end about the right one, -1 the other way round, 0 where both say the same. */
  readonly towards: number;
}

export const TYPE_COLORS = 12;
const MAX_RADIUS = 20;
const MAX_WIDTH = 7;

/** Neighbours of an entity that come into the light at once: more than these no one reads. */
export const PAGE = 40;

/** Shown pairs of an entity, those with the most independent sources first, then those with the most claims. */
export function rankNeighbours(facts: Facts, shown: Shown, entity: number): readonly number[] {
  if (entity < 0) return [];
  const near = facts.pairsOf(entity).filter((pair) => shown.pairs[pair] === 1);
  const rank = new Map(
    near.map((pair) => {
      const { independentSources, count } = summarizePair(facts, pair, shown);
      return [pair, independentSources * 1000 + Math.min(999, count)];
    }),
  );
  return near.sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0) || a - b);
}

/** What is chosen on the page, in places; -1 and empty lists for nothing. */
export interface Choice {
  readonly entity: number;
  readonly pair: number;
  /** Pairs of the entity that are shown: the first pages of its neighbours. */
  readonly near: readonly number[];
  /** Pairs of the path that is open. */
  readonly path: readonly number[];
  /** Entities named in the stretch of an article that is selected. */
  readonly passage: readonly number[];
}

/** What stands in the light: the selected passage, else the path, else the entity with its neighbours and the pair. */
export function findLit(facts: Facts, shown: Shown, { entity, pair, near, path, passage }: Choice): Lit | null {
  const { left, right } = facts.pairs;
  const ends = (pairs: readonly number[]): number[] => pairs.flatMap((each) => [left[each] ?? -1, right[each] ?? -1]);
  if (passage.length > 0) {
    const entities = new Set(passage);
    const pairs = passage.flatMap(facts.pairsOf).filter((each) => shown.pairs[each] === 1);
    const inside = pairs.filter((each) => ends([each]).every((end) => entities.has(end)));
    // A passage moves with what is read: lines that spread and close with it would be restless.
    return { entities, pairs: new Set(inside), fanned: [] };
  }
  if (path.length > 0) return { entities: new Set(ends(path)), pairs: new Set(path), fanned: path };
  if (entity < 0 && pair < 0) return null;
  const own = [...(entity >= 0 ? [entity] : []), ...(pair >= 0 ? ends([pair]) : [])];
  // Names find their room in this order: those that most hangs on come first.
  const others = ends(near).sort((a, b) => (facts.degree[b] ?? 0) - (facts.degree[a] ?? 0));
  const fanned = pair >= 0 ? [pair] : near;
  return { entities: new Set([...own, ...others]), pairs: new Set([...fanned, ...near]), fanned };
}

/** Radius grows with the square root of the number of neighbours, so that the area tells it. */
export function nodeRadius(facts: Facts, entity: number): number {
  return Math.min(MAX_RADIUS, 3 + 1.7 * Math.sqrt(facts.degree[entity] ?? 0));
}

/** Hidden by the filter, unless it stands in the light. */
export function isHidden({ shown, lit }: Situation, entity: number): boolean {
  return shown.entities[entity] !== 1 && !lit?.entities.has(entity);
}

export function nodeLook(facts: Facts, situation: Situation, palette: Palette, entity: number): NodeLook {
  const chosen = entity === situation.entity || entity === situation.pointed.entity;
  const lit = situation.lit === null || situation.lit.entities.has(entity) || chosen;
  const type = facts.payload.entityTypes[facts.payload.entities.type[entity] ?? -1];
  const color = situation.colourOf?.(entity) ?? type?.color ?? 0;
  return {
    hidden: isHidden(situation, entity),
    color: lit ? (palette.types[color % TYPE_COLORS] ?? palette.edge) : palette.dimmedNode,
    size: nodeRadius(facts, entity) + (entity === situation.entity ? 2 : 0),
    zIndex: lit ? (chosen ? 2 : 1) : 0,
  };
}

/** Width = independent sources, opacity = confidence, red = disputed, dashed = denied, planned or only derived. */
export function edgeLook(facts: Facts, situation: Situation, palette: Palette, pair: number): EdgeLook {
  const { shown } = situation;
  const { left, right, start, list } = facts.pairs;
  const chosen = pair === situation.pair || pair === situation.pointed.pair;
  const lit = situation.lit === null || situation.lit.pairs.has(pair) || chosen;
  const hidden = left[pair] === right[pair] || shown.pairs[pair] !== 1;
  // As in summarizePair: a call less for each of tens of thousands of lines.
  const summary = summarize(facts, shown, list, start[pair] as number, start[pair + 1] as number);
  return lineLook(palette, summary, lit ? (chosen ? 2 : 1) : 0, hidden);
}

/** The same for one line of a pair in the light whose statements are drawn apart. */
export function fanLineLook(
  facts: Facts,
  situation: Situation,
  palette: Palette,
  pair: number,
  claims: readonly number[],
): EdgeLook {
  const { claim, pointed } = situation;
  const isPointed = pair === pointed.pair && (pointed.claim < 0 || claims.includes(pointed.claim));
  const told = summarize(facts, situation.shown, claims, 0, claims.length);
  // What only follows from others has no source of its own.
  const follows = claims.every((each) => facts.payload.claims.derived[each] === 1);
  const summary = follows ? { ...told, independentSources: 1 } : told;
  // Where the pair is open and none of its statements, all of them are.
  const isOpen = pair === situation.pair && facts.pairs.of[claim] !== pair;
  const colours = isOpen ? { ...palette, edge: palette.selected } : palette;
  return lineLook(colours, summary, isPointed || claims.includes(claim) ? 2 : 1, false);
}

/** `zIndex` 0 for a line out of the light, 2 for the chosen one. */
function lineLook(palette: Palette, summary: PairSummary, zIndex: number, hidden: boolean): EdgeLook {
  const chosen = zIndex === 2;
  const base = chosen ? palette.selected : summary.disputed ? palette.disputed : palette.edge;
  return {
    hidden,
    color: zIndex === 0 ? palette.dimmedEdge : withOpacity(base, chosen ? 1 : 0.3 + 0.65 * summary.confidence),
    size: edgeWidth(summary.independentSources) + (chosen ? 1 : 0),
    zIndex,
    hedged: summary.hedged,
  };
}

/** 1.4 pixels for one source, +1.4 for each further one, 7 at most. */
export function edgeWidth(independentSources: number): number {
  return Math.min(MAX_WIDTH, 1.4 * Math.max(1, independentSources));
}

export interface PairSummary {
  readonly independentSources: number;
  readonly confidence: number;
  readonly disputed: boolean;
  readonly hedged: boolean;
  readonly count: number;
}

/** The strongest of the shown claims of a pair speaks for it; one dispute marks it. */
export function summarizePair(facts: Facts, pair: number, shown: Shown): PairSummary {
  const { start, list } = facts.pairs;
  return summarize(facts, shown, list, start[pair] ?? 0, start[pair + 1] ?? 0);
}

/** Of the claims that stand in a list from one place up to another. */
function summarize(facts: Facts, shown: Shown, list: ArrayLike<number>, from: number, to: number): PairSummary {
  const { claims } = facts.payload;
  let independentSources = 0;
  let confidence = 0;
  let disputed = false;
  let hedged = true;
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const claim = list[at] as number;
    if (shown.claims[claim] !== 1) continue;
    count += 1;
    independentSources = Math.max(independentSources, claims.independentSources[claim] ?? 0);
    confidence = Math.max(confidence, claims.confidence[claim] ?? 0);
    if (claims.disputed[claim] === 1) disputed = true;
    if (claims.negative[claim] === 0 && claims.modality[claim] === 0 && claims.derived[claim] === 0) hedged = false;
  }
  return { independentSources, confidence, disputed, hedged, count };
}

/** `#rrggbb` → `#rrggbbaa`; opacity 0–1. Equal colours are one string, made once: a large picture asks for many. */
export function withOpacity(color: string, opacity: number): string {
  const alpha = Math.round(255 * Math.min(1, Math.max(0, opacity)));
  let made = MADE.get(color);
  if (made === undefined) {
    made = [];
    MADE.set(color, made);
  }
  made[alpha] ??= color + alpha.toString(16).padStart(2, '0');
  return made[alpha] as string;
}

const MADE = new Map<string, string[]>();
