// Reads the documents below paths and hands each one's extraction on, in order; shared by parse, facts and extract.

import { KnownError } from '../errors.ts';
import { openExtractor } from '../extract/index.ts';
import type { Extraction } from '../model/extraction.ts';
import type { ReadResult } from '../model/reader.ts';
import { listFiles, readBytes, readListed } from '../read/index.ts';
import { chooseOntology } from '../store/index.ts';
import type { CommandOption, Options, Terminal } from './command.ts';

export const ONTOLOGY_OPTION: CommandOption = {
  flags: '--ontology <file>',
  summary: 'relations of your own, one a line (docs/ontology.md); `default` for the built-in ones',
};

/** Of facts and extract, whose lines are JSON in any case. */
export const JSON_LINES_OPTION: CommandOption = {
  flags: '--json',
  summary: 'as without it, lines of JSON; errors too are told as JSON',
};

/**
 * Calls `take` for every document; the path `-` is what stands on stdin. Returns the exit code: 3 where a document could
 * not be read, else 0.
 * @throws KnownError path-missing, nothing-to-read, bad-ontology, interrupted
 */
export async function extractPaths(
  paths: readonly string[],
  options: Options,
  terminal: Terminal,
  take: (extraction: Extraction) => Promise<void>,
): Promise<number> {
  const { used: ontology } = chooseOntology(null, typeof options.ontology === 'string' ? options.ontology : undefined);
  let failed = 0;
  for await (const { documents, failures } of readPaths(paths)) {
    for (const failure of failures) {
      failed += 1;
      terminal.say(`${failure.message}. ${failure.hint}`);
    }
    const extractor = openExtractor(documents, ontology);
    try {
      for (const _ of documents) {
        if (terminal.signal.aborted) throw interrupted();
        await take(await extractor.next());
      }
    } finally {
      await extractor.close();
    }
  }
  return failed > 0 ? 3 : 0;
}

async function* readPaths(paths: readonly string[]): AsyncIterable<ReadResult> {
  if (paths.includes('-')) yield await readBytes({ source: 'stdin', bytes: await readStdin() });
  const files = paths.filter((path) => path !== '-');
  if (files.length === 0) return;
  for (const entry of await listFiles(files)) yield await readListed(entry);
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function interrupted(): KnownError {
  return new KnownError('interrupted', 'stemma: stopped before all documents were done', 'Run it again for the rest.');
}
