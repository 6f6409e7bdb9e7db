// Names of institutions taken apart: whose, where, and the words that say which, so that word order and demonyms fall away.
import { foldName, foldWords } from './fold.ts';
import { isGenericName } from './organization-name.ts';
import { stateOfCapital, stateOfFolded } from './states.ts';

const FILLERS = new Set('of the for and in to at affairs s'.split(' '));
const HOST_WORDS = new Set(['in', 'to', 'at']);
const MISSIONS = new Set(['embassy', 'embassies', 'consulate', 'mission']);
const SAME_WORDS: Readonly<Record<string, string>> = {
  defence: 'defense',
  labour: 'labor',
  dept: 'department',
  govt: 'government',
};

/** What owns institutions as a state does, by its names: "U.N. Security Council". */
const UNIONS: Readonly<Record<string, string>> = {
  un: 'united nations',
  'united nations': 'united nations',
  eu: 'european union',
  'european union': 'european union',
  au: 'african union',
  'african union': 'african union',
};

/** "Norway's Ministry of Defence" gives owner "norway", words "defense ministry". */
export interface Institution {
  /** Folded common name of a state or a union of states, null where the name tells none. */
  readonly owner: string | null;
  /** State in which it sits, where the name says so: of embassies. */
  readonly host: string | null;
  /** The other words, folded, sorted, without fillers. */
  readonly words: readonly string[];
}

/** A word of a name, or a stretch of it that stands for a state. */
export type NamePart = string | { readonly country: string };

/** Null where `accepts` refuses the words, by default where one is not shared by institutions: then it is a name of its own. */
export function parseInstitution(
  parts: readonly NamePart[],
  accepts: (words: string) => boolean = isGenericName,
): Institution | null {
  const words = parts.flatMap((part): NamePart[] => (typeof part === 'string' ? foldWords(part) : [part]));
  const isMission = words.some((word) => typeof word === 'string' && MISSIONS.has(word));
  const rest: string[] = [];
  let owner: string | null = null;
  let host: string | null = null;
  for (let index = 0; index < words.length; index += 1) {
    const found = countryAt(words, index, isMission);
    const word = words[index];
    if (found !== null) {
      const before = words[index - 1] === 'the' ? words[index - 2] : words[index - 1];
      if (typeof before === 'string' && HOST_WORDS.has(before)) host = found.country;
      else owner = owner ?? found.country;
      index += found.length - 1;
    } else if (typeof word === 'string' && !FILLERS.has(word)) rest.push(SAME_WORDS[word] ?? word);
  }
  if (rest.length === 0 || !accepts(rest.join(' '))) return null;
  return { owner, host, words: [...new Set(rest)].sort() };
}

/** One text for an institution; equal for all ways to word it. */
export function institutionKey({ owner, host, words }: Institution): string {
  return `${owner ?? ''}|${host ?? ''}|${words.join(' ')}`;
}

/** True where the name says which one is meant: whose it is, and of an embassy also where, since a state has many. */
export function isDefinite({ owner, host, words }: Institution): boolean {
  return owner !== null && (host !== null || !words.some((word) => MISSIONS.has(word)));
}

/**
 * True where the shorter could mean the longer: owner and host do not differ, and its words are the other's, or its one word is
 * among them. "The council" may be a Federal Security Council, "the Security Council" is another.
 */
export function couldMean(short: Institution, long: Institution): boolean {
  const agrees = (left: string | null, right: string | null) => left === null || left === right;
  return (
    agrees(short.owner, long.owner) &&
    agrees(short.host, long.host) &&
    (short.words.length === 1 || short.words.length === long.words.length) &&
    short.words.every((word) => long.words.includes(word))
  );
}

/** The name of an owner, for people. */
export function sayOwner(folded: string): string {
  return stateOfFolded(folded)?.name ?? folded.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

function countryAt(
  words: readonly NamePart[],
  index: number,
  isMission: boolean,
): { readonly country: string; readonly length: number } | null {
  const first = words[index];
  if (first === undefined) return null;
  if (typeof first !== 'string') return { country: first.country, length: 1 };
  for (let length = Math.min(4, words.length - index); length > 0; length -= 1) {
    const stretch = words.slice(index, index + length);
    if (stretch.some((word) => typeof word !== 'string') || stretch[0] === 'the') continue;
    const text = stretch.join(' ');
    const state = stateOfFolded(text) ?? (isMission ? stateOfCapital(text) : null);
    const owner = state === null ? UNIONS[text] : foldName(state.name);
    if (owner !== undefined) return { country: owner, length };
  }
  return null;
}
