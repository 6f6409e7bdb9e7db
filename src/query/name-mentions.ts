// Which mentions stand for an entity where a person decides about it: one for each document, and the best of all.
import { KnownError } from '../errors.ts';
import type { Document } from '../model/document.ts';
import type { Entity, MentionRecord } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { DocumentId, MentionId } from '../model/id.ts';
import { sliceSpan } from '../model/span.ts';

export interface DocumentMention {
  readonly document: Document;
  readonly mention: MentionId;
}

/** A mention of the entity in each document that names it, in order of the documents' sources. */
export function mentionsByDocument(view: GraphView, entity: Entity): DocumentMention[] {
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
 * The mention that shows best who is meant: the first one that bears the entity's own name, else the first name.
 * @throws KnownError not-found where the entity has none
 */
export function mainMention(view: GraphView, entity: Entity): MentionId {
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
export function compareMentions(left: MentionRecord, right: MentionRecord): number {
  return RANK[left.mention.kind] - RANK[right.mention.kind] || left.mention.start - right.mention.start;
}
