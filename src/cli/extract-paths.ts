// Reads the documents below paths and hands each one's extraction on, in order; shared by parse, facts and extract.

import { extractDocument } from '../extract/index.ts';
import type { Extraction } from '../model/extraction.ts';
import { listFiles, readListed } from '../read/index.ts';
import { loadOntology } from '../store/index.ts';
import type { Terminal } from './command.ts';

/**
 * Calls `take` for every document. Returns the exit code: 3 where a document could not be read, else 0.
 * @throws KnownError path-missing, nothing-to-read
 */
export async function extractPaths(
  paths: readonly string[],
  terminal: Terminal,
  take: (extraction: Extraction) => Promise<void>,
): Promise<number> {
  const ontology = loadOntology();
  let failed = 0;
  for (const entry of await listFiles(paths)) {
    if (terminal.signal.aborted) break;
    const { documents, failures } = await readListed(entry);
    for (const failure of failures) {
      failed += 1;
      terminal.say(`${failure.message}. ${failure.hint}`);
    }
    for (const document of documents) await take(await extractDocument(document, { ontology }));
  }
  return failed > 0 ? 3 : 0;
}
