// Open facts by exact match against data/annotations/facts: sentences of the news and weblogs of the development treebanks.
import { readFileSync } from 'node:fs';
import type { Extraction } from '../../../src/model/extraction.ts';
import { sliceSpan } from '../../../src/model/span.ts';
import { resample } from '../bootstrap.ts';
import { makeDocument, readTreebank } from '../corpora.ts';
import { type ExactFact, type ExactScore, type Form, type Piece, scoreExact } from '../facts/exact.ts';
import { splitWords } from '../facts/wire57.ts';
import type { Figure, Measure } from '../measure.ts';

/** `[start, end, optional]`, offsets in UTF-16 units of the document's text. */
type PieceRow = readonly [number, number, 0 | 1];
type FormRow = readonly [readonly PieceRow[], readonly PieceRow[], readonly PieceRow[]];

interface Row {
  readonly corpus: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly part: 'seen' | 'unseen';
  readonly facts: readonly (readonly FormRow[])[];
}

/** One annotated sentence by itself, as a document. */
export interface ExactSentence {
  readonly id: string;
  readonly text: string;
  readonly part: Row['part'];
  readonly clusters: readonly (readonly Form[])[];
}

export const exactFactsMeasure: Measure = {
  name: 'exact-facts',
  async run({ corpora, extract }) {
    const sentences = corpora === null ? null : readExactSentences(corpora);
    if (sentences === null) return { reason: 'needs annotated corpora: --corpora DIR' };
    const scores = { seen: [] as ExactScore[], unseen: [] as ExactScore[] };
    for (const { id, text, part, clusters } of sentences) {
      scores[part].push(scoreExact(clusters, toExactFacts(await extract(makeDocument(id, text)))));
    }
    return (['seen', 'unseen'] as const).flatMap((part) => figuresOf(part, scores[part]));
  },
};

/** The annotated sentences in the order of the file; null where a corpus is not there. */
export function readExactSentences(corpora: string): readonly ExactSentence[] | null {
  const texts = new Map<string, string>();
  for (const corpus of ['ewt-dev', 'gum-dev'])
    for (const { document } of readTreebank(corpora, corpus) ?? []) texts.set(document.source, document.text);
  const lines = readFileSync(new URL('../../../data/annotations/facts/news.jsonl', import.meta.url), 'utf8').split(
    '\n',
  );
  const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
  if (rows.some(({ document }) => !texts.has(document))) return null;
  return rows.map(({ document, start, end, part, facts }) => {
    const text = texts.get(document) ?? '';
    const toPieces = (pieces: readonly PieceRow[]): Piece[] =>
      pieces.map(([from, to, optional]) => ({ words: wordsOf(text.slice(from, to)), optional: optional === 1 }));
    const toForm = ([subject, predicate, object]: FormRow): Form => [
      toPieces(subject),
      toPieces(predicate),
      toPieces(object),
    ];
    return {
      id: `${document}:${start}`,
      text: text.slice(start, end),
      part,
      clusters: facts.map((forms) => forms.map(toForm)),
    };
  });
}

/** The facts of an extraction as words. */
export function toExactFacts({ facts, document: { text } }: Extraction): ExactFact[] {
  return facts.map((fact) => ({
    subject: wordsOf(sliceSpan(text, fact.subject)),
    predicate: wordsOf(fact.predicate),
    object: fact.object ? wordsOf(sliceSpan(text, fact.object)) : [],
    more: fact.more.map((span) => wordsOf(sliceSpan(text, span))),
  }));
}

function wordsOf(text: string): string[] {
  return splitWords(text)
    .map((word) => word.toLowerCase())
    .filter((word) => /[\p{L}\p{N}$%]/u.test(word));
}

function figuresOf(part: string, scores: readonly ExactScore[]): Figure[] {
  const items = `${scores.reduce((sum, { clusters }) => sum + clusters, 0)} facts`;
  const sum = (sample: readonly ExactScore[], key: keyof ExactScore): number =>
    sample.reduce((total, each) => total + each[key], 0);
  const precision = (sample: readonly ExactScore[]): number => sum(sample, 'right') / Math.max(1, sum(sample, 'found'));
  const recall = (sample: readonly ExactScore[]): number => sum(sample, 'hit') / Math.max(1, sum(sample, 'clusters'));
  const f1 = (sample: readonly ExactScore[]): number => {
    const [left, right] = [precision(sample), recall(sample)];
    return left + right === 0 ? 0 : (2 * left * right) / (left + right);
  };
  const statistics = { precision, recall, F1: f1 };
  return Object.entries(statistics).map(([name, statistic]) => ({
    name: `open facts exact ${name} ${part}`,
    items,
    ...resample(scores, (sample) => 100 * statistic(sample)),
  }));
}
