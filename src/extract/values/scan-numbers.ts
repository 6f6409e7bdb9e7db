// Finds numbers in running text, written in digits or words, and reads their value: one pass over the words, no backtracking.
import type { Span } from '../../model/span.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';

interface Numbers {
  readonly words: Readonly<Record<string, number>>;
  readonly magnitudes: Readonly<Record<string, number>>;
  readonly suffixes: Readonly<Record<string, number>>;
  readonly currencies: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  readonly approximations: readonly string[];
}

/** Number words, magnitudes, currencies, units and approximations of English. */
export const NUMBERS = readLexicon<Numbers>('numbers');

/** A number with its currency sign, approximation excluded. `spelt`: written in words only. */
export interface ScannedNumber extends Span {
  readonly value: number;
  readonly currency: string | null;
  readonly spelt: boolean;
}

interface Lexeme extends Span {
  readonly text: string;
}

/** Digits may stand in groups of three, or as in India in twos before the last three ("2,50,000"). */
const LEXEME = /(?:US|[AC])?[$€£¥₹]|\d{1,2}(?:,\d\d){1,5},\d{3}(?!\d)|\d+(?:,\d{3})*(?:\.\d+)?|\p{L}+|[^\s]/gu;
const JOINERS = /^[\s-]*$/;
/** Letters that may follow digits without a space only where a currency sign stands before them, but for these. */
const FREE_SUFFIX = new Set(['bn', 'tn', 'mn', 'k']);

/** Maps: each word of a text is looked up. */
const WORDS = new Map(Object.entries(NUMBERS.words));
const MAGNITUDES = new Map(Object.entries(NUMBERS.magnitudes));
const SUFFIXES = new Map(Object.entries(NUMBERS.suffixes));
const CURRENCIES = new Map(Object.entries(NUMBERS.currencies));

/** Numbers of `text[span]` in reading order; digits inside names ("B-52"), clock times and scores are left out. */
export function scanNumbers(text: string, span: Span): ScannedNumber[] {
  const lexemes = readLexemes(text.slice(span.start, span.end), span.start);
  const found: ScannedNumber[] = [];
  let place = 0;
  while (place < lexemes.length) {
    const read = readDigits(text, lexemes, place) ?? readWords(text, lexemes, place);
    if (read) found.push(read.number);
    place = Math.max(place + 1, read?.next ?? 0);
  }
  return found;
}

function readLexemes(words: string, offset: number): Lexeme[] {
  const lexemes: Lexeme[] = [];
  LEXEME.lastIndex = 0;
  for (let match = LEXEME.exec(words); match !== null; match = LEXEME.exec(words)) {
    const start = offset + match.index;
    lexemes.push({ text: match[0], start, end: start + match[0].length });
  }
  return lexemes;
}

interface Read {
  readonly number: ScannedNumber;
  readonly next: number;
}

function readDigits(text: string, lexemes: readonly Lexeme[], place: number): Read | null {
  const first = lexemes[place] as Lexeme;
  if (/^\p{Ll}/u.test(first.text)) return null; // most words of a text
  const currency = CURRENCIES.get(first.text) ?? null;
  const digits = currency === null ? first : lexemes[place + 1];
  if (!digits || !/^\d/.test(digits.text)) return null;
  if (currency === null && isInsideName(text, digits)) return null;
  let value = Number(digits.text.replaceAll(',', ''));
  let next = place + (currency === null ? 1 : 2);
  let end = digits.end;
  const follower = lexemes[next];
  const word = follower?.text.toLowerCase() ?? '';
  if (follower && follower.start === end) {
    const factor = SUFFIXES.get(word);
    const fits = factor !== undefined && (currency !== null || FREE_SUFFIX.has(word));
    if (/^\p{L}/u.test(word) && !fits) return null;
    if (word === ':' || (word === '/' && /\d/.test(text[follower.end] ?? ''))) return null;
    if (fits) {
      value *= factor;
      end = follower.end;
      next += 1;
    }
  }
  while (next < lexemes.length) {
    const magnitude = lexemes[next] as Lexeme;
    const factor = MAGNITUDES.get(magnitude.text.toLowerCase());
    if (factor === undefined || !JOINERS.test(text.slice(end, magnitude.start))) break;
    value *= factor;
    end = magnitude.end;
    next += 1;
  }
  if (!Number.isFinite(value)) return null;
  return { number: { start: first.start, end, value: tidy(value), currency, spelt: false }, next };
}

/** "B-52", "Covid-19", "G7", "1:30", "3-1": the digits belong to a larger token. */
function isInsideName(text: string, digits: Span): boolean {
  const before = text[digits.start - 1] ?? ' ';
  const earlier = text[digits.start - 2] ?? ' ';
  if (/[\p{L}\d_#:/.]/u.test(before) && !(before === '.' && /\s/.test(earlier))) return true;
  return /[-–]/.test(before) && /\p{L}/u.test(earlier);
}

function readWords(text: string, lexemes: readonly Lexeme[], place: number): Read | null {
  let total = 0;
  let current = 0;
  let next = place;
  let end = -1;
  let seen = 0;
  const opener = lexemes[place]?.text.toLowerCase() ?? '';
  if (!/^(?:half|an?)$/.test(opener) && WORDS.get(opener) === undefined) return null; // most words of a text
  for (; next < lexemes.length; next += 1) {
    const lexeme = lexemes[next] as Lexeme;
    const word = lexeme.text.toLowerCase();
    if (end >= 0 && (word === 'and' || word === '-' || (word === 'a' && seen > 0))) {
      if (word !== '-' && !isNumberAhead(lexemes, next + 1, word)) break;
      continue;
    }
    if (end >= 0 && !JOINERS.test(text.slice(end, lexeme.start).replace(/\b(and|a)\b/gi, ''))) break;
    const unit = WORDS.get(word);
    const magnitude = MAGNITUDES.get(word);
    const isHalf = word === 'half';
    if (unit !== undefined) current += unit;
    else if (isHalf && current > 0) current += 0.5;
    else if (isHalf || ((word === 'a' || word === 'an') && seen === 0)) {
      const step = magnitudeAfter(lexemes, next + 1, isHalf);
      const article = lexemes[next + 1];
      if (!step && isHalf && seen === 0 && /^an?$/i.test(article?.text ?? '')) {
        // "half a percentage point"
        current = 0.5;
        end = article?.end ?? end;
        seen += 1;
        next += 2;
        break;
      }
      if (!step || seen > 0) break;
      current = (isHalf ? 0.5 : 1) * step.factor;
      end = step.end;
      seen += 1;
      next = step.place;
      continue;
    } else if (magnitude !== undefined && seen > 0) {
      if (magnitude === 100 || magnitude === 12 || magnitude === 20) current *= magnitude;
      else {
        total += current * magnitude;
        current = 0;
      }
    } else break;
    end = lexeme.end;
    seen += 1;
  }
  if (seen === 0 || end < 0) return null;
  const first = lexemes[place] as Lexeme;
  return { number: { start: first.start, end, value: tidy(total + current), currency: null, spelt: true }, next };
}

/** Products such as 3.3 million carry binary dust ("3299999.9999999995"); twelve digits are more than any text means. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function isNumberAhead(lexemes: readonly Lexeme[], place: number, joiner: string): boolean {
  const word = lexemes[place]?.text.toLowerCase() ?? '';
  if (word === 'half') return true;
  if (joiner === 'and' && word === 'a') return lexemes[place + 1]?.text.toLowerCase() === 'half';
  // "two and three" are two numbers; "one hundred and three" is one.
  const before = lexemes[place - 2]?.text.toLowerCase() ?? '';
  return joiner === 'and' && WORDS.get(word) !== undefined && MAGNITUDES.get(before) !== undefined;
}

function magnitudeAfter(
  lexemes: readonly Lexeme[],
  place: number,
  afterHalf: boolean,
): { factor: number; end: number; place: number } | null {
  const skip = afterHalf && /^an?$/i.test(lexemes[place]?.text ?? '') ? 1 : 0;
  const lexeme = lexemes[place + skip];
  const factor = lexeme ? MAGNITUDES.get(lexeme.text.toLowerCase()) : undefined;
  return lexeme && factor !== undefined ? { factor, end: lexeme.end, place: place + skip } : null;
}
