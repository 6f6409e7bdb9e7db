// Says what kind of thing a name is, from its own words; what stands around it is asked elsewhere.
import { findCountry, isKnownPlace } from '../lexicon/countries.ts';
import {
  BODIES_OF_STATE,
  EVENT_HEADS,
  EVENT_OPENERS,
  FIRST_NAMES,
  GROUP_ADJECTIVES,
  GROUP_HEADS,
  KNOWN_ORGANIZATIONS,
  KNOWN_PLACES,
  LAW_HEADS,
  ORGANIZATION_HEADS,
  ORGANIZATION_OPENERS,
  PLACE_HEADS,
  PLACE_OPENERS,
} from '../lexicon/name-words.ts';
import { isPeople } from '../lexicon/peoples.ts';

/** `score` 0–1: how sure the words alone make us; 0 where they say nothing. */
export interface NameType {
  readonly type: string;
  readonly score: number;
}

/** True for land beside a river, though a bank is a body. */
export function isRiverbank(name: string): boolean {
  return BANK.test(name);
}

const BANK = /^(?:(?:West|East|North|South)(?:ern)?|Left|Right) Bank$/;
const NOTHING: NameType = { type: 'Other', score: 0 };

/** The type that the words of a name show, strongest evidence first. */
export function classifyName(pieces: readonly string[]): NameType {
  const spaced = pieces.join(' ');
  const name = spaced.includes('-') ? spaced.replace(/ ?- ?/g, '-') : spaced;
  const words = name.split(' ');
  const lower = name.toLowerCase();
  const small = lower.split(' ');
  // "World War II": the number is not the head.
  const head = words.length > 1 && /^[IVX]+$/.test(words.at(-1) ?? '') ? words.at(-2) : words.at(-1);
  const last = head?.toLowerCase() ?? '';
  const opener = `${small[0]} ${small[1] ?? ''}`;
  const listed = classifyListed(name, lower);
  if (listed) return listed;
  if (isRiverbank(name)) return { type: 'Place', score: 0.93 };
  // "The Beacon": what it is, its company must tell.
  if (words.length === 2 && words[0] === 'The') return NOTHING;
  if (small.some((word, at) => ORGANIZATION_OPENERS.has(`${word} ${small[at + 1] ?? ''}`))) {
    return { type: 'Organization', score: 0.9 };
  }
  if (words.length > 1 && FIRST_NAMES.has(words[0] ?? '') && !ORGANIZATION_HEADS.has(last) && !EVENT_HEADS.has(last)) {
    return words.length <= 4 && !PLACE_HEADS.has(last)
      ? { type: 'Person', score: 0.9 }
      : { type: 'Person', score: 0.6 };
  }
  if (words.length === 1 && (ORGANIZATION_HEADS.has(last) || PLACE_HEADS.has(last) || EVENT_HEADS.has(last)))
    return NOTHING;
  if (words.length > 1) {
    if (LAW_HEADS.has(last)) return { type: 'Law', score: 0.8 };
    if (EVENT_HEADS.has(last) || EVENT_OPENERS.has(small[0] ?? '') || EVENT_OPENERS.has(opener))
      return { type: 'Event', score: 0.8 };
    if (ORGANIZATION_HEADS.has(last)) return { type: 'Organization', score: 0.88 };
    if (PLACE_HEADS.has(last)) return { type: 'Place', score: 0.85 };
    if (PLACE_OPENERS.has(small[0] ?? '') || PLACE_OPENERS.has(opener)) return { type: 'Place', score: 0.75 };
    if (words.includes('of') || words.includes('&') || words.includes('for'))
      return { type: 'Organization', score: 0.5 };
  }
  if (words.length === 1 && /^\p{Lu}{2,6}s?$/u.test(name)) return { type: 'Organization', score: 0.6 };
  if (words.length === 1 && FIRST_NAMES.has(name)) return { type: 'Person', score: 0.6 };
  return words.length > 1 && words.length <= 3 ? { type: 'Person', score: 0.45 } : NOTHING;
}

function classifyListed(name: string, lower: string): NameType | null {
  if (findCountry(name)) return { type: 'Place', score: 0.97 };
  if (isPeople(name) || GROUP_ADJECTIVES.has(lower) || GROUP_HEADS.has(lower)) return { type: 'Group', score: 0.95 };
  if (BODIES_OF_STATE.has(lower)) return { type: 'Organization', score: 0.95 };
  if (KNOWN_ORGANIZATIONS.has(name)) return { type: 'Organization', score: 0.92 };
  if (KNOWN_PLACES.has(name) || isKnownPlace(name)) return { type: 'Place', score: 0.92 };
  return null;
}
