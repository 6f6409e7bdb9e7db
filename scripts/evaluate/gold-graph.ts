// The graph of data/articles beside its gold, made once a run, for the measures across documents.
import { readFileSync } from 'node:fs';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Graph } from '../../src/model/graph.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { resolve } from '../../src/resolve/index.ts';
import type { Counts } from './bootstrap.ts';
import { type GoldCorpus, readGold } from './gold.ts';
import type { MeasureContext, NotRun } from './measure.ts';

export interface GoldGraph {
  readonly corpus: GoldCorpus;
  /** In the order of corpus.documents. */
  readonly extractions: readonly Extraction[];
  readonly graph: Graph;
}

const done = new WeakMap<MeasureContext, Promise<GoldGraph>>();

/** What resolution makes of the articles without any decision of a person. */
export function makeGoldGraph(context: MeasureContext): Promise<GoldGraph | NotRun> {
  if (context.gold === null) return Promise.resolve({ reason: 'data/gold is missing' });
  const made = done.get(context) ?? build(context, context.gold);
  done.set(context, made);
  return made;
}

async function build({ extract }: MeasureContext, folder: string): Promise<GoldGraph> {
  const corpus = await readGold(folder);
  const extractions: Extraction[] = [];
  for (const { document } of corpus.documents) extractions.push(await extract(document));
  const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8')) as Ontology;
  return { corpus, extractions, graph: resolve(extractions, [], ontology) };
}

/** Counts of answers that are not grouped by document: one for each that was wanted, one for each that was not. */
export function countAnswers(wanted: readonly boolean[], unwanted: number): readonly Counts[] {
  return [
    ...wanted.map((isFound) => ({ correct: Number(isFound), found: Number(isFound), gold: 1 })),
    ...Array.from({ length: unwanted }, () => ({ correct: 0, found: 1, gold: 0 })),
  ];
}
