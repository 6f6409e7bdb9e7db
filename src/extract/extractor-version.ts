// Names the extractor by all that its results depend on, so that a graph never keeps what an older one made.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CODE_FILES, hashFiles, type ReadFile } from '../hash-files.ts';
import type { Step } from './step.ts';

const DATA = new URL('../../data/', import.meta.url);
/**
 * The rooms whose code makes an extraction, as .ts here and as .js in the built program; that of the readers among them, since
 * what was read from the same bytes is not read again.
 */
const CODE = ['../read/', '../extract/', '../onnx/', '../model/'].map((room) => new URL(room, import.meta.url));

/**
 * Names of the steps, and 8 hex digits that change with their code, the ontology, any lexicon and any weights. The built
 * program and its source have different ones: each reads anew what the other extracted.
 */
export function makeExtractorVersion(steps: readonly Step[], read: ReadFile = readFileSync): string {
  const hash = createHash('sha256').update(read(new URL('ontology.json', DATA)));
  for (const folder of ['lexicon/', 'models/']) hashFiles(hash, new URL(folder, DATA), /(?<!\.md)$/, read);
  for (const room of CODE) hashFiles(hash, room, CODE_FILES, read);
  return `${steps.map(({ name }) => name).join('+')}+${hash.digest('hex').slice(0, 8)}`;
}
