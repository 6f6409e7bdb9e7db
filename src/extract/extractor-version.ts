// Names the extractor by all that its results depend on, so that a graph never keeps what an older one made.
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Step } from './step.ts';

const DATA = new URL('../../data/', import.meta.url);
/**
 * The rooms whose code makes an extraction, as .ts here and as .js in the built program; that of the readers among them, since
 * what was read from the same bytes is not read again.
 */
const CODE = ['../read/', '../extract/', '../onnx/', '../model/'].map((room) => new URL(room, import.meta.url));

type ReadFile = (file: URL) => Uint8Array;

/**
 * Names of the steps, and 8 hex digits that change with their code, the ontology, any lexicon and any weights. The built
 * program and its source have different ones: each reads anew what the other extracted.
 */
export function makeExtractorVersion(steps: readonly Step[], read: ReadFile = readFileSync): string {
  const hash = createHash('sha256').update(read(new URL('ontology.json', DATA)));
  for (const folder of ['lexicon/', 'models/']) hashFiles(hash, read, new URL(folder, DATA), /(?<!\.md)$/);
  for (const room of CODE) hashFiles(hash, read, room, /(?<!\.d)\.(?:ts|js)$/);
  return `${steps.map(({ name }) => name).join('+')}+${hash.digest('hex').slice(0, 8)}`;
}

function hashFiles(hash: Hash, read: ReadFile, folder: URL, wanted: RegExp): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => wanted.test(file) && extname(file) !== '')
    .map((file) => file.replaceAll('\\', '/'));
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(read(new URL(file, folder)));
}
