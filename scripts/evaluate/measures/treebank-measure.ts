// The frame of every measure on the development treebanks: one figure a file, counted a document at a time.
import type { Extraction } from '../../../src/model/extraction.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import { readTreebank, type TreebankDocument } from '../corpora.ts';
import type { Figure, Measure } from '../measure.ts';

const FILES = ['ewt-dev', 'gum-dev'];

/** A measure that compares extractions from raw text with the treebanks. `unit`: what `Counts.gold` counts. */
export function makeTreebankMeasure(
  name: string,
  label: string,
  unit: string,
  count: (extraction: Extraction, gold: TreebankDocument) => Counts,
): Measure {
  return {
    name,
    async run({ corpora, extract }) {
      if (corpora === null) return { reason: 'needs annotated corpora: --corpora DIR' };
      const figures: Figure[] = [];
      for (const file of FILES) {
        const documents = readTreebank(corpora, file);
        if (documents === null) return { reason: `${file}.jsonl.gz is not in the folder of --corpora` };
        const counts: Counts[] = [];
        for (const gold of documents) counts.push(count(await extract(gold.document), gold));
        const items = counts.reduce((sum, { gold }) => sum + gold, 0);
        figures.push({ name: `${label} ${file}`, items: `${items} ${unit}`, ...scoreWithInterval(counts) });
      }
      return figures;
    },
  };
}
