// Tokens → sentences: a line break always ends one; inside a line a linear classifier decides gap by gap.
import { readFileSync } from 'node:fs';
import type { Span } from '../../model/span.ts';
import { boundaryFeatures, isCandidate, type TokenReader } from './boundary-features.ts';

/** First and last token (inclusive) of a sentence. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** Feature → weight of a logistic regression; a feature that is not listed weighs nothing. */
export type BoundaryWeights = ReadonlyMap<string, number>;

/** A stretch without any sentence end is cut here (tokens), so that later steps stay bounded. */
export const LONGEST_SENTENCE = 4_000;

const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/;

/** Trained by scripts/train/sentences.ts. */
export const BOUNDARY_WEIGHTS: BoundaryWeights = new Map(
  Object.entries(
    (
      JSON.parse(readFileSync(new URL('../../../data/models/sentence-boundaries.json', import.meta.url), 'utf8')) as {
        readonly weights: Readonly<Record<string, number>>;
      }
    ).weights,
  ),
);

/** Ranges in order that part the tokens: each token lies in exactly one. Linear time. */
export function splitSentences(
  text: string,
  tokens: readonly Span[],
  weights: BoundaryWeights = BOUNDARY_WEIGHTS,
): TokenRange[] {
  const reader = { text, tokens };
  const ranges: TokenRange[] = [];
  for (const line of lineRanges(reader)) {
    let first = line.first;
    let openQuote = false;
    for (let index = line.first; index < line.last; index++) {
      if (text[tokens[index]?.start ?? 0] === '"') openQuote = !openQuote;
      const sinceStart = index - first + 1;
      const state = { sinceStart, openQuote, toLineEnd: line.last - index };
      if (sinceStart < LONGEST_SENTENCE && !isBoundary(reader, index, state, weights)) continue;
      ranges.push({ first, last: index });
      first = index + 1;
    }
    ranges.push({ first, last: line.last });
  }
  return ranges;
}

/** Stretches of tokens between line breaks. */
export function* lineRanges({ text, tokens }: TokenReader): Iterable<TokenRange> {
  let first = 0;
  for (let index = 0; index < tokens.length; index++) {
    const next = tokens[index + 1];
    if (next !== undefined && !LINE_BREAK.test(text.slice(tokens[index]?.end ?? 0, next.start))) continue;
    yield { first, last: index };
    first = index + 1;
  }
}

function isBoundary(
  reader: TokenReader,
  index: number,
  state: Parameters<typeof boundaryFeatures>[2],
  weights: BoundaryWeights,
): boolean {
  if (!isCandidate(reader, index)) return false;
  let score = 0;
  for (const feature of boundaryFeatures(reader, index, state)) score += weights.get(feature) ?? 0;
  return score > 0;
}
