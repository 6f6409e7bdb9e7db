// Pairs that are easily taken for one: not one may be joined. And pairs that are one in two forms.
import { expect, it } from 'vitest';
import { markText, mentionOf } from '../mark-text.ts';
import { resolveAll } from '../read-folder.ts';
import { MORE_PAIRS, ONE_THING } from './more-pairs.ts';
import { HARD_PAIRS, type HardPair } from './pairs.ts';

/** The entities of the two names. @throws Error where one stands for nothing. */
function entitiesOf({ texts, names }: HardPair): readonly [string, string] {
  const extractions = texts.map((text) => markText({ text }));
  const { mentions } = resolveAll(extractions);
  const entityOf = (place: 0 | 1): string => {
    const extraction = extractions[place];
    const id = extraction && mentionOf(extraction, names[place]).id;
    const entity = mentions.find(({ mention }) => mention.id === id)?.entity;
    if (!entity) throw new Error(`${names[place]} stands for nothing.`);
    return entity;
  };
  return [entityOf(0), entityOf(1)];
}

function isJoined(pair: HardPair): boolean {
  const [left, right] = entitiesOf(pair);
  return left === right;
}

const say = (pairs: readonly HardPair[]): readonly string[] => pairs.map(({ names }) => names.join(' = '));

it('joins none of the hard pairs', () => {
  expect(HARD_PAIRS.length).toBeGreaterThanOrEqual(150);
  expect(say(HARD_PAIRS.filter(isJoined))).toEqual([]);
});

it('joins none of the pairs that look alike in sound, number, place or owner', () => {
  expect(MORE_PAIRS.length).toBeGreaterThanOrEqual(60);
  expect(say(MORE_PAIRS.filter(isJoined))).toEqual([]);
});

it('joins what is one in two forms', () => {
  expect(say(ONE_THING.filter((pair) => !isJoined(pair)))).toEqual([]);
});

it('would tell: an easy pair is joined', () => {
  const scene = 'The [Harbor Guild|Organization] met.';
  const [left, right] = entitiesOf({ texts: [scene, `${scene} It rained.`], names: ['Harbor Guild', 'Harbor Guild'] });
  expect(left).toBe(right);
});
