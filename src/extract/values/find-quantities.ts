// Quantity mentions: a number with its approximation, and what it counts or measures (design §6, claims about numbers).
import type { Extraction, Literal, Sentence, Token } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { overlapsSpan } from '../../model/span.ts';
import { NUMBERS, type ScannedNumber, scanNumbers } from './scan-numbers.ts';

/** A quantity before it becomes a mention: its span is the literal's text. */
export interface FoundQuantity extends Span {
  readonly literal: Literal;
  /** Place in Extraction.tokens of the number's last word. */
  readonly head: number;
  /** Place of the counted noun in Extraction.tokens, null for measures, currencies and bare numbers. */
  readonly counted: number | null;
}

const APPROXIMATIONS = new Set(NUMBERS.approximations);
const LONGEST_APPROXIMATION = 3;
/** Words that make "one" a pronoun or a manner of speaking; a bare "one" is hardly ever a quantity. */
const WEAK_NUMBERS = new Set([0, 0.5, 1]);
/** No noun phrase of a newspaper has more words between its number and its head. */
const LONGEST_PHRASE = 8;

/** Quantities of one sentence, outside `taken` (dates). */
export function findQuantities(extraction: Extraction, sentence: Sentence, taken: readonly Span[]): FoundQuantity[] {
  const { text } = extraction.document;
  const tokens = extraction.tokens.slice(sentence.firstToken, sentence.lastToken + 1);
  return scanNumbers(text, sentence).flatMap((number) => {
    if (taken.some((span) => overlapsSpan(span, number))) return [];
    const found = makeQuantity(text, tokens, number);
    return found ? [found] : [];
  });
}

function makeQuantity(text: string, tokens: readonly Token[], number: ScannedNumber): FoundQuantity | null {
  const place = tokens.findIndex((token) => token.end > number.start);
  const after = tokens.findIndex((token) => token.start >= number.end);
  const inside = tokens.filter((token) => token.start < number.end && token.end > number.start);
  const head = inside.find((token) => /\d/.test(text.slice(token.start, token.end))) ?? inside.at(-1);
  if (place < 0 || !head) return null;
  const unitAt = number.currency ? -1 : behindPair(text, tokens, after);
  if (unitAt >= 0 && isNoCount(text, tokens, unitAt)) return null;
  const own = unitAt === after;
  const measure = number.currency ? null : readMeasure(text, tokens, unitAt);
  const counted = number.currency || measure ? null : readCounted(text, tokens, unitAt);
  const unit = number.currency ?? measure?.unit ?? (counted ? text.slice(counted.start, counted.end) : null);
  if (number.spelt && WEAK_NUMBERS.has(number.value) && !measure) return null;
  if (number.spelt && unit === null) return null;
  const start = approximationStart(text, tokens, place) ?? number.start;
  const end = (own ? measure?.end : undefined) ?? number.end;
  const literal: Literal = { type: 'Quantity', value: number.value, unit, text: text.slice(start, end) };
  return { start, end, literal, head: head.index, counted: counted?.index ?? null };
}

/** "between |2,000| and 3,000 soldiers", "|21| of 26 economists": a number before a number counts the same things. */
function behindPair(text: string, tokens: readonly Token[], after: number): number {
  const link = tokens[after];
  const next = tokens[after + 1];
  if (after < 0 || !link || !next || next.upos !== 'NUM' || !/^\d/.test(text.slice(next.start, next.end))) return after;
  return /^(?:and|or|to|of|-|–)$/.test(lower(text, link)) ? after + 2 : after;
}

/** "at 6 p.m.", "two-thirds of adults": an hour, a share. */
function isNoCount(text: string, tokens: readonly Token[], after: number): boolean {
  const [first, second] = [tokens[after], tokens[after + 1]];
  if (!first) return false;
  const word = lower(text, first) === '-' && second ? lower(text, second) : lower(text, first);
  return /^(?:[ap]\.?m\.?|o['’]clock|thirds?|quarters|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)$/.test(word);
}

function lower(text: string, span: Span): string {
  return text.slice(span.start, span.end).toLowerCase();
}

function readMeasure(text: string, tokens: readonly Token[], after: number): { unit: string; end: number } | null {
  const first = tokens[after];
  if (after < 0 || !first) return null;
  const hyphen = text.slice(first.start, first.end) === '-' ? 1 : 0;
  const from = tokens[after + hyphen];
  const second = tokens[after + hyphen + 1];
  if (!from) return null;
  const pair = second ? `${lower(text, from)} ${lower(text, second)}` : '';
  if (second && Object.hasOwn(NUMBERS.units, pair)) return { unit: NUMBERS.units[pair] as string, end: second.end };
  const word = lower(text, from);
  return Object.hasOwn(NUMBERS.units, word) ? { unit: NUMBERS.units[word] as string, end: from.end } : null;
}

/**
 * The head noun of the phrase that the number opens: "1,200 Norlandic combat troops" → troops; "12 of the ships" → ships; "11 of the
 * alliance's 19 members" → members; "a 310-page report" → page.
 */
function readCounted(text: string, tokens: readonly Token[], after: number): Token | null {
  const [first, second] = [tokens[after], tokens[after + 1]];
  if (after < 0 || !first) return null;
  if (text[first.start] === '-' && second?.start === first.end) return second.upos === 'NOUN' ? second : null;
  const partitive = lower(text, first) === 'of';
  const inside = new Set(partitive ? ['ADJ', 'PROPN', 'ADV', 'DET', 'NUM'] : ['ADJ', 'PROPN', 'ADV']);
  let noun: Token | null = null;
  for (let place = partitive ? after + 1 : after; place < Math.min(tokens.length, after + LONGEST_PHRASE); place += 1) {
    const token = tokens[place] as Token;
    const word = lower(text, token);
    if (token.upos === 'NOUN' || (token.upos === 'PROPN' && noun === null && isPlural(text, token))) noun = token;
    else if (partitive && /^['’]s?$/.test(word)) noun = null;
    else if (noun !== null) break;
    else if (!inside.has(token.upos) && word !== '-') break;
  }
  return noun;
}

function isPlural(text: string, token: Token): boolean {
  return /[a-z]s$/.test(text.slice(token.start, token.end));
}

function approximationStart(text: string, tokens: readonly Token[], place: number): number | null {
  for (let length = LONGEST_APPROXIMATION; length > 0; length -= 1) {
    const first = tokens[place - length];
    const last = tokens[place - 1];
    if (!first || !last) continue;
    const phrase = text.slice(first.start, last.end).toLowerCase().replace(/\s+/g, ' ');
    if (APPROXIMATIONS.has(phrase)) return first.start;
  }
  return null;
}
