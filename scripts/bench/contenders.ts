// What is measured: this pipeline, and what a user would install instead. Each is loaded on first use only.
import { readFileSync } from 'node:fs';
import type { Document } from '../../src/model/document.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Ontology } from '../../src/model/ontology.ts';

/** Reads texts and says how many names it found. */
export type ReadTexts = (texts: readonly string[]) => Promise<number>;

export interface Contender {
  readonly name: string;
  /** What it does with a text, for the table. */
  readonly does: string;
  /** The package that must be there; null for our own. */
  readonly package: string | null;
  load(threads: number): Promise<ReadTexts>;
}

/** For those that know one thread and one text. */
function oneByOne(read: (text: string) => number): ReadTexts {
  return async (texts) => texts.reduce((sum, text) => sum + read(text), 0);
}

/**
 * Our own, as built: run from source, every function would pay for its name and every thread for a compiler. Threads are
 * started once, as in a build of a large folder.
 */
async function openExtraction(threads: number): Promise<(document: Document) => Promise<Extraction>> {
  const built = (file: string): string => new URL(`../../dist/extract/${file}`, import.meta.url).href;
  const file = new URL('../../data/ontology.json', import.meta.url);
  const ontology = JSON.parse(readFileSync(file, 'utf8')) as Ontology;
  if (threads > 1) {
    const { ExtractionPool }: typeof import('../../src/extract/extraction-pool.ts') = await import(
      built('extraction-pool.js')
    );
    const pool = new ExtractionPool(threads, ontology);
    return (document) => pool.extract(document);
  }
  const { extractDocument }: typeof import('../../src/extract/extract-document.ts') = await import(
    built('extract-document.js')
  );
  let last: Promise<unknown> = Promise.resolve();
  return (document) => {
    const extraction = last.then(() => extractDocument(document, { ontology }));
    last = extraction;
    return extraction;
  };
}

export const CONTENDERS: readonly Contender[] = [
  {
    name: 'stemma',
    does: 'names, trees, coreference, relations, facts, quotations',
    package: null,
    async load(threads) {
      const extract = await openExtraction(threads);
      const { makeDocument } = await import('../evaluate/corpora.ts');
      return async (texts) => {
        const read = texts.map(async (text) => {
          const { mentions } = await extract(makeDocument('text', text));
          return mentions.filter(({ kind }) => kind === 'name').length;
        });
        return (await Promise.all(read)).reduce((sum, names) => sum + names, 0);
      };
    },
  },
  {
    name: 'wink-nlp',
    does: 'names and values',
    package: 'wink-nlp',
    async load() {
      const { default: winkNlp } = await import('wink-nlp');
      const { default: model } = await import('wink-eng-lite-web-model');
      const nlp = winkNlp(model, ['sbd', 'ner', 'pos']);
      return oneByOne((text) => nlp.readDoc(text).entities().length());
    },
  },
  {
    name: 'compromise',
    does: 'names',
    package: 'compromise',
    async load() {
      const name = 'compromise'; // its types are not needed for one call
      const { default: compromise } = (await import(name)) as {
        default: (text: string) => { topics(): { length: number } };
      };
      return oneByOne((text) => compromise(text).topics().length);
    },
  },
];
