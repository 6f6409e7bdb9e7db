import { describe, expect, it } from 'vitest';
import { moveScore, scoreLogit } from '../../../src/extract/scores/scores-step.ts';
import type { Relation } from '../../../src/model/extraction.ts';
import { makeId } from '../../../src/model/id.ts';

function relation(score: number, by: string): Relation {
  return {
    id: makeId('relation', by),
    subject: makeId('mention', 'one'),
    object: makeId('mention', 'other'),
    literal: null,
    type: 'LEADS',
    predicate: 'head',
    cue: null,
    evidence: { start: 0, end: 1 },
    polarity: 'negative',
    modality: 'planned',
    attribution: null,
    time: null,
    score,
    by,
  };
}

const offsets = new Map([
  ['titles@1', 1],
  ['titles@1 office', -1],
]);

describe('calibrated scores', () => {
  it('move by the offset of source and family, else of the source, else not at all', () => {
    expect(scoreLogit(moveScore(relation(0.5, 'titles@1'), 'office', offsets).score)).toBeCloseTo(-1, 2);
    expect(scoreLogit(moveScore(relation(0.5, 'titles@1'), 'place', offsets).score)).toBeCloseTo(1, 2);
    expect(moveScore(relation(0.5, 'titles@1+relations@1'), 'office', offsets).score).toBe(0.5);
  });

  it('of relations of a user’s own stay, since nothing was measured of them', () => {
    expect(moveScore(relation(0.7, 'titles@1'), 'other', offsets).score).toBe(0.7);
  });

  it('never become certain, and leave the rest alone', () => {
    expect(moveScore(relation(1, 'titles@1'), 'place', offsets).score).toBeLessThan(1);
    expect(moveScore(relation(0, 'titles@1'), 'office', offsets).score).toBeGreaterThan(0);
    expect(moveScore(relation(0.5, 'other@1'), '', offsets)).toEqual(relation(0.5, 'other@1'));
  });
});
