// The gaps between the tokens of a line, from left to right: where a sentence may end, and what went before.
import type { Span } from '../../model/span.ts';
import { shape } from './word-shape.ts';

/** First and last token (inclusive) of a stretch. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** A form in lower case → letter of its commonest tag; names are left out. */
export type WordClasses = ReadonlyMap<string, string>;

/** Tokens of a text, read by place. */
export interface TokenReader {
  readonly text: string;
  readonly tokens: readonly Span[];
  /** The first 30 units of each token. */
  readonly words: readonly string[];
  /** The class of each by its form alone; undefined where it has none. */
  readonly letters: readonly (string | undefined)[];
}

/** A text is read at thousands of places, so its words are cut and looked up once. */
export function makeReader(text: string, tokens: readonly Span[], classes: WordClasses): TokenReader {
  const words = tokens.map(({ start, end }) => text.slice(start, Math.min(end, start + 30)));
  return { text, tokens, words, letters: words.map((word) => classes.get(word.toLowerCase())) };
}

/** A gap between two tokens of one line. */
export interface Gap {
  /** The token before it. */
  readonly index: number;
  /** First token of the sentence so far. */
  readonly first: number;
  readonly line: TokenRange;
  /** An odd number of double quotation marks stands in the line so far. */
  readonly openQuote: boolean;
  /** The sentence so far holds a verb. */
  readonly hasVerb: boolean;
}

/** Fewer words than this say nothing about capitals; so many tokens are looked at for them. */
export const FEW = 4;
const BEFORE = 7;
const BEHIND = 4;
const CAPITAL = /^\p{Lu}/u;
/** Adpositions, determiners, pronouns, auxiliaries, conjunctions, particles. */
const SMALL_WORDS: ReadonlySet<string> = new Set('IDPACST');
const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/;

/** Sentences in order, each token in exactly one: they end with their line and in each gap of which `isBoundary` says so. */
export function walkGaps(reader: TokenReader, isBoundary: (gap: Gap) => boolean): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (const line of lineRanges(reader)) {
    let { first } = line;
    let [openQuote, hasVerb] = [false, false];
    for (let index = line.first; index < line.last; index++) {
      if (reader.text[reader.tokens[index]?.start ?? 0] === '"') openQuote = !openQuote;
      hasVerb ||= isVerb(reader, index);
      if (!isBoundary({ index, first, line, openQuote, hasVerb })) continue;
      ranges.push({ first, last: index });
      first = index + 1;
      hasVerb = false;
    }
    ranges.push({ first, last: line.last });
  }
  return ranges;
}

/** True where a sentence may end between two tokens of one line; all other gaps never do. */
export function isCandidate({ text, tokens }: TokenReader, index: number): boolean {
  const left = tokens[index];
  const right = tokens[index + 1];
  if (left === undefined || right === undefined) return false;
  const last = text.charCodeAt(left.end - 1);
  const first = text.charCodeAt(right.start);
  const glued = left.end === right.start;
  // Between two lower-case letters, digits or a comma nothing ends: most gaps of most texts.
  if (isLower(first) && (isLower(last) || last === 44)) return false;
  return !glued || /[.!?…]/u.test(text[left.end - 1] ?? '') || /[.!?…]/u.test(text[left.end - 2] ?? '');
}

/** Between two words of a headline in capitals, where a capital tells nothing: its small words have one too. */
export function isInTitle(reader: TokenReader, gap: Gap): boolean {
  if (!CAPITAL.test(wordAt(reader, gap.index)) || !CAPITAL.test(wordAt(reader, gap.index + 1))) return false;
  const { words, capitals, smallWords } = countCapitals(reader, gap);
  return words >= FEW && smallWords > 0 && capitals >= 0.75 * words;
}

/** Of the words around the gap: how many there are, how many begin with a capital, and how many of these are small words (not `I`). */
export function countCapitals(reader: TokenReader, { index, first, line }: Gap): Capitals {
  let [words, capitals, smallWords] = [0, 0, 0];
  for (let at = Math.max(first, index - BEFORE); at <= Math.min(index + BEHIND, line.last); at++) {
    const word = wordAt(reader, at);
    if (!/^\p{L}/u.test(word)) continue;
    words += 1;
    if (!CAPITAL.test(word)) continue;
    capitals += 1;
    if (at > first && /\p{Ll}/u.test(word) && SMALL_WORDS.has(classOf(reader, at))) smallWords += 1;
  }
  return { words, capitals, smallWords };
}

interface Capitals {
  readonly words: number;
  readonly capitals: number;
  readonly smallWords: number;
}

/** `He left. “We …`: after a statement and its stop, a mark that only opens and a capital begin a sentence. */
export function opensQuotation(reader: TokenReader, { index, hasVerb }: Gap): boolean {
  return (
    hasVerb &&
    /^[.!?]$/.test(wordAt(reader, index)) &&
    /^[“«]$/.test(wordAt(reader, index + 1)) &&
    /^\p{Lu}/u.test(wordAt(reader, index + 2))
  );
}

/** The first 30 units of a token; '' beyond the ends. */
export function wordAt({ words }: TokenReader, index: number): string {
  return words[index] ?? '';
}

/** The class of a word by its form alone, else its shape. */
export function classOf(reader: TokenReader, index: number): string {
  return reader.letters[index] ?? shape(wordAt(reader, index));
}

export function isVerb(reader: TokenReader, index: number): boolean {
  const letter = reader.letters[index];
  return letter === 'V' || letter === 'A';
}

/** Stretches of tokens between line breaks. */
function* lineRanges({ text, tokens }: TokenReader): Iterable<TokenRange> {
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
