// What a filter lets through, and how many things each facet value would show: one pass over the claims.
import type { Facts } from './facts.ts';
import type { Filter } from './state.ts';

/** The word that stands for "in the words of the text" in filters and addresses. */
export const OPEN = 'open';

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
export interface FacetCounts {
  readonly entityTypes: readonly number[];
  readonly relationTypes: readonly number[];
  readonly publishers: readonly number[];
  readonly documents: readonly number[];
}

const TYPES = 1;
const RELATION = 2;
const PUBLISHER = 4;
const DOCUMENT = 8;
const SOURCES = 16;
const CONFIDENCE = 32;
const TIME = 64;

export function relationKey(facts: Facts, type: number): string {
  return facts.payload.relationTypes[type]?.name || OPEN;
}

/** Pure: equal facts and filter give equal results. */
export function applyFilter(facts: Facts, filter: Filter): Shown {
  const fails = claimFailures(facts, filter);
  const { claims, entities } = facts.payload;
  const shownClaims = new Uint8Array(facts.claimCount);
  const connected = new Uint8Array(facts.entityCount);
  const touched = new Uint8Array(facts.entityCount);
  for (let claim = 0; claim < facts.claimCount; claim += 1) {
    if (fails[claim] !== 0) continue;
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
  const onlyTouched =
    filter.relationTypes.length + filter.publishers.length + filter.documents.length > 0 ||
    filter.minSources > 1 ||
    filter.minConfidence > 0 ||
    filter.from !== null ||
    filter.to !== null;
  const shownEntities = new Uint8Array(facts.entityCount);
  let unconnected = 0;
  for (let entity = 0; entity < facts.entityCount; entity += 1) {
    if (!typeOk[entities.type[entity] ?? -1] || (onlyTouched && !touched[entity])) continue;
    if (!connected[entity]) unconnected += 1;
    if (connected[entity] || filter.unconnected) shownEntities[entity] = 1;
  }
  const pairs = Uint8Array.from(facts.pairs.claims, (list) => Number(list.some((claim) => shownClaims[claim] === 1)));
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

export function countFacets(facts: Facts, filter: Filter): FacetCounts {
  const { payload } = facts;
  const fails = claimFailures(facts, filter);
  const relationTypes = payload.relationTypes.map(() => 0);
  const publishers = payload.publishers.map(() => 0);
  const documents = payload.documents.id.map(() => 0);
  const touched = new Uint8Array(facts.entityCount);
  const passes = (claim: number, without: number): boolean => ((fails[claim] ?? 0) & ~without) === 0;
  for (let claim = 0; claim < facts.claimCount; claim += 1) {
    if (passes(claim, RELATION)) add(relationTypes, payload.claims.type[claim] ?? -1);
    if (passes(claim, PUBLISHER)) for (const place of facts.publishersOf[claim] ?? []) add(publishers, place);
    if (passes(claim, DOCUMENT)) for (const place of payload.claims.documents[claim] ?? []) add(documents, place);
    if (passes(claim, TYPES)) {
      touched[payload.claims.subject[claim] ?? -1] = 1;
      const object = payload.claims.object[claim] ?? -1;
      if (object >= 0) touched[object] = 1;
    }
  }
  const entityTypes = payload.entityTypes.map(() => 0);
  touched.forEach((value, entity) => {
    if (value === 1) add(entityTypes, payload.entities.type[entity] ?? -1);
  });
  return { entityTypes, relationTypes, publishers, documents };
}

/** By claim: one bit for each facet that keeps it out; 0 = shown. */
function claimFailures(facts: Facts, filter: Filter): Uint8Array {
  const { payload } = facts;
  const typeOk = typesLetThrough(facts, filter);
  const relationOk = payload.relationTypes.map((_, type) => allows(filter.relationTypes, relationKey(facts, type)));
  const publisherOk = payload.publishers.map((name) => allows(filter.publishers, name));
  const documentOk = payload.documents.id.map((id) => allows(filter.documents, id));
  const { claims, entities } = payload;
  const entityOk = (entity: number): boolean => entity < 0 || typeOk[entities.type[entity] ?? -1] === true;
  const some = (list: readonly number[] | undefined, ok: readonly boolean[], chosen: readonly string[]): boolean =>
    chosen.length === 0 || (list?.some((place) => ok[place]) ?? false);
  return Uint8Array.from(claims.id, (_, claim) => {
    let failed = 0;
    if (!entityOk(claims.subject[claim] ?? -1) || !entityOk(claims.object[claim] ?? -1)) failed |= TYPES;
    if (!relationOk[claims.type[claim] ?? -1]) failed |= RELATION;
    if (!some(facts.publishersOf[claim], publisherOk, filter.publishers)) failed |= PUBLISHER;
    if (!some(claims.documents[claim], documentOk, filter.documents)) failed |= DOCUMENT;
    if (filter.minSources > 1 && (claims.independentSources[claim] ?? 0) < filter.minSources) failed |= SOURCES;
    if ((claims.confidence[claim] ?? 0) < filter.minConfidence) failed |= CONFIDENCE;
    if (!isInTime(facts, filter, claim)) failed |= TIME;
    return failed;
  });
}

/** True where a claim falls into the chosen days; one without any day falls into none. */
function isInTime({ payload }: Facts, { from, to, clock }: Filter, claim: number): boolean {
  if (from === null && to === null) return true;
  const [first, last] = [from ?? '', to ?? '9999'];
  if (clock === 'happened') {
    const { from: starts, to: ends } = payload.claims;
    const [start, end] = [starts[claim] ?? ends[claim], ends[claim] ?? starts[claim]];
    return start !== null && start !== undefined && end !== null && end !== undefined && start <= last && first <= end;
  }
  const days = (payload.claims.documents[claim] ?? []).map((place) => payload.documents.publishedAt[place] ?? null);
  return days.some((day) => day !== null && first <= day && day <= last);
}

function typesLetThrough({ payload }: Facts, filter: Filter): boolean[] {
  return payload.entityTypes.map((type) => allows(filter.entityTypes, type.name));
}

function allows(chosen: readonly string[], value: string): boolean {
  return chosen.length === 0 || chosen.includes(value);
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
