// The readers, one a format, and the ways in: a list of files, one file, one piece of bytes.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type DocumentId, makeId } from '../model/id.ts';
import type { RawFile, Reader, ReadResult } from '../model/reader.ts';
import { isArchive, readArchive } from './archive.ts';
import { csvReader } from './csv.ts';
import { docxReader } from './docx.ts';
import { htmlReader } from './html.ts';
import type { FileEntry } from './list-files.ts';
import { mailReader } from './mail.ts';
import { oneFailure } from './make-document.ts';
import { markdownReader } from './markdown.ts';
import { pdfReader } from './pdf.ts';
import { jsonLinesReader, jsonReader } from './records.ts';
import { textReader } from './text.ts';

export { type FileEntry, listFiles, refuseEmpty } from './list-files.ts';

export const READERS: readonly Reader[] = [
  textReader,
  markdownReader,
  htmlReader,
  mailReader,
  jsonReader,
  jsonLinesReader,
  csvReader,
  pdfReader,
  docxReader,
];

/** Larger files are refused: a text of this size is no article, and a JavaScript string ends at 512 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** The documents of one listed file. Never throws for what the file holds. */
export async function readListed(entry: FileEntry): Promise<ReadResult> {
  if (entry.sizeBytes > MAX_BYTES)
    return oneFailure(entry.source, `read: ${entry.source} is larger than 256 MB`, 'Split it into smaller files.');
  if (entry.isLink === true)
    return oneFailure(
      entry.source,
      `read: expected a file at ${entry.source}, found a link`,
      'Name what it points to beside the folder, or put a copy there.',
    );
  let bytes: Uint8Array;
  try {
    bytes = await readFile(entry.path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return oneFailure(entry.source, `read: ${entry.source} cannot be opened (${reason})`, 'Check who may read it.');
  }
  return readBytes({ source: entry.source, bytes });
}

/** True where the file holds the bytes that were read as this one document: reading them again would give the same. */
export function holdsDocument({ path, sizeBytes, isLink }: FileEntry, id: DocumentId): boolean {
  if (sizeBytes > MAX_BYTES || isLink === true) return false;
  try {
    // Without a promise: handing a small file from thread to thread takes ten times as long as reading and hashing it.
    return makeId('document', readFileSync(path)) === id;
  } catch {
    // Whoever reads it will be told why.
    return false;
  }
}

/** The documents in these bytes, by the ending of the source, else by their beginning. */
export async function readBytes(file: RawFile): Promise<ReadResult> {
  if (isArchive(file)) return readArchive(file, readBytes);
  const extension = extname(file.source).toLowerCase();
  const reader = READERS.find((candidate) => candidate.extensions.includes(extension)) ?? sniff(file, extension);
  if (reader === null)
    return oneFailure(
      file.source,
      `read: no reader for ${extension} files (${file.source})`,
      `Stemma reads ${[...READERS.flatMap((known) => known.extensions), '.zip'].join(', ')}: save it as one of these.`,
    );
  try {
    return await reader.read(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return oneFailure(
      file.source,
      `read: ${file.source} broke the ${reader.name} reader (${reason})`,
      'Please report this file.',
    );
  }
}

/** A file without a known ending: HTML, JSON or text by how it begins; null where an ending names a format we do not read. */
function sniff(file: RawFile, extension: string): Reader | null {
  const beginning = new TextDecoder('latin1').decode(file.bytes.subarray(0, 1024)).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<body)/.test(beginning)) return htmlReader;
  if (/^[[{]\s*["{[]/.test(beginning)) return jsonReader;
  return extension === '' || extension === '.log' || extension === '.article' ? textReader : null;
}
