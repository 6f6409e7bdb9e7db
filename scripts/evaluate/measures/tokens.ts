// Words: exact spans against the treebank, from raw text.
import { exactCounts } from '../measure.ts';
import { makeTreebankMeasure } from './treebank-measure.ts';

export const tokensMeasure = makeTreebankMeasure('tokens', 'token F1', 'words', (extraction, gold) =>
  exactCounts(extraction.tokens, gold.tokens),
);
