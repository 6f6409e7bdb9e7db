// Names across documents on MEANTIME, from raw text: which of them are found, and how well they are merged.
import { readFileSync } from 'node:fs';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Graph } from '../../../src/model/graph.ts';
import type { Ontology } from '../../../src/model/ontology.ts';
import { sliceSpan } from '../../../src/model/span.ts';
import { resolve } from '../../../src/resolve/index.ts';
import { scoreWithInterval } from '../bootstrap.ts';
import { type ChainedDocument, mentionFor, readChained } from '../chained.ts';
import { type Clustered, scoreClusters } from '../cluster-scores.ts';
import { accuracyCounts, type Measure } from '../measure.ts';

const FILE = 'meantime-dev';

export const meantimeMeasure: Measure = {
  name: 'meantime',
  async run({ corpora, extract }) {
    if (corpora === null) return { reason: 'needs annotated corpora: --corpora DIR' };
    const documents = readChained(corpora, FILE);
    if (documents === null) return { reason: `${FILE}.jsonl.gz is not in the folder of --corpora` };
    const extractions: Extraction[] = [];
    for (const { document } of documents) extractions.push(await extract(document));
    const ontology = JSON.parse(
      readFileSync(new URL('../../../data/ontology.json', import.meta.url), 'utf8'),
    ) as Ontology;
    const placed = placeNames(documents, extractions, resolve(extractions, [], ontology));
    const { b3Precision, b3Recall, b3, pairwise } = scoreClusters(placed, documents.length);
    const found = documents.map((_, document) => {
      const own = placed.filter((mention) => mention.document === document);
      return accuracyCounts(own.filter(({ isFound }) => isFound).length, own.length);
    });
    const items = `${placed.length} names`;
    return [
      { name: `names found ${FILE}`, items, ...scoreWithInterval(found) },
      { name: `merge B3 precision ${FILE}`, items, ...b3Precision },
      { name: `merge B3 recall ${FILE}`, items, ...b3Recall },
      { name: `merge B3 F1 ${FILE}`, items, ...b3 },
      { name: `merge pairwise F1 ${FILE}`, items, ...pairwise },
    ];
  },
};

/** The names of the gold with the entities in which the graph put them; extractions in the order of the documents. */
export function placeNames(
  documents: readonly ChainedDocument[],
  extractions: readonly Extraction[],
  graph: Graph,
): readonly (Clustered & { readonly isFound: boolean; readonly surface: string })[] {
  const entities = new Map(graph.mentions.map(({ mention, entity }) => [mention.id, entity]));
  return documents.flatMap((gold, document) =>
    gold.names.map((name, place) => {
      const extraction = extractions[document];
      const mention = extraction ? mentionFor(name, extraction) : null;
      const entity = mention === null ? null : (entities.get(mention.id) ?? null);
      const cluster = entity ?? `alone ${document} ${place}`;
      return {
        document,
        key: name.chain,
        cluster,
        isFound: entity !== null,
        surface: sliceSpan(gold.document.text, name),
      };
    }),
  );
}
