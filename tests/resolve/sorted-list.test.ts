// Lists that are brought up to date are what sorting the whole anew gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../scripts/random.ts';
import { makeDiffer, updateSorted } from '../../src/resolve/sorted-list.ts';

interface Item {
  readonly id: string;
  readonly rank: number;
}

const compare = (left: Item, right: Item): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : left.rank - right.rank;
const idOf = ({ id }: Item): string => id;

describe('a sorted list', () => {
  it('takes in what came and takes out what left', () => {
    const numbers = fc.uniqueArray(fc.nat({ max: 60 }));
    fc.assert(
      fc.property(numbers, numbers, numbers, (start, leaving, coming) => {
        const item = (rank: number): Item => ({ id: `m${rank % 7}`, rank });
        const kept = start.map(item).sort(compare);
        const gone = kept.filter(({ rank }) => leaving.includes(rank));
        const stays = kept.filter((each) => !gone.includes(each));
        const came = coming.filter((rank) => !stays.some((each) => each.rank === rank)).map(item);
        expect(updateSorted(kept, gone, came, compare)).toEqual([...stays, ...came].sort(compare));
      }),
      { seed: 3 },
    );
  });

  it('is in order where it is long, also where ids begin alike or are of another kind', () => {
    const random = makeRandom(5);
    const hex = (digits: number): string =>
      Math.floor(random() * 16 ** digits)
        .toString(16)
        .padStart(digits, '0');
    for (const beginning of ['m', 'm00000000', 'no hex ']) {
      const items = Array.from({ length: 12_000 }, (_, rank): Item => {
        const id = `${beginning}${hex(8)}${hex(8)}`.slice(0, 17);
        return { id: rank % 3 === 0 ? `m${'0'.repeat(16)}` : id, rank };
      });
      expect(updateSorted([], [], items, compare, idOf)).toEqual([...items].sort(compare));
    }
  });

  it('refuses to take out what it does not hold', () => {
    expect(() => updateSorted([{ id: 'm1', rank: 1 }], [{ id: 'm2', rank: 1 }], [], compare)).toThrow();
  });
});

describe('what came and left', () => {
  it('is told by identity', () => {
    const [a, b, c] = [{}, {}, {}];
    const changeOf = makeDiffer<object>();
    expect(changeOf([a, b])).toEqual({ came: [a, b], left: [] });
    const { came, left } = changeOf([c, a]);
    expect([came.length, came[0] === c, left.length, left[0] === b]).toEqual([1, true, 1, true]);
    expect(changeOf([a, c])).toEqual({ came: [], left: [] });
  });
});
