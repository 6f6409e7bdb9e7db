// Sentences → windows for the text graph: pieces packed into windows of whole sentences.
import type { Extraction, Sentence } from '../../model/extraction.ts';
import { HAS_PAIR_GRAPHS } from '../../onnx/pair-session.ts';
import type { TextInput } from '../../onnx/text-session.ts';
import { CONTINUATION, caseShape, type EncodeWord, PIECE, SPECIAL_SHAPE } from '../../onnx/word-piece.ts';
import { LONGEST_SENTENCE } from '../sentences/split-sentences.ts';

/**
 * Pieces of a window without its two marks. Longer ones let relations reach further and cost accuracy of the tree
 * (GUM LAS 0.6 lower at 500 than at 254) and speed.
 */
const WINDOW = HAS_PAIR_GRAPHS ? 384 : 254;
/** Pieces of whole sentences that a window repeats from the one before, so that neighbours meet in one window. */
const OVERLAP = 80;
/** Cells of the grids of arcs of a window (rows times width squared): beside one long row many short ones would cost gigabytes. */
const GRID = 4 * 254 * 254;
/** Windows whose states are held at one time: about 30,000 words, 110 MB. */
const SEGMENT = 64;
/** Words on each side of a cut through an endless sentence that are read once more together. */
const SEAM = 24;

/** Consecutive words that the graph reads as one sentence: a whole sentence, or a part of an endless one. */
export interface Stretch {
  readonly firstToken: number;
  readonly words: number;
  readonly pieces: readonly number[];
  readonly shapes: readonly number[];
  /** Place in `pieces` of each word's first piece. */
  readonly first: readonly number[];
  /** The token after a cut through a sentence, where this stretch only looks for mentions across it; else null. */
  readonly seam: number | null;
}

/** Where a stretch stands in a window; `offset` counts pieces, the window's first mark included. */
export interface Placement {
  readonly stretch: Stretch;
  readonly offset: number;
  /** False where the window only repeats it: its heads run in the window before. */
  readonly isHome: boolean;
}

/** A window, the stretches behind its rows of `words`, and all that stand in it. */
export interface EncodedWindow extends TextInput {
  readonly stretches: readonly Stretch[];
  readonly placements: readonly Placement[];
}

/**
 * Windows of one document in segments of at most SEGMENT. Each runs alone: none is padded, and what it says does not
 * depend on its neighbours.
 */
export function encodeSegments({ document, sentences, tokens }: Extraction, encodeWord: EncodeWord): EncodedWindow[][] {
  const readable = sentences.filter((sentence) => !isEndless(sentence));
  const stretches = readable.flatMap(({ firstToken, lastToken }) => {
    const words = tokens.slice(firstToken, lastToken + 1).map(({ start, end }) => document.text.slice(start, end));
    return cutStretches(words, firstToken, encodeWord);
  });
  const windows = packWindows(stretches);
  const segments: EncodedWindow[][] = [];
  for (let from = 0; from < windows.length; from += SEGMENT)
    segments.push(windows.slice(from, from + SEGMENT).map(fillWindow));
  return segments;
}

/** True where the splitter had to cut: a table or a fault, not language, and minutes of work where there is much of it. */
export function isEndless({ firstToken, lastToken }: Sentence): boolean {
  return lastToken - firstToken + 1 >= LONGEST_SENTENCE;
}

/** Whole where it fits a window, else in parts that end with a mark of punctuation where one is near. */
function cutStretches(words: readonly string[], firstToken: number, encodeWord: EncodeWord): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  while (from < words.length) {
    let pieces = 0;
    let to = from;
    let mark = 0;
    while (to < words.length) {
      const word = words[to] ?? '';
      const size = encodeWord(word).length;
      if (pieces + size > WINDOW) break;
      pieces += size;
      to += 1;
      if (/^[,;:.!?)\]]$/u.test(word)) mark = to;
    }
    if (to < words.length && mark > from + (to - from) / 2) to = mark;
    stretches.push(encodeStretch(words.slice(from, to), firstToken + from, encodeWord, null));
    if (to < words.length) {
      const left = Math.max(from, to - SEAM);
      // Words of many pieces are rubbish; a seam through them holds no name.
      const around = encodeStretch(words.slice(left, to + SEAM), firstToken + left, encodeWord, firstToken + to);
      if (around.pieces.length <= WINDOW) stretches.push(around);
    }
    from = to;
  }
  return stretches;
}

function encodeStretch(
  words: readonly string[],
  firstToken: number,
  encodeWord: EncodeWord,
  seam: number | null,
): Stretch {
  const pieces: number[] = [];
  const shapes: number[] = [];
  const first: number[] = [];
  for (const word of words) {
    const ids = encodeWord(word);
    const shape = caseShape(word);
    first.push(pieces.length);
    for (const [index, id] of ids.entries()) {
      pieces.push(id);
      shapes.push(index === 0 ? shape : shape + CONTINUATION);
    }
  }
  return { firstToken, words: words.length, pieces, shapes, first, seam };
}

/** As few windows as it takes, of about equal length: a short last one would know little of what came before. */
function packWindows(stretches: readonly Stretch[]): Placement[][] {
  const fewest = fillWindows(stretches, WINDOW);
  const total = stretches.reduce((sum, { pieces }) => sum + pieces.length, 0);
  for (let limit = Math.ceil(total / fewest.length); limit < WINDOW; limit += 16) {
    const windows = fillWindows(stretches, limit);
    if (windows.length <= fewest.length) return windows;
  }
  return fewest;
}

function fillWindows(stretches: readonly Stretch[], limit: number): Placement[][] {
  const windows: Placement[][] = [];
  let size = Number.POSITIVE_INFINITY;
  let [rows, width] = [0, 0];
  for (const stretch of stretches) {
    const length = stretch.pieces.length;
    const grid = (rows + 1) * Math.max(width, stretch.words) ** 2;
    if (size >= limit || size + length > WINDOW || grid > GRID) {
      const repeated = tailOf(windows.at(-1) ?? [], Math.min(OVERLAP, WINDOW - length));
      windows.push([]);
      size = 0;
      [rows, width] = [0, 0];
      for (const again of repeated) size = place(windows, again, size, false);
    }
    size = place(windows, stretch, size, true);
    rows += 1;
    width = Math.max(width, stretch.words);
  }
  return windows;
}

function homeOf(window: readonly Placement[]): Stretch[] {
  return window.flatMap(({ stretch, isHome }) => (isHome ? [stretch] : []));
}

function place(windows: Placement[][], stretch: Stretch, size: number, isHome: boolean): number {
  windows.at(-1)?.push({ stretch, offset: size + 1, isHome });
  return size + stretch.pieces.length;
}

/** The last whole stretches of a window that together have at most `limit` pieces. */
function tailOf(window: readonly Placement[], limit: number): Stretch[] {
  const tail: Stretch[] = [];
  let size = 0;
  for (const { stretch, isHome } of [...window].reverse()) {
    size += stretch.pieces.length;
    if (size > limit || stretch.seam !== null || !isHome) break;
    tail.unshift(stretch);
  }
  return tail;
}

function windowLength(window: readonly Placement[]): number {
  return window.reduce((sum, { stretch }) => sum + stretch.pieces.length, 2);
}

function fillWindow(placements: readonly Placement[]): EncodedWindow {
  const length = windowLength(placements);
  const stretches = homeOf(placements);
  const width = Math.max(...stretches.map(({ words }) => words));
  const pieces = new Int32Array(length);
  const shapes = new Int32Array(length).fill(SPECIAL_SHAPE);
  const words = new Int32Array(stretches.length * width).fill(-1);
  pieces[0] = PIECE.start;
  pieces[length - 1] = PIECE.end;
  let row = 0;
  for (const { stretch, offset, isHome } of placements) {
    pieces.set(stretch.pieces, offset);
    shapes.set(stretch.shapes, offset);
    if (!isHome) continue;
    for (const [word, first] of stretch.first.entries()) words[row * width + word] = offset + first;
    row += 1;
  }
  return { length, sentences: stretches.length, width, pieces, shapes, words, stretches, placements };
}
