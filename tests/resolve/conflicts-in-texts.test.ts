// Small articles read by the real steps: what contradicts another text is found with both quotes, what only looks so is not.
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/model/graph.ts';
import { resolveFolder, type Text } from './read-folder.ts';

/** Kind, reason and quotes of each conflict. */
function conflictsIn({ conflicts, claims }: Graph): readonly { kind: string; reason: string; quotes: string[] }[] {
  return conflicts.map(({ type, reason, claimIds }) => ({
    ...{ kind: type, reason },
    quotes: claims
      .filter(({ id }) => claimIds.includes(id))
      .flatMap(({ evidence }) => evidence.map(({ quote }) => quote))
      .sort(),
  }));
}

const TROOPS = 'Peru has massed 140,000 troops near the border with Chile.';

describe('two texts that contradict each other', () => {
  it.each<[string, string, RegExp, string, string]>([
    [
      'a number',
      'quantity',
      /90,000 or 140,000 troops/,
      'Peru has massed 90,000 troops near the border with Chile.',
      TROOPS,
    ],
    [
      'a number above a bound',
      'quantity',
      /6,200 or at least 9,000 people/,
      'Harrow Motors employs at least 9,000 people.',
      'Harrow Motors employs 6,200 people.',
    ],
    [
      'an age',
      'quantity',
      /^45 or 47 years\? \(Ada Quill\)$/,
      'Ada Quill, 45, met Boris Hale in Oslo.',
      'Ada Quill, a 47-year-old teacher, spoke in Oslo.',
    ],
    [
      'a price',
      'quantity',
      /^\$2.5 billion or \$3 billion ?\? \(Harrow Motors\)$/,
      'Norair acquired Harrow Motors in a deal worth $2.5 billion.',
      'Norair has agreed to buy Harrow Motors for $3 billion.',
    ],
    [
      'how many died',
      'quantity',
      /^12 or at least 20 people killed\? \(Torva\)$/i,
      'A bomb killed 12 people in Torva.',
      'At least 20 people died when a bomb exploded in a market in Torva.',
    ],
    [
      'a year of foundation',
      'functional',
      /Harrow Motors was founded on/,
      'Harrow Motors was founded in 1950.',
      'Harrow Motors was founded in 1962.',
    ],
    [
      'an office',
      'role',
      /Ada Quill is called defense minister and foreign minister of Peru/,
      'Foreign Minister Ada Quill of Peru spoke in Oslo.',
      'Peruvian Defense Minister Ada Quill spoke in Oslo.',
    ],
    [
      'the holder of an office',
      'functional',
      /is head of state of Peru\?/,
      'Peruvian President Ada Quill spoke in Oslo.',
      'Peruvian President Boris Hale spoke in Lima.',
    ],
    [
      'what one denies',
      'polarity',
      /One side affirms and one denies/,
      'Boris Hale met Ada Quill in Oslo on Monday.',
      'Boris Hale did not meet Ada Quill in Oslo on Monday.',
    ],
  ])('in %s', async (_, kind, reason, left, right) => {
    const found = conflictsIn(await resolveFolder(left, right));
    expect(found.map((each) => each.kind)).toEqual([kind]);
    expect(found[0]?.reason).toMatch(reason);
    expect(found[0]?.quotes).toEqual([left, right].sort());
  });
});

describe('two texts that only seem to', () => {
  it.each<[string, Text, Text]>([
    [
      'a rounded number',
      'Peru has massed about 140,000 troops near Chile.',
      'Peru has massed 138,500 troops near Chile.',
    ],
    ['a lower bound', 'Peru has massed at least 90,000 troops near the border with Chile.', TROOPS],
    ['an upper bound', 'Peru has massed up to 150,000 troops near the border with Chile.', TROOPS],
    ['a part of the whole', TROOPS, 'Of those, Peru has massed 30,000 troops near Lima.'],
    ['what comes on top', TROOPS, 'Peru has massed another 20,000 troops near the border with Chile.'],
    ['another place', TROOPS, 'Peru has sent 30,000 troops to Belarus. Peru has massed 30,000 troops near Lima.'],
    [
      'a later count',
      { text: TROOPS, publishedAt: '2031-05-06' },
      { text: 'Peru has massed 90,000 troops near the border with Chile.', publishedAt: '2031-08-06' },
    ],
    [
      'the dead of two weeks',
      { text: 'A bomb killed 12 people in Torva.', publishedAt: '2031-05-06' },
      { text: 'A bomb killed 40 people in Torva.', publishedAt: '2031-05-20' },
    ],
    [
      'the dead of nobody knows which days',
      { text: 'A bomb killed 12 people in Torva.', publishedAt: null },
      { text: 'A bomb killed 40 people in Torva.', publishedAt: null },
    ],
    ['the dead of a state', 'A bomb killed 12 people in Peru.', 'A bomb killed 40 people in Peru.'],
    ['a lower bound of the dead', 'At least 12 people died in Torva.', 'A bomb killed 40 people in Torva.'],
    ['a birthday', 'Ada Quill, 45, spoke in Oslo.', 'Ada Quill, 46, spoke in Oslo.'],
    ['another unit', 'Harrow Motors employs 9,000 people.', 'Harrow Motors employs 400 engineers.'],
    ['a year and its day', 'Ada Quill was born on May 4, 1952.', 'Ada Quill was born in 1952.'],
    [
      'an office once held',
      'Peruvian Foreign Minister Ada Quill spoke.',
      'Former Peruvian Defense Minister Ada Quill spoke.',
    ],
    ['two states', 'Peruvian President Ada Quill spoke in Oslo.', 'Chilean President Boris Hale spoke in Oslo.'],
    ['two times', 'Boris Hale met Ada Quill in Oslo in 2029.', 'Boris Hale did not meet Ada Quill in Oslo in 2031.'],
    ['a plan', 'Boris Hale will meet Ada Quill in Oslo.', 'Boris Hale did not meet Ada Quill in Oslo last year.'],
    ['a town and its country', 'Ada Quill was born in Oslo.', 'Ada Quill was born in Norway.'],
  ])('in %s', async (_, left, right) => {
    expect(conflictsIn(await resolveFolder(left, right))).toEqual([]);
  });
});
