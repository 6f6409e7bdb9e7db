// What is different between two graphs: entities by the mentions they hold, claims by what they say, and why.
import type { Claim, Conflict, Entity } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { ClaimId, DocumentId, EntityId, MentionId } from '../model/id.ts';

/** Why something came or went: the sources of the documents that did, or else what changed besides documents. */
export interface Because {
  readonly documents: readonly string[];
  /** `decision`: a person's word; `reading`: the same documents, understood in another way. */
  readonly otherwise: 'decision' | 'reading' | null;
}

export interface Change<Item> extends Because {
  readonly item: Item;
}

export interface Regrouping extends Because {
  /** Names of the several entities; the one entity on the other side is `name`. */
  readonly names: readonly string[];
  readonly name: string;
}

export interface SupportChange extends Because {
  readonly item: Claim;
  /** Independent sources before and after. */
  readonly before: number;
  readonly after: number;
}

export interface GraphDifference {
  readonly documents: {
    readonly came: readonly string[];
    readonly gone: readonly string[];
    /** Same place, other text. */
    readonly changed: readonly string[];
  };
  readonly entities: { readonly came: readonly Change<Entity>[]; readonly gone: readonly Change<Entity>[] };
  readonly merges: readonly Regrouping[];
  readonly splits: readonly Regrouping[];
  readonly claims: {
    readonly came: readonly Change<Claim>[];
    readonly gone: readonly Change<Claim>[];
    readonly support: readonly SupportChange[];
  };
  readonly conflicts: { readonly came: readonly Change<Conflict>[]; readonly gone: readonly Change<Conflict>[] };
}

/** One graph with what the comparison looks up. */
interface Side {
  readonly view: GraphView;
  readonly sources: ReadonlyMap<DocumentId, string>;
  readonly owners: ReadonlyMap<MentionId, EntityId>;
  readonly documents: ReadonlyMap<MentionId, DocumentId>;
}

/** Everything in the order of ids. A mention that reads the same at the same place of the same document is the same one. */
export function compareGraphs(oldView: GraphView, newView: GraphView): GraphDifference {
  const [before, after] = [sideOf(oldView), sideOf(newView)];
  const newNames = matchEntities(before, after);
  const hasDecision = wordsOfPeople(before) !== wordsOfPeople(after);
  const because = (own: Side, other: Side, ids: Iterable<DocumentId>): Because => {
    const documents = [...new Set(ids)].filter((id) => !other.sources.has(id)).map((id) => own.sources.get(id) ?? id);
    const otherwise = documents.length > 0 ? null : hasDecision ? 'decision' : 'reading';
    return { documents: documents.sort(), otherwise };
  };
  const ofEntity = (side: Side, { mentionIds }: Entity) => mentionIds.flatMap((id) => side.documents.get(id) ?? []);

  return {
    documents: compareDocuments(before, after),
    entities: {
      came: absent(after, before).map((item) => ({ item, ...because(after, before, ofEntity(after, item)) })),
      gone: absent(before, after).map((item) => ({ item, ...because(before, after, ofEntity(before, item)) })),
    },
    merges: regroupings(after, before, (documents) => because(after, before, documents)),
    splits: regroupings(before, after, (documents) => because(after, before, documents)),
    ...compareClaims(before, after, newNames, because),
  };
}

function sideOf(view: GraphView): Side {
  const owners = new Map<MentionId, EntityId>();
  const documents = new Map<MentionId, DocumentId>();
  for (const { mention, documentId, entity } of view.mentions()) {
    documents.set(mention.id, documentId);
    if (entity !== null) owners.set(mention.id, entity);
  }
  const sources = new Map([...view.documents()].map(({ document }) => [document.id, document.source] as const));
  return { view, sources, owners, documents };
}

function compareDocuments(before: Side, after: Side): GraphDifference['documents'] {
  const came = [...after.sources].filter(([id]) => !before.sources.has(id)).map(([, source]) => source);
  const gone = [...before.sources].filter(([id]) => !after.sources.has(id)).map(([, source]) => source);
  const changed = came.filter((source) => gone.includes(source));
  const isElsewhere = (source: string): boolean => !changed.includes(source);
  return { came: came.filter(isElsewhere).sort(), gone: gone.filter(isElsewhere).sort(), changed: changed.sort() };
}

/** Entities of `own` none of whose mentions belongs to an entity of `other`. */
function absent(own: Side, other: Side): Entity[] {
  return [...own.view.entities()].filter(({ mentionIds }) => !mentionIds.some((id) => other.owners.has(id)));
}

/** Entities of `one` whose mentions belonged to several of `many`; because of the documents that `one` alone holds of it. */
function regroupings(one: Side, many: Side, because: (documents: Iterable<DocumentId>) => Because): Regrouping[] {
  return [...one.view.entities()].flatMap(({ name, mentionIds }) => {
    const parts = new Set(mentionIds.flatMap((id) => many.owners.get(id) ?? []));
    if (parts.size < 2) return [];
    const names = [...parts].map((id) => many.view.entity(id)?.name ?? id).sort();
    return [{ names, name, ...because(mentionIds.flatMap((id) => one.documents.get(id) ?? [])) }];
  });
}

/** The id in the new graph of each old entity: that of the one which holds most of its mentions, else its own. */
function matchEntities(before: Side, after: Side): Map<EntityId, EntityId> {
  const matched = new Map<EntityId, EntityId>();
  for (const { id, mentionIds } of before.view.entities()) {
    const counts = new Map<EntityId, number>();
    for (const mention of mentionIds) {
      const owner = after.owners.get(mention);
      if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    const [best] = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
    matched.set(id, best?.[0] ?? id);
  }
  return matched;
}

function compareClaims(
  before: Side,
  after: Side,
  newNames: ReadonlyMap<EntityId, EntityId>,
  because: (own: Side, other: Side, ids: Iterable<DocumentId>) => Because,
): Pick<GraphDifference, 'claims' | 'conflicts'> {
  const pairs = matchClaims([...before.view.claims()], [...after.view.claims()], newNames);
  const newIds = new Map(pairs.map(([old, { id }]) => [old.id, id] as const));
  const kept = new Set(newIds.values());
  const came = [...after.view.claims()].filter(({ id }) => !kept.has(id));
  const gone = [...before.view.claims()].filter(({ id }) => !newIds.has(id));
  const support = pairs.flatMap(([old, item]) => {
    if (old.independentSources === item.independentSources) return [];
    const won = because(after, before, groundsOf(after, item));
    const lost = because(before, after, groundsOf(before, old));
    const reason = won.documents.length > 0 ? won : lost;
    return [{ item, before: old.independentSources, after: item.independentSources, ...reason }];
  });
  const keyOf = ({ type, claimIds }: Conflict, ids: ReadonlyMap<ClaimId, ClaimId>): string =>
    JSON.stringify([type, claimIds.map((id) => ids.get(id) ?? id).sort()]);
  const oldConflicts = new Map([...before.view.conflicts()].map((each) => [keyOf(each, newIds), each] as const));
  const newConflicts = new Map([...after.view.conflicts()].map((each) => [keyOf(each, new Map()), each] as const));
  const documentsOf = (side: Side, { claimIds }: Conflict) =>
    claimIds.flatMap((id) => side.view.claim(id) ?? []).flatMap((claim) => groundsOf(side, claim));
  return {
    claims: {
      came: came.map((item) => ({ item, ...because(after, before, groundsOf(after, item)) })),
      gone: gone.map((item) => ({ item, ...because(before, after, groundsOf(before, item)) })),
      support,
    },
    conflicts: {
      came: [...newConflicts]
        .filter(([key]) => !oldConflicts.has(key))
        .map(([, item]) => ({ item, ...because(after, before, documentsOf(after, item)) })),
      gone: [...oldConflicts]
        .filter(([key]) => !newConflicts.has(key))
        .map(([, item]) => ({ item, ...because(before, after, documentsOf(before, item)) })),
    },
  };
}

/** How loosely two claims are taken for one, the strictest first: titles are spelt in many ways, symmetric ends turn round. */
const LOOSENESS = [
  { withTitle: true, isTurned: false },
  { withTitle: false, isTurned: false },
  { withTitle: false, isTurned: true },
] as const;

/** Old and new claims that say the same, each at most once. */
function matchClaims(
  olds: readonly Claim[],
  news: readonly Claim[],
  newNames: ReadonlyMap<EntityId, EntityId>,
): [Claim, Claim][] {
  const pairs: [Claim, Claim][] = [];
  let [leftOld, leftNew] = [olds, news];
  for (const looseness of LOOSENESS) {
    const found = new Map(leftNew.map((claim) => [keyOfClaim(claim, new Map(), looseness), claim] as const));
    const matched = new Set<Claim>();
    for (const old of leftOld) {
      const key = keyOfClaim(old, newNames, looseness);
      const same = found.get(key);
      if (same === undefined) continue;
      found.delete(key);
      matched.add(old).add(same);
      pairs.push([old, same]);
    }
    leftOld = leftOld.filter((claim) => !matched.has(claim));
    leftNew = leftNew.filter((claim) => !matched.has(claim));
  }
  return pairs;
}

/** What a claim says, under the new ids of its entities. */
function keyOfClaim(
  { type, predicate, subject, object, literal, polarity, modality, derivedFrom }: Claim,
  newNames: ReadonlyMap<EntityId, EntityId>,
  { withTitle, isTurned }: (typeof LOOSENESS)[number],
): string {
  const words = type === null || withTitle ? predicate.toLowerCase() : '';
  const ends = [subject, object].map((id) => (id === null ? '' : (newNames.get(id) ?? id)));
  const value = literal && [literal.type, literal.value, literal.unit];
  return JSON.stringify([type, words, isTurned ? ends.sort() : ends, value, polarity, modality, derivedFrom !== null]);
}

/** Documents that a claim stands on, those of its grounds where it is derived. */
function groundsOf({ view }: Side, { evidence, derivedFrom }: Claim): DocumentId[] {
  const grounds = (derivedFrom ?? []).flatMap((id) => view.claim(id)?.evidence ?? []);
  return [...evidence, ...grounds].map(({ documentId }) => documentId);
}

/** Every word of a person that counts, as one text. */
function wordsOfPeople({ view }: Side): string {
  const people = [...view.decisions()].filter(({ by }) => by === 'person' || by.startsWith('person:'));
  return people
    .map(({ left, right, verdict }) => [verdict, ...[left, right].sort()].join(' '))
    .sort()
    .join();
}
