// The scorers of open facts on tuples whose figures were worked out by hand.
import { describe, expect, it } from 'vitest';
import { scoreCarb } from '../../scripts/evaluate/facts/carb.ts';
import { alignTokens, type WordTuple } from '../../scripts/evaluate/facts/tuples.ts';
import { readGoldSlot, scoreWireSentence, splitWords } from '../../scripts/evaluate/facts/wire57.ts';

const tuple = (line: string, confidence = 1): WordTuple => {
  const [subject = '', predicate = '', ...rest] = line.split(' | ').map((part) => part.trim());
  const words = (text: string) => text.split(' ').filter((word) => word !== '');
  return { predicate: words(predicate), args: [subject, ...rest].map(words), confidence };
};

describe('CaRB', () => {
  it('counts shared words; further arguments belong to the object', () => {
    const gold = [tuple('Ada | met | Boris | in Torva')];
    const { precision, recall } = scoreCarb([{ gold, found: [tuple('Ada | met | Boris')] }]);
    expect([precision, recall]).toEqual([1, 3 / 5]);
  });

  it('asks for a shared word in the predicate', () => {
    expect(scoreCarb([{ gold: [tuple('Ada | met | Boris')], found: [tuple('Ada | saw | Boris')] }]).f1).toBe(0);
  });

  it('gives each gold tuple to one fact for precision, and the best fact to each gold tuple for recall', () => {
    const gold = [tuple('Ada | met | Boris')];
    const { precision, recall } = scoreCarb([
      { gold, found: [tuple('Ada | met | Boris'), tuple('Ada | met | Boris Hale')] },
    ]);
    expect([precision, recall]).toEqual([0.5, 1]);
  });

  it('takes the threshold with the best F1 and closes the curve at precision 1', () => {
    const sentence = {
      gold: [tuple('Ada | met | Boris'), tuple('Cy | saw | Dora')],
      found: [tuple('Ada | met | Boris', 0.9), tuple('Eve | ate | fish', 0.2)],
    };
    const result = scoreCarb([sentence]);
    expect([result.precision, result.recall]).toEqual([1, 0.5]);
    expect(result.auc).toBeCloseTo(0.5);
  });

  it('lets speaker and speech change places', () => {
    const found = [tuple('it rained | said | Ada')];
    expect(scoreCarb([{ gold: [tuple('Ada | said | it rained')], found }]).f1).toBe(1);
  });
});

describe('alignTokens', () => {
  it('finds tokens behind Penn escapes', () => {
    expect(alignTokens(['``', 'No', '.', "''"], '"No."')).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 3 },
      { start: 3, end: 4 },
      { start: 4, end: 5 },
    ]);
  });
});

describe('WiRe57', () => {
  const slot = (text: string) => readGoldSlot(text);
  const plain = (text: string) => slot(text).map(({ word, inferred }) => (inferred ? `[${word}]` : word));

  it.each([
    ['its/(Torva’s) 47 mills ', ['its', '47', 'mills']],
    ['It/Torva', ['It']],
    ['(the same)/(steady growth)', ['the', 'same']],
    ['[has] a [small] mill', ['[has]', 'a', '[small]', 'mill']],
  ])('reads the slot %s', (text, expected) => {
    expect(plain(text)).toEqual(expected);
  });

  it('splits the possessive and marks', () => {
    expect(splitWords('Torva’s mill, sold for $3.5m.')).toEqual([
      'Torva',
      '’s',
      'mill',
      ',',
      'sold',
      'for',
      '$3.5m',
      '.',
    ]);
  });

  it('asks for a shared word in every slot that was not wholly inferred', () => {
    const gold = [{ slots: [slot('Ada'), slot('[is]'), slot('a poet')] as const, more: [] }];
    const fact = (object: string) => ({ slots: [['Ada'], ['is'], object.split(' ')] as const, more: [] });
    expect(scoreWireSentence(gold, [fact('poet')])).toMatchObject({ precision: 1, recall: 1, found: 1, gold: 1 });
    expect(scoreWireSentence(gold, [fact('tired')])).toMatchObject({ precision: 0, recall: 0 });
  });
});
