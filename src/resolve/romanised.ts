// One word in two romanisations: letters that answer each other between Ukrainian and Russian, and between Arabic systems.
import { reduceSpelling } from './reduce-spelling.ts';

/** A stretch of letters in one word, what may stand for it in the other, and what the step costs; whichever way round. */
interface Correspondence {
  readonly letters: string;
  readonly others: string;
  readonly cost: number;
  /** Of both words at once: it ends them, or stands inside them. */
  readonly at: 'end' | 'inside';
}

/**
 * Of reduced words (`reduceSpelling`), so that y/i/j, w/v, kh/h, q/k, ou/u and doubled letters are level already. Ukrainian has i
 * in closed syllables where Russian has o or e (https://en.wikipedia.org/wiki/Ikavism), a vowel more at the end of rivers, and ie for e;
 * Arabic has three short vowels, which Latin
 * letters give as five (ISO 233, ALA-LC).
 */
const CORRESPONDENCES: readonly Correspondence[] = [
  { letters: 'iv', others: 'ov', cost: 0.5, at: 'end' },
  { letters: 'iv', others: 'ev', cost: 0.5, at: 'end' },
  { letters: 'iv', others: 'iev', cost: 0.5, at: 'end' },
  { letters: 'ia', others: 'i', cost: 0.5, at: 'end' },
  { letters: 'ipro', others: 'epr', cost: 0.5, at: 'end' },
  { letters: 'ister', others: 'estr', cost: 0.5, at: 'end' },
  { letters: 'zhzh', others: 'zh', cost: 0, at: 'inside' },
  { letters: 'i', others: 'o', cost: 0.5, at: 'inside' },
  { letters: 'i', others: 'e', cost: 0.5, at: 'inside' },
  { letters: 'u', others: 'o', cost: 0.5, at: 'inside' },
  { letters: 'ie', others: 'e', cost: 0.5, at: 'inside' },
];
const BOTH_WAYS = CORRESPONDENCES.flatMap((each) => [each, { ...each, letters: each.others, others: each.letters }]);

/** Letters from which on a word may differ inside ("Tim" and "Tom" are two), and then in two steps. */
const LONG = 7;
/** Letters from which on it may end otherwise: "Liv" and "Lev" are two. */
const SHORTEST = 4;

/** True where two folded words that are not equal can be one word in two romanisations, and nothing else differs. */
export function areRomanisations(left: string, right: string): boolean {
  if (left === right || Math.min(left.length, right.length) < SHORTEST) return false;
  const [first, second] = [left, right].map((word) => reduceSpelling(levelRomanised(word)));
  if (first === undefined || second === undefined) return false;
  const isLong = Math.min(first.length, second.length) >= LONG;
  return first === second || costOf(first, second, isLong) <= (isLong ? 1 : 0.5);
}

/** The least cost of reading one reduced word as the other, letter by letter; infinite where there is no way. */
function costOf(left: string, right: string, isLong: boolean): number {
  const width = right.length + 1;
  const costs = new Array<number>((left.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const at = (row: number, column: number): number => costs[row * width + column] ?? Number.POSITIVE_INFINITY;
  costs[0] = 0;
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      let least = left[row - 1] === right[column - 1] ? at(row - 1, column - 1) : Number.POSITIVE_INFINITY;
      for (const { letters, others, cost, at: place } of BOTH_WAYS) {
        if (place === 'inside' && !isLong) continue;
        const [from, fromOther] = [row - letters.length, column - others.length];
        if (!left.startsWith(letters, from) || !right.startsWith(others, fromOther)) continue;
        if (stands(place, left, from, row) && stands(place, right, fromOther, column))
          least = Math.min(least, at(from, fromOther) + cost);
      }
      costs[row * width + column] = least;
    }
  }
  return at(left.length, right.length);
}

function stands(place: Correspondence['at'], word: string, start: number, end: number): boolean {
  return start > 0 && (end === word.length) === (place === 'end');
}

/**
 * A folded word with the letters levelled that sound otherwise in another romanisation: h for g behind a vowel or zh (Ukrainian,
 * BGN/PCGN 2019), q for g at the start (Arabic dialects), and the m of Saint Nicholas, whom Russian calls with an n. By it both
 * are found.
 */
export function levelRomanised(word: string): string {
  return word.replace(/(?<=[aeiouy]|zh)h(?=\p{L})|^q(?!u)/gu, 'g').replace(/^m(?=[iy]kol)/, 'n');
}

/** The same for how a word sounds: endings levelled too, since g sounds otherwise before i than before o. */
export function levelSound(word: string): string {
  return levelRomanised(word).replace(/[ie]v$/, 'ov');
}
