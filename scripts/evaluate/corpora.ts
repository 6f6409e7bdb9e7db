// Reads the annotated corpora that `--corpora DIR` names; their offsets count code points, ours UTF-16 units.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bareDocument, type Document } from '../../src/model/document.ts';
import { makeId } from '../../src/model/id.ts';
import type { Span } from '../../src/model/span.ts';

/** A document of a treebank with its gold layers, offsets in UTF-16 units of `document.text`. */
export interface TreebankDocument {
  readonly document: Document;
  readonly genre: string;
  readonly sentences: readonly Span[];
  readonly tokens: readonly Span[];
  readonly upos: readonly string[];
  readonly lemma: readonly string[];
  /** Index of the head in `tokens`, -1 for a root. */
  readonly head: readonly number[];
  readonly deprel: readonly string[];
}

interface Row {
  readonly id: string;
  readonly genre?: string;
  readonly text: string;
  readonly sentences: readonly (readonly [number, number])[];
  readonly tokens: readonly (readonly [number, number])[];
  readonly upos: readonly string[];
  readonly lemma: readonly string[];
  readonly head: readonly number[];
  readonly deprel: readonly string[];
}

/** The documents of `NAME.jsonl.gz` in `folder`, in the order of the file; null where there is no such file. */
export function readTreebank(folder: string, name: string): readonly TreebankDocument[] | null {
  const rows = readRows<Row>(folder, name);
  return rows?.map(toTreebankDocument) ?? null;
}

/** The parsed lines of `NAME.jsonl.gz` in `folder`; null where there is no such file. */
export function readRows<T>(folder: string, name: string): readonly T[] | null {
  const path = join(folder, `${name}.jsonl.gz`);
  if (!existsSync(path)) return null;
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

/** The parsed lines of a file of this project; an empty list where there is no such file. */
export function readJsonLines<T>(file: URL | string): readonly T[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

/** For each code point index of `text` its UTF-16 offset; one more entry for the end. */
export function codePointOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let place = 0;
  for (const character of text) {
    offsets.push(place);
    place += character.length;
  }
  offsets.push(place);
  return offsets;
}

/** A document as the readers would give it for this text. */
export function makeDocument(source: string, text: string): Document {
  return bareDocument(text, { id: makeId('document', source, text), source });
}

function toTreebankDocument(row: Row): TreebankDocument {
  const offsets = codePointOffsets(row.text);
  const toSpan = ([start, end]: readonly [number, number]): Span => ({
    start: offsets[start] ?? 0,
    end: offsets[end] ?? 0,
  });
  return {
    document: makeDocument(row.id, row.text),
    genre: row.genre ?? 'unknown',
    sentences: row.sentences.map(toSpan),
    tokens: row.tokens.map(toSpan),
    upos: row.upos,
    lemma: row.lemma,
    head: row.head,
    deprel: row.deprel,
  };
}
