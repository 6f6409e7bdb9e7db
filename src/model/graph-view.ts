// Read-only window on a graph: all that exporters, query, push and server may see.
import type { Document } from './document.ts';
import type { Claim, Conflict, Decision, DocumentRecord, Entity, Graph, MentionRecord } from './graph.ts';
import type { ClaimId, DocumentId, EntityId, MentionId } from './id.ts';
import type { Ontology } from './ontology.ts';

/** Iterators run in the order of Graph's arrays; look-ups give undefined for an unknown id. */
export interface GraphView {
  readonly model: string;
  /** The types of the user's own that it was built with; absent or null for the built-in ones. */
  readonly ontology?: Ontology | null;
  readonly counts: {
    readonly documents: number;
    readonly entities: number;
    readonly mentions: number;
    readonly claims: number;
    readonly conflicts: number;
    readonly decisions: number;
  };
  documents(): Iterable<DocumentRecord>;
  entities(): Iterable<Entity>;
  mentions(): Iterable<MentionRecord>;
  claims(): Iterable<Claim>;
  conflicts(): Iterable<Conflict>;
  decisions(): Iterable<Decision>;
  document(id: DocumentId): DocumentRecord | undefined;
  entity(id: EntityId): Entity | undefined;
  mention(id: MentionId): MentionRecord | undefined;
  claim(id: ClaimId): Claim | undefined;
  /** Claims with the entity as subject or object, in order of id. */
  claimsOf(id: EntityId): readonly Claim[];
  /** Mentions in one document, in reading order. */
  mentionsIn(id: DocumentId): readonly MentionRecord[];
}

/** One place where the words were found. Best first. */
export interface SearchHit {
  readonly kind: 'entity' | 'claim' | 'document';
  readonly id: string;
  /** Name, quote or title. */
  readonly title: string;
  /** A stretch of text around the words, as plain text. */
  readonly snippet: string;
}

/** Where an entity stands in the picture; the unit is that of the layout. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A view over a stored graph: it can also be searched, and must be closed. */
export interface StoredGraph extends GraphView {
  readonly path: string;
  /** How many entities and claims there are of each type; open claims under `open`. */
  readonly types: {
    readonly entities: Readonly<Record<string, number>>;
    readonly claims: Readonly<Record<string, number>>;
  };
  /** Where the entities came to rest in the picture, by id, as this view found it. */
  arrangement(): ReadonlyMap<string, Spot>;
  /** Keeps it in the file for the next view. False where the file cannot be written now. */
  keepArrangement(places: Iterable<readonly [entity: string, place: Spot]>): boolean;
  /** Entities with that name or alias, without regard to case, accents and spaces, or with names that hold it; in order of id. */
  entitiesCalled(name: string, how: 'exactly' | 'in part'): readonly Entity[];
  /** The document of that id or source, else all whose source ends with it behind a slash. */
  documentsAt(place: string): readonly Document[];
  /** In how many documents these mentions stand. */
  countDocuments(mentions: readonly MentionId[]): number;
  /** Decisions with one of these mentions on either side, in the order of `decisions`. */
  decisionsOn(mentions: readonly MentionId[]): readonly Decision[];
  /** Words in any order; every one must occur, the last may be a beginning. Empty input gives no hits. */
  search(words: string, limit?: number): readonly SearchHit[];
  close(): void;
}

/** A view over a graph in memory. */
export function viewGraph(graph: Graph): GraphView {
  const documents = new Map(graph.documents.map((record) => [record.document.id, record]));
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const mentions = new Map(graph.mentions.map((record) => [record.mention.id, record]));
  const claims = new Map(graph.claims.map((claim) => [claim.id, claim]));
  const claimsOf = once(() =>
    indexBy(graph.claims, ({ subject, object }) => new Set(object === null ? [subject] : [subject, object])),
  );
  const mentionsIn = once(() => indexBy(graph.mentions.toSorted(byPlace), (record) => [record.documentId]));
  return {
    model: graph.model,
    counts: {
      documents: graph.documents.length,
      entities: graph.entities.length,
      mentions: graph.mentions.length,
      claims: graph.claims.length,
      conflicts: graph.conflicts.length,
      decisions: graph.decisions.length,
    },
    documents: () => graph.documents,
    entities: () => graph.entities,
    mentions: () => graph.mentions,
    claims: () => graph.claims,
    conflicts: () => graph.conflicts,
    decisions: () => graph.decisions,
    document: (id) => documents.get(id),
    entity: (id) => entities.get(id),
    mention: (id) => mentions.get(id),
    claim: (id) => claims.get(id),
    claimsOf: (id) => claimsOf().get(id) ?? [],
    mentionsIn: (id) => mentionsIn().get(id) ?? [],
  };
}

/** Calls once, at the first need, and keeps what came. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Items by each of their keys, in the order given. */
function indexBy<Key, Item>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): Map<Key, Item[]> {
  const index = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [item]);
      else known.push(item);
    }
  }
  return index;
}

function byPlace({ mention: a }: MentionRecord, { mention: b }: MentionRecord): number {
  return a.start - b.start || b.end - a.end;
}
