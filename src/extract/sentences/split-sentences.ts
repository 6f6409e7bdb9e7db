// Tokens → sentences: a line break always ends one; inside a line a linear classifier decides gap by gap.
import { readFileSync } from 'node:fs';
import type { Span } from '../../model/span.ts';
import { boundaryFeatures } from './boundary-features.ts';
import { endsDateLabel, endsDateline } from './datelines.ts';
import {
  isCandidate,
  isInTitle,
  makeReader,
  opensQuotation,
  type TokenRange,
  type WordClasses,
  walkGaps,
} from './gaps.ts';

/** A logistic regression over features of gaps. */
export interface BoundaryModel {
  readonly classes: WordClasses;
  /** Hundredths of log-odds; a feature that is not listed weighs nothing. */
  readonly weights: ReadonlyMap<string, number>;
}

/** A stretch without any sentence end is cut here (tokens), so that later steps stay bounded. */
export const LONGEST_SENTENCE = 4_000;

/** Trained by scripts/train/sentences.ts. */
const BOUNDARY_MODEL = readModel(new URL('../../../data/models/sentence-boundaries.json', import.meta.url));

/** Ranges in order that part the tokens: each token lies in exactly one. Linear time. */
export function splitSentences(text: string, tokens: readonly Span[], model = BOUNDARY_MODEL): TokenRange[] {
  const reader = makeReader(text, tokens, model.classes);
  return walkGaps(reader, (gap) => {
    if (gap.index - gap.first + 1 >= LONGEST_SENTENCE) return true;
    if (!isCandidate(reader, gap.index)) return false;
    if (endsDateline(reader, gap) || endsDateLabel(reader, gap)) return true;
    if (opensQuotation(reader, gap)) return true;
    if (isInTitle(reader, gap)) return false;
    let score = 0;
    for (const feature of boundaryFeatures(reader, gap)) score += model.weights.get(feature) ?? 0;
    return score > 0;
  });
}

/** In the file a class lists its words in one string, and a weight its features: thousands of keys of an object are slow to parse. */
function readModel(file: URL): BoundaryModel {
  const { classes, weights } = JSON.parse(readFileSync(file, 'utf8')) as Record<'classes' | 'weights', Lists>;
  return { classes: valueByName(classes, ' ', String), weights: valueByName(weights, '\n', Number) };
}

/** Names of one value each, in one string. */
type Lists = Readonly<Record<string, string>>;

function valueByName<Value>(lists: Lists, separator: string, toValue: (text: string) => Value): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const [text, names] of Object.entries(lists)) {
    const value = toValue(text);
    for (const name of names.split(separator)) values.set(name, value);
  }
  return values;
}
