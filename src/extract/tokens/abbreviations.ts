// Which dots belong to the word before them, as the English treebanks of Universal Dependencies (EWT, GUM) decide it.
import { readFileSync } from 'node:fs';

const TABLE = JSON.parse(
  readFileSync(new URL('../../../data/lexicon/abbreviations.json', import.meta.url), 'utf8'),
) as {
  readonly before: readonly string[];
  readonly unit: readonly string[];
};

const BEFORE = new Set(TABLE.before);
const UNIT = new Set(TABLE.unit);

/** Short words that are also English words: their dot belongs to them only before a capital letter or a digit. */
const ALSO_WORDS = new Set([
  'no',
  'nos',
  'art',
  'sat',
  'mar',
  'fig',
  'sec',
  'ed',
  'mon',
  'sun',
  'jun',
  'am',
  'pm',
  'la',
  'pa',
  'co',
  'mo',
  'del',
  'ill',
  'wash',
  'ret',
  'trans',
  'fr',
  'op',
  'p',
  'v',
  'ch',
  'ext',
  'ms',
  'dist',
  'ft',
  'ser',
  'rep',
  'reps',
  'ore',
  'mont',
  'div',
]);

/** U.S, e.g, a.k.a, Ph.D: dots inside, each after at most three letters. */
const ACRONYM = /^(?:\p{L}\.)+\p{L}$|^(?:\p{Lu}\p{Ll}{0,2}\.)+\p{Lu}\p{Ll}?$/u;

/**
 * Does the dot at `dot` belong to `word`, which ends there? `next` is the first character after the dot and white space
 * on the same line ('' at the end of the line), `glued` whether no white space stands between.
 */
export function ownsDot(word: string, next: string, glued: boolean): boolean {
  const lower = word.toLowerCase();
  const atEnd = next === '';
  const upper = /[\p{Lu}\p{N}]/u.test(next);
  if (glued && /[\p{L}\p{N}]/u.test(next)) return false;
  if (ACRONYM.test(word)) return !atEnd || !/[apAP]\.[mM]$/.test(word);
  if (/^\p{Lu}$/u.test(word)) return !atEnd && word !== 'I' && (upper || glued);
  if (/^[bcdm]$/.test(word)) return !glued && /\p{N}/u.test(next);
  if (lower === 'no' || lower === 'nos') return /\p{N}/u.test(next);
  // "on Jun. 3", unlike "Wang Jun. He left"
  if (/^(?:jun|jan)$/.test(lower)) return /\p{N}/u.test(next) || !upper;
  if (BEFORE.has(lower)) {
    if (!ALSO_WORDS.has(lower)) return !atEnd;
    return upper && !glued && (/^\p{Lu}/u.test(word) || lower === 'p' || lower === 'v' || /\p{N}/u.test(next));
  }
  if (UNIT.has(lower)) {
    if (atEnd) return false;
    if (ALSO_WORDS.has(lower)) return !upper && /^\p{Lu}/u.test(word);
    return !upper || lower === 'inc' || lower === 'corp' || lower === 'ltd' || lower === 'jr' || lower === 'ave';
  }
  return false;
}
