// What a filter lets through, and how many things each value would show: passes over the columns, no look-ups by name.
import type { ClaimFacet } from './claim-facets.ts';
import type { Facts } from './facts.ts';
import { type FacetName, type Filter, isFiltered } from './state.ts';

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
  /** Claims without any day on the clock that is chosen. */
  readonly undated: number;
}

export const MOST_SOURCES = 5;
export const CONFIDENCE_STEPS = 20;

const TYPES = 1;
const SOURCES = 2;
const CONFIDENCE = 4;
/** The bit of the days in failures. */
export const TIME = 8;
const WITHOUT = 16;
const FIRST_FACET = 32;

/** By claim: one bit for each part of the filter that keeps it out; 0 = shown. */
export type Failures = Uint16Array;

/** Pure: equal facts and filter give equal results. */
export function applyFilter(facts: Facts, filter: Filter, fails = findFailures(facts, filter), forgiven = 0): Shown {
  const { claims, entities } = facts.payload;
  const shownClaims = new Uint8Array(facts.claimCount);
  const connected = new Uint8Array(facts.entityCount);
  const touched = new Uint8Array(facts.entityCount);
  for (let claim = 0; claim < facts.claimCount; claim += 1) {
    if (((fails[claim] ?? 0) & ~forgiven) !== 0) continue;
    shownClaims[claim] = 1;
    const subject = claims.subject[claim] ?? -1;
    const object = claims.object[claim] ?? -1;
    touched[subject] = 1;
    if (object < 0) continue;
    touched[object] = 1;
    connected[subject] = 1;
    connected[object] = 1;
  }
  const typeOk = typesLetThrough(facts, filter);
  const onlyTouched = choosesClaims(filter);
  const shownEntities = new Uint8Array(facts.entityCount);
  let unconnected = 0;
  for (let entity = 0; entity < facts.entityCount; entity += 1) {
    if (!typeOk[entities.type[entity] ?? -1] || (onlyTouched && !touched[entity])) continue;
    if (!connected[entity]) unconnected += 1;
    if (connected[entity] || filter.unconnected) shownEntities[entity] = 1;
  }
  const pairs = new Uint8Array(facts.pairs.left.length);
  for (let claim = 0; claim < facts.claimCount; claim += 1) {
    const pair = facts.pairs.of[claim] as number;
    if (pair >= 0 && shownClaims[claim] === 1) pairs[pair] = 1;
  }
  return {
    entities: shownEntities,
    claims: shownClaims,
    pairs,
    entityCount: sum(shownEntities),
    claimCount: sum(shownClaims),
    pairCount: sum(pairs),
    unconnected,
  };
}

export function countFacets(facts: Facts, filter: Filter, fails = findFailures(facts, filter)): FacetCounts {
  const { payload } = facts;
  const { claims } = payload;
  const { claimFacets } = facts;
  const hasDay = dayTest(facts, filter);
  const counts = claimFacets.map((facet) => facet.values.map(() => 0));
  const sources = new Array<number>(MOST_SOURCES).fill(0);
  const confidence = new Array<number>(CONFIDENCE_STEPS).fill(0);
  const touched = new Uint8Array(facts.entityCount);
  let undated = 0;
  for (let claim = 0; claim < facts.claimCount; claim += 1) {
    const failed = fails[claim] ?? 0;
    // What fails in two parts would stay hidden whichever one of them were changed.
    if ((failed & (failed - 1)) !== 0) continue;
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
    if ((failed & ~TIME) === 0 && !hasDay(claim)) undated += 1;
    if ((failed & ~TYPES) !== 0) continue;
    touched[claims.subject[claim] ?? -1] = 1;
    const object = claims.object[claim] ?? -1;
    if (object >= 0) touched[object] = 1;
  }
  const entityTypes = payload.entityTypes.map(() => 0);
  touched.forEach((value, entity) => {
    if (value === 1) add(entityTypes, payload.entities.type[entity] ?? -1);
  });
  const byName = Object.fromEntries(facts.claimFacets.map(({ name }, place) => [name, counts[place] ?? []]));
  return {
    ...(byName as Omit<Record<FacetName, number[]>, 'entityTypes'>),
    entityTypes,
    sources: accumulate(sources),
    confidence,
    undated,
  };
}

export function findFailures(facts: Facts, filter: Filter): Failures {
  const { claims, entities } = facts.payload;
  const typeOk = typesLetThrough(facts, filter);
  const facets = facts.claimFacets.flatMap(({ name, values, single, of }, place) => {
    const chosen = new Set(filter[name]);
    if (chosen.size === 0) return [];
    return [{ single, of, bit: FIRST_FACET << place, ok: values.map((value) => chosen.has(value)) }];
  });
  const { subject, object, independentSources, confidence } = claims;
  const alone = filter.without === null ? null : withCopies(facts, filter.without);
  const isInTime = timeTest(facts, filter);
  const fails = new Uint16Array(facts.claimCount);
  for (let claim = 0; claim < facts.claimCount; claim += 1) {
    let failed = 0;
    const [one, other] = [subject[claim] as number, object[claim] as number];
    if (one >= 0 && !typeOk[entities.type[one] as number]) failed = TYPES;
    if (other >= 0 && !typeOk[entities.type[other] as number]) failed = TYPES;
    if (filter.minSources > 1 && (independentSources[claim] as number) < filter.minSources) failed |= SOURCES;
    if ((confidence[claim] as number) < filter.minConfidence) failed |= CONFIDENCE;
    if (isInTime !== null && !isInTime(claim)) failed |= TIME;
    if (alone !== null && claims.documents[claim]?.every((place) => alone.has(place))) failed |= WITHOUT;
    for (const { single, of, bit, ok } of facets) {
      if (single !== null ? !ok[single[claim] as number] : !of(claim).some((place) => ok[place])) failed |= bit;
    }
    fails[claim] = failed;
  }
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

/** Whether a claim falls into the chosen days; one without any day falls into none. Null where all days are chosen. */
function timeTest({ payload }: Facts, filter: Filter): ((claim: number) => boolean) | null {
  if (filter.from === null && filter.to === null) return null;
  const { from, to, documents: documentsOf } = payload.claims;
  const { publishedAt } = payload.documents;
  const [first, last] = [filter.from ?? '', filter.to ?? '9999'];
  if (filter.clock === 'happened') {
    return (claim) => {
      const [start, end] = [from[claim] ?? to[claim] ?? null, to[claim] ?? from[claim] ?? null];
      return start !== null && end !== null && start <= last && first <= end;
    };
  }
  const inTime = publishedAt.map((day) => day !== null && first <= day && day <= last);
  return (claim) => (documentsOf[claim] ?? []).some((place) => inTime[place] === true);
}

/** Whether a claim has any day on the clock that is chosen. */
function dayTest({ payload }: Facts, { clock }: Filter): (claim: number) => boolean {
  const { from, to, documents: documentsOf } = payload.claims;
  const { publishedAt } = payload.documents;
  if (clock === 'happened') return (claim) => (from[claim] ?? to[claim] ?? null) !== null;
  return (claim) => (documentsOf[claim] ?? []).some((place) => (publishedAt[place] ?? null) !== null);
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
