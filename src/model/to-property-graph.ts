// Lays a graph out as the nodes and relationships of design §9, once for Neo4j, the offline engine and Cypher scripts.
import { chunkDocument } from './chunk-document.ts';
import type { Claim, DocumentRecord, Evidence } from './graph.ts';
import type { GraphView } from './graph-view.ts';
import type { DocumentId, EntityId } from './id.ts';
import { makeId } from './id.ts';
import type { Properties, PropertyGraph, PropertyNode, PropertyRelationship, PropertyValue } from './property-graph.ts';

/** Base labels, each unique together with the property `id`. Types of entities never take one of these names. */
export const BASE_LABELS = ['Entity', 'Document', 'Chunk', 'Claim'] as const;

/** Relationship type of an open claim; its words stand in `predicate`. */
export const OPEN_TYPE = 'RELATED_TO';

/** Types of the relationships that hold a graph together, and of open claims. No type of a user's own takes one of these names. */
export const OWN_RELATIONSHIPS = [
  ...(['SUBJECT', 'OBJECT', 'QUOTED_IN', 'SAID_BY', 'DERIVED_FROM', 'CONTRADICTS'] as const),
  ...(['MENTIONS', 'NEXT_CHUNK', 'COPIES', 'CITES', OPEN_TYPE] as const),
] as const;

/** Chunks are parts of their document by the built-in type of that name. */
type OwnRelationship = (typeof OWN_RELATIONSHIPS)[number] | 'PART_OF';

/** Properties that a node or relationship may lack; whoever updates one in place must drop them where they are absent. */
export const OPTIONAL_PROPERTIES: Readonly<Record<(typeof BASE_LABELS)[number] | 'relationship', readonly string[]>> = {
  Entity: [],
  Document: ['title', 'publisher', 'author', 'publishedAt', 'url', 'language'],
  Chunk: [],
  Claim: ['type', 'since', 'until', 'timeText', 'saidBy', 'literalType', 'value', 'unit', 'text'],
  relationship: ['since', 'until', 'saidBy'],
};

/**
 * The property graph of a view. Iterators start anew on each call and run in an order fixed by content: entities,
 * documents each with its chunks, claims. Strings are well-formed Unicode without NUL; absent values are left out.
 */
export function toPropertyGraph(view: GraphView): PropertyGraph {
  return {
    nodes: function* () {
      yield* entityNodes(view);
      for (const record of view.documents()) yield* documentNodes(record);
      for (const claim of view.claims()) yield claimNode(claim);
    },
    relationships: function* () {
      for (const claim of view.claims()) yield* directEdge(claim);
      for (const record of view.documents()) yield* documentRelationships(view, record);
      for (const claim of view.claims()) yield* claimRelationships(claim);
      yield* contradictions(view);
    },
  };
}

/**
 * A label or relationship type that every Cypher dialect takes without risk: letters, digits and `_`, not led by a digit.
 * Names of types come from an ontology that a user may have written, so they are as hostile as any text.
 */
export function safeName(name: string, fallback: string): string {
  const safe = clean(name).replace(/[^\p{L}\p{N}_]/gu, '_');
  if (/^_*$/.test(safe)) return fallback;
  return /^[\p{L}_]/u.test(safe) ? safe : `_${safe}`;
}

/** The label of an entity type; `Document_` where a user's type is called like a base label. */
export function entityLabel(type: string): string {
  const label = safeName(type, 'Other');
  return (BASE_LABELS as readonly string[]).includes(label) ? `${label}_` : label;
}

const clean = (text: string): string => text.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '\uFFFD');

/** Cleans the strings and leaves out what is null. */
function properties(values: Readonly<Record<string, PropertyValue | null>>): Properties {
  const kept: Record<string, PropertyValue> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') kept[name] = clean(value);
    else if (Array.isArray(value)) kept[name] = value.map((item) => (typeof item === 'string' ? clean(item) : item));
    else if (value !== null) kept[name] = value;
  }
  return kept;
}

const integer = (value: number) => ({ integer: value });

function* entityNodes(view: GraphView): Iterable<PropertyNode> {
  for (const { id, type, name, aliases, mentionIds, sameAs } of view.entities()) {
    yield {
      id,
      labels: ['Entity', entityLabel(type)],
      properties: properties({
        id,
        type,
        name,
        aliases: aliases.map((alias) => alias.name),
        mentions: integer(mentionIds.length),
        sameAs,
      }),
    };
  }
}

function* documentNodes(record: DocumentRecord): Iterable<PropertyNode> {
  const { id, source, alsoAt, title, publisher, author, publishedAt, url, language, mediaType } = record.document;
  const cites = [...new Set(record.lineage.cites.map((citation) => citation.text))];
  yield {
    id,
    labels: ['Document'],
    properties: properties({
      ...{ id, source, alsoAt, title, publisher, author, publishedAt, url, language, mediaType, cites },
    }),
  };
  for (const chunk of chunkDocument(record)) {
    const { index, start, end, text } = chunk;
    yield {
      id: chunkId(id, index),
      labels: ['Chunk'],
      properties: properties({
        id: chunkId(id, index),
        ...{ index: integer(index), start: integer(start), end: integer(end), text },
      }),
    };
  }
}

const chunkId = (document: DocumentId, index: number): string => `${document}#${index}`;

function claimNode(claim: Claim): PropertyNode {
  const { id, type, predicate, polarity, modality, confidence, independentSources, disputed, literal, time } = claim;
  return {
    id,
    labels: ['Claim'],
    properties: properties({
      ...{ id, type, predicate, polarity, modality, confidence, disputed },
      independentSources: integer(independentSources),
      derived: claim.derivedFrom !== null,
      since: time?.from ?? null,
      until: time?.to ?? null,
      timeText: time?.text ?? null,
      saidBy: claim.attribution?.text ?? null,
      literalType: literal?.type ?? null,
      value: literal === null ? null : toValue(literal.value),
      unit: literal?.unit ?? null,
      text: literal?.text ?? null,
    }),
  };
}

function toValue(value: number | string): PropertyValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? integer(value) : value;
}

/** Only what is affirmed and actual: a denied or planned meeting must never answer `MATCH (a)-[:MET_WITH]->(b)`. */
function* directEdge(claim: Claim): Iterable<PropertyRelationship> {
  if (claim.object === null || claim.polarity !== 'positive' || claim.modality !== 'actual') return;
  const { id, predicate, confidence, independentSources, disputed, time, evidence } = claim;
  yield {
    id,
    type: safeName(claim.type ?? OPEN_TYPE, OPEN_TYPE),
    from: { label: 'Entity', id: claim.subject },
    to: { label: 'Entity', id: claim.object },
    properties: properties({
      ...{ id, type: claim.type ?? OPEN_TYPE, predicate, confidence, disputed },
      independentSources: integer(independentSources),
      derived: claim.derivedFrom !== null,
      quotes: [...new Set(evidence.map((piece) => piece.quote))],
      documents: [...new Set(evidence.map((piece) => piece.documentId))],
      since: time?.from ?? null,
      until: time?.to ?? null,
    }),
  };
}

type End = readonly [label: (typeof BASE_LABELS)[number], id: string];

/** A relationship whose id is a hash of what it joins and the parts that tell it from its twins. */
function relate(
  type: OwnRelationship,
  [fromLabel, from]: End,
  [toLabel, to]: End,
  parts: readonly (string | number | null)[] = [],
  values: Readonly<Record<string, PropertyValue | null>> = {},
): PropertyRelationship {
  const id = makeId('relation', type, from, to, ...parts);
  return {
    id,
    type,
    from: { label: fromLabel, id: from },
    to: { label: toLabel, id: to },
    properties: properties({ id, ...values }),
  };
}

function* documentRelationships(view: GraphView, record: DocumentRecord): Iterable<PropertyRelationship> {
  const document: End = ['Document', record.document.id];
  const chunks = chunkDocument(record);
  const end = (index: number): End => ['Chunk', chunkId(record.document.id, index)];
  for (const { index } of chunks) {
    yield relate('PART_OF', end(index), document);
    if (index > 0) yield relate('NEXT_CHUNK', end(index - 1), end(index));
  }
  let place = 0;
  for (const { mention, entity } of view.mentionsIn(record.document.id)) {
    while (place + 1 < chunks.length && (chunks[place + 1]?.start ?? 0) <= mention.start) place += 1;
    if (entity === null || chunks.length === 0 || view.entity(entity) === undefined) continue;
    const { id, start, end: stop, kind } = mention;
    yield {
      ...{ id, type: 'MENTIONS', from: { label: 'Chunk', id: chunkId(record.document.id, place) } },
      to: { label: 'Entity', id: entity },
      properties: properties({
        ...{ id, start: integer(start), end: integer(stop), kind },
        surface: record.document.text.slice(start, stop),
      }),
    };
  }
  const { copyOf, cites } = record.lineage;
  if (copyOf !== null) {
    yield relate('COPIES', document, ['Document', copyOf.document], [], { share: copyOf.share });
  }
  const cited = new Map<string, string[]>();
  for (const { document: target, text } of cites) {
    if (target !== null) cited.set(target, [...(cited.get(target) ?? []), text]);
  }
  for (const [target, texts] of cited) yield relate('CITES', document, ['Document', target], [], { texts });
}

function* claimRelationships(claim: Claim): Iterable<PropertyRelationship> {
  const from: End = ['Claim', claim.id];
  yield relate('SUBJECT', from, ['Entity', claim.subject]);
  if (claim.object !== null) yield relate('OBJECT', from, ['Entity', claim.object]);
  for (const ground of claim.derivedFrom ?? []) yield relate('DERIVED_FROM', from, ['Claim', ground]);
  yield* quotations(claim);
  for (const [entity, texts] of speakersOf(claim)) {
    yield relate('SAID_BY', from, ['Entity', entity], [], { texts: [...texts] });
  }
}

function* quotations(claim: Claim): Iterable<PropertyRelationship> {
  const twins = new Map<string, number>();
  for (const piece of claim.evidence) {
    const key = evidenceKey(piece);
    const twin = twins.get(key) ?? 0;
    twins.set(key, twin + 1);
    yield relate('QUOTED_IN', ['Claim', claim.id], ['Document', piece.documentId], [key, twin], {
      ...{ start: integer(piece.start), end: integer(piece.end), quote: piece.quote },
      ...{ score: piece.score, by: piece.by, saidBy: piece.attribution?.text ?? null },
      since: piece.time?.from ?? null,
      until: piece.time?.to ?? null,
    });
  }
}

function evidenceKey({ start, end, subjectMention, objectMention, by }: Evidence): string {
  return JSON.stringify([start, end, subjectMention, objectMention, by]);
}

/** Everyone who is found to say it, with the words that name them. */
function speakersOf(claim: Claim): ReadonlyMap<EntityId, ReadonlySet<string>> {
  const speakers = new Map<EntityId, Set<string>>();
  for (const attribution of [claim.attribution, ...claim.evidence.map((piece) => piece.attribution)]) {
    if (attribution === null || attribution.entity === null) continue;
    speakers.set(attribution.entity, (speakers.get(attribution.entity) ?? new Set<string>()).add(attribution.text));
  }
  return speakers;
}

/** Every pair of one conflict, lower id first; of a dispute over polarity only the pairs that differ in it. */
function* contradictions(view: GraphView): Iterable<PropertyRelationship> {
  for (const { id, claimIds, type, reason } of view.conflicts()) {
    for (const [index, left] of claimIds.entries()) {
      for (const right of claimIds.slice(index + 1)) {
        if (type === 'polarity' && view.claim(left)?.polarity === view.claim(right)?.polarity) continue;
        yield relate('CONTRADICTS', ['Claim', left], ['Claim', right], [id], { type, reason });
      }
    }
  }
}
