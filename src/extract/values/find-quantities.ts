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
const WEAK_NUMBERS = new Set([0, 1]);
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
  const measure = number.currency ? null : readMeasure(text, tokens, after);
  const counted = number.currency || measure ? null : readCounted(text, tokens, after);
  const unit = number.currency ?? measure?.unit ?? (counted ? text.slice(counted.start, counted.end) : null);
  if (number.spelt && WEAK_NUMBERS.has(number.value) && !measure) return null;
  if (number.spelt && unit === null) return null;
  const start = approximationStart(text, tokens, place) ?? number.start;
  const end = measure?.end ?? number.end;
  const literal: Literal = { type: 'Quantity', value: number.value, unit, text: text.slice(start, end) };
  return { start, end, literal, head: head.index, counted: counted?.index ?? null };
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

/** The head noun of the phrase that the number opens: "1,200 Norlandic combat troops" → troops; "12 of the ships" → ships. */
function readCounted(text: string, tokens: readonly Token[], after: number): Token | null {
  if (after < 0) return null;
  let place = after;
  if (lower(text, tokens[place] as Token) === 'of') place += 1;
  let noun: Token | null = null;
  for (; place < Math.min(tokens.length, after + LONGEST_PHRASE); place += 1) {
    const token = tokens[place] as Token;
    if (token.upos === 'NOUN' || (token.upos === 'PROPN' && noun === null && isPlural(text, token))) noun = token;
    else if (noun !== null) break;
    else if (!['ADJ', 'PROPN', 'DET', 'ADV'].includes(token.upos) && lower(text, token) !== '-') break;
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
