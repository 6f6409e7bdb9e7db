// Text → syntactic words with exact offsets, by the conventions of Universal Dependencies for English (EWT, GUM).
import type { Span } from '../../model/span.ts';
import { ownsDot } from './abbreviations.ts';
import { contractionCuts, itIsCut } from './contractions.ts';
import { TOKEN_PATTERNS } from './patterns.ts';

/** White space and control characters: what no token holds. */
const BLANKS = /[\s\p{Cc}\u200b\u2060]+/uy;
const CHUNK = /[^\s\p{Cc}\u200b\u2060]+/uy;
const TRAILING = /[.,;:!?'"’”)\]}>*_]+$/u;
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

/** A run without blanks longer than this (bytes of a binary, an endless base64 line) is cut into pieces of this length. */
const LONGEST_CHUNK = 10_000;

/** Tokens of `text.slice(start, end)` in order; they cover every character that is not blank, exactly once. Linear time. */
export function splitTokens(text: string, start = 0, end = text.length): Span[] {
  const spans: Span[] = [];
  let place = start;
  while (place < end) {
    BLANKS.lastIndex = place;
    if (BLANKS.test(text)) place = BLANKS.lastIndex;
    if (place >= end) break;
    CHUNK.lastIndex = place;
    CHUNK.test(text);
    const chunkEnd = Math.min(CHUNK.lastIndex, end);
    for (let from = place; from < chunkEnd; from += LONGEST_CHUNK) {
      splitChunk(text, from, Math.min(from + LONGEST_CHUNK, chunkEnd), spans);
    }
    place = chunkEnd;
  }
  return spans;
}

function splitChunk(text: string, start: number, end: number, spans: Span[]): void {
  const chunk = text.slice(start, end);
  let place = 0;
  while (place < chunk.length) {
    const afterBreak = place === 0 || !WORD_CHARACTER.test(chunk[place - 1] ?? '');
    let stop = matchToken(chunk, place, afterBreak);
    if (chunk[stop] === '.' && chunk[stop + 1] !== '.' && WORD_CHARACTER.test(chunk[stop - 1] ?? '')) {
      const next = nextCharacter(text, start + stop + 1);
      if (ownsDot(chunk.slice(place, stop), next, stop + 1 < chunk.length)) stop++;
    }
    const word = chunk.slice(place, stop);
    const itIs = itIsCut(word, text, start + stop);
    pushWord(start + place, start + stop, itIs > 0 ? [itIs] : contractionCuts(word), spans);
    place = stop;
  }
}

/** Most chunks of a text; no pattern but that of words takes them. */
const PLAIN_WORD = /^(?!xd$)[a-z]+$/i;

/** End of the token that begins at `place`. */
function matchToken(chunk: string, place: number, afterBreak: boolean): number {
  if (place === 0 && PLAIN_WORD.test(chunk)) return chunk.length;
  for (const { name, pattern, afterBreak: needsBreak } of TOKEN_PATTERNS) {
    if (needsBreak && !afterBreak) continue;
    pattern.lastIndex = place;
    if (!pattern.test(chunk)) continue;
    const stop = pattern.lastIndex;
    return name === 'url' || name === 'email' || name === 'domain' ? trimAddress(chunk, place, stop) : stop;
  }
  return place + 1;
}

/** An address does not end with the mark of its sentence; a closing bracket stays where it was opened inside. */
function trimAddress(chunk: string, place: number, stop: number): number {
  const address = chunk.slice(place, stop);
  const trailing = TRAILING.exec(address)?.[0] ?? '';
  if (trailing.length === address.length) return place + 1;
  if (trailing.startsWith(')') && address.includes('(')) return stop - trailing.length + 1;
  return stop - trailing.length;
}

function pushWord(start: number, end: number, cuts: readonly number[], spans: Span[]): void {
  let place = start;
  for (const cut of cuts) {
    spans.push({ start: place, end: start + cut });
    place = start + cut;
  }
  spans.push({ start: place, end });
}

/** First character after blanks on the same line; '' at the end of the line or text. */
function nextCharacter(text: string, place: number): string {
  for (let index = place; index < text.length && index < place + 20; index++) {
    const character = text[index] ?? '';
    if (character === '\n' || character === '\r') return '';
    if (!/\s/.test(character)) return character;
  }
  return '';
}
