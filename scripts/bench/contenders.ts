// What is measured: this pipeline, and what a user would install instead. Each is loaded on first use only.
import { readFileSync } from 'node:fs';
import type { Ontology } from '../../src/model/ontology.ts';

/** Reads one text and says how many names it found. */
export type ReadOne = (text: string) => Promise<number>;

export interface Contender {
  readonly name: string;
  /** What it does with a text, for the table. */
  readonly does: string;
  /** The package that must be there; null for our own. */
  readonly package: string | null;
  load(): Promise<ReadOne>;
}

export const CONTENDERS: readonly Contender[] = [
  {
    name: 'stemma',
    does: 'names, trees, coreference, relations, facts, quotations',
    package: null,
    async load() {
      const { extractDocument } = await import('../../src/extract/index.ts');
      const { makeDocument } = await import('../evaluate/corpora.ts');
      const file = new URL('../../data/ontology.json', import.meta.url);
      const ontology = JSON.parse(readFileSync(file, 'utf8')) as Ontology;
      return async (text) => {
        const { mentions } = await extractDocument(makeDocument('text', text), { ontology });
        return mentions.filter(({ kind }) => kind === 'name').length;
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
      return async (text) => nlp.readDoc(text).entities().length();
    },
  },
  {
    name: 'compromise',
    does: 'names',
    package: 'compromise',
    async load() {
      const name = 'compromise'; // not among our dependencies: measured where the user has it
      const { default: compromise } = (await import(name)) as {
        default: (text: string) => { topics(): { length: number } };
      };
      return async (text) => compromise(text).topics().length;
    },
  },
];
