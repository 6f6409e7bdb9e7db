// Reads data/annotations: labels by hand that point into the texts of the corpora and of data/articles, without their words.
import { readFileSync } from 'node:fs';
import type { Document } from '../../src/model/document.ts';
import type { Span } from '../../src/model/span.ts';
import { makeDocument, readRows } from './corpora.ts';
import { readGold } from './gold.ts';

const ANNOTATIONS = new URL('../../data/annotations/', import.meta.url);

/** A label in a text. Offsets are UTF-16 units of the document's text. */
export interface Annotation extends Span {
  /** Name of a corpus file, or `articles` for data/articles. */
  readonly corpus: string;
  /** Id in the corpus; for `articles` the source, as `stemma build data/articles` names it. */
  readonly document: string;
  /** `unseen`: kept from whoever wrote the rules, by a hash of the document's id. */
  readonly part: 'seen' | 'unseen';
}

/** The rows under one key of a file of data/annotations. */
export function readAnnotations<Row extends Annotation>(path: string, key: string): readonly Row[] {
  return (
    (JSON.parse(readFileSync(new URL(path, ANNOTATIONS), 'utf8')) as Readonly<Record<string, readonly Row[]>>)[key] ??
    []
  );
}

/** Rows by document, each with its text; rows of corpora that are not there are left out. */
export async function groupByDocument<Row extends Annotation>(
  rows: readonly Row[],
  corpora: string | null,
  gold: string | null,
): Promise<readonly { readonly document: Document; readonly rows: readonly Row[] }[]> {
  const names = [...new Set(rows.map(({ corpus }) => corpus))];
  const documents = new Map<string, Document>();
  for (const name of names) {
    if (name === 'articles') {
      if (gold === null) continue;
      for (const { document } of (await readGold(gold)).documents)
        documents.set(`${name} ${document.source}`, document);
    } else if (corpora !== null) {
      for (const { id, text } of readRows<{ id: string; text: string }>(corpora, name) ?? [])
        documents.set(`${name} ${id}`, makeDocument(id, text));
    }
  }
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.corpus} ${row.document}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].flatMap(([key, group]) => {
    const document = documents.get(key);
    return document ? [{ document, rows: group }] : [];
  });
}
