// The gaps between the tokens of a line, from left to right: where a sentence may end, and what stands around.
import type { Span } from '../../model/span.ts';
import { classOf, type WordClasses } from './word-classes.ts';
import { shape } from './word-shape.ts';

/** First and last token (inclusive) of a stretch. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** The tokens of a text, by place; each is looked at from many gaps, so what features ask of it is worked out once. */
export interface WordReader {
  readonly text: string;
  readonly tokens: readonly Span[];
  /** 30 units of each token at most, as spelt and in small letters. */
  readonly words: readonly string[];
  readonly lowers: readonly string[];
  readonly shapes: readonly string[];
  readonly classes: readonly string[];
  /** At place i, of the tokens before i: those that begin with a letter, and those with a capital. */
  readonly lettered: Int32Array;
  readonly capital: Int32Array;
}

/** A gap in which a sentence may end. */
export interface Gap {
  /** The token before it. */
  readonly index: number;
  /** First token of the sentence so far. */
  readonly first: number;
  readonly line: TokenRange;
  /** The sentence before, in the same line. */
  readonly previous: TokenRange | null;
  /** An odd number of double quotation marks stands in the line so far. */
  readonly openQuote: boolean;
  /** The sentence so far holds a word that is a verb in most texts. */
  readonly hasVerb: boolean;
}

const CLOSING_QUOTE = /[”"»]/;
const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/;

export function readWords(text: string, tokens: readonly Span[], classes: WordClasses): WordReader {
  const words = tokens.map(({ start, end }) => text.slice(start, Math.min(end, start + 30)));
  return {
    ...{ text, tokens, words, lowers: words.map((word) => word.toLowerCase()), shapes: words.map(shape) },
    classes: words.map((word) => classOf(word, classes)),
    ...{ lettered: countBefore(words, /^\p{L}/u), capital: countBefore(words, /^\p{Lu}/u) },
  };
}

function countBefore(words: readonly string[], pattern: RegExp): Int32Array {
  const counts = new Int32Array(words.length + 1);
  for (const [index, word] of words.entries()) counts[index + 1] = (counts[index] ?? 0) + (pattern.test(word) ? 1 : 0);
  return counts;
}

/** Sentences in order, each token in exactly one: they end with their line and in each gap of which `isBoundary` says so. */
export function walkGaps(reader: WordReader, isBoundary: (gap: Gap) => boolean): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (const line of lineRanges(reader)) {
    let { first } = line;
    let previous: TokenRange | null = null;
    let [openQuote, hasVerb] = [false, false];
    for (let index = line.first; index < line.last; index++) {
      if (reader.words[index] === '"') openQuote = !openQuote;
      hasVerb ||= isVerb(reader.classes[index]);
      if (!isBoundary({ index, first, line, previous, openQuote, hasVerb })) continue;
      previous = { first, last: index };
      ranges.push(previous);
      first = index + 1;
      hasVerb = false;
    }
    ranges.push({ first, last: line.last });
  }
  return ranges;
}

/** True where a sentence may end between two tokens of one line; all other gaps never do. */
export function isCandidate({ text, tokens }: WordReader, index: number): boolean {
  const left = tokens[index];
  const right = tokens[index + 1];
  if (left === undefined || right === undefined) return false;
  const last = text.charCodeAt(left.end - 1);
  const first = text.charCodeAt(right.start);
  const glued = left.end === right.start;
  // Between two lower-case letters, digits or a comma nothing ends: most gaps of most texts.
  if (isLower(first) && (isLower(last) || last === 44)) return false;
  // “Is it over?” asked the mayor: what goes on in small letters after a quotation is its frame.
  if (isLower(first) && CLOSING_QUOTE.test(text[left.end - 1] ?? '')) return false;
  return !glued || /[.!?…]/u.test(text[left.end - 1] ?? '') || /[.!?…]/u.test(text[left.end - 2] ?? '');
}

/** ". “The": a stop that is no part of an abbreviation, then marks that can only open and a capital. */
export function opensQuotation({ words }: WordReader, index: number): boolean {
  return (
    /^[.!?]$/.test(words[index] ?? '') &&
    /^[“«]$/.test(words[index + 1] ?? '') &&
    /^\p{Lu}/u.test(words[index + 2] ?? '')
  );
}

export function isVerb(wordClass: string | undefined): boolean {
  return wordClass === 'V' || wordClass === 'A';
}

/** Stretches of tokens between line breaks. */
function* lineRanges({ text, tokens }: WordReader): Iterable<TokenRange> {
  let first = 0;
  for (let index = 0; index < tokens.length; index++) {
    const next = tokens[index + 1];
    if (next !== undefined && !LINE_BREAK.test(text.slice(tokens[index]?.end ?? 0, next.start))) continue;
    yield { first, last: index };
    first = index + 1;
  }
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}
