// Do the names of two organizations, places or other things allow them to be one?

import { ownedName } from '../bare-name.ts';
import { couldMean, type Institution, isDefinite, sayOwner } from '../institution.ts';
import { canonicalName, isGenericName, isModelName, isSharedName, isShortName } from '../organization-name.ts';
import type { Profile } from '../profile.ts';
import { areRomanisations } from '../romanised.ts';
import type { Scope } from '../scope.ts';
import { isSpellingVariant } from '../spelling.ts';
import { stateOfCapital, stateOfFolded } from '../states.ts';
import type { Comparison } from './feature.ts';

/** The surest of: one name, one institution in other words, words in another order, another spelling, acronym, first words. */
export function compareThings(left: Profile, right: Profile, scope: Scope): Comparison | null {
  return (
    compareSame(left, right) ??
    compareAcronym(left, right) ??
    compareAcronym(right, left) ??
    compareSpecific(left, right) ??
    compareTail(left, right, scope) ??
    compareTail(right, left, scope) ??
    compareVague(left, right) ??
    compareVague(right, left)
  );
}

function compareSame(left: Profile, right: Profile): Comparison | null {
  for (const [key, surface] of left.specific) {
    if (!right.specific.has(key)) continue;
    const isOpen = isSharedName(key) && ![...left.documents].some((document) => right.documents.has(document));
    return { level: isOpen ? 'thing-short' : 'thing-same', amount: 1, detail: `Both bear the name ${surface}.` };
  }
  for (const [key, institution] of left.institutions) {
    if (isDefinite(institution) && right.institutions.has(key)) {
      return { level: 'thing-institution', amount: 1, detail: `Both name the ${sayInstitution(institution)}.` };
    }
  }
  return null;
}

function compareAcronym(short: Profile, long: Profile): Comparison | null {
  if (short.specific.size > 0) return null;
  for (const acronym of short.acronyms) {
    const shown = acronym.toUpperCase();
    if (long.acronyms.has(acronym)) {
      const name = long.initials.get(acronym) ?? [...long.specific.values()][0];
      return name === undefined
        ? { level: 'thing-same-acronym', amount: 1, detail: `Both bear the acronym ${shown}.` }
        : { level: 'thing-acronym-stated', amount: 1, detail: `A text says that ${shown} is short for ${name}.` };
    }
    const name = long.initials.get(acronym);
    if (name !== undefined) {
      return { level: 'thing-acronym', amount: 1, detail: `${shown} is made of the first letters of ${name}.` };
    }
  }
  return null;
}

function compareSpecific(left: Profile, right: Profile): Comparison | null {
  for (const [key, surface] of left.specific) {
    for (const [other, otherSurface] of right.specific) {
      if (isReordered(key, other)) {
        return { level: 'thing-reordered', amount: 1, detail: `${surface} and ${otherSurface} hold the same words.` };
      }
      if (isVariant(key, other)) {
        return {
          level: 'thing-variant',
          amount: 1,
          detail: `${surface} and ${otherSurface} are spellings of one name.`,
        };
      }
      // "European" is not the union, nor a city its county: a first word means the whole only within one type, not of places.
      const isOneType = [...left.types].some((type) => mayBeOneType(type, right.types));
      if (isOneType && (isShortName(surface, otherSurface) || isShortName(otherSurface, surface))) {
        return { level: 'thing-short', amount: 1, detail: `${surface} and ${otherSurface} begin alike.` };
      }
    }
  }
  return null;
}

/** "A380" and "Harrow A380", "Harbor Airport" and "Norland's Harbor Airport": an owner or maker before the name. */
function compareTail(short: Profile, long: Profile, scope: Scope): Comparison | null {
  for (const surface of long.specific.values()) {
    const { owned, owner } = ownedName(surface) ?? { owned: '', owner: '' };
    if (owned !== '' && !isGenericName(owned) && short.specific.has(canonicalName(owned))) {
      const others = [...short.specific.values()].map(ownedName);
      if (others.some((other) => other?.owned === owned && !isOneOwner(other.owner, owner))) continue;
      return { level: 'thing-owned', amount: 1, detail: `${surface} is ${owned} with its owner's name.` };
    }
    const words = canonicalName(surface).split(' ');
    for (let place = 1; place < words.length; place += 1) {
      const tail = short.specific.get(words.slice(place).join(' '));
      if (tail === undefined || scope.fact(words.slice(0, place).join(' ')).frequency === 0) continue;
      if (isModelName(tail)) {
        return { level: 'thing-owned', amount: 1, detail: `${surface} is ${tail} with its maker's name.` };
      }
    }
  }
  return null;
}

/** "U.S." and "America's"; of what is no state the words count. */
function isOneOwner(owner: string, other: string): boolean {
  return canonicalName(owner) === canonicalName(other);
}

/** A type that both have, of places apart; "other" may be any. */
function mayBeOneType(type: string, types: ReadonlySet<string>): boolean {
  if (type === 'Place') return false;
  return types.has(type) || types.has('Other') || (type === 'Other' && !types.has('Place'));
}

function compareVague(short: Profile, long: Profile): Comparison | null {
  for (const vague of short.institutions.values()) {
    for (const institution of long.institutions.values()) {
      if (!isDefinite(vague) && isDefinite(institution) && couldMean(vague, institution)) {
        const detail = `“The ${inOrder(vague.words)}” may mean the ${sayInstitution(institution)}.`;
        return { level: 'thing-unnamed', amount: 1, detail };
      }
    }
  }
  return null;
}

/** "University of Oslo" and "Oslo University". */
export function isReordered(left: string, right: string): boolean {
  const words = (name: string) => wordBag(name).join(' ');
  return left !== right && left.includes(' ') && words(left) === words(right);
}

const FILLERS = new Set('of the for and in'.split(' '));

/** Words of a canonical name, sorted, without fillers. */
export function wordBag(name: string): string[] {
  return name
    .split(' ')
    .filter((word) => !FILLERS.has(word))
    .sort();
}

function isVariant(left: string, right: string): boolean {
  const [first, second] = [left.split(' '), right.split(' ')];
  // The spellings of states are a table; what only looks like one ("Columbia") is another place. So are two capitals.
  if (first.length !== second.length || stateOfFolded(left) !== null || stateOfFolded(right) !== null) return false;
  if (stateOfCapital(left) !== null && stateOfCapital(right) !== null) return false;
  const unlike = first.flatMap((word, index) => (word === second[index] ? [] : [[word, second[index] ?? ''] as const]));
  return unlike.length === 1 && unlike.every(([word, other]) => isRespelt(word, other));
}

/** Letters only: "A320" and "A321" are two machines. */
function isRespelt(word: string, other: string): boolean {
  if (areTwoVowels(word, other) || PROVINCES.every((province) => [word, other].includes(province))) return false;
  return /^\p{L}+$/u.test(word + other) && isSpellingVariant(word, other) && !isInflection(word, other);
}

/** "Henan" and "Hunan": in a short word another vowel is another word, unless both are ways to write one sound of another alphabet. */
function areTwoVowels(word: string, other: string): boolean {
  if (word.length !== other.length || word.length > LONGEST_SHORT || areRomanisations(word, other)) return false;
  const unlike = [...word].flatMap((letter, place) => (letter === other[place] ? [] : [letter + other[place]]));
  return unlike.length === 1 && /^[aeiou]{2}$/.test(unlike[0] ?? '');
}

const LONGEST_SHORT = 6;
/** Neighbours whose names differ by a tone alone. */
const PROVINCES = ['shanxi', 'shaanxi'];

/** "Cubists" and "Cubism". */
const SCHOOL = /(?:ists?|isms?)$/;

/** "America" and "American", "film" and "films": one word in two forms, not one name in two spellings. */
function isInflection(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const ending = long.startsWith(short) ? long.slice(short.length) : null;
  return (
    (ending !== null && /^(?:n|an|ian|s|es|i|is|o|os|ist|ists|ism)$/.test(ending)) ||
    left.replace(SCHOOL, '') === right.replace(SCHOOL, '')
  );
}

function sayInstitution({ owner, host, words }: Institution): string {
  return `${inOrder(words)}${owner === null ? '' : ` of ${sayState(owner)}`}${host === null ? '' : ` in ${sayState(host)}`}`;
}

/** "defense ministry", "state department": words are kept by the alphabet, people end with what it is. */
function inOrder(words: readonly string[]): string {
  const isHead = (word: string) => INSTITUTIONS.has(word);
  return [...words.filter((word) => !isHead(word)), ...words.filter(isHead)].join(' ');
}

const INSTITUTIONS = new Set(
  'ministry department agency bureau office council committee commission parliament government court army navy force police embassy consulate'.split(
    ' ',
  ),
);

function sayState(folded: string): string {
  const name = sayOwner(folded);
  return /^United | Union$/.test(name) ? `the ${name}` : name;
}
