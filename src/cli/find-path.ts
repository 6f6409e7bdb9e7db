// The shortest chain of statements from one entity to another: Dijkstra (1959), where firm steps are a little shorter.
import type { Claim } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { ClaimId, EntityId } from '../model/id.ts';

/** Share of a step that one is longer without a second source, or where it is only denied or hedged: never a whole step. */
const SINGLE_SOURCE = 0.02;
const ONLY_HEDGED = 0.05;

export interface PathStep {
  readonly from: EntityId;
  readonly to: EntityId;
  /** Statements about the two, the firmest first. */
  readonly claims: readonly Claim[];
}

interface Tie {
  readonly claimIds: ClaimId[];
  /** 1 for the best supported, more where it is weak. */
  length: number;
}

type TiesOf = (entity: EntityId) => ReadonlyMap<EntityId, Tie>;
type Ring = ReadonlySet<EntityId>;

/**
 * Steps from `start` to `end`; empty where they are one entity, null where no chain of at most `maxSteps` joins them. Reads the
 * claims of those alone whom it passes, from both ends at once: who stands in the middle of everything is seldom asked.
 */
export function findPath(
  view: GraphView,
  start: EntityId,
  end: EntityId,
  { maxSteps, avoid = new Set() }: { readonly maxSteps: number; readonly avoid?: ReadonlySet<EntityId> },
): PathStep[] | null {
  if (start === end) return [];
  const tiesOf = rememberTies(view, avoid);
  const found = findLayers(start, end, tiesOf, maxSteps);
  if (found === null) return null;
  const { layers, middle } = found;
  const previous = new Map<EntityId, { readonly from: EntityId; readonly tie: Tie }>();
  const cost = new Map<EntityId, number>([[start, 0]]);
  // A step is longer than all shares of shorter ways together, so only chains of the fewest steps count.
  const tryStep = (from: EntityId, to: EntityId, tie: Tie): void => {
    const total = (cost.get(from) ?? 0) + tie.length;
    const known = cost.get(to) ?? Number.POSITIVE_INFINITY;
    if (total > known || (total === known && (previous.get(to)?.from ?? '') <= from)) return;
    cost.set(to, total);
    previous.set(to, { from, tie });
  };
  for (const [place, layer] of layers.entries()) {
    const before = layers[place - 1];
    if (before === undefined) continue;
    // Of the two ends of a step the ties of the one are at hand that lies farther from the middle.
    if (place <= middle) for (const [from, to, tie] of tiesBetween(before, layer, tiesOf)) tryStep(from, to, tie);
    else for (const [to, from, tie] of tiesBetween(layer, before, tiesOf)) tryStep(from, to, tie);
  }
  return walkBack(view, previous, end);
}

function* tiesBetween(near: Ring, far: Ring, tiesOf: TiesOf): Iterable<readonly [EntityId, EntityId, Tie]> {
  for (const one of near) for (const [other, tie] of tiesOf(one)) if (far.has(other)) yield [one, other, tie];
}

/** Who stands how many steps from `start` on a chain of the fewest steps; rings grow from both ends until they meet in the middle. */
function findLayers(
  start: EntityId,
  end: EntityId,
  tiesOf: TiesOf,
  maxSteps: number,
): { readonly layers: readonly Ring[]; readonly middle: number } | null {
  const [left, right] = [start, end].map((entity) => ({ rings: [new Set([entity])], seen: new Set([entity]) }));
  if (left === undefined || right === undefined) return null;
  for (let steps = 0; steps < maxSteps; steps += 1) {
    const [own, other] =
      (left.rings.at(-1)?.size ?? 0) <= (right.rings.at(-1)?.size ?? 0) ? [left, right] : [right, left];
    const ring = new Set<EntityId>();
    for (const from of own.rings.at(-1) ?? [])
      for (const to of tiesOf(from).keys()) if (!own.seen.has(to)) ring.add(to);
    if (ring.size === 0) return null;
    for (const entity of ring) own.seen.add(entity);
    own.rings.push(ring);
    const meeting = new Set([...ring].filter((entity) => other.seen.has(entity)));
    if (meeting.size === 0) continue;
    const before = keepTied(left.rings.slice(0, -1), meeting, tiesOf).reverse();
    const after = keepTied(right.rings.slice(0, -1), meeting, tiesOf);
    return { layers: [...before, meeting, ...after], middle: before.length };
  }
  return null;
}

/** Of rings around one end, from the last to the first, those who are tied to the one that was kept before. */
function keepTied(rings: readonly Ring[], meeting: Ring, tiesOf: TiesOf): Ring[] {
  let next = meeting;
  return [...rings].reverse().map((ring) => {
    next = new Set([...ring].filter((entity) => [...tiesOf(entity).keys()].some((other) => next.has(other))));
    return next;
  });
}

function walkBack(
  view: GraphView,
  previous: ReadonlyMap<EntityId, { readonly from: EntityId; readonly tie: Tie }>,
  end: EntityId,
): PathStep[] {
  const steps: PathStep[] = [];
  for (let to = end, step = previous.get(to); step !== undefined; to = step.from, step = previous.get(to)) {
    const claims = step.tie.claimIds.flatMap((id) => view.claim(id) ?? []);
    steps.unshift({
      from: step.from,
      to,
      claims: claims.sort((left, right) => lengthOf(left) - lengthOf(right) || byType(left, right)),
    });
  }
  return steps;
}

/** Derived claims join nobody whom their grounds do not join. */
function rememberTies(view: GraphView, avoid: ReadonlySet<EntityId>): TiesOf {
  const known = new Map<EntityId, ReadonlyMap<EntityId, Tie>>();
  return (entity) => {
    const ties = known.get(entity) ?? collectTies(view, entity, avoid);
    known.set(entity, ties);
    return ties;
  };
}

function collectTies(view: GraphView, entity: EntityId, avoid: ReadonlySet<EntityId>): ReadonlyMap<EntityId, Tie> {
  const ties = new Map<EntityId, Tie>();
  if (avoid.has(entity)) return ties;
  for (const claim of view.claimsOf(entity)) {
    const other = claim.subject === entity ? claim.object : claim.subject;
    if (other === null || other === entity || claim.derivedFrom !== null || avoid.has(other)) continue;
    const tie: Tie = ties.get(other) ?? { claimIds: [], length: Number.POSITIVE_INFINITY };
    tie.claimIds.push(claim.id);
    tie.length = Math.min(tie.length, lengthOf(claim));
    ties.set(other, tie);
  }
  return ties;
}

function lengthOf({ independentSources, polarity, modality }: Claim): number {
  const isFirm = polarity === 'positive' && modality === 'actual';
  return 1 + SINGLE_SOURCE / Math.max(1, independentSources) + (isFirm ? 0 : ONLY_HEDGED);
}

/** Typed before open, then by id. */
function byType(left: Claim, right: Claim): number {
  return Number(left.type === null) - Number(right.type === null) || (left.id < right.id ? -1 : 1);
}
