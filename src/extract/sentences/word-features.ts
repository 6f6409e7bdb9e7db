// Words around a gap: the mark before it, the word behind it, their shapes and places.
import type { Gap, WordReader } from './gaps.ts';
import { MARK } from './word-shape.ts';

const CLOSER = /^[)\]}"”’»'*]$/u;
const OPENER = /^[([{"“‘«'`]+$/u;

/** Names of the features of words and shapes that hold in the gap. */
export function wordFeatures(reader: WordReader, gap: Gap): readonly string[] {
  const word = (offset: number): string => reader.words[gap.index + offset] ?? '';
  const shape = (offset: number): string => reader.shapes[gap.index + offset] ?? '^';
  const lower = (offset: number): string => reader.lowers[gap.index + offset] ?? '';
  const [sinceStart, toLineEnd] = [gap.index - gap.first + 1, gap.line.last - gap.index];
  let markAt = 0;
  while (markAt > -3 && CLOSER.test(word(markAt))) markAt--;
  const mark = word(markAt);
  const hasMark = MARK.test(mark);
  const kind = hasMark ? `${markKind(mark)}${markAt < 0 ? ')' : ''}` : `-${shape(0)}`;
  const beforeAt = hasMark ? markAt - 1 : markAt;
  const before = shape(beforeAt);
  let wordAt = 1;
  while (wordAt < 4 && OPENER.test(word(wordAt))) wordAt++;
  const nextShape = `${wordAt > 1 ? '(' : ''}${shape(wordAt)}`;
  const space = gapKind(reader, gap.index);
  const length = Math.min(6, Math.floor(Math.log2(sinceStart + 1)));
  const rest = Math.min(4, Math.floor(Math.log2(toLineEnd + 1)));
  const opening = reader.words[gap.first] ?? '';
  const openingShape = reader.shapes[gap.first] ?? '^';
  const lineEnd = MARK.test(word(toLineEnd)) ? 'm' : shape(toLineEnd);
  const quote = gap.openQuote ? 'q' : '';
  return [
    'bias',
    `k${kind}`,
    `kn${kind}|${nextShape}`,
    `kng${kind}|${nextShape}|${space}`,
    `knq${kind}|${nextShape}|${quote}${word(0) === '"' ? '"' : ''}`,
    `kbn${kind}|${before}|${nextShape}`,
    `kl${kind}|${length}`,
    `knl${kind}|${nextShape}|${length}`,
    `kr${kind}|${rest}`,
    `n${nextShape}|${before}|${space}`,
    `bw${lower(beforeAt)}|${kind}`,
    `nw${lower(wordAt)}|${hasMark}`,
    `nwc${word(wordAt)}|${kind}`,
    `nk${nextShape}|${shape(wordAt + 1)}|${kind}`,
    `rw${word(1)}|${hasMark}`,
    `ab${/\p{L}\.$/u.test(word(0)) ? `${lower(0)}|${nextShape[0]}` : ''}`,
    `bb${before}|${shape(markAt - 2)}|${kind}`,
    `tri${shape(-1)}|${shape(0)}|${shape(1)}|${shape(2)}`,
    `wk${lower(0)}|${nextShape}`,
    `lr${kind}|${length}|${rest}`,
    `nl${nextShape}|${before}|${length}`,
    `le${lineEnd}|${kind}|${nextShape}`,
    `fs${openingShape}|${kind}|${nextShape}`,
    `eq${opening === word(1)}|${kind}|${openingShape}`,
    `n2${lower(wordAt + 1)}|${hasMark}`,
  ];
}

function markKind(mark: string): string {
  if (mark.length === 1) return mark;
  if (/^\.+$/.test(mark)) return '..';
  return mark.includes('?') ? '??' : '!!';
}

function gapKind({ text, tokens }: WordReader, index: number): string {
  const gap = text.slice(tokens[index]?.end ?? 0, tokens[index + 1]?.start ?? 0);
  return gap === '' ? '0' : gap === ' ' ? '1' : '2';
}
