// Sentences → batches for the text graph: pieces packed into windows of whole sentences, windows of like length together.
import type { Extraction } from '../../model/extraction.ts';
import type { TextBatch } from '../../onnx/text-session.ts';
import { CONTINUATION, caseShape, type EncodeWord, PIECE, SPECIAL_SHAPE } from '../../onnx/word-piece.ts';

/** Pieces of a window without its two marks: training mixed 126, 254 and 500; longer windows cost more than they give. */
const WINDOW = 254;
/** Padded pieces of a batch: the fastest size measured. */
const BATCH = 1_024;

/** Consecutive words that the graph reads as one sentence: a whole sentence, or a part of an endless one. */
export interface Stretch {
  readonly firstToken: number;
  readonly words: number;
  readonly pieces: readonly number[];
  readonly shapes: readonly number[];
  /** Place in `pieces` of each word's first piece. */
  readonly first: readonly number[];
}

/** A batch and the stretches behind its rows of `words`. */
export interface EncodedBatch extends TextBatch {
  readonly stretches: readonly Stretch[];
}

/** Batches of one document; a function of the document alone, so that what it says does not depend on its neighbours. */
export function encodeBatches({ document, sentences, tokens }: Extraction, encodeWord: EncodeWord): EncodedBatch[] {
  const stretches = sentences.flatMap(({ firstToken, lastToken }) => {
    const words = tokens.slice(firstToken, lastToken + 1).map(({ start, end }) => document.text.slice(start, end));
    return cutStretches(words, firstToken, encodeWord);
  });
  return groupWindows(packWindows(stretches)).map(fillBatch);
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
    stretches.push(encodeStretch(words.slice(from, to), firstToken + from, encodeWord));
    from = to;
  }
  return stretches;
}

function encodeStretch(words: readonly string[], firstToken: number, encodeWord: EncodeWord): Stretch {
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
  return { firstToken, words: words.length, pieces, shapes, first };
}

function packWindows(stretches: readonly Stretch[]): Stretch[][] {
  const windows: Stretch[][] = [];
  let size = WINDOW + 1;
  for (const stretch of stretches) {
    if (size + stretch.pieces.length > WINDOW) {
      windows.push([]);
      size = 0;
    }
    windows.at(-1)?.push(stretch);
    size += stretch.pieces.length;
  }
  return windows;
}

function windowLength(window: readonly Stretch[]): number {
  return window.reduce((sum, { pieces }) => sum + pieces.length, 2);
}

function groupWindows(windows: readonly Stretch[][]): Stretch[][][] {
  const batches: Stretch[][][] = [];
  for (const window of [...windows].sort((left, right) => windowLength(right) - windowLength(left))) {
    const batch = batches.at(-1);
    if (batch !== undefined && windowLength(batch[0] ?? []) * (batch.length + 1) <= BATCH) batch.push(window);
    else batches.push([window]);
  }
  return batches;
}

function fillBatch(windows: readonly Stretch[][]): EncodedBatch {
  const length = Math.max(...windows.map(windowLength));
  const stretches = windows.flat();
  const width = Math.max(...stretches.map(({ words }) => words));
  const pieces = new Int32Array(windows.length * length).fill(PIECE.pad);
  const shapes = new Int32Array(windows.length * length).fill(SPECIAL_SHAPE);
  const mask = new Int32Array(windows.length * length);
  const words = new Int32Array(stretches.length * width).fill(-1);
  let row = 0;
  for (const [index, window] of windows.entries()) {
    let place = index * length;
    mask.fill(1, place, place + windowLength(window));
    pieces[place] = PIECE.start;
    place += 1;
    for (const stretch of window) {
      pieces.set(stretch.pieces, place);
      shapes.set(stretch.shapes, place);
      for (const [word, first] of stretch.first.entries()) words[row * width + word] = place + first;
      place += stretch.pieces.length;
      row += 1;
    }
    pieces[place] = PIECE.end;
  }
  return {
    windows: windows.length,
    length,
    sentences: stretches.length,
    width,
    pieces,
    shapes,
    mask,
    words,
    stretches,
  };
}
