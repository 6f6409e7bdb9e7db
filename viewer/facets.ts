// What a filter lets through, and how many things each value would show: passes over the columns, no look-ups by name,
// each in stretches between which the page may answer.
import type { ClaimFacet } from './claim-facets.ts';
import { daysOf, toDay } from './days.ts';
import type { Facts } from './facts.ts';
import { finish, inStretches, type Work } from './slices.ts';
import { CLOCKS, type Clock, FACETS, type FacetName, type Filter, isFiltered, isLimited } from './state.ts';

export interface Shown {
  /** 1 where shown, by place. */
  readonly entities: Uint8Array;
  readonly claims: Uint8Array;
  readonly pairs: Uint8Array;
  readonly entityCount: number;
  readonly claimCount: number;
  readonly pairCount: number;
  /** Entities that pass the filter but have no shown relation. */
  readonly unconnected: number;
}

/** Counts by place: what each value would show if it alone were chosen in its facet, all other facets as they are. */
export interface FacetCounts extends Readonly<Record<FacetName, readonly number[]>> {
  /** Place n: claims of at least n + 1 independent sources; place 0: all claims. */
  readonly sources: readonly number[];
  /** Claims by confidence, in steps of a twentieth. */
  readonly confidence: readonly number[];
  /** Claims without any day on a clock. */
  readonly undated: Readonly<Record<Clock, number>>;
}

export const MOST_SOURCES = 5;
export const CONFIDENCE_STEPS = 20;

/** Before anything was counted: no value, so no list. */
export const NO_COUNTS: FacetCounts = {
  ...(Object.fromEntries(FACETS.map((name) => [name, []])) as unknown as Record<FacetName, number[]>),
  sources: new Array<number>(MOST_SOURCES).fill(0),
  confidence: new Array<number>(CONFIDENCE_STEPS).fill(0),
  undated: { published: 0, happened: 0 },
};

const TYPES = 1;
const SOURCES = 2;
const CONFIDENCE = 4;
/** The bits of the days in failures. */
export const TIME: Readonly<Record<Clock, number>> = { published: 8, happened: 16 };
const WITHOUT = 32;
const FIRST_FACET = 64;

/** By claim: one bit for each part of the filter that keeps it out; 0 = shown. */
export type Failures = Uint16Array;

/** Pure: equal facts and filter give equal results. */
export function applyFilter(facts: Facts, filter: Filter, fails = findFailures(facts, filter)): Shown {
  return finish(applyInStretches(facts, filter, fails));
}

export function findFailures(facts: Facts, filter: Filter): Failures {
  return finish(failInStretches(facts, filter));
}

export function* applyInStretches(facts: Facts, filter: Filter, fails: Failures): Work<Shown> {
  const { claims, entities } = facts.payload;
  const claimsShown = new Uint8Array(facts.claimCount);
  const pairs = new Uint8Array(facts.pairs.left.length);
  const connected = new Uint8Array(facts.entityCount);
  const touched = new Uint8Array(facts.entityCount);
  let claimCount = 0;
  yield* inStretches(facts.claimCount, (start, end) => {
    for (let claim = start; claim < end; claim += 1) {
      if (fails[claim] !== 0) continue;
      claimsShown[claim] = 1;
      claimCount += 1;
      const [subject, object] = [claims.subject[claim] as number, claims.object[claim] as number];
      touched[subject] = 1;
      if (object < 0) continue;
      touched[object] = 1;
      connected[subject] = 1;
      connected[object] = 1;
      pairs[facts.pairs.of[claim] as number] = 1;
    }
  });
  const typeOk = typesLetThrough(facts, filter);
  const onlyTouched = choosesClaims(filter);
  const entitiesShown = new Uint8Array(facts.entityCount);
  let unconnected = 0;
  for (let entity = 0; entity < facts.entityCount; entity += 1) {
    if (!typeOk[entities.type[entity] as number] || (onlyTouched && touched[entity] === 0)) continue;
    if (connected[entity] === 0) unconnected += 1;
    if (connected[entity] === 1 || filter.unconnected) entitiesShown[entity] = 1;
  }
  yield;
  return {
    ...{ entities: entitiesShown, claims: claimsShown, pairs, claimCount, unconnected },
    entityCount: sum(entitiesShown),
    pairCount: sum(pairs),
  };
}

export function* countInStretches(facts: Facts, fails: Failures): Work<FacetCounts> {
  const { payload, claimFacets } = facts;
  const { claims } = payload;
  yield;
  const clocks = CLOCKS.map((clock) => ({ clock, bit: TIME[clock], start: daysOf(facts, clock).start }));
  yield;
  const counts = claimFacets.map((facet) => new Array<number>(facet.values.length).fill(0));
  const sources = new Array<number>(MOST_SOURCES).fill(0);
  const confidence = new Array<number>(CONFIDENCE_STEPS).fill(0);
  const touched = new Uint8Array(facts.entityCount);
  const undated = { published: 0, happened: 0 };
  const count = (claim: number): void => {
    const failed = fails[claim] as number;
    // What fails in two parts would stay hidden whichever one of them were changed.
    if ((failed & (failed - 1)) !== 0) return;
    for (let facet = 0; facet < counts.length; facet += 1) {
      if ((failed & ~(FIRST_FACET << facet)) !== 0) continue;
      const list = counts[facet] as number[];
      const { single, of } = claimFacets[facet] as ClaimFacet;
      if (single !== null) add(list, single[claim] as number);
      else for (const place of of(claim)) add(list, place);
    }
    if ((failed & ~SOURCES) === 0) {
      // A derived claim has no source of its own, yet "any" shows it.
      add(sources, Math.min(MOST_SOURCES, Math.max(1, claims.independentSources[claim] ?? 0)) - 1);
    }
    if ((failed & ~CONFIDENCE) === 0) add(confidence, confidenceStep(claims.confidence[claim] ?? 0));
    for (const { clock, bit, start } of clocks)
      if ((failed & ~bit) === 0 && start[claim] === start[claim + 1]) undated[clock] += 1;
    if ((failed & ~TYPES) !== 0) return;
    touched[claims.subject[claim] as number] = 1;
    const object = claims.object[claim] as number;
    if (object >= 0) touched[object] = 1;
  };
  yield* inStretches(facts.claimCount, (start, end) => {
    for (let claim = start; claim < end; claim += 1) count(claim);
  });
  const entityTypes = payload.entityTypes.map(() => 0);
  touched.forEach((value, entity) => {
    if (value === 1) add(entityTypes, payload.entities.type[entity] ?? -1);
  });
  const byName = Object.fromEntries(claimFacets.map(({ name }, place) => [name, counts[place] ?? []]));
  return {
    ...(byName as Omit<Record<FacetName, number[]>, 'entityTypes'>),
    ...{ entityTypes, sources: accumulate(sources), confidence, undated },
  };
}

export function* failInStretches(facts: Facts, filter: Filter): Work<Failures> {
  const fails = new Uint16Array(facts.claimCount);
  // Nothing chosen, nothing kept out: the first picture asks for no list of values.
  if (!isFiltered(filter)) return fails;
  const { claims, entities } = facts.payload;
  const typeOk = typesLetThrough(facts, filter);
  const facets = facts.claimFacets.flatMap(({ name, values, single, of }, place) => {
    const chosen = new Set(filter[name]);
    if (chosen.size === 0) return [];
    return [{ single, of, bit: FIRST_FACET << place, ok: values.map((value) => chosen.has(value)) }];
  });
  yield;
  const { subject, object, independentSources, confidence } = claims;
  const alone = filter.without === null ? null : withCopies(facts, filter.without);
  const clocks = CLOCKS.filter((clock) => isLimited(filter[clock])).map((clock) => ({
    ...{ bit: TIME[clock], isIn: timeTest(facts, filter, clock) },
  }));
  yield;
  yield* inStretches(facts.claimCount, (start, end) => {
    for (let claim = start; claim < end; claim += 1) {
      let failed = 0;
      const [one, other] = [subject[claim] as number, object[claim] as number];
      if (one >= 0 && !typeOk[entities.type[one] as number]) failed = TYPES;
      if (other >= 0 && !typeOk[entities.type[other] as number]) failed = TYPES;
      if (filter.minSources > 1 && (independentSources[claim] as number) < filter.minSources) failed |= SOURCES;
      if ((confidence[claim] as number) < filter.minConfidence) failed |= CONFIDENCE;
      for (const { bit, isIn } of clocks) if (!isIn(claim)) failed |= bit;
      if (alone !== null && claims.documents[claim]?.every((place) => alone.has(place))) failed |= WITHOUT;
      for (const { single, of, bit, ok } of facets) {
        if (single !== null ? !ok[single[claim] as number] : !of(claim).some((place) => ok[place])) failed |= bit;
      }
      fails[claim] = failed;
    }
  });
  return fails;
}

/** How many claims a document and its copies alone stand for. */
export function countAlone(facts: Facts, document: string): number {
  const alone = withCopies(facts, document);
  return facts.payload.claims.documents.filter((places) => places.every((place) => alone.has(place))).length;
}

/** The document and all that repeats it, copies of copies included. */
function withCopies({ payload, documentPlace }: Facts, id: string): ReadonlySet<number> {
  const found = new Set([documentPlace.get(id) ?? -1]);
  const { copyOf } = payload.documents;
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    copyOf.forEach((original, place) => {
      if (original >= 0 && found.has(original)) found.add(place);
    });
  }
  return found;
}

/** Whether a claim falls into the days chosen on a clock; one without any day falls into none. */
function timeTest(facts: Facts, filter: Filter, clock: Clock): (claim: number) => boolean {
  const { start, list } = daysOf(facts, clock);
  const first = toDay(filter[clock].from) ?? Number.NEGATIVE_INFINITY;
  const last = toDay(filter[clock].to) ?? Number.POSITIVE_INFINITY;
  return (claim) => {
    const [from, to] = [start[claim] as number, start[claim + 1] as number];
    // What happened lasts from its first day to its last.
    if (clock === 'happened') return from < to && (list[from] as number) <= last && first <= (list[to - 1] as number);
    for (let at = from; at < to; at += 1)
      if ((list[at] as number) >= first && (list[at] as number) <= last) return true;
    return false;
  };
}

/** True where names that no shown claim touches have no place in the picture. */
function choosesClaims(filter: Filter): boolean {
  return isFiltered({ ...filter, entityTypes: [] });
}

function typesLetThrough({ payload }: Facts, filter: Filter): boolean[] {
  const { entityTypes: chosen } = filter;
  return payload.entityTypes.map((type) => chosen.length === 0 || chosen.includes(type.name));
}

/** Place among the steps of confidence: the last holds 1, too. */
export function confidenceStep(confidence: number): number {
  return Math.min(CONFIDENCE_STEPS - 1, Math.floor(confidence * CONFIDENCE_STEPS + 1e-9));
}

/** Each place with all that follow it. */
function accumulate(counts: readonly number[]): number[] {
  return counts.map((_, place) => counts.slice(place).reduce((total, count) => total + count, 0));
}

function add(counts: number[], place: number): void {
  const count = counts[place];
  if (count !== undefined) counts[place] = count + 1;
}

function sum(flags: Uint8Array): number {
  let total = 0;
  for (const flag of flags) total += flag;
  return total;
}
