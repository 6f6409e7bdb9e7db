import { describe, expect, it } from 'vitest';
import { bestAssignment, conllScore, countCoreference } from '../../scripts/evaluate/coreference-scores.ts';

const clusters = (...lists: readonly (readonly number[])[]) => lists.map((list) => new Set(list.map(String)));

describe('coreference scores', () => {
  it('gives what scripts/train/coreference_scores.py gives', () => {
    const first = countCoreference(
      clusters([1, 2, 3], [4, 5], [6], [7, 8, 9, 10]),
      clusters([1, 2], [3, 4, 5], [6, 7], [8, 9, 10], [11, 12]),
    );
    const second = countCoreference(clusters([1, 2], [3, 4]), clusters([1, 2, 3, 4]));
    expect(conllScore([first, second])).toBeCloseTo(63.2, 1);
  });

  it('is 100 for the same clusters and counts singletons only when asked', () => {
    const same = clusters([1, 2], [3]);
    expect(conllScore([countCoreference(same, same)])).toBeCloseTo(100);
    const missed = clusters([1, 2]);
    expect(conllScore([countCoreference(same, missed)])).toBeCloseTo(100);
    expect(conllScore([countCoreference(same, missed, true)])).toBeLessThan(100);
  });

  it('assigns for the highest sum, not the highest cell', () => {
    expect(
      bestAssignment([
        [9, 8],
        [8, 1],
      ]),
    ).toBe(16);
  });
});
