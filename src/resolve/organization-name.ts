// Names of organizations, places and other things that are not people: legal endings, acronyms, short and generic forms.
import { readFileSync } from 'node:fs';
import { withoutOwner } from './bare-name.ts';
import { foldName, foldWords } from './fold.ts';
import { stateNamed } from './states.ts';

const LEGAL_ENDINGS = new Set(
  'inc ltd llc llp corp corporation co company plc gmbh ag sa nv bv spa limited incorporated jsc ojsc pjsc pty oy sarl kg'.split(
    ' ',
  ),
);
const SMALL_WORDS = new Set('of the and for in on at to de la du des et und der &'.split(' '));

/** States that stand abbreviated in names: "U.S. Air Force" gives "usaf". */
const SHORT_STATES = new Set(['us', 'uk', 'uae', 'eu', 'un']);

/** Words of institutions that every state or town has: alone they name no particular one. */
const GENERIC_WORDS = new Set(
  (
    'ministry ministries department agency bureau office council committee commission parliament government cabinet senate ' +
    'congress house assembly court supreme constitutional high police army navy air force forces military guard coast defense ' +
    'defence foreign interior finance justice health education state national federal central bank treasury university college ' +
    'hospital embassy consulate party board company group union administration security service intelligence border staff ' +
    'general affairs trade labor labour environment energy transport agriculture culture public prosecutor attorney and of the ' +
    'for opposition city district county municipal local authorities authority'
  ).split(' '),
);

/** What businesses are; in their short names it is dropped ("Harrow" for "Harrow Motors"). */
const TRADES = new Set(
  (
    'computer computers airline airlines airways motor motors industries technology technologies systems holding holdings ' +
    'pharmaceuticals foods stores institute corporation brothers partners enterprises bancorp'
  ).split(' '),
);

/** "Harrow Motors Group" may be Harrow Motors; "Harrow Motors Finance" is another firm. */
const WHOLES = new Set('group company corporation holdings'.split(' '));

/** Last words of an office, not of the body that has it: "Secretary-General". */
const OFFICES = new Set('general attorney prosecutor staff'.split(' '));

/** True where the last word tells what the name's bearer is: "Harrow Motors". */
function saysKind(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return (GENERIC_WORDS.has(last) && !OFFICES.has(last)) || TRADES.has(last);
}

/** Folded words up to a preposition behind the first `from`, by which the name only says where or for what. */
function coreOf(words: readonly string[], from: number): readonly string[] {
  const end = words.findIndex((word, index) => index > from && /^(?:of|at|in|for)$/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

/** The common English name of a state, or null where the name is no state's. */
export function countryOf(name: string): string | null {
  return stateNamed(name)?.name ?? null;
}

/** Folded name without "the" and legal endings; states by their common name ("U.S." gives "united states"). */
export function canonicalName(name: string): string {
  const country = countryOf(name);
  if (country !== null) return foldName(country);
  const words = foldWords(name);
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && LEGAL_ENDINGS.has(words.at(-1) ?? '')) words.pop();
  const joined = words.join(' ');
  return OTHER_WORDS[joined] ?? (joined.endsWith('olympics') ? joined.replace(/\bolympics$/, 'olympic games') : joined);
}

/** Two wars that English names in two ways. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  'first world war': 'world war i',
  'world war one': 'world war i',
  'world war 1': 'world war i',
  'second world war': 'world war ii',
  'world war two': 'world war ii',
  'world war 2': 'world war ii',
};

/**
 * First letters of the words that count: "North Sea Treaty Board" gives "nstb". Null for fewer than two such words, and where
 * one has a small letter: "eastern Norland" has no acronym. What follows a hyphen in small letters is no word ("Co-operation").
 */
export function acronymOf(name: string): string | null {
  const words = (name.match(/[\p{L}\p{M}\p{N}.'’]+(?:-\p{Ll}+)*/gu) ?? [])
    .map((word) => ({ word, folded: foldName(word) }))
    .filter(({ folded }) => folded !== '' && !SMALL_WORDS.has(folded) && !LEGAL_ENDINGS.has(folded));
  if (words.length < 2 || words.some(({ word }) => /^\p{Ll}/u.test(word))) return null;
  return words.map(({ folded }) => (SHORT_STATES.has(folded) ? folded : folded[0])).join('');
}

const known = JSON.parse(readFileSync(new URL('../../data/lexicon/acronyms.json', import.meta.url), 'utf8')) as {
  readonly names: Readonly<Record<string, string>>;
};

/** What an acronym stands for that papers do not spell out ("EU", "E.U."); null for any other surface. */
export function spelledOut(surface: string): string | null {
  return known.names[surface.replace(/[.\s]/g, '')] ?? null;
}

/** True for a surface written as an acronym: two to seven capitals, dots allowed. */
export function isAcronym(surface: string): boolean {
  return /^\p{Lu}{2,7}$/u.test(surface.replace(/[.\s]/g, ''));
}

/** True where every word is one that institutions share, so that the name alone does not say which is meant. */
export function isGenericName(name: string): boolean {
  return foldWords(name).every((word) => GENERIC_WORDS.has(word));
}

const DIRECTIONS = new Set('north south east west'.split(' '));

/** By which a text means half of some country, or one of two: "the South" is not every South, nor a South Torvan council. */
export function isDirection(name: string): boolean {
  return DIRECTIONS.has(canonicalName(name));
}

/** True for a name that several things of a kind bear, so that it alone joins none: "the North", "the Quill cabinet". */
export function isSharedName(canonical: string): boolean {
  return isDirection(canonical) || /^\S+ (?:administration|government|cabinet)$/.test(canonical);
}

/** True where `short` is how one would abbreviate `long`: its acronym, or its first words ("Harrow" for "Harrow Institute"). */
export function isShortName(short: string, long: string): boolean {
  if (isAcronym(short)) return acronymOf(long) === foldName(short).replaceAll(' ', '');
  const words = canonicalName(short).split(' ');
  const longer = canonicalName(long).split(' ');
  return (
    words.length < longer.length &&
    withoutOwner(long) === null &&
    !isGenericName(short) &&
    !isDirection(short) &&
    countryOf(short) === null &&
    words.every((word, index) => longer[index] === word) &&
    saysKind(coreOf(longer, words.length)) &&
    // "Harbor" is not "Harbor and Rail Authority".
    (longer[words.length] !== 'and' || longer.length === words.length + 2) &&
    (!saysKind(words) || WHOLES.has(longer.at(-1) ?? ''))
  );
}

/** Digits or a capital inside: "A380", "iPod". Such a word names one product; "City" and "Times" do not. */
export function isModelName(surface: string): boolean {
  return /\p{Lu}/u.test(surface) && (/\d/.test(surface) || /\p{Ll}\p{Lu}/u.test(surface));
}
