// Dependency trees from raw text: F1 over words whose span, head's span and (LAS) relation with its subtype are right.
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Counts } from '../bootstrap.ts';
import type { TreebankDocument } from '../corpora.ts';
import { makeTreebankMeasure } from './treebank-measure.ts';

export const uasMeasure = makeTreebankMeasure('uas', 'UAS F1', 'words', (extraction, gold) =>
  countArcs(extraction, gold, false),
);

export const lasMeasure = makeTreebankMeasure('las', 'LAS F1', 'words', (extraction, gold) =>
  countArcs(extraction, gold, true),
);

function countArcs(extraction: Extraction, gold: TreebankDocument, isLabelled: boolean): Counts {
  const key = (start: number | undefined, end: number | undefined): string => `${start}:${end}`;
  const found = new Map(
    extraction.tokens.map(({ start, end, head, deprel }) => {
      const { start: headStart, end: headEnd } = extraction.tokens[head] ?? {};
      return [key(start, end), `${key(headStart, headEnd)}${isLabelled ? deprel : ''}`];
    }),
  );
  let correct = 0;
  for (const [index, { start, end }] of gold.tokens.entries()) {
    const head = gold.tokens[gold.head[index] ?? -1];
    const wanted = `${key(head?.start, head?.end)}${isLabelled ? gold.deprel[index] : ''}`;
    if (found.get(key(start, end)) === wanted) correct++;
  }
  return { correct, found: extraction.tokens.length, gold: gold.tokens.length };
}
