// One pass of the encoder over a document: trees, mention spans, and the windows' states for the steps that go on from them.
import type { Extraction, Sentence } from '../../model/extraction.ts';
import { HAS_PAIR_GRAPHS } from '../../onnx/pair-session.ts';
import { loadTextSession, type TextInput, type TextOutput, type TextSession } from '../../onnx/text-session.ts';
import { decodeTrees, type Reading } from './decode.ts';
import { decodeNames, type NameSpan } from './decode-names.ts';
import { decodeSpans, type MentionSpan } from './decode-spans.ts';
import { type EncodedWindow, encodeSegments } from './encode.ts';

/** First and last piece (inclusive) of a word in its window, the window's first mark counted. */
export interface PieceRange {
  readonly first: number;
  readonly last: number;
}

/** What the layer of pairs says of one window. */
export interface ReadWindow {
  /** What the graph read; its length counts pieces, marks included. */
  readonly input: TextInput;
  /** [length, 384] */
  readonly states: Float32Array;
  /** [length, 384] each, of that layer's attention. */
  readonly queries: Float32Array;
  readonly keys: Float32Array;
  /** By place in Extraction.tokens. */
  readonly pieces: ReadonlyMap<number, PieceRange>;
  /** First and last token whose home this window is. */
  readonly home: { readonly first: number; readonly last: number };
}

/** Consecutive windows, in reading order, and the mentions at home in them. */
export interface Segment {
  readonly windows: readonly ReadWindow[];
  readonly spans: readonly MentionSpan[];
}

export interface DocumentReading {
  readonly readings: ReadonlyMap<number, Reading>;
  readonly names: readonly NameSpan[];
}

/** States of documents whose pair steps are still to come; a cache, so that they need no second pass. */
const remembered = new WeakMap<readonly Sentence[], Segment>();

/** Trees and names. */
export async function readDocument(extraction: Extraction): Promise<DocumentReading> {
  const session = await loadTextSession();
  const readings = new Map<number, Reading>();
  const names: NameSpan[] = [];
  const segments = encodeSegments(extraction, session.encodeWord);
  // A document of many segments is read again, one segment at a time, so that memory stays bounded.
  const isKept = HAS_PAIR_GRAPHS && segments.length === 1;
  for (const segment of segments) {
    const windows: ReadWindow[] = [];
    const spans: MentionSpan[] = [];
    for (const window of segment) {
      const output = await session.run(window, isKept);
      for (const [place, reading] of decodeTrees(window, output, session.labels)) readings.set(place, reading);
      const found = decodeSpans(window, output, session.labels);
      names.push(...decodeNames(found, session.calibration.name));
      spans.push(...found);
      if (isKept) windows.push(toReadWindow(window, output));
    }
    if (isKept) remembered.set(extraction.sentences, makeSegment(windows, spans));
  }
  return { readings, names };
}

/** The document's segments with states, in reading order, each read when it is asked for. */
export async function* readSegments(extraction: Extraction): AsyncGenerator<Segment> {
  const known = remembered.get(extraction.sentences);
  if (known !== undefined) {
    yield known;
    return;
  }
  const session = await loadTextSession();
  for (const segment of encodeSegments(extraction, session.encodeWord)) yield await readSegment(segment, session);
}

/** Frees the states of a document that no later step reads. */
export function forgetSegments({ sentences }: Extraction): void {
  remembered.delete(sentences);
}

async function readSegment(segment: readonly EncodedWindow[], session: TextSession): Promise<Segment> {
  const windows: ReadWindow[] = [];
  const spans: MentionSpan[] = [];
  for (const window of segment) {
    const output = await session.run(window, true);
    windows.push(toReadWindow(window, output));
    spans.push(...decodeSpans(window, output, session.labels));
  }
  return makeSegment(windows, spans);
}

function makeSegment(windows: readonly ReadWindow[], spans: readonly MentionSpan[]): Segment {
  return {
    windows: windows
      .filter(({ home }) => home.last >= home.first) // a window of seams alone is home to no word
      .sort((left, right) => left.home.first - right.home.first),
    spans: [...spans].sort((left, right) => left.first - right.first || right.last - left.last),
  };
}

function toReadWindow(input: EncodedWindow, { states, queries, keys }: TextOutput): ReadWindow {
  const pieces = new Map<number, PieceRange>();
  let [first, last] = [Number.POSITIVE_INFINITY, -1];
  for (const { stretch, offset, isHome } of input.placements) {
    if (stretch.seam !== null) continue;
    for (let word = 0; word < stretch.words; word += 1) {
      const next = stretch.first[word + 1] ?? stretch.pieces.length;
      pieces.set(stretch.firstToken + word, { first: offset + (stretch.first[word] ?? 0), last: offset + next - 1 });
    }
    if (!isHome) continue;
    first = Math.min(first, stretch.firstToken);
    last = Math.max(last, stretch.firstToken + stretch.words - 1);
  }
  return { input, states, queries, keys, pieces, home: { first, last } };
}
