// Mentions and quotations by sentence, worked out once for each layer: keeps the rules linear in the length of the document.
import type { Extraction, Mention, Quotation, Sentence } from '../model/extraction.ts';
import { containsSpan, type Span } from '../model/span.ts';

const mentionIndex = new WeakMap<readonly Mention[], ReadonlyMap<number, readonly Mention[]>>();
const quotationIndex = new WeakMap<readonly Quotation[], ReadonlyMap<number, readonly Quotation[]>>();

/** Mentions whose head stands in the sentence at that place of Extraction.sentences, in the layer's order. */
export function mentionsOf(extraction: Extraction, sentence: number): readonly Mention[] {
  let index = mentionIndex.get(extraction.mentions);
  if (!index) {
    index = groupBy(extraction.mentions, (mention) => [extraction.tokens[mention.head]?.sentence ?? -1]);
    mentionIndex.set(extraction.mentions, index);
  }
  return index.get(sentence) ?? [];
}

/** Mentions of the sentence that holds the token. */
export function mentionsAround(extraction: Extraction, token: number): readonly Mention[] {
  return mentionsOf(extraction, extraction.tokens[token]?.sentence ?? -1);
}

/** Quotations that share at least one unit with the sentence of the token, in the layer's order. */
export function quotationsAround(extraction: Extraction, token: number): readonly Quotation[] {
  let index = quotationIndex.get(extraction.quotations);
  if (!index) {
    index = groupBy(extraction.quotations, ({ content }) =>
      sentencesIn(extraction, content).map(({ index: place }) => place),
    );
    quotationIndex.set(extraction.quotations, index);
  }
  return index.get(extraction.tokens[token]?.sentence ?? -1) ?? [];
}

/** True where somebody's words in marks hold one token and not the other. */
export function isSpokenApart(extraction: Extraction, inside: number, outside: number): boolean {
  const [inner, outer] = [extraction.tokens[inside], extraction.tokens[outside]];
  if (!inner || !outer) return false;
  return quotationsAround(extraction, inside).some(
    ({ direct, content }) => direct && containsSpan(content, inner) && !containsSpan(content, outer),
  );
}

/** Sentences that touch a span, in order; the first by binary search. */
export function sentencesIn({ sentences }: Extraction, span: Span): Sentence[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  const found: Sentence[] = [];
  for (let sentence = sentences[low]; sentence && sentence.start < span.end; sentence = sentences[++low])
    found.push(sentence);
  return found;
}

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly number[]): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
