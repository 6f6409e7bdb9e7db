// Look-ups in one extraction that several corners need: sentence of a place, mentions inside a mention.
import type { Extraction, Mention } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import { compareSpans, containsSpan } from '../model/span.ts';

/** Place of the last sentence that starts at or before a position; 0 where there is none. */
export function sentenceAt({ sentences }: Extraction, position: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sentences[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Mentions that stand for a place and lie inside a longer mention, by the longer one's id, in reading order. */
export function nestedPlaces({ mentions }: Extraction): ReadonlyMap<MentionId, readonly Mention[]> {
  const nested = new Map<MentionId, Mention[]>();
  for (const [inner, outer] of nestedPairs(mentions)) {
    if (inner.referent?.type !== 'Place' || inner.kind === 'pronoun') continue;
    nested.set(outer.id, [...(nested.get(outer.id) ?? []), inner]);
  }
  return nested;
}

/** Every mention with each longer one that contains it. */
export function* nestedPairs(mentions: readonly Mention[]): Iterable<readonly [inner: Mention, outer: Mention]> {
  const open: Mention[] = [];
  for (const mention of [...mentions].sort(compareSpans)) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= mention.start) open.pop();
    for (const outer of open) {
      if (containsSpan(outer, mention) && outer.end - outer.start > mention.end - mention.start) yield [mention, outer];
    }
    open.push(mention);
  }
}
