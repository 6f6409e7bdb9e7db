// The words of names with where they stand: found as typed, as beginnings, or with a slip. A general text index took
// 50 ms a letter at 10,000 names, since it walks all words within two slips; here most are told apart by their letters.
import { once } from './once.ts';

export interface WordTable {
  /** Takes in a text at a place; a place may have several. `weight`: what its words are worth. */
  add(place: number, text: string, weight: number): void;
  /** Places that have every word, best first; `worth` of a place multiplies what its words are worth. */
  find(words: string, limit: number, worth: (place: number) => number): readonly number[];
}

/** What a word found otherwise is worth beside one found as typed. */
const BEGINNING = 0.7;
const SLIP = 0.4;

interface Word {
  readonly text: string;
  /** One bit for each letter of the alphabet in it: two words within a slip differ in two bits at most. */
  readonly letters: number;
  readonly places: number[];
  readonly weights: number[];
}

/** Lower case without accents. */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const ASCII = /^[\x00-\x7f]*$/;

/** Tells of a text whether it holds every one of the words somewhere, whatever the case and the accents; of no words every text does. */
export function holdsWords(words: string): (text: string) => boolean {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return (text) => {
    const folded = fold(text);
    return wanted.every((word) => folded.includes(word));
  };
}

/** Letters and digits make words. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

export function openWords(): WordTable {
  const words = new Map<string, Word>();
  return {
    add(place, text, weight) {
      for (const word of wordsOf(text)) {
        const known = words.get(word) ?? { text: word, letters: lettersOf(word), places: [], weights: [] };
        words.set(word, known);
        known.places.push(place);
        known.weights.push(weight);
      }
    },
    find(typed, limit, worth) {
      const scores = wordsOf(typed).map((word) => scorePlaces(words, word));
      const [first, ...others] = scores.sort((a, b) => a.size - b.size);
      if (first === undefined) return [];
      const found: { readonly place: number; readonly score: number }[] = [];
      for (const [place, start] of first) {
        const score = others.reduce((sum, other) => sum + (other.get(place) ?? Number.NaN), start);
        if (!Number.isNaN(score)) found.push({ place, score: score * worth(place) });
      }
      return found
        .sort((a, b) => b.score - a.score || a.place - b.place)
        .slice(0, limit)
        .map(({ place }) => place);
    },
  };
}

/** By place: what the best of its words is worth for the one typed. */
function scorePlaces(words: ReadonlyMap<string, Word>, typed: string): Map<number, number> {
  const scores = new Map<number, number>();
  const slips = slipsIn(typed);
  const letters = lettersOf(typed);
  const within = once(() => slipTest(typed, slips));
  for (const word of words.values()) {
    const begins = word.text.startsWith(typed);
    if (!begins && (slips === 0 || bitsIn(letters & ~word.letters) > slips || !within()(word.text))) continue;
    const exactness = !begins ? SLIP : word.text.length === typed.length ? 1 : BEGINNING;
    // A short word that begins so is nearer to what was typed than a long one.
    const worth = exactness * (0.8 + (0.2 * typed.length) / Math.max(typed.length, word.text.length));
    for (let at = 0; at < word.places.length; at += 1) {
      const place = word.places[at] as number;
      const score = worth * (word.weights[at] as number);
      if (score > (scores.get(place) ?? 0)) scores.set(place, score);
    }
  }
  return scores;
}

/** One slip in a word of four letters, two in a long one. */
function slipsIn({ length }: string): number {
  return length > 7 ? 2 : length > 3 ? 1 : 0;
}

/**
 * Whether a word begins with what was typed, up to so many slips: a letter too many, too few, another, or two swapped
 * (Damerau 1964, within a band around the diagonal).
 */
function slipTest(typed: string, slips: number): (word: string) => boolean {
  const width = typed.length;
  let [before, row, next] = [0, 0, 0].map(() => new Int32Array(width + 1)) as [Int32Array, Int32Array, Int32Array];
  return (word) => {
    for (let column = 0; column <= width; column += 1) row[column] = column;
    const height = Math.min(word.length, width + slips);
    if (height < width - slips) return false;
    for (let line = 1; line <= height; line += 1) {
      next[0] = line;
      let least = line;
      for (let column = 1; column <= width; column += 1) {
        const same = word.charCodeAt(line - 1) === typed.charCodeAt(column - 1);
        let cost = Math.min(
          (row[column - 1] as number) + (same ? 0 : 1),
          (row[column] as number) + 1,
          (next[column - 1] as number) + 1,
        );
        const swapped =
          line > 1 &&
          column > 1 &&
          word.charCodeAt(line - 1) === typed.charCodeAt(column - 2) &&
          word.charCodeAt(line - 2) === typed.charCodeAt(column - 1);
        if (swapped) cost = Math.min(cost, (before[column - 2] as number) + 1);
        next[column] = cost;
        if (cost < least) least = cost;
      }
      if ((next[width] as number) <= slips && line >= width - slips) return true;
      if (least > slips) return false;
      [before, row, next] = [row, next, before];
    }
    return false;
  };
}

/** One bit a letter; letters that share a bit only make the test milder. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
