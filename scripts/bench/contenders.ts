// What is measured: this pipeline, and what a user would install instead. Each is loaded on first use only.
import { readFileSync } from 'node:fs';
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

export const CONTENDERS: readonly Contender[] = [
  {
    name: 'stemma',
    does: 'names, trees, coreference, relations, facts, quotations',
    package: null,
    async load(threads) {
      const { openExtractor } = await import('../../src/extract/index.ts');
      const { makeDocument } = await import('../evaluate/corpora.ts');
      const file = new URL('../../data/ontology.json', import.meta.url);
      const ontology = JSON.parse(readFileSync(file, 'utf8')) as Ontology;
      return async (texts) => {
        const documents = texts.map((text) => makeDocument('text', text));
        const extractor = openExtractor(documents, ontology, threads);
        let names = 0;
        for (const _ of documents)
          names += (await extractor.next()).mentions.filter(({ kind }) => kind === 'name').length;
        await extractor.close();
        return names;
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
