// Writes format version 1 of docs/formats.md: one JSON object a line, `kind` first, from which a graph can be rebuilt.
import { readFileSync } from 'node:fs';
import type { Exporter } from '../model/exporter.ts';
import type { Claim, DocumentRecord, Entity, Evidence, MentionRecord } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import { makeTextWriter } from './text-writer.ts';

export const jsonlExporter: Exporter = {
  name: 'jsonl',
  extension: '.jsonl',
  mediaType: 'application/x-ndjson',
  loses: '',
  async write(view, sink) {
    const writer = makeTextWriter(sink);
    for (const line of lines(view)) await writer.write(`${JSON.stringify(line)}\n`);
    await writer.flush();
  },
};

/** The view's own order is the order of the format: each kind sorted by id. */
function* lines(view: GraphView): Iterable<object> {
  const { documents, entities, claims } = view.counts;
  yield { kind: 'stemma', version: 1, generator: generator(), model: view.model, documents, entities, claims };
  for (const record of view.documents()) yield documentLine(record);
  for (const entity of view.entities()) yield entityLine(entity);
  for (const record of view.mentions()) yield mentionLine(record);
  for (const claim of view.claims()) yield claimLine(claim);
  for (const { id, claimIds, type, reason } of view.conflicts()) {
    yield { kind: 'conflict', id, claims: claimIds, type, reason };
  }
  for (const { left, right, verdict, score, reasons, by } of view.decisions()) {
    yield { kind: 'decision', left, right, verdict, score, reasons, by };
  }
}

function generator(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return `stemma ${version}`;
}

function documentLine({ document, sentences, lineage }: DocumentRecord): object {
  const { id, source, alsoAt, title, publisher, author, publishedAt, language, mediaType, text } = document;
  return {
    ...{ kind: 'document', id, source, alsoAt, title, publisher, author, publishedAt, language, mediaType, text },
    sentences,
    copyOf: lineage.copyOf && { document: lineage.copyOf.document, share: lineage.copyOf.share },
    cites: lineage.cites.map((citation) => ({ document: citation.document, text: citation.text })),
  };
}

function entityLine({ id, type, name, aliases, sameAs }: Entity): object {
  const counted = aliases.map((alias) => ({ name: alias.name, count: alias.count }));
  return { kind: 'entity', id, type, name, aliases: counted, sameAs };
}

function mentionLine({ mention, documentId, entity }: MentionRecord): object {
  const { id, start, end, type, kind: form, score } = mention;
  return { kind: 'mention', id, document: documentId, start, end, type, form, entity, score };
}

function claimLine(claim: Claim): object {
  const { id, type, predicate, subject, object, literal, polarity, modality, derivedFrom } = claim;
  const { confidence, independentSources, disputed } = claim;
  return {
    ...{ kind: 'claim', id, type, predicate, subject, object },
    literal: literal && { type: literal.type, value: literal.value, unit: literal.unit, text: literal.text },
    ...{ polarity, modality },
    attribution: attributionOf(claim),
    time: timeOf(claim),
    ...{ derivedFrom, confidence, independentSources, disputed },
    evidence: claim.evidence.map(evidenceObject),
  };
}

function evidenceObject(evidence: Evidence): object {
  const { documentId, start, end, quote, subjectMention, objectMention, cue, score, by } = evidence;
  return {
    ...{ document: documentId, start, end, quote, subjectMention, objectMention },
    cue: cue && [cue.start, cue.end],
    attribution: attributionOf(evidence),
    time: timeOf(evidence),
    ...{ score, by },
  };
}

function attributionOf({ attribution }: Pick<Claim, 'attribution'>): object | null {
  return attribution && { entity: attribution.entity, text: attribution.text };
}

function timeOf({ time }: Pick<Claim, 'time'>): object | null {
  return time && { from: time.from, to: time.to, text: time.text };
}
