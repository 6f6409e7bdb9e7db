// "Meridian" of a text on Meridian Foods: a firm is named in full once, and then by the word that tells it from others.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { findCountry, findDemonym } from '../lexicon/countries.ts';
import {
  FUNCTION_WORDS,
  GROUP_ADJECTIVES,
  KNOWN_ORGANIZATIONS,
  KNOWN_PLACES,
  ORGANIZATION_HEADS,
  ORGANIZATION_OPENERS,
} from '../lexicon/name-words.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { foldName } from './name-forms.ts';

const ACRONYMS = readLexicon<{ readonly names: Readonly<Record<string, string>> }>('acronyms').names;

/** Joins bodies that are called by the first words of exactly one longer name, which the text gives before. */
export function joinShortBodies(extraction: Extraction, groups: readonly Mention[][]): Mention[][] {
  const surface = ({ start, end }: Mention): string => extraction.document.text.slice(start, end);
  const joined = groups.map((group) => [...group]);
  const bodies = joined
    .filter(([first]) => first?.type === 'Organization' && first.referent === null)
    .map((group) => ({
      group,
      start: Math.min(...group.map(({ start }) => start)),
      forms: group.map((mention) => ({ text: surface(mention), words: foldName(surface(mention)).split(' ') })),
    }))
    .sort((left, right) => left.start - right.start);
  for (const [place, { group, forms }] of bodies.entries()) {
    const [first] = forms;
    if (first === undefined || forms.some(({ words }) => words.join(' ') !== first.words.join(' '))) continue;
    if (isKnown(first.text)) continue; // well known by itself: "Google Ventures" is not Google
    const longer = bodies.filter((other) => other.group !== group && opensLonger(first.words, other.forms));
    const [only] = longer;
    if (longer.length === 1 && only && bodies.indexOf(only) < place) only.group.push(...group.splice(0));
  }
  return joined.filter((group) => group.length > 0);
}

/** "U.N.", "UN": an acronym that papers do not spell out, and all that the gazetteer lists. */
function isKnown(name: string): boolean {
  return KNOWN_ORGANIZATIONS.has(name) || Object.hasOwn(ACRONYMS, name.replaceAll('.', ''));
}

/** True where the words tell one body from others, and a longer of the names goes on from them with a word of its own kind ("Foods"). */
export function opensLonger(
  words: readonly string[],
  names: readonly { readonly words: readonly string[] }[],
): boolean {
  return isTelling(words) && names.some((name) => goesOn(words, name.words));
}

function goesOn(words: readonly string[], longer: readonly string[]): boolean {
  return (
    longer.length > words.length &&
    words.every((word, place) => longer[place] === word) &&
    !FUNCTION_WORDS.has(longer[words.length] ?? '')
  );
}

/** "Bank", "National" and "Boston" open the names of many. */
function isTelling(words: readonly string[]): boolean {
  const [word = ''] = words;
  if (words.length > 1) return true;
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  const isCommon = [ORGANIZATION_HEADS, ORGANIZATION_OPENERS, GROUP_ADJECTIVES, FUNCTION_WORDS].some(
    (set) => set.has(word) || set.has(name),
  );
  return !isCommon && !KNOWN_PLACES.has(name) && !findCountry(name) && !findDemonym(name);
}
