// What the boundary classifier looks at in the gap between two tokens of one line.
import type { Span } from '../../model/span.ts';

const MARK = /^(?:[.!?…‽]+|:|;)$/u;
const CLOSER = /^[)\]}"”’»'*]$/u;
const OPENER = /^[([{"“‘«'`]+$/u;

/** Tokens of a text, read by place; '' beyond the ends. */
export interface TokenReader {
  readonly text: string;
  readonly tokens: readonly Span[];
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

/**
 * Names of the features that hold in the gap after token `index`. `sinceStart`: tokens from the start of the sentence to
 * the gap; `openQuote`: an odd number of double quotation marks stands in the line so far; `toLineEnd`: tokens left in the line.
 */
export function boundaryFeatures(
  reader: TokenReader,
  index: number,
  state: { readonly sinceStart: number; readonly openQuote: boolean; readonly toLineEnd: number },
): readonly string[] {
  const word = (offset: number): string => tokenText(reader, index + offset);
  let markAt = 0;
  while (markAt > -3 && CLOSER.test(word(markAt))) markAt--;
  const mark = word(markAt);
  const hasMark = MARK.test(mark);
  const kind = hasMark ? `${markKind(mark)}${markAt < 0 ? ')' : ''}` : `-${shape(word(0))}`;
  const before = word(hasMark ? markAt - 1 : markAt);
  let wordAt = 1;
  while (wordAt < 4 && OPENER.test(word(wordAt))) wordAt++;
  const next = word(wordAt);
  const nextShape = `${wordAt > 1 ? '(' : ''}${shape(next)}`;
  const gap = gapKind(reader, index);
  const length = Math.min(6, Math.floor(Math.log2(state.sinceStart + 1)));
  const rest = Math.min(4, Math.floor(Math.log2(state.toLineEnd + 1)));
  const opening = word(1 - state.sinceStart);
  const lineEnd = MARK.test(word(state.toLineEnd)) ? 'm' : shape(word(state.toLineEnd));
  const quote = state.openQuote ? 'q' : '';
  return [
    'bias',
    `k${kind}`,
    `kn${kind}|${nextShape}`,
    `kng${kind}|${nextShape}|${gap}`,
    `knq${kind}|${nextShape}|${quote}${word(0) === '"' ? '"' : ''}`,
    `kbn${kind}|${shape(before)}|${nextShape}`,
    `kl${kind}|${length}`,
    `knl${kind}|${nextShape}|${length}`,
    `kr${kind}|${rest}`,
    `n${nextShape}|${shape(before)}|${gap}`,
    `bw${before.toLowerCase()}|${kind}`,
    `nw${next.toLowerCase()}|${hasMark}`,
    `nwc${next}|${kind}`,
    `nk${nextShape}|${shape(word(wordAt + 1))}|${kind}`,
    `rw${word(1)}|${hasMark}`,
    `ab${/\p{L}\.$/u.test(word(0)) ? `${word(0).toLowerCase()}|${nextShape[0]}` : ''}`,
    `bb${shape(before)}|${shape(word(markAt - 2))}|${kind}`,
    `tri${shape(word(-1))}|${shape(word(0))}|${shape(word(1))}|${shape(word(2))}`,
    `wk${word(0).toLowerCase()}|${nextShape}`,
    `lr${kind}|${length}|${rest}`,
    `nl${nextShape}|${shape(before)}|${length}`,
    `le${lineEnd}|${kind}|${nextShape}`,
    `fs${shape(opening)}|${kind}|${nextShape}`,
    `eq${opening === word(1)}|${kind}|${shape(opening)}`,
    `n2${word(wordAt + 1).toLowerCase()}|${hasMark}`,
  ];
}

/** The coarse form of a word: what its letters look like, or the sign itself. */
export function shape(word: string): string {
  if (word === '') return '^';
  if (/^\p{Lu}$/u.test(word)) return 'X';
  if (/^\p{Lu}[\p{Lu}\p{N}&.-]*$/u.test(word)) return 'XX';
  if (/^\p{Lu}/u.test(word)) return word.endsWith('.') ? 'Xx.' : 'Xx';
  if (/^\p{Ll}/u.test(word)) return word.endsWith('.') ? 'x.' : 'x';
  if (/^\p{N}/u.test(word)) return /^\d{1,2}$/.test(word) ? '9' : '99';
  if (/^[-–—]+$/.test(word)) return '-';
  if (/^\p{L}/u.test(word)) return 'l';
  return word.slice(0, 2);
}

function tokenText({ text, tokens }: TokenReader, index: number): string {
  const token = tokens[index];
  return token === undefined ? '' : text.slice(token.start, Math.min(token.end, token.start + 30));
}

function markKind(mark: string): string {
  if (mark.length === 1) return mark;
  if (/^\.+$/.test(mark)) return '..';
  return mark.includes('?') ? '??' : '!!';
}

function gapKind({ text, tokens }: TokenReader, index: number): string {
  const gap = text.slice(tokens[index]?.end ?? 0, tokens[index + 1]?.start ?? 0);
  return gap === '' ? '0' : gap === ' ' ? '1' : '2';
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}
