// "Mr. Quo" of a text on Quo Van-li: where family names stand first, and of two family names the first.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { FIRST_NAMES } from '../lexicon/name-words.ts';
import { tokenAfter, wordAt } from '../words.ts';
import { genderOfName } from './genders.ts';
import { foldName } from './name-forms.ts';

const COURTESY = /^(?:mr|mrs|ms|miss)\.?$/;

/**
 * Joins people who are called by one word alone to the only person of the text whose longer name holds it before its last
 * word. A usual given name ("Ada") wants a courtesy title, which stands before family names.
 */
export function joinFamilyFirst(extraction: Extraction, groups: readonly Mention[][]): Mention[][] {
  const surface = ({ start, end }: Mention): string => extraction.document.text.slice(start, end);
  const joined = groups.map((group) => [...group]);
  const people = joined.filter(([first]) => first?.type === 'Person' && first.referent === null);
  const parts = people.map((group) => group.map((mention) => foldName(surface(mention)).split(' ')));
  for (const [place, group] of people.entries()) {
    const word = parts[place]?.[0]?.[0] ?? '';
    if (parts[place]?.some((words) => words.length > 1 || words[0] !== word)) continue;
    const bearers = people.filter((_, other) => other !== place && parts[other]?.some((words) => words.includes(word)));
    const [bearer] = bearers;
    if (bearer === undefined || bearers.length > 1 || !group.some((mention) => isFamilyName(extraction, mention)))
      continue;
    bearer.push(...group.splice(0));
  }
  return joined.filter((group) => group.length > 0);
}

function isFamilyName(extraction: Extraction, { start, end }: Mention): boolean {
  if (COURTESY.test(wordAt(extraction, tokenAfter(extraction, start) - 1))) return true;
  const name = extraction.document.text.slice(start, end);
  return !FIRST_NAMES.has(name) && genderOfName(name) === null;
}
