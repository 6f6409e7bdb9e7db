// A name as typed → one mention that a decision can be made about: `NAME`, `NAME@DOCUMENT`, or the id of a mention.
import { KnownError } from '../errors.ts';
import type { Document } from '../model/document.ts';
import type { Entity, MentionRecord } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { DocumentId, MentionId } from '../model/id.ts';
import { sliceSpan } from '../model/span.ts';
import { findEntity, foldName } from './find-entity.ts';

export interface Found {
  readonly entity: Entity;
  readonly mention: MentionId;
}

/**
 * The entity that is meant and a mention that stands for it, in the document after the last `@` where one is named.
 * @throws KnownError not-found, ambiguous-name
 */
export function findMention(view: GraphView, typed: string): Found {
  const record = view.mention(typed as MentionId);
  const owner = record?.entity == null ? undefined : view.entity(record.entity);
  if (record !== undefined && owner !== undefined) return { entity: owner, mention: record.mention.id };
  const at = typed.lastIndexOf('@');
  const document = at < 0 ? null : findDocument(view, typed.slice(at + 1));
  if (document === null) {
    const entity = findEntity(view, typed);
    return { entity, mention: mainMention(view, entity) };
  }
  return findInDocument(view, typed.slice(0, at), document);
}

/** A mention of the entity in each document that names it, in order of the documents' sources. */
export function mentionsByDocument(view: GraphView, entity: Entity): { document: Document; mention: MentionId }[] {
  const documents = new Map<DocumentId, MentionRecord>();
  for (const id of entity.mentionIds) {
    const record = view.mention(id);
    if (record === undefined) continue;
    const known = documents.get(record.documentId);
    if (known === undefined || compareMentions(record, known) < 0) documents.set(record.documentId, record);
  }
  return [...documents]
    .flatMap(([id, { mention }]) => {
      const document = view.document(id)?.document;
      return document === undefined ? [] : [{ document, mention: mention.id }];
    })
    .sort((left, right) => (left.document.source < right.document.source ? -1 : 1));
}

/**
 * The document of that source or id, or the only one whose source ends so; null where there is none.
 * @throws KnownError ambiguous-name
 */
export function findDocument(view: GraphView, name: string): Document | null {
  const all = [...view.documents()].map(({ document }) => document);
  const exact = all.find(({ id, source, alsoAt }) => id === name || source === name || alsoAt.includes(name));
  if (exact !== undefined) return exact;
  const ending = all.filter(({ source, alsoAt }) => [source, ...alsoAt].some((place) => place.endsWith(`/${name}`)));
  if (ending.length <= 1) return ending[0] ?? null;
  throw new KnownError(
    'ambiguous-name',
    `stemma: ${JSON.stringify(name)} may be any of ${ending.map(({ source }) => source).join(', ')}`,
    'Type more of the path.',
  );
}

function findInDocument(view: GraphView, name: string, document: Document): Found {
  const records = view.mentionsIn(document.id).filter(({ entity }) => entity !== null);
  const spelt = records.find(({ mention }) => foldName(sliceSpan(document.text, mention)) === foldName(name));
  const called = [...records].sort(compareMentions).find(({ entity: id }) => {
    const entity = id === null ? undefined : view.entity(id);
    return (
      entity !== undefined &&
      [entity.name, ...entity.aliases.map((alias) => alias.name)].map(foldName).includes(foldName(name))
    );
  });
  const record = spelt ?? called;
  const entity = record?.entity == null ? undefined : view.entity(record.entity);
  if (record !== undefined && entity !== undefined) return { entity, mention: record.mention.id };
  throw new KnownError(
    'not-found',
    `stemma: nothing is called ${JSON.stringify(name)} in ${document.source}`,
    'Spell the name as the document does.',
  );
}

/** The mention that shows best who is meant: the first one that bears the entity's own name, else the first name. */
function mainMention(view: GraphView, entity: Entity): MentionId {
  const found = mentionsByDocument(view, entity);
  const bearing = found.find(({ document, mention: id }) => {
    const mention = view.mention(id)?.mention;
    return mention !== undefined && sliceSpan(document.text, mention) === entity.name;
  });
  const { mention } = bearing ?? found[0] ?? { mention: entity.mentionIds[0] };
  if (mention !== undefined) return mention;
  throw new KnownError('not-found', `stemma: ${entity.name} has no mention to decide about`, 'Name another one.');
}

const RANK = { name: 0, nominal: 1, pronoun: 2 } as const;

/** Names first, then in reading order. */
function compareMentions(left: MentionRecord, right: MentionRecord): number {
  return RANK[left.mention.kind] - RANK[right.mention.kind] || left.mention.start - right.mention.start;
}
