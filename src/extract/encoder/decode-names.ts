// Spans of the text graph → names: calibrated, one type a surface over the document, no two that cross.
import { type Calibration, calibrate } from '../../onnx/text-session.ts';
import type { MentionSpan } from './decode-spans.ts';

/** A span of tokens that the encoder takes for a name; places in Extraction.tokens, `last` inclusive. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  /** Chance that a name stands just here, 0–1, calibrated. */
  readonly score: number;
  /** Probability of each entity type, in the order of the labels. */
  readonly types: readonly number[];
}

/** Place of `name` among the kinds. */
const NAME = 1;

/** The spans that are names, the crossing ones dropped, unsorted. A name must be the likeliest kind. */
export function decodeNames(spans: readonly MentionSpan[], calibration: Calibration): NameSpan[] {
  return dropCrossing(
    spans
      .filter(({ kinds }) => Math.max(...kinds.slice(1)) === kinds[NAME])
      .map(({ first, last, chance, types }) => ({ first, last, score: calibrate(logit(chance), calibration), types })),
  );
}

/** Log-odds of a probability, kept finite. */
function logit(chance: number): number {
  const bounded = Math.min(Math.max(chance, 1e-6), 1 - 1e-6);
  return Math.log(bounded / (1 - bounded));
}

/** Of two names that overlap and do not nest, the likelier stays. */
function dropCrossing(names: readonly NameSpan[]): NameSpan[] {
  const kept: NameSpan[] = [];
  for (const name of [...names].sort((left, right) => right.score - left.score || left.first - right.first)) {
    const crosses = kept.some(
      ({ first, last }) =>
        (first < name.first && name.first <= last && last < name.last) ||
        (name.first < first && first <= name.last && name.last < last),
    );
    if (!crosses) kept.push(name);
  }
  return kept;
}
