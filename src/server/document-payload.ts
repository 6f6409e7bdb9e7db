// One document as the reader panel shows it: text, blocks, sentences, mentions and where it comes from.
import type { DocumentRecord } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { DocumentPayload } from './payload.ts';

/** Mentions in reading order. */
export function makeDocumentPayload(view: GraphView, record: DocumentRecord): DocumentPayload {
  const { document, lineage } = record;
  const original = lineage.copyOf && view.document(lineage.copyOf.document)?.document;
  return {
    id: document.id,
    source: document.source,
    title: document.title ?? document.source,
    publisher: document.publisher,
    author: document.author,
    publishedAt: document.publishedAt,
    url: document.url,
    language: document.language,
    text: document.text,
    blocks: document.blocks.map(({ kind, level, start, end }) => ({ kind, level, start, end })),
    sentences: record.sentences,
    mentions: view.mentionsIn(document.id).map(({ mention, entity }) => ({
      start: mention.start,
      end: mention.end,
      entity,
    })),
    copyOf:
      lineage.copyOf === null
        ? null
        : { ...lineage.copyOf, title: original?.title ?? original?.source ?? lineage.copyOf.document },
    cites: lineage.cites,
  };
}
