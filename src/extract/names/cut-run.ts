// Cuts a capitalised run into demonyms, titles and names: "German Chancellor Ada Quill" is a people, an office and a person.
import { findCountry, findDemonym, isKnownPlace } from '../lexicon/countries.ts';
import {
  FIRST_NAMES,
  GROUP_ADJECTIVES,
  KNOWN_ORGANIZATIONS,
  KNOWN_PLACES,
  ORGANIZATION_HEADS,
  ORGANIZATION_OPENERS,
  PERSON_TITLES,
  PLACE_HEADS,
} from '../lexicon/name-words.ts';
import { isOffice, LONGEST_TITLE, TITLE_MODIFIERS } from '../lexicon/offices.ts';
import { classifyName } from './classify-name.ts';

/** A piece of a run; `first` and `last` (inclusive) count the words of the run. */
export interface Piece {
  readonly first: number;
  readonly last: number;
  /** `person` and `organization`: the cut itself proves the type. */
  readonly kind: 'title' | 'demonym' | 'name' | 'person' | 'organization';
}

/** Left over between two pieces. */
const JOINT = /^(of|for|and|the|-|\u2013|\/|&|e|y)$/;
/** Behind a title: "U.S. Ambassador |to| Easthaven", and what follows is nobody's name. */
const SEAT_JOINT = /^(?:to|in|at)$/;

/** Pieces of the words of a run, in order; titles are given back so that what follows can be read as a person. */
export function cutRun(words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let afterTitle = false;
  while (at < words.length) {
    if (at > 0 && JOINT.test(words[at] ?? '')) {
      at += 1;
      continue;
    }
    if (afterTitle && SEAT_JOINT.test(words[at] ?? '')) {
      at += 1;
      afterTitle = false;
      continue;
    }
    const title = titleAt(words, at);
    if (title > 0 && !isWholeOrganization(words.slice(at))) {
      pieces.push({ first: at, last: at + title - 1, kind: 'title' });
      at += title;
      afterTitle = true;
      continue;
    }
    const demonym = demonymAt(words, at);
    if (demonym > 0) {
      const rest = words.slice(at);
      if (demonym === words.length - at || !startsOrganization(rest)) {
        pieces.push({ first: at, last: at + demonym - 1, kind: 'demonym' });
        at += demonym;
        continue;
      }
    }
    const country = countryAt(words, at);
    if (country > 0) {
      pieces.push({ first: at, last: at + country - 1, kind: 'name' });
      at += country;
      continue;
    }
    const end = endOfName(words, at, afterTitle);
    pieces.push({ first: at, last: end.last, kind: end.kind });
    at = end.last + 1;
    afterTitle = false;
  }
  return pieces;
}

/** Number of words of the longest title that begins here, capitalised or not; 0 where none does. */
function titleAt(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_TITLE, words.length - at); length > 0; length -= 1) {
    const phrase = words
      .slice(at, at + length)
      .join(' ')
      .replace(/ - /g, '-')
      .toLowerCase();
    const singular = phrase.replace(/s$/, '');
    if (isOffice(phrase) || isOffice(singular) || (length === 1 && PERSON_TITLES.has(phrase))) return length;
  }
  const word = (words[at] ?? '').toLowerCase();
  if (!TITLE_MODIFIERS.has(word) || at + 1 >= words.length) return 0;
  return titleAt(words, at + 1) > 0 || demonymAt(words, at + 1) > 0 ? 1 : 0;
}

function demonymAt(words: readonly string[], at: number): number {
  for (const length of [2, 1]) {
    const phrase = words.slice(at, at + length).join(' ');
    if (at + length > words.length) continue;
    if (length === 1 && GROUP_ADJECTIVES.has(phrase.toLowerCase()) && FIRST_NAMES.has(words[at + 1] ?? '')) return 1;
    if (findDemonym(phrase) && (!findCountry(phrase) || at + length < words.length)) return length;
  }
  return 0;
}

/** Words of a country with which no longer name begins: "Norland Responds" is a country and a capitalised verb. */
function countryAt(words: readonly string[], at: number): number {
  for (let length = Math.min(4, words.length - at); length > 0; length -= 1) {
    if (!findCountry(words.slice(at, at + length).join(' '))) continue;
    const rest = words.slice(at);
    const whole = classifyName(rest);
    return length === rest.length || (whole.type === 'Person' && whole.score < 0.6) ? length : 0;
  }
  return 0;
}

/** True where the whole run is an organisation: "Foreign Ministry", "General Assembly", "House of Representatives". */
function isWholeOrganization(words: readonly string[]): boolean {
  return (
    KNOWN_ORGANIZATIONS.has(words.join(' ')) ||
    (words.length > 1 && ORGANIZATION_HEADS.has(words.at(-1)?.toLowerCase() ?? ''))
  );
}

/** True where an organisation begins at the first word: "Russian Foreign Ministry", "U.S. Department of State Ada Quill". */
function startsOrganization(words: readonly string[]): boolean {
  if (FIRST_NAMES.has(words[1] ?? '') || titleAt(words, 1) > 0) {
    return (
      words.length > 2 &&
      ORGANIZATION_HEADS.has(words.at(-1)?.toLowerCase() ?? '') &&
      titleAt(words, words.length - 1) === 0
    );
  }
  return words
    .slice(1)
    .some((word) => ORGANIZATION_HEADS.has(word.toLowerCase()) || PLACE_HEADS.has(word.toLowerCase()));
}

interface End {
  readonly last: number;
  readonly kind: Piece['kind'];
}

/** Where the name that begins here ends: before a known first name or title, or where an "X of Y" body is complete. */
function endOfName(words: readonly string[], at: number, afterTitle: boolean): End {
  const body = endOfBody(words, at);
  if (body !== null) return { last: body, kind: 'organization' };
  for (let next = at + 1; next < words.length; next += 1) {
    const before = words.slice(at, next);
    if (/^(of|for)$/.test(words[next] ?? '') && isPerson(before)) return { last: next - 1, kind: 'person' };
    if (/^(of|de|for|&|-)$/.test(words[next - 1] ?? '')) continue;
    if (
      titleAt(words, next) > 0 &&
      next + titleAt(words, next) < words.length &&
      !isWholeOrganization(words.slice(at)) &&
      !isMiddleName(before, words[next] ?? '')
    ) {
      return { last: next - 1, kind: 'name' };
    }
    const person = FIRST_NAMES.has(words[next] ?? '') && next + 1 < words.length;
    if (person && !FIRST_NAMES.has(before[0] ?? '') && isSettled(before)) return { last: next - 1, kind: 'name' };
  }
  return { last: words.length - 1, kind: afterTitle && classifyName(words.slice(at)).score < 0.9 ? 'person' : 'name' };
}

/** "Omar |Shah| Durrani", "Khalid |Sheikh| Omar": behind a given name such a word is none of his titles. */
function isMiddleName([given = '', ...more]: readonly string[], word: string): boolean {
  const title = word.toLowerCase();
  const isGiven = more.length === 0 && FIRST_NAMES.has(given) && !isKnownPlace(given) && !KNOWN_PLACES.has(given);
  return isGiven && PERSON_TITLES.has(title) && !title.endsWith('.') && !isOffice(title);
}

function isPerson(words: readonly string[]): boolean {
  const { type, score } = classifyName(words);
  return words.length > 1 && type === 'Person' && score >= 0.9;
}

/** True where words are a name whatever follows: a place, a country, a body. */
function isSettled(words: readonly string[]): boolean {
  const phrase = words.join(' ');
  if (findCountry(phrase) ?? findDemonym(phrase)) return true;
  if (KNOWN_PLACES.has(phrase) || KNOWN_ORGANIZATIONS.has(phrase) || /^[\p{Lu}.]{2,}$/u.test(phrase)) return true;
  return ORGANIZATION_HEADS.has(words.at(-1)?.toLowerCase() ?? '');
}

/**
 * Last word of "Department of State" where the run goes on with a person of two or three words and no head noun;
 * null where the run is one name. Guards against texts that lost a comma or a title.
 */
function endOfBody(words: readonly string[], at: number): number | null {
  for (let head = at; head + 2 < words.length; head += 1) {
    const opener = `${words[head]} ${words[head + 1]}`.toLowerCase();
    if (!ORGANIZATION_OPENERS.has(opener)) continue;
    const rest = words.slice(head + 3);
    const plain = rest.length >= 2 && rest.length <= 3 && rest.every((word) => /^\p{Lu}[\p{L}'\u2019.-]+$/u.test(word));
    const headed = rest.some(
      (word) => ORGANIZATION_HEADS.has(word.toLowerCase()) || PLACE_HEADS.has(word.toLowerCase()),
    );
    if (plain && !headed && (FIRST_NAMES.has(rest[0] ?? '') || /^(department|ministry)/.test(opener))) return head + 2;
  }
  return null;
}
