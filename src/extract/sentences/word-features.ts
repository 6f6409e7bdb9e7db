// Words around a gap: the mark before it, the word behind it, their shapes and places.
import type { Gap, WordReader } from './gaps.ts';
import { MARK, shape } from './word-shape.ts';

const CLOSER = /^[)\]}"”’»'*]$/u;
const OPENER = /^[([{"“‘«'`]+$/u;

/** Names of the features of words and shapes that hold in the gap. */
export function wordFeatures(reader: WordReader, gap: Gap): readonly string[] {
  const word = (offset: number): string => reader.words[gap.index + offset] ?? '';
  const [sinceStart, toLineEnd] = [gap.index - gap.first + 1, gap.line.last - gap.index];
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
  const space = gapKind(reader, gap.index);
  const length = Math.min(6, Math.floor(Math.log2(sinceStart + 1)));
  const rest = Math.min(4, Math.floor(Math.log2(toLineEnd + 1)));
  const opening = reader.words[gap.first] ?? '';
  const lineEnd = MARK.test(word(toLineEnd)) ? 'm' : shape(word(toLineEnd));
  const quote = gap.openQuote ? 'q' : '';
  return [
    'bias',
    `k${kind}`,
    `kn${kind}|${nextShape}`,
    `kng${kind}|${nextShape}|${space}`,
    `knq${kind}|${nextShape}|${quote}${word(0) === '"' ? '"' : ''}`,
    `kbn${kind}|${shape(before)}|${nextShape}`,
    `kl${kind}|${length}`,
    `knl${kind}|${nextShape}|${length}`,
    `kr${kind}|${rest}`,
    `n${nextShape}|${shape(before)}|${space}`,
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

function markKind(mark: string): string {
  if (mark.length === 1) return mark;
  if (/^\.+$/.test(mark)) return '..';
  return mark.includes('?') ? '??' : '!!';
}

function gapKind({ text, tokens }: WordReader, index: number): string {
  const gap = text.slice(tokens[index]?.end ?? 0, tokens[index + 1]?.start ?? 0);
  return gap === '' ? '0' : gap === ' ' ? '1' : '2';
}
