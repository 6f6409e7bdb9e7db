import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseShape, makeWordPiece } from '../../src/onnx/word-piece.ts';

const vocabulary = readFileSync(new URL('../../data/models/vocab.txt', import.meta.url), 'utf8');
const encode = makeWordPiece(vocabulary);
const lines = vocabulary.split('\n');
const pieces = (word: string): string =>
  encode(word)
    .map((id) => lines[id])
    .join(' ');

describe('word pieces', () => {
  it('fold case and accents, split marks, and match the longest first', () => {
    expect(pieces('Café')).toBe('cafe');
    expect(pieces('U.S.')).toBe('u . s .');
    expect(pieces('unquotable')).toMatch(/^un ##/);
  });

  it('give every word a piece', () => {
    for (const word of ['', '\u0000', '\u{1f9ff}', 'x'.repeat(500), '\ud800'])
      expect(encode(word).length).toBeGreaterThan(0);
  });

  it('tell the case shape of a word', () => {
    const shapes = ['lower', 'title', 'upper', 'mixed', 'digits', 'other', 'capital'];
    const words = ['boat', 'Boat', 'NATO', 'iPhone', '1,000', '—', 'A'];
    expect(words.map((word) => shapes[caseShape(word)])).toEqual(shapes);
  });
});
