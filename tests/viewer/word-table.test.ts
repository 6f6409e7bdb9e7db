// Words of names: as typed, as beginnings, with slips; and what is no slip any more.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, openWords, wordsOf } from '../../viewer/word-table.ts';
import { anyCharacter } from '../helpers/any-character.ts';

function tableOf(names: readonly string[]) {
  const table = openWords();
  for (const [place, name] of names.entries()) table.add(place, name, 1);
  return (typed: string): readonly number[] => table.find(typed, 10, () => 1);
}

describe('a table of words', () => {
  const find = tableOf(['Boris Hale', 'Borislav Halter', 'Zoë Müller', '__proto__', 'constructor of things', 'Халина']);

  it('prefers what was typed to what begins so, and that to a slip', () => {
    expect(find('boris')).toEqual([0, 1]);
    expect(find('borislaw')).toEqual([1]);
    expect(find('hale bor')).toEqual([0, 1]);
    expect(find('халина')).toEqual([5]);
  });

  it.each([
    ['a letter too few', 'brislav'],
    ['a letter too many', 'borrislav'],
    ['another letter', 'borizlav'],
    ['two letters swapped', 'borislva'],
    ['a beginning with a slip', 'borizl'],
  ])('forgives %s', (_, typed) => {
    expect(find(typed)).toContain(1);
  });

  it('forgives no slip in three letters, nor two in six', () => {
    expect(find('bax')).toEqual([]);
    expect(find('bxrixl')).toEqual([]);
  });

  it('knows neither accents nor case nor signs, and no name breaks it', () => {
    expect(find('MULLER zoe')).toEqual([2]);
    expect(find('proto')).toEqual([3]);
    expect(find('constructor')).toEqual([4]);
    expect(find('hasOwnProperty')).toEqual([]);
    expect(find('  <>  ')).toEqual([]);
  });

  it('finds every name by each of its words, whatever the name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter }), { maxLength: 6 }), fc.nat(5), (names, at) => {
        const name = names[at] ?? '';
        const typed = wordsOf(name).join(' ');
        if (typed !== '') expect(tableOf(names)(typed)).toContain(at);
        expect(fold(fold(name))).toBe(fold(name));
      }),
      { seed: 3 },
    );
  });
});
