import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTree } from '../../../src/extract/encoder/decode.ts';
import { bestTree } from '../../../src/extract/encoder/spanning-tree.ts';

/** Every assignment of heads, for sizes small enough to try them all. */
function bestByTrying(size: number, score: (word: number, head: number) => number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(size).fill(0);
  const visit = (word: number, sum: number): void => {
    if (word === size) {
      if (isTree(heads.map((head) => head - 1))) best = Math.max(best, sum);
      return;
    }
    for (let head = 0; head <= size; head += 1) {
      if (head === word + 1) continue;
      heads[word] = head;
      visit(word + 1, sum + score(word, head));
    }
  };
  visit(0, 0);
  return best;
}

describe('bestTree', () => {
  it('breaks a cycle where it costs least', () => {
    const scores = [
      [1, 0, 9],
      [0, 9, 0],
    ];
    expect(bestTree(2, (word, head) => scores[word]?.[head] ?? 0)).toEqual([-1, 0]);
  });

  it('is a tree with one root, and none is better', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 30, maxLength: 30 }),
        (size, values) => {
          const score = (word: number, head: number): number => values[word * 6 + head] ?? 0;
          const heads = bestTree(size, score);
          expect(isTree(heads)).toBe(true);
          expect(heads.reduce((sum, head, word) => sum + score(word, head + 1), 0)).toBe(bestByTrying(size, score));
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });
});
