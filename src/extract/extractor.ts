// Extracts a list of documents in order: one at a time in this thread where they are few, else on all cores.
import { totalmem } from 'node:os';
import { countWords, type Document } from '../model/document.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Ontology } from '../model/ontology.ts';
import { threadCount } from '../onnx/threads.ts';
import { extractDocument } from './extract-document.ts';
import { ExtractionPool } from './extraction-pool.ts';

/** Extractions of a list of documents, in its order. Close it. */
export interface Extractor {
  /** The next one's. @throws what extractDocument throws of it; the list goes on behind it */
  next(): Promise<Extraction>;
  close(): Promise<void>;
}

/** Fewer words are done before the threads have loaded their weights. */
const WORTH_THREADS = 15_000;
/** Memory of the machine that there must be for each thread, bytes: one takes a third of it, and others want some too. */
const MEMORY = 2 ** 30;
/** Documents that wait for each thread: it should find the next one ready. */
const AHEAD = 2;

/** `threads`: how many may extract; on one the process itself does. The results are the same, to the byte. */
export function openExtractor(
  documents: readonly Document[],
  ontology: Ontology,
  threads: number = threadCount(),
): Extractor {
  const words = documents.reduce((sum, { text }) => sum + countWords(text), 0);
  const size = Math.min(threads, Math.floor(words / WORTH_THREADS) + 1, Math.floor(totalmem() / MEMORY));
  return size > 1 ? onThreads(documents, ontology, size) : inTurn(documents, ontology);
}

function inTurn(documents: readonly Document[], ontology: Ontology): Extractor {
  let place = 0;
  return {
    async next() {
      const document = documents[place];
      place += 1;
      if (document === undefined) throw new RangeError('The list of documents has ended.');
      return extractDocument(document, { ontology });
    },
    close: async () => undefined,
  };
}

function onThreads(documents: readonly Document[], ontology: Ontology, size: number): Extractor {
  const pool = new ExtractionPool(size, ontology);
  const begun: Promise<Extraction>[] = [];
  let place = 0;
  return {
    async next() {
      for (; begun.length < size * AHEAD && place < documents.length; place += 1) {
        const extraction = pool.extract(documents[place] as Document);
        extraction.catch(() => undefined); // a failure is told when its turn comes
        begun.push(extraction);
      }
      const next = begun.shift();
      if (next === undefined) throw new RangeError('The list of documents has ended.');
      return next;
    },
    close: () => pool.close(),
  };
}
