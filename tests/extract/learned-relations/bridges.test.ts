// What lies between two mentions, over a tree made by hand.
import { describe, expect, it } from 'vitest';
import { BRIDGE, findBridges, MARKS } from '../../../src/extract/learned-relations/bridges.ts';
import type { WindowEntity } from '../../../src/extract/learned-relations/entities.ts';
import type { Extraction, Mention } from '../../../src/model/extraction.ts';
import type { Labels } from '../../../src/onnx/text-session.ts';

/** One word a line: form, place of the head, relation; a blank line ends a sentence. Each word is one piece, the window's mark counted. */
const WORDS = [
  ['Quill', 1, 'nsubj'],
  ['leads', -1, 'root'],
  ['the', 3, 'det'],
  ['Board', 1, 'obj'],
  ['in', 5, 'case'],
  ['Torva', 1, 'obl'],
  ['Lund', 7, 'nsubj'],
  ['left', -1, 'root'],
] as const;
const text = WORDS.map(([form]) => form).join(' ');
const tokens = WORDS.map(([form, head, deprel], index) => {
  const start = WORDS.slice(0, index).reduce((sum, [word]) => sum + word.length + 1, 0);
  return {
    index,
    start,
    end: start + form.length,
    head,
    deprel,
    sentence: index < 6 ? 0 : 1,
    lemma: form,
    upos: 'NOUN',
  };
});
const extraction = { document: { text }, tokens } as unknown as Extraction;
const window = {
  pieces: new Map(tokens.map(({ index }) => [index, { first: index + 1, last: index + 1 }])),
} as unknown as Parameters<typeof findBridges>[1];
const labels = { deprel: ['root', 'nsubj', 'obj', 'obl', 'det', 'case'] } as unknown as Labels;

function entity(type: string, ...places: readonly number[]): WindowEntity {
  const mentions = places.map((place) => {
    const { start, end, sentence } = tokens[place] as (typeof tokens)[number];
    return { mention: { start, end } as Mention, firstPiece: place + 1, lastPiece: place + 1, sentence };
  });
  return { key: String(places), role: 'named', types: [type], mentions };
}

function between(entities: readonly WindowEntity[], left: number, right: number) {
  const { bridges, marks } = findBridges(extraction, window, entities, [[left, right]], labels);
  return {
    mentions: [...bridges.slice(0, 2)],
    ways: [...bridges.slice(2)].filter((piece) => piece >= 0),
    marks: [...marks],
  };
}

describe('what lies between two mentions', () => {
  const [quill, board, torva, lund] = [
    entity('Person', 0),
    entity('Organization', 3),
    entity('Place', 5),
    entity('Person', 6),
  ];

  it('is the way up to the word above both, and how the two hang on it', () => {
    const found = between([quill, board], 0, 1);
    expect(found.mentions).toEqual([0, 1]);
    expect(found.ways).toEqual([2, 2]);
    expect(found.marks).toEqual([2, 0, 3, 0, 0, 1, 1, 2, 2]);
  });

  it('tells which comes first and that something of its kind stands nearer', () => {
    expect(between([torva, quill, board, entity('Organization', 1)], 1, 2).marks.slice(1, 5)).toEqual([0, 3, 1, 0]);
    expect(between([torva, quill], 0, 1).marks.slice(0, 3)).toEqual([2, 1, 4]);
  });

  it('goes up to both roots across sentences', () => {
    const found = between([quill, lund], 0, 1);
    expect(found.ways).toEqual([2, 8]);
    expect(found.marks.slice(0, 2)).toEqual([9, 2]);
  });

  it('takes the two mentions that stand closest, in one sentence if any do', () => {
    expect(between([quill, entity('Person', 3, 7)], 0, 1).mentions).toEqual([0, 1]);
    expect(between([lund, entity('Place', 3, 7)], 0, 1).mentions).toEqual([0, 2]);
  });

  it('has as many numbers as the graph takes', () => {
    const { bridges, marks } = findBridges(
      extraction,
      window,
      [quill, board],
      [
        [0, 1],
        [1, 0],
      ],
      labels,
    );
    expect([bridges.length, marks.length]).toEqual([2 * BRIDGE, 2 * MARKS]);
  });
});
