// Parts of speech and lemmas: right answers among the gold words whose span was found.
import type { Extraction, Token } from '../../../src/model/extraction.ts';
import type { Counts } from '../bootstrap.ts';
import type { TreebankDocument } from '../corpora.ts';
import { accuracyCounts } from '../measure.ts';
import { makeTreebankMeasure } from './treebank-measure.ts';

export const uposMeasure = makeTreebankMeasure('upos', 'UPOS accuracy', 'matched words', (extraction, gold) =>
  countRight(extraction, gold, (token, index) => token.upos === gold.upos[index]),
);

export const lemmasMeasure = makeTreebankMeasure('lemmas', 'lemma accuracy', 'matched words', (extraction, gold) =>
  countRight(extraction, gold, (token, index) => token.lemma === gold.lemma[index]),
);

function countRight(
  extraction: Extraction,
  gold: TreebankDocument,
  isRight: (token: Token, index: number) => boolean,
): Counts {
  const bySpan = new Map(extraction.tokens.map((token) => [`${token.start}:${token.end}`, token]));
  let correct = 0;
  let total = 0;
  for (const [index, { start, end }] of gold.tokens.entries()) {
    const token = bySpan.get(`${start}:${end}`);
    if (token === undefined) continue;
    total++;
    if (isRight(token, index)) correct++;
  }
  return accuracyCounts(correct, total);
}
