// Spelling variants of one name word: transliterations and slips, told from different names by sound and distance.
import { createRequire } from 'node:module';
import { reduceSpelling } from './reduce-spelling.ts';
import { areRomanisations } from './romanised.ts';

// talisman ships without types and as CommonJS.
const load = createRequire(import.meta.url);
const doubleMetaphone = load('talisman/phonetics/double-metaphone') as (word: string) => [string, string];
const distance = load('talisman/metrics/damerau-levenshtein') as (left: string, right: string) => number;

const unwrap = <Callable>(loaded: Callable | { default: Callable }): Callable =>
  typeof loaded === 'function' ? loaded : (loaded as { default: Callable }).default;

/** Double Metaphone (Lawrence Philips, 2000), first code; words that sound alike share it. */
export function soundOf(word: string): string {
  return unwrap(doubleMetaphone)(word)[0];
}

/** "Paul" and "Paula", "Mario" and "Maria": an ending that tells two people apart in many languages. */
function differsByGenderEnding(left: string, right: string): boolean {
  if (isSlavicPair(left, right) || isSlavicPair(right, left)) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length <= 2 && long.startsWith(short) && /^(a|e|na|le)$/.test(long.slice(short.length))) {
    return long.slice(short.length) !== 'e' || !/[aeiou]$/.test(short);
  }
  return left.slice(0, -1) === right.slice(0, -1) && /[oa]$/.test(left) && /[oa]$/.test(right);
}

/** "Hrytsky" and "Hrytska": surnames that follow the bearer's sex, in all their transliterations. */
function isSlavicPair(man: string, woman: string): boolean {
  const [, stem] = /^(.+[kc])(?:y|i|yy|yi|iy|ij|yj|ii|oy|oi)$/.exec(man) ?? [];
  const [, other] = /^(.+[kc])(?:a|aya|aia|aja)$/.exec(woman) ?? [];
  return stem !== undefined && other !== undefined && reduceSpelling(stem) === reduceSpelling(other);
}

/**
 * True where two folded words are one name spelt two ways. Short words must agree after reduction; from five letters one
 * edit is allowed, from eight two, and the consonants' sound must be the same; or they are two romanisations. Equal words are no
 * variants.
 */
export function isSpellingVariant(left: string, right: string): boolean {
  if (left === right || differsByGenderEnding(left, right)) return false;
  if (areRomanisations(left, right)) return true;
  if (left[0] !== right[0]) return false;
  const first = reduceSpelling(left);
  const second = reduceSpelling(right);
  if (first === second) return true;
  const shorter = Math.min(first.length, second.length);
  const allowed = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
  return (
    allowed > 0 &&
    Math.abs(first.length - second.length) <= allowed &&
    soundOf(first) === soundOf(second) &&
    unwrap(distance)(first, second) <= allowed
  );
}
