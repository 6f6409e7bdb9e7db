// Looks at single words of an extraction, the way the rules need them.
import type { Extraction } from '../model/extraction.ts';
import type { Span } from '../model/span.ts';
import { indexOf } from './token-index.ts';

/** The word at a place of Extraction.tokens, in lower case with straight apostrophes; empty outside the text. */
export function wordAt(extraction: Extraction, index: number): string {
  return indexOf(extraction).words[index] ?? '';
}

/** The word at a place as the text spells it; empty outside the text. */
export function spellingAt({ tokens, document }: Extraction, index: number): string {
  const token = tokens[index];
  return token === undefined ? '' : document.text.slice(token.start, token.end);
}

/** The lemma in lower case; empty outside the text. */
export function lemmaAt(extraction: Extraction, index: number): string {
  return indexOf(extraction).lemmas[index] ?? '';
}

/**
 * The tag, mended where a tagger without a tree is known to err: after a modal stands a verb ("will close"), and
 * "X plans to leave" is no compound noun. Empty outside the text.
 */
export function tagAt(extraction: Extraction, index: number): string {
  return indexOf(extraction).tags[index] ?? '';
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

/** "|Hale|'s firm": true where the mark of an owner stands behind the words. */
export function isMarkedOwner(extraction: Extraction, { end }: Span): boolean {
  return /^['’]s?$/.test(wordAt(extraction, tokenAfter(extraction, end)));
}

const ENDINGS = ['ed', 'd', 'ing', 's', 'es'] as const;

/** What a regular form of a word may be formed from: a rare word may have a wrong lemma where its form is plain ("retorted"). */
export function regularStems(word: string): string[] {
  const stems: string[] = [];
  for (const end of ENDINGS) if (word.endsWith(end)) stems.push(word.slice(0, -end.length));
  return stems;
}

/** "the |Norland|-backed government": the span is the first half of an adjective. */
export function opensCompound({ document }: Extraction, { end }: Span): boolean {
  return /^-\p{Ll}/u.test(document.text.slice(end, end + 2));
}
