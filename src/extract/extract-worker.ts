// A thread of the extraction pool: documents in, extractions out, one at a time.
import { parentPort, workerData } from 'node:worker_threads';
import { packError } from '../errors.ts';
import type { Document } from '../model/document.ts';
import type { Ontology } from '../model/ontology.ts';
import { extractDocument } from './extract-document.ts';
import type { Answer } from './extraction-pool.ts';

const { ontology } = workerData as { readonly ontology: Ontology };

parentPort?.on('message', async (document: Document) => {
  parentPort?.postMessage(await answer(document));
});

async function answer(document: Document): Promise<Answer> {
  try {
    return { extraction: await extractDocument(document, { ontology }) };
  } catch (error) {
    return packError(error);
  }
}
