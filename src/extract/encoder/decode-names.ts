// Spans of the text graph → names: calibrated, one type a surface over the document, no two that cross.
import type { Calibration, Labels, TextOutput } from '../../onnx/text-session.ts';
import type { EncodedBatch } from './encode.ts';

/** A span of tokens that the encoder takes for a name; places in Extraction.tokens, `last` inclusive. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  /** Chance that a name stands just here, 0–1, calibrated. */
  readonly score: number;
  /** Probability of each entity type, in the order of the labels. */
  readonly types: readonly number[];
}

const KINDS = 4;
const NONE = 0;
const NAME = 1;
/** A name must be the likeliest kind and likelier than no mention at all. */
const LEAST_CHANCE = 0.5;

/** Names of one batch, unsorted. */
export function decodeNames(
  batch: EncodedBatch,
  output: TextOutput,
  labels: Labels,
  calibration: Calibration,
): NameSpan[] {
  const types = labels.entityTypes.length;
  const names: NameSpan[] = [];
  for (let index = 0; index * 3 < output.mentions.length; index += 1) {
    const kinds = output.mentionKinds.subarray(index * KINDS, (index + 1) * KINDS);
    const chance = 1 - (kinds[NONE] ?? 1);
    if (chance < LEAST_CHANCE || Math.max(...kinds.subarray(1)) !== kinds[NAME]) continue;
    const stretch = batch.stretches[output.mentions[index * 3] ?? -1];
    if (stretch === undefined) continue;
    names.push({
      first: stretch.firstToken + (output.mentions[index * 3 + 1] ?? 0),
      last: stretch.firstToken + (output.mentions[index * 3 + 2] ?? 0),
      score: calibrate(chance, calibration),
      types: [...output.mentionTypes.subarray(index * types, (index + 1) * types)],
    });
  }
  return dropCrossing(names);
}

function calibrate(chance: number, { scale, offset }: Calibration): number {
  const bounded = Math.min(Math.max(chance, 1e-6), 1 - 1e-6);
  return 1 / (1 + Math.exp(-(scale * Math.log(bounded / (1 - bounded)) + offset)));
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
