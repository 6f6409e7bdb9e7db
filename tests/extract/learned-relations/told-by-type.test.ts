// Which open relations a typed one of the same two tells already.
import { describe, expect, it } from 'vitest';
import { withoutTold } from '../../../src/extract/learned-relations/told-by-type.ts';
import type { Relation } from '../../../src/model/extraction.ts';
import { ontology } from '../read-text.ts';

const BASE = {
  ...{ subject: 'm1', object: 'm2', literal: null, cue: null, evidence: { start: 0, end: 40 }, attribution: null },
  ...{ polarity: 'positive', modality: 'actual', time: null, score: 0.8, by: 'test@1' },
};
const BIRTH = { ...BASE, id: 'r1', type: 'BORN_IN', predicate: 'was born in' } as unknown as Relation;
/** The second mention of the same person. */
const KEYS = new Map([
  ['m1', 'c1'],
  ['m3', 'c1'],
]);

function keeps(open: Partial<Record<keyof Relation, unknown>>): boolean {
  const relation = { ...BASE, id: 'r2', type: null, ...open } as unknown as Relation;
  return withoutTold([BIRTH, relation], KEYS, ontology).includes(relation);
}

describe('an open relation beside a typed one of the same two', () => {
  it.each([
    ['by the same verb', { predicate: 'bear outside' }],
    ['of another mention of the same person', { predicate: 'bear outside', subject: 'm3' }],
  ])('is told already: %s', (_, open) => {
    expect(keeps(open)).toBe(false);
  });

  it.each([
    ['by another verb', { predicate: 'bearing on' }],
    ['in another sentence', { predicate: 'bear outside', evidence: { start: 50, end: 90 } }],
    ['of somebody else', { predicate: 'bear outside', subject: 'm4' }],
    ['denied', { predicate: 'bear outside', polarity: 'negative' }],
    ['with a number', { predicate: 'bear', object: null }],
  ])('is kept: %s', (_, open) => {
    expect(keeps(open)).toBe(true);
  });
});
