// Sentences: exact spans against the treebank, from raw text.
import { exactCounts } from '../measure.ts';
import { makeTreebankMeasure } from './treebank-measure.ts';

export const sentencesMeasure = makeTreebankMeasure('sentences', 'sentence F1', 'sentences', (extraction, gold) =>
  exactCounts(extraction.sentences, gold.sentences),
);
