// What the boundary classifier looks at in a gap between two tokens of one line.
import { contextFeatures } from './context-features.ts';
import type { Gap, WordReader } from './gaps.ts';
import { wordFeatures } from './word-features.ts';

/** Names of the features that hold in a gap. */
export function boundaryFeatures(reader: WordReader, gap: Gap): readonly string[] {
  return [...wordFeatures(reader, gap), ...contextFeatures(reader, gap)];
}
