// What the boundary classifier looks at in a gap: the mark and the words around it, and the sentence and line so far.
import { classOf, countCapitals, FEW, type Gap, isVerb, type TokenReader, wordAt } from './gaps.ts';
import { shape } from './word-shape.ts';

const MARK = /^(?:[.!?…‽]+|:|;)$/u;
const CLOSER = /^[)\]}"”’»'*]$/u;
const OPENER = /^[([{"“‘«'`]+$/u;
/** Words looked ahead for a verb. */
const AHEAD = 8;

/** Names of the features that hold in the gap. Bounded work: at most some twenty words are looked at. */
export function boundaryFeatures(reader: TokenReader, gap: Gap): readonly string[] {
  const word = (offset: number): string => wordAt(reader, gap.index + offset);
  let markAt = 0;
  while (markAt > -3 && CLOSER.test(word(markAt))) markAt--;
  const mark = word(markAt);
  const hasMark = MARK.test(mark);
  const kind = hasMark ? `${markKind(mark)}${markAt < 0 ? ')' : ''}` : `-${shape(word(0))}`;
  const before = word(hasMark ? markAt - 1 : markAt);
  const beforeShape = shape(before);
  let nextAt = 1;
  while (nextAt < 4 && OPENER.test(word(nextAt))) nextAt++;
  const next = word(nextAt);
  const nextShape = `${nextAt > 1 ? '(' : ''}${shape(next)}`;
  const gapShape = gapKind(reader, gap.index);
  const quote = gap.openQuote ? 'q' : '';
  const length = lengthOf(gap.index - gap.first + 1, 6);
  const sides = { kind, mark: hasMark ? mark.slice(0, 1) : '-', nextAt, nextShape, length };
  return [
    'bias',
    `k${kind}`,
    `kn${kind}|${nextShape}`,
    `kng${kind}|${nextShape}|${gapShape}`,
    `knq${kind}|${nextShape}|${quote}${word(0) === '"' ? '"' : ''}`,
    `kbn${kind}|${beforeShape}|${nextShape}`,
    `kl${kind}|${length}`,
    `knl${kind}|${nextShape}|${length}`,
    `n${nextShape}|${beforeShape}|${gapShape}`,
    `bw${before.toLowerCase()}|${kind}`,
    `nw${next.toLowerCase()}|${hasMark}`,
    `nwc${next}|${kind}`,
    `nk${nextShape}|${shape(word(nextAt + 1))}|${kind}`,
    `rw${word(1)}|${hasMark}`,
    `ab${/\p{L}\.$/u.test(word(0)) ? `${word(0).toLowerCase()}|${nextShape[0]}` : ''}`,
    `bb${beforeShape}|${shape(word(markAt - 2))}|${kind}`,
    `tri${shape(word(-1))}|${shape(word(0))}|${shape(word(1))}|${shape(word(2))}`,
    `wk${word(0).toLowerCase()}|${nextShape}`,
    `nl${nextShape}|${beforeShape}|${length}`,
    `n2${word(nextAt + 1).toLowerCase()}|${hasMark}`,
    ...ofSentence(reader, gap, sides),
    ...ofClasses(reader, gap, sides),
  ];
}

/** What many features share. */
interface Sides {
  /** The mark before the gap, with what closes after it, else the shape of the word. */
  readonly kind: string;
  /** The first sign of the mark, or `-`. */
  readonly mark: string;
  /** Tokens from the gap to the word behind it, over what opens, and its shape. */
  readonly nextAt: number;
  readonly nextShape: string;
  /** Doublings of the tokens of the sentence so far. */
  readonly length: number;
}

/** How the sentence began, and how its line ends. */
function ofSentence(reader: TokenReader, gap: Gap, { kind, mark, nextShape, length }: Sides): string[] {
  const { index, first, line } = gap;
  const opening = wordAt(reader, first);
  const openingShape = shape(opening);
  const few = Math.min(5, index - first + 1);
  const rest = lengthOf(line.last - index, 4);
  const last = wordAt(reader, line.last);
  return [
    `kr${kind}|${rest}`,
    `lr${kind}|${length}|${rest}`,
    `le${MARK.test(last) ? 'm' : shape(last)}|${kind}|${nextShape}`,
    `fs${openingShape}|${kind}|${nextShape}`,
    `eq${opening === wordAt(reader, index + 1)}|${kind}|${openingShape}`,
    // A greeting, a name below a letter, an entry of a list: the first word, how few follow, and what went before.
    `ow${opening.toLowerCase()}|${mark !== '-'}|${nextShape[0]}`,
    `os${openingShape}|${few}|${kind}|${nextShape}`,
    `op${wordAt(reader, first - 1).toLowerCase()}|${few}|${kind}`,
  ];
}

/** Classes of the words around, whether verbs stand on either side, and quarters of the words that begin with a capital. */
function ofClasses(reader: TokenReader, gap: Gap, { kind, mark, nextAt, nextShape, length }: Sides): string[] {
  const kindOf = (offset: number): string => classOf(reader, gap.index + offset);
  const behind = wordAt(reader, gap.index + 1);
  const initial = /^\p{Lu}/u.test(behind) ? 'U' : /^\p{Ll}/u.test(behind) ? 'l' : 's';
  const { words, capitals } = countCapitals(reader, gap);
  const verbs = `${gap.hasVerb ? 1 : 0}${isVerbAhead(reader, gap) ? 1 : 0}`;
  return [
    `v${verbs}|${mark === '-' ? kindOf(0) : mark}|${initial}`,
    `vc${verbs}|${initial}${kindOf(1)}|${mark}`,
    `vl${gap.hasVerb}|${length}|${mark}${shape(behind)}`,
    `c${kind}|${nextShape}|${kindOf(nextAt)}`,
    `cc${mark}|${initial}|${kindOf(1)}|${kindOf(2)}`,
    `cb${kindOf(0)}|${kind}|${initial}`,
    `ca${initial}${kindOf(0)}|${kindOf(1)}`,
    `ct${kindOf(-1)}|${kindOf(0)}|${initial}${kindOf(1)}`,
    `cn${mark}|${kindOf(1)}|${kindOf(2)}|${kindOf(3)}`,
    `u${words < FEW ? 's' : Math.round((4 * capitals) / words)}|${kind}|${nextShape}`,
  ];
}

/** A verb comes soon, before the next mark. */
function isVerbAhead(reader: TokenReader, { index, line }: Gap): boolean {
  for (let at = index + 1; at <= Math.min(index + AHEAD, line.last) && !MARK.test(wordAt(reader, at)); at++)
    if (isVerb(reader, at)) return true;
  return false;
}

/** Doublings of the number of tokens, at most `most`. */
function lengthOf(tokens: number, most: number): number {
  return Math.min(most, Math.floor(Math.log2(tokens + 1)));
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
