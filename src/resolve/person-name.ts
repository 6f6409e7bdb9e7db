// Names of people: taken apart into title, given names, surname and suffix, and compared part by part.
import { describedTail } from './bare-name.ts';
import { foldWords } from './fold.ts';
import { areFormsOfOne, fullForms } from './given-names.ts';
import { reduceSpelling } from './reduce-spelling.ts';
import { isSpellingVariant } from './spelling.ts';

/** Courtesy titles and offices that stand before a name and are no part of it. */
const TITLES = new Set(
  (
    'mr mrs ms miss mx dr doctor prof professor sir dame lord lady president vice prime deputy foreign defense defence finance ' +
    'interior minister chancellor premier secretary senator sen representative rep congressman congresswoman governor gov mayor ' +
    'judge justice general gen colonel col captain capt major maj lieutenant lt sergeant sgt admiral adm commander king queen ' +
    'prince princess emperor emir sultan sheikh sheik pope cardinal archbishop bishop father sister brother rev reverend rabbi ' +
    'imam ayatollah ambassador chairman chairwoman chief officer inspector detective speaker attorney former ex then acting the younger elder young old late'
  ).split(' '),
);
const SUFFIXES = new Set(['jr', 'junior', 'sr', 'senior']);
const SUFFIX_FORMS: Readonly<Record<string, string>> = { junior: 'jr', senior: 'sr' };
/** Of kings, popes and heirs, up to the thirty-ninth; a lone X is a name. */
const NUMERAL = /^(?!x$)x{0,3}(?:ix|iv|v?i{0,3})$/;
const PARTICLES = new Set(
  'van von der den de del della di da dos das du la le el al bin ibn ben ter ten zu af av mac st'.split(' '),
);

/** All parts folded. `given` may be empty (a lone name, which may be a surname or a given name). */
export interface PersonName {
  readonly given: readonly string[];
  /** With its particles: "van der berg". */
  readonly surname: string;
  readonly suffix: string | null;
  readonly titles: readonly string[];
}

/** Null where nothing is left beside titles. */
export function parsePersonName(surface: string): PersonName | null {
  const words = foldWords(describedTail(surface) ?? surface);
  const titles: string[] = [];
  while (words.length > 1 && TITLES.has(words[0] ?? '')) titles.push(words.shift() ?? '');
  // "Ada Quill of Norland"; but "Joan of Arc".
  const from = words.indexOf('of');
  if (from > 1) words.length = from;
  const last = words.at(-1) ?? '';
  const isSuffix = words.length > 1 && (SUFFIXES.has(last) || NUMERAL.test(last));
  const suffix = isSuffix ? (SUFFIX_FORMS[last] ?? last) : null;
  if (suffix !== null) words.pop();
  if (words.length === 0 || (words.length === 1 && TITLES.has(words[0] ?? ''))) return null;
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start -= 1;
  if (start === 1 && startsWithParticle(words[0] ?? '', surface)) start = 0;
  return { given: words.slice(0, start), surname: words.slice(start).join(' '), suffix, titles };
}

/** "al-Torvi" and "van Quill" are surnames, while "Al Torvi" and "Van Quill" may have a given name. */
function startsWithParticle(word: string, surface: string): boolean {
  if (!PARTICLES.has(word)) return false;
  return new RegExp(`(?<![\\p{L}-])(?:${word}\\s|(?:${word}|${word[0]?.toUpperCase()}${word.slice(1)})-)`, 'u').test(
    surface,
  );
}

/** How two names of people stand to each other, the surer first. */
export type NameRelation = 'same' | 'respelt' | 'variant' | 'suffix' | 'initial' | 'short' | 'conflict' | 'unrelated';

/**
 * `same`: surname and first given name agree, and middle names where both have them. `respelt`: equal once the letters are
 * levelled that transliterations vary. `variant`: a word is one or two letters off, or a given name shortened. `suffix`: alike,
 * but only one says "Jr." or "Sr.". `initial`: "J. Hale" and "John Hale". `short`: one is a lone word of the other. `conflict`:
 * one surname, but given names, middle names or suffixes that exclude each other. `unrelated`: nothing in common.
 */
export function comparePersonNames(left: PersonName, right: PersonName): NameRelation {
  if (left.given.length === 0 || right.given.length === 0) return compareLoneName(left, right);
  const surname = relateWord(left.surname, right.surname);
  if (surname === 'unrelated') return isLongerForm(left, right) || isLongerForm(right, left) ? 'variant' : 'unrelated';
  if (left.suffix !== null && right.suffix !== null && left.suffix !== right.suffix) return 'conflict';
  const given = relateGiven(left.given[0] ?? '', right.given[0] ?? '');
  if (given === 'unrelated') return surname === 'same' ? 'conflict' : 'unrelated';
  if (!agreeOnMiddle(left.given.slice(1), right.given.slice(1))) return 'conflict';
  if (given === 'initial') return surname === 'same' ? 'initial' : 'unrelated';
  if (left.suffix !== right.suffix) return 'suffix';
  if (given === 'same' && surname === 'same') return 'same';
  return isRespelt(left, right) ? 'respelt' : 'variant';
}

/** True where first given name and surname are equal letter by letter after `reduceSpelling`. */
function isRespelt(left: PersonName, right: PersonName): boolean {
  const reduced = ({ given, surname }: PersonName) => [given[0] ?? '', surname].map(reduceSpelling).join(' ');
  return reduced(left) === reduced(right);
}

function compareLoneName(left: PersonName, right: PersonName): NameRelation {
  if (left.given.length === 0 && right.given.length === 0) {
    const relation = relateWord(left.surname, right.surname);
    return relation !== 'unrelated' && left.suffix !== right.suffix ? 'conflict' : relation;
  }
  const [lone, full] = left.given.length === 0 ? [left, right] : [right, left];
  const matches = [full.surname, full.given[0] ?? ''].some((word) => relateWord(word, lone.surname) !== 'unrelated');
  // "Theodore II" and "Theodore II Laskaris".
  if (matches && lone.suffix !== null) return full.given[1] === lone.suffix ? 'same' : 'unrelated';
  return matches ? 'short' : 'unrelated';
}

function relateWord(left: string, right: string): 'same' | 'variant' | 'unrelated' {
  if (left === right) return 'same';
  return isSpellingVariant(left, right) ? 'variant' : 'unrelated';
}

function relateGiven(left: string, right: string): 'same' | 'variant' | 'initial' | 'unrelated' {
  if (left === right) return 'same';
  if (left.length === 1 || right.length === 1) return isInitial(left, right) ? 'initial' : 'unrelated';
  return areFormsOfOne(left, right) || isSpellingVariant(left, right) ? 'variant' : 'unrelated';
}

/** "W." is the initial of "Walker", and of "Bill", who may sign as William. */
function isInitial(left: string, right: string): boolean {
  const [initial, name] = left.length === 1 ? [left, right] : [right, left];
  return [name, ...fullForms(name)].some((form) => form[0] === initial);
}

/** "W." agrees with "Walker" and with nothing said, but not with "H. W."; nor does "Jong" with "Yong", which a first name might. */
function agreeOnMiddle(left: readonly string[], right: readonly string[]): boolean {
  if (left.length === 0 || right.length === 0) return true;
  if (left.length !== right.length)
    return left.some((word) => word.length > 1) && right.some((word) => word.length > 1);
  return left.every((word, index) => {
    const other = right[index] ?? '';
    const isShort = word.length === 1 || other.length === 1;
    return word[0] === other[0] && (isShort || relateWord(word, other) !== 'unrelated');
  });
}

/** Two surnames shortened to the first: "Pedro Lara" and "Pedro Lara Quintana". */
function isLongerForm(long: PersonName, short: PersonName): boolean {
  const words = [...long.given, ...long.surname.split(' ')];
  const part = [...short.given, ...short.surname.split(' ')];
  return part.length >= 2 && words.length === part.length + 1 && part.every((word, index) => words[index] === word);
}
