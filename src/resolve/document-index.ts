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

/**
 * Mentions that stand for a place and lie inside a longer mention, by the longer one's id, in reading order. A nominal without
 * any has the one right before it: "Norlandish |troops|", "Norland's |army|"; or the name of its leader: "the Quill |cabinet|".
 */
export function nestedPlaces({ document, mentions }: Extraction): ReadonlyMap<MentionId, readonly Mention[]> {
  const nested = new Map<MentionId, Mention[]>();
  for (const [inner, outer] of nestedPairs(mentions)) {
    if (!isPlace(inner)) continue;
    nested.set(outer.id, [...(nested.get(outer.id) ?? []), inner]);
  }
  const byEnd = new Map(mentions.filter((name) => isPlace(name) || isPerson(name)).map((name) => [name.end, name]));
  if (byEnd.size === 0) return nested;
  for (const { id, kind, start, end } of mentions) {
    if (kind !== 'nominal' || nested.has(id)) continue;
    const gap = OWNING.exec(document.text.slice(Math.max(0, start - LONGEST_OWNING), start))?.[0];
    const owner = gap === undefined ? undefined : byEnd.get(start - gap.length);
    if (owner === undefined || (isPerson(owner) && !takesLeadersName(document.text.slice(start, end)))) continue;
    nested.set(id, [owner]);
  }
  return nested;
}

const isPlace = ({ referent, kind }: Mention): boolean => referent?.type === 'Place' && kind !== 'pronoun';
const isPerson = ({ type, kind }: Mention): boolean => type === 'Person' && kind === 'name';

/** True for a noun that is called by the name of whoever leads it: "the Quill |administration|". */
export function takesLeadersName(noun: string): boolean {
  return /^(?:administration|government|cabinet)$/i.test(noun);
}

/** Between the name of an owner and what it owns. */
const OWNING = /(?:['’]s?)?\s$/;
const LONGEST_OWNING = 3;

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
