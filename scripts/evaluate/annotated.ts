// Reads names and relations of the annotated corpora in the types of the ontology, with the corpora's own mapping.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/model/document.ts';
import type { Span } from '../../src/model/span.ts';
import { codePointOffsets, makeDocument, readRows } from './corpora.ts';

const NONE = 'NONE';
/** Types told in either direction. */
export const SYMMETRIC = new Set(['SPOUSE_OF', 'SIBLING_OF', 'MET_WITH', 'ALLY_OF']);

/** Source labels wider than one of our types: right is whatever lies in the set. As VAGUE in scripts/train/corpora.py. */
const MISC = ['Group', 'Event', 'Product', 'CreativeWork', 'Law', 'Other'];
const VAGUE: Readonly<Record<string, readonly string[]>> = {
  'redocred MISC': MISC,
  'crossner-politics misc': MISC,
  're3d DocumentReference': ['Law', 'CreativeWork'],
};

export interface GoldMention extends Span {
  readonly type: string;
  /** All types that the source's label allows; `type` alone for most labels. */
  readonly allowed: readonly string[];
  /** Place of its entity in the document's list, null where the corpus names none. */
  readonly entity: number | null;
  readonly kind: string;
}

export interface AnnotatedDocument {
  readonly document: Document;
  readonly mentions: readonly GoldMention[];
  /** `subject TYPE object`, entity places, in the direction of the ontology. */
  readonly relations: ReadonlySet<string>;
  /** Types of which a missing relation is a true negative here. */
  readonly exhaustive: ReadonlySet<string>;
  /** In the form of `relations`: neither there nor surely missing. */
  readonly open: ReadonlySet<string>;
  /** Where the annotation says which two mentions state a relation: their places, by relation. */
  readonly ends?: ReadonlyMap<string, readonly [subject: Span, object: Span]>;
}

interface Row {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly mentions: readonly { start: number; end: number; type: string; kind: string; entity: number | null }[];
  readonly entities?: readonly { type: string }[];
  readonly relations?: readonly { subject: number; object: number; type: string }[];
  readonly exhaustive?: readonly string[];
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

/** A relation in the form of `relations`: once, or in both directions where its type has none. */
export function triplesOf(subject: number | undefined, type: string, object: number | undefined): string[] {
  const forth = `${subject} ${type} ${object}`;
  return SYMMETRIC.has(type) ? [forth, `${object} ${type} ${subject}`] : [forth];
}

function toAnnotated(row: Row, mapping: SourceMapping): AnnotatedDocument {
  const offsets = codePointOffsets(row.text);
  const mentions = row.mentions.map(({ start, end, type, kind, entity }) => ({
    start: offsets[start] ?? 0,
    end: offsets[end] ?? 0,
    type: mapping.entities[type] ?? 'Other',
    allowed: VAGUE[`${row.source} ${type}`] ?? [mapping.entities[type] ?? 'Other'],
    kind,
    entity,
  }));
  const relations = new Set<string>();
  const open = new Set<string>();
  for (const relation of row.relations ?? []) {
    const pair = `${row.entities?.[relation.subject]?.type}>${row.entities?.[relation.object]?.type}`;
    const target = mapping.relations?.[relation.type];
    const type = target?.by_types?.[pair] ?? target?.type ?? NONE;
    if (type === NONE) continue;
    const ends = [relation.subject, relation.object];
    const [subject, object] = target?.inverse ? ends.reverse() : ends;
    for (const triple of triplesOf(subject, type, object)) relations.add(triple);
    // Says as much about ownership, in neither direction certain.
    if (relation.type === 'SUBSIDIARY_OF')
      open.add(`${subject} OWNED_BY ${object}`).add(`${object} OWNED_BY ${subject}`);
  }
  return {
    document: makeDocument(row.id, row.text),
    mentions,
    relations,
    exhaustive: exhaustiveTypes(row, mapping),
    open,
  };
}

/** As scripts/train/pair_documents.py has it. */
function exhaustiveTypes(row: Row, { relations = {} }: SourceMapping): Set<string> {
  const labels = row.exhaustive ?? Object.keys(relations);
  const types = new Set(
    labels.flatMap((label) => [relations[label]?.type ?? NONE, ...Object.values(relations[label]?.by_types ?? {})]),
  );
  types.delete(NONE);
  // That property stands for WORKS_FOR; membership is known only where parties are annotated too.
  if (row.exhaustive?.includes('EMPLOYEE_OR_MEMBER_OF') && !row.exhaustive.includes('POLITICAL_AFFILIATION'))
    types.delete('MEMBER_OF');
  return types;
}
