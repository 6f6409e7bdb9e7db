// Where a sentence ends: at a line break always, else by the mark before the gap and the word after it.
import type { Span } from '../../model/span.ts';

const MARK = /^(?:[.!?…‽]+|\.\.+)$/u;
const CLOSER = /^[)\]}"”’»'*]+$/u;

/** True where a sentence ends between tokens `index` and `index + 1` of `text`. */
export function endsSentence(text: string, tokens: readonly Span[], index: number): boolean {
  const left = tokens[index];
  const right = tokens[index + 1];
  if (left === undefined || right === undefined) return true;
  if (left.end === right.start) return false;
  if (/[\n\r\u2028\u2029]/.test(text.slice(left.end, right.start))) return true;
  let mark = index;
  while (mark > 0 && mark > index - 3 && CLOSER.test(sliceToken(text, tokens[mark]))) mark--;
  if (!MARK.test(sliceToken(text, tokens[mark]))) return false;
  return !/^[\p{Ll},;:]/u.test(text.slice(right.start, right.start + 2));
}

function sliceToken(text: string, token: Span | undefined): string {
  return token === undefined ? '' : text.slice(token.start, token.end);
}
