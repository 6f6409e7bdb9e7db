import { describe, expect, it } from 'vitest';
import { type EncodedWindow, encodeSegments, type Placement } from '../../../src/extract/encoder/encode.ts';
import { PIECE } from '../../../src/onnx/word-piece.ts';
import { splitSentence } from './split-sentence.ts';

/** One piece a word, so that lengths are easy to count. */
const onePiece = (): readonly number[] => [7];

const placementsOf = (segments: readonly (readonly EncodedWindow[])[]): Placement[][] =>
  segments
    .flat()
    .map(({ placements }) => [...placements])
    .sort((left, right) => (left[0]?.stretch.firstToken ?? 0) - (right[0]?.stretch.firstToken ?? 0));

const lengthOf = (window: readonly Placement[]): number =>
  window.reduce((sum, { stretch }) => sum + stretch.pieces.length, 0);

describe('windows', () => {
  it('reads every word at home just once, in windows of about equal length', () => {
    const windows = placementsOf(encodeSegments(splitSentence(60, 15), onePiece));
    const home = windows.flat().filter(({ isHome }) => isHome);
    const tokens = home.flatMap(({ stretch }) =>
      Array.from({ length: stretch.words }, (_, word) => stretch.firstToken + word),
    );
    expect(tokens).toEqual(Array.from({ length: 900 }, (_, token) => token));
    const lengths = windows.map(lengthOf);
    expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) / 2);
  });

  it('repeats the end of a window at the start of the next, so that neighbours meet', () => {
    const windows = placementsOf(encodeSegments(splitSentence(60, 15), onePiece));
    expect(windows.length).toBeGreaterThan(1);
    for (const window of windows.slice(1)) expect(window[0]?.isHome).toBe(false);
  });

  it('cuts an endless sentence and looks across each cut', () => {
    const windows = placementsOf(encodeSegments(splitSentence(1, 3_000), onePiece));
    const seams = windows.flat().flatMap(({ stretch }) => (stretch.seam === null ? [] : [stretch]));
    const cuts = windows
      .flat()
      .filter(({ stretch, isHome }) => isHome && stretch.seam === null && stretch.firstToken > 0)
      .map(({ stretch }) => stretch.firstToken);
    expect(seams.map(({ seam }) => seam)).toEqual(cuts);
    for (const { firstToken, words, seam } of seams) {
      expect(firstToken).toBeLessThan(seam ?? 0);
      expect(firstToken + words).toBeGreaterThan(seam ?? 0);
    }
  });

  it('puts each word of a window where its first piece stands, and pads nothing', () => {
    for (const window of encodeSegments(splitSentence(5, 8), onePiece).flat()) {
      expect([...window.words].filter((place) => place >= 0).every((place) => window.pieces[place] === 7)).toBe(true);
      expect(window.words.length).toBe(window.sentences * window.width);
      expect(window.length).toBe(40 + 2);
      expect([...window.pieces].includes(PIECE.pad)).toBe(false);
    }
  });

  it('has none for an empty text', () => {
    expect(encodeSegments(splitSentence(0, 0), onePiece).flat()).toEqual([]);
  });
});
