// Looks at single words of an extraction, the way the rules need them.
import type { Extraction } from '../model/extraction.ts';
import type { Span } from '../model/span.ts';

/** The word at a place of Extraction.tokens, in lower case with straight apostrophes; empty outside the text. */
export function wordAt(extraction: Extraction, index: number): string {
  const token = extraction.tokens[index];
  return token ? extraction.document.text.slice(token.start, token.end).toLowerCase().replaceAll('’', "'") : '';
}

/** The lemma in lower case; empty outside the text. */
export function lemmaAt(extraction: Extraction, index: number): string {
  return extraction.tokens[index]?.lemma.toLowerCase() ?? '';
}

/** The tag; empty outside the text. */
export function tagAt(extraction: Extraction, index: number): string {
  return extraction.tokens[index]?.upos ?? '';
}

/** Span from the first to the last token, both inclusive. */
export function spanOf(extraction: Extraction, first: number, last: number): Span {
  return { start: extraction.tokens[first]?.start ?? 0, end: extraction.tokens[last]?.end ?? 0 };
}

/** Place of the first token that ends after `offset`; the number of tokens where there is none. Binary search. */
export function tokenAfter(extraction: Extraction, offset: number): number {
  let low = 0;
  let high = extraction.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((extraction.tokens[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
