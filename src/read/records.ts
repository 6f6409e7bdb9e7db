// JSON: one object, an array of objects, or one object a line; each record with a text is a document of its own.
import type { Document } from '../model/document.ts';
import type { RawFile, Reader, ReadFailure, ReadResult } from '../model/reader.ts';
import { decodeBytes } from './decode.ts';
import { readHtml } from './html.ts';
import { type Layout, makeDocument, mergeFields, oneFailure } from './make-document.ts';
import { toFields, toRunningText } from './named-fields.ts';
import { notText } from './not-text.ts';
import { layOutText } from './plain-text.ts';

/** What to do where no column has the text. */
export const NO_TEXT_HINT =
  'Give each record a column "text" (or "body", "content") and, if known, title, publisher and date.';
const LOOKS_LIKE_HTML = /^\s*<(?:!doctype|html|body|div|p|article|section|h[1-6])\b/i;

export const jsonReader: Reader = {
  name: 'json',
  mediaTypes: ['application/json'],
  extensions: ['.json'],
  read(file) {
    const decoded = decodeBytes(file.bytes);
    if (decoded === null) return notText(file.source);
    const value = parse(decoded.text);
    if (value === undefined) return readLines(file, decoded.text);
    if (!Array.isArray(value)) return toResult([readRecord(file.source, file.bytes, value)]);
    return toResult(
      value.map((record, index) => readRecord(`${file.source}/${index + 1}`, encode(JSON.stringify(record)), record)),
    );
  },
};

export const jsonLinesReader: Reader = {
  name: 'jsonl',
  mediaTypes: ['application/x-ndjson', 'application/jsonl'],
  extensions: ['.jsonl', '.ndjson'],
  read(file) {
    const decoded = decodeBytes(file.bytes);
    return decoded === null ? notText(file.source) : readLines(file, decoded.text);
  },
};

/** Record n is the nth line that is not blank; a line that is no JSON is a failure that names the line, the others are read. */
function readLines(file: RawFile, text: string): ReadResult {
  const results: (Document | ReadFailure)[] = [];
  let record = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    record += 1;
    const source = `${file.source}/${record}`;
    const value = parse(line);
    results.push(
      value === undefined
        ? {
            source,
            message: `read: expected one JSON object in line ${index + 1} of ${file.source}`,
            hint: NO_TEXT_HINT,
          }
        : readRecord(source, encode(line.trim()), value),
    );
  }
  if (record === 0)
    return oneFailure(file.source, `read: expected JSON in ${file.source}, found nothing`, NO_TEXT_HINT);
  return toResult(results);
}

/** The document of one record, or why it is none. */
export function readRecord(source: string, bytes: Uint8Array, value: unknown): Document | ReadFailure {
  const running = toRunningText(value);
  if (running === null)
    return { source, message: `read: expected a column with the text in ${source}, found none`, hint: NO_TEXT_HINT };
  const fields = toFields(value);
  if (LOOKS_LIKE_HTML.test(running)) {
    const html = readHtml(running, { isPage: false });
    return makeDocument({ source, bytes }, 'application/json', mergeFields(fields, html.fields), html.layout);
  }
  const layout: Layout & { fields: typeof fields } = layOutText(running, fields.title);
  return makeDocument({ source, bytes }, 'application/json', mergeFields(fields, layout.fields), layout);
}

/** Documents and failures parted. */
export function toResult(results: readonly (Document | ReadFailure)[]): ReadResult {
  return {
    documents: results.filter((result): result is Document => 'text' in result),
    failures: results.filter((result): result is ReadFailure => 'hint' in result),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
