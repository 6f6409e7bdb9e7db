// What surrounds a gap: classes of words, verbs on either side, its line, and the sentence before.
import { type Gap, isVerb, type WordReader } from './gaps.ts';
import { initial, MARK } from './word-shape.ts';

/** Words looked ahead for a verb, and for capitals. */
const AHEAD = 8;
const CAPITALS_AHEAD = 3;
/** From so many words on, of which so many begin with a capital, a capital tells nothing: a headline, a list of names. */
const LEAST_WORDS = 4;
const LEAST_CAPITALS = 0.75;

/** A gap with what all its features ask for. */
interface View {
  readonly gap: Gap;
  readonly reader: WordReader;
  /** Words and classes by distance from the gap: 0 stands before it, 1 behind. */
  word(offset: number): string;
  lower(offset: number): string;
  kind(offset: number): string;
  /** The mark right before the gap, else empty. */
  readonly mark: string;
  /** The mark, else the shape of the word before the gap. */
  readonly end: string;
  /** Initial and shape of the word behind the gap; the initial is `T` among capitals. */
  readonly initial: string;
  readonly shape: string;
  /** Tokens of the sentence so far, and those left in the line. */
  readonly sinceStart: number;
  readonly toLineEnd: number;
}

/** Names of the features of context that hold in the gap. */
export function contextFeatures(reader: WordReader, gap: Gap): readonly string[] {
  const word = (offset: number): string => reader.words[gap.index + offset] ?? '';
  const shape = (offset: number): string => reader.shapes[gap.index + offset] ?? '^';
  const mark = MARK.test(word(0)) ? word(0).slice(0, 1) : '';
  const view: View = {
    ...{ gap, reader, word, mark },
    lower: (offset) => reader.lowers[gap.index + offset] ?? '',
    kind: (offset) => reader.classes[gap.index + offset] ?? '^',
    end: mark || `-${shape(0)}`,
    ...{ initial: amongCapitals(reader, gap) ? 'T' : initial(word(1)), shape: shape(1) },
    ...{ sinceStart: gap.index - gap.first + 1, toLineEnd: gap.line.last - gap.index },
  };
  return [...ofClasses(view), ...ofVerbs(view), ...ofLine(view), ...ofSentence(view), ...ofSentenceBefore(view)];
}

function amongCapitals({ lettered, capital }: WordReader, { index, first, line }: Gap): boolean {
  const end = Math.min(index + CAPITALS_AHEAD, line.last) + 1;
  const words = (lettered[end] ?? 0) - (lettered[first] ?? 0);
  const capitals = (capital[end] ?? 0) - (capital[first] ?? 0);
  return words >= LEAST_WORDS && capitals >= LEAST_CAPITALS * words;
}

function ofClasses({ word, lower, kind, mark, initial }: View): readonly string[] {
  return [
    `c1${initial}${kind(0)}|${kind(1)}`,
    `c2${initial}${kind(0)}|${kind(1)}|${kind(2)}`,
    `c3${initial}${kind(-1)}|${kind(0)}|${kind(1)}`,
    `c4${initial}${mark || '-'}|${kind(1)}|${kind(2)}|${kind(3)}`,
    `c5${kind(-2)}|${kind(-1)}|${kind(0)}|${initial}`,
    `c6${initial}${kind(-1)}|${kind(0)}|${kind(1)}|${kind(2)}`,
    `z1${lower(0)}|${initial}${kind(1)}|${kind(2)}`,
    `z2${word(1)}|${kind(0)}|${kind(2)}`,
    `z3${word(1)}|${kind(0)}|${kind(-1)}`,
    `z4${mark || '-'}|${initial}|${kind(1)}|${lower(2)}`,
  ];
}

/** Whether the sentence so far has a verb, and whether one comes before the next mark. */
function ofVerbs(view: View): readonly string[] {
  const { kind, mark, initial, sinceStart, gap } = view;
  const before = gap.hasVerb ? 1 : 0;
  const verbs = `${before}${verbAhead(view) ? 1 : 0}`;
  return [
    `v${verbs}|${mark || kind(0)}|${initial}`,
    `v2${verbs}|${initial}${kind(1)}|${mark || '-'}`,
    `v3${before}|${Math.min(6, Math.floor(Math.log2(sinceStart + 1)))}|${mark || '-'}${view.shape}`,
  ];
}

function verbAhead({ word, kind, toLineEnd }: View): boolean {
  for (let offset = 1; offset <= Math.min(AHEAD, toLineEnd) && !MARK.test(word(offset)); offset++)
    if (isVerb(kind(offset))) return true;
  return false;
}

function ofLine({ gap, reader, kind, mark, end, initial, shape, sinceStart, toLineEnd }: View): readonly string[] {
  const size = Math.min(7, Math.floor(Math.log2(gap.line.last - gap.line.first + 2)));
  const marked = MARK.test(reader.words[gap.line.last] ?? '') ? 1 : 0;
  const opens = gap.first === gap.line.first;
  return [
    `l1${size}${marked}|${mark || '-'}${initial}`,
    `l2${opens}|${end}|${shape}`,
    `l3${opens}|${Math.min(6, sinceStart)}|${mark || '-'}|${initial}`,
    `l4${Math.min(5, toLineEnd)}|${mark || kind(0)}|${initial}${kind(1)}`,
  ];
}

/** The first word of the sentence so far, and the one before it: what follows a greeting or a name in a list. */
function ofSentence({ gap, reader, kind, mark, initial, sinceStart }: View): readonly string[] {
  const length = Math.min(sinceStart, 4);
  return [
    `y1${reader.lowers[gap.first - 1] ?? '^'}|${length}|${initial}${mark || '-'}`,
    `y2${reader.classes[gap.first - 1] ?? '^'}|${length}|${kind(0)}|${initial}${kind(1)}`,
    `y3${reader.lowers[gap.first] ?? ''}|${mark || '-'}${initial}`,
    `y4${reader.classes[gap.first] ?? '^'}|${length}|${mark || reader.shapes[gap.index]}|${initial}`,
  ];
}

/** Likeness to the sentence before in the line: lists repeat themselves. */
function ofSentenceBefore({ gap, reader, word, mark, end, initial, sinceStart, ...next }: View): readonly string[] {
  const { previous } = gap;
  if (previous === null) return [`p0${mark || '-'}|${next.shape}`];
  const last = reader.words[previous.last] ?? '';
  const endBefore = MARK.test(last) ? last.slice(0, 1) : `-${reader.shapes[previous.last]}`;
  const [shapeBefore, openingShape] = [reader.shapes[previous.first], reader.shapes[gap.first]];
  const lengthOf = (tokens: number): number => Math.min(5, Math.floor(Math.log2(tokens + 1)));
  const same = endBefore === end;
  return [
    `p1${endBefore}|${end}|${initial}`,
    `p2${same}|${openingShape === next.shape}|${initial}`,
    `p3${lengthOf(previous.last - previous.first + 1)}|${lengthOf(sinceStart)}|${same}|${initial}`,
    `p4${reader.words[gap.first] === word(1)}|${reader.words[previous.first] === word(1)}`,
    `p5${shapeBefore}|${openingShape}|${next.shape}`,
  ];
}
