// Spans of the text graph → mentions of every kind, as the pair heads were trained on them.
import type { Labels, TextOutput } from '../../onnx/text-session.ts';
import type { EncodedWindow } from './encode.ts';

/** A span of tokens that the encoder takes for a mention; places in Extraction.tokens, `last` inclusive. */
export interface MentionSpan {
  readonly first: number;
  readonly last: number;
  /** 1 - P(none), raw. */
  readonly chance: number;
  /** Probability of none, name, nominal, pronoun. */
  readonly kinds: readonly number[];
  /** Probability of each entity type, in the order of the labels. */
  readonly types: readonly number[];
}

/** The bar that training used for predicted mentions. */
const LEAST_CHANCE = 0.5;

/** Mentions of one batch, unsorted. A stretch over a seam gives only those that cross it. */
export function decodeSpans(window: EncodedWindow, output: TextOutput, labels: Labels): MentionSpan[] {
  const kinds = labels.mentionKinds.length;
  const types = labels.entityTypes.length;
  const spans: MentionSpan[] = [];
  for (let index = 0; index * 3 < output.mentions.length; index += 1) {
    const chance = 1 - (output.mentionKinds[index * kinds] ?? 1);
    const stretch = window.stretches[output.mentions[index * 3] ?? -1];
    if (chance < LEAST_CHANCE || stretch === undefined) continue;
    const first = stretch.firstToken + (output.mentions[index * 3 + 1] ?? 0);
    const last = stretch.firstToken + (output.mentions[index * 3 + 2] ?? 0);
    if (stretch.seam !== null && !(first < stretch.seam && stretch.seam <= last)) continue;
    spans.push({
      first,
      last,
      chance,
      kinds: rowOf(output.mentionKinds, index, kinds),
      types: rowOf(output.mentionTypes, index, types),
    });
  }
  return spans;
}

function rowOf(grid: Float32Array, row: number, width: number): number[] {
  const values: number[] = [];
  for (let at = row * width; at < (row + 1) * width; at += 1) values.push(grid[at] as number);
  return values;
}
