// Reads names and relations of the annotated corpora in the types of the ontology, with the corpora's own mapping.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/model/document.ts';
import type { Span } from '../../src/model/span.ts';
import { codePointOffsets, makeDocument, readRows } from './corpora.ts';

export interface GoldMention extends Span {
  readonly type: string;
  /** Place of its entity in the document's list, null where the corpus names none. */
  readonly entity: number | null;
  readonly kind: string;
}

export interface AnnotatedDocument {
  readonly document: Document;
  readonly mentions: readonly GoldMention[];
  /** `subject TYPE object`, entity places, in the direction of the ontology. */
  readonly relations: ReadonlySet<string>;
}

interface Row {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly mentions: readonly { start: number; end: number; type: string; kind: string; entity: number | null }[];
  readonly entities?: readonly { type: string }[];
  readonly relations?: readonly { subject: number; object: number; type: string }[];
}

interface RelationMapping {
  readonly type: string;
  readonly inverse?: boolean;
  readonly by_types?: Readonly<Record<string, string>> | null;
}

interface SourceMapping {
  readonly entities: Readonly<Record<string, string>>;
  readonly relations?: Readonly<Record<string, RelationMapping>>;
}

/** The documents of `NAME.jsonl.gz`, in the order of the file; null where there is no such file. */
export function readAnnotated(folder: string, name: string): readonly AnnotatedDocument[] | null {
  const rows = readRows<Row>(folder, name);
  if (rows === null) return null;
  const { sources } = JSON.parse(readFileSync(join(folder, 'mapping.json'), 'utf8')) as {
    sources: Readonly<Record<string, SourceMapping>>;
  };
  return rows.map((row) => toAnnotated(row, sources[row.source] ?? { entities: {} }));
}

function toAnnotated(row: Row, mapping: SourceMapping): AnnotatedDocument {
  const offsets = codePointOffsets(row.text);
  const mentions = row.mentions.map(({ start, end, type, kind, entity }) => ({
    start: offsets[start] ?? 0,
    end: offsets[end] ?? 0,
    type: mapping.entities[type] ?? 'Other',
    kind,
    entity,
  }));
  const relations = (row.relations ?? []).flatMap((relation) => {
    const target = mapping.relations?.[relation.type];
    if (!target || target.type === 'NONE') return [];
    const pair = `${row.entities?.[relation.subject]?.type}>${row.entities?.[relation.object]?.type}`;
    const type = target.by_types?.[pair] ?? target.type;
    const [subject, object] = target.inverse
      ? [relation.object, relation.subject]
      : [relation.subject, relation.object];
    return [`${subject} ${type} ${object}`];
  });
  return { document: makeDocument(row.id, row.text), mentions, relations: new Set(relations) };
}
