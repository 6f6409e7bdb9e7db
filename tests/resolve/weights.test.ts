// The weights in use: each says for or against as its reason does.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WEIGHTS } from '../../src/resolve/score.ts';

const file = JSON.parse(readFileSync(new URL('../../data/resolve-weights.json', import.meta.url), 'utf8')) as {
  readonly inUse: 'byHand' | 'learned';
  readonly byHand: Record<string, number>;
  readonly learned: Record<string, number>;
};

it('are those that the file says, learned for every level that has one by hand', () => {
  expect(WEIGHTS).toEqual(file[file.inUse]);
  expect(Object.keys(file.learned)).toEqual(Object.keys(file.byHand));
});

it('keep the sign that was set by hand', () => {
  const turned = Object.entries(file.learned).filter(([level, weight]) => weight * (file.byHand[level] ?? 0) < 0);
  expect(turned).toEqual([]);
});

it('never let a surname, first letters or a first word alone join two', () => {
  const alone = [
    'name-surname',
    'name-given',
    'name-lone',
    'name-variant',
    'thing-acronym',
    'thing-short',
    'thing-variant',
  ];
  expect(alone.filter((level) => (file.learned[level] ?? 0) >= 0)).toEqual([]);
});
