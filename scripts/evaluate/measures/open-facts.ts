// Open facts from raw sentences through our own trees: against CaRB and WiRe57, each by the rules of its own scorer.
import type { Extraction } from '../../../src/model/extraction.ts';
import { sliceSpan } from '../../../src/model/span.ts';
import { resample } from '../bootstrap.ts';
import { makeDocument, readRows } from '../corpora.ts';
import { type CarbSentence, type SentenceScore, scoreCarb, sumUp } from '../facts/carb.ts';
import { toWordTuples } from '../facts/tuples.ts';
import { readGoldSlot, scoreWireSentence, splitWords, type WireFact, type WireGold } from '../facts/wire57.ts';
import type { Figure, Measure } from '../measure.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly source_text: string;
  readonly tuples: readonly { readonly rel: string; readonly args: readonly string[] }[];
}

const NO_CORPORA = { reason: 'needs annotated corpora: --corpora DIR' };

export const carbMeasure: Measure = {
  name: 'carb',
  async run({ corpora, extract }) {
    const rows = corpora === null ? null : readRows<Row>(corpora, 'carb-dev');
    if (rows === null) return NO_CORPORA;
    const sentences: CarbSentence[] = [];
    for (const row of rows) {
      const extraction = await extract(makeDocument(row.id, row.text));
      const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
      sentences.push({
        gold: row.tuples.map(({ rel, args }) => ({ predicate: words(rel), args: args.map(words), confidence: 1 })),
        found: toWordTuples(extraction, row.source_text),
      });
    }
    const result = scoreCarb(sentences);
    const auc = resample(sentences, (sample) => 100 * scoreCarb(sample).auc, AUC_ROUNDS);
    const items = `${rows.reduce((sum, row) => sum + row.tuples.length, 0)} tuples`;
    return [...figures('carb-dev', items, result.sentences), { name: 'open facts AUC carb-dev', items, ...auc }];
  },
};

/** Fewer rounds than elsewhere: each one scores all thresholds anew. */
const AUC_ROUNDS = 100;

export const wire57Measure: Measure = {
  name: 'wire57',
  async run({ corpora, extract }) {
    const rows = corpora === null ? null : readRows<Row>(corpora, 'wire57-dev');
    if (rows === null) return NO_CORPORA;
    const scores: SentenceScore[] = [];
    for (const row of rows) {
      const extraction = await extract(makeDocument(row.id, row.text));
      scores.push(scoreWireSentence(row.tuples.map(toWireGold), toWireFacts(extraction)));
    }
    const items = `${rows.reduce((sum, row) => sum + row.tuples.length, 0)} tuples`;
    return figures('wire57-dev', items, scores);
  },
};

/** Precision, recall and F1 in per cent, resampled by sentences. */
function figures(corpus: string, items: string, scores: readonly SentenceScore[]): Figure[] {
  return (['precision', 'recall', 'f1'] as const).map((key) => ({
    name: `open facts ${key === 'f1' ? 'F1' : key} ${corpus}`,
    items,
    ...resample(scores, (sample) => 100 * sumUp(sample)[key]),
  }));
}

function toWireGold({ rel, args }: Row['tuples'][number]): WireGold {
  const [subject = [], object = [], ...more] = args.map(readGoldSlot);
  return { slots: [subject, readGoldSlot(rel), object], more };
}

function toWireFacts(extraction: Extraction): WireFact[] {
  const { text } = extraction.document;
  return extraction.facts.map((fact) => ({
    slots: [
      splitWords(sliceSpan(text, fact.subject)),
      splitWords(fact.predicate),
      fact.object ? splitWords(sliceSpan(text, fact.object)) : [],
    ],
    more: fact.more.map((span) => splitWords(sliceSpan(text, span))),
  }));
}
