// What the gold says of the two things of a wrong relation, in either direction.
import { describe, expect, it } from 'vitest';
import type { AnnotatedDocument } from '../../scripts/evaluate/annotated.ts';
import { insteadOf } from '../../scripts/evaluate/list-misses.ts';

const GOLD = { relations: new Set(['0 CREATED_BY 1', '2 BORN_IN 1']) } as unknown as AnnotatedDocument;
const ENTITIES = new Map(['song', 'singer', 'town'].map((key, place) => [key, new Set([place])]));

describe('insteadOf', () => {
  it.each([
    ['song', 'singer', 'gold: CREATED_BY'],
    ['singer', 'song', 'gold: <CREATED_BY'],
    ['song', 'town', 'unrelated'],
    ['song', 'label', 'an end is no gold entity'],
  ])('%s, %s: %s', (subject, object, expected) => {
    expect(insteadOf({ subject, object, type: 'OWNED_BY', score: 1 }, ENTITIES, GOLD)).toBe(expected);
  });
});
