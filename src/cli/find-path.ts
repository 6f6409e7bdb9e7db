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

/** Steps from `start` to `end`; empty where they are one entity, null where no chain of at most `maxSteps` joins them. */
export function findPath(
  view: GraphView,
  start: EntityId,
  end: EntityId,
  { maxSteps, avoid = new Set() }: { readonly maxSteps: number; readonly avoid?: ReadonlySet<EntityId> },
): PathStep[] | null {
  const ties = collectTies(view, avoid);
  const previous = new Map<EntityId, EntityId>();
  const cost = new Map<EntityId, number>([[start, 0]]);
  // Entities by number of steps: a step is longer than all shares of shorter ways together, so rings suffice.
  let ring: EntityId[] = [start];
  for (let steps = 0; steps < maxSteps && ring.length > 0 && !cost.has(end); steps += 1) {
    const next = new Set<EntityId>();
    for (const from of ring) {
      for (const [to, tie] of ties.get(from) ?? []) {
        const isOfRing = !cost.has(to) || next.has(to);
        const total = (cost.get(from) ?? 0) + tie.length;
        const known = cost.get(to) ?? Number.POSITIVE_INFINITY;
        if (!isOfRing || total > known || (total === known && (previous.get(to) ?? '') <= from)) continue;
        cost.set(to, total);
        previous.set(to, from);
        next.add(to);
      }
    }
    ring = [...next].sort();
  }
  if (!cost.has(end)) return null;
  return walkBack(view, ties, previous, end);
}

function walkBack(
  view: GraphView,
  ties: ReadonlyMap<EntityId, ReadonlyMap<EntityId, Tie>>,
  previous: ReadonlyMap<EntityId, EntityId>,
  end: EntityId,
): PathStep[] {
  const steps: PathStep[] = [];
  for (let to = end, from = previous.get(to); from !== undefined; to = from, from = previous.get(to)) {
    const claims = (ties.get(from)?.get(to)?.claimIds ?? []).flatMap((id) => view.claim(id) ?? []);
    steps.unshift({
      from,
      to,
      claims: claims.sort((left, right) => lengthOf(left) - lengthOf(right) || byType(left, right)),
    });
  }
  return steps;
}

/** Derived claims join nobody whom their grounds do not join. */
function collectTies(view: GraphView, avoid: ReadonlySet<EntityId>): Map<EntityId, Map<EntityId, Tie>> {
  const ties = new Map<EntityId, Map<EntityId, Tie>>();
  for (const claim of view.claims()) {
    const { subject, object } = claim;
    if (object === null || subject === object || claim.derivedFrom !== null) continue;
    if (avoid.has(subject) || avoid.has(object)) continue;
    const tie: Tie = ties.get(subject)?.get(object) ?? { claimIds: [], length: Number.POSITIVE_INFINITY };
    tie.claimIds.push(claim.id);
    tie.length = Math.min(tie.length, lengthOf(claim));
    for (const [one, other] of [
      [subject, object],
      [object, subject],
    ] as const) {
      const own = ties.get(one) ?? new Map<EntityId, Tie>();
      ties.set(one, own.set(other, tie));
    }
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
