// Names that many people bear, counted from open corpora: two texts that use one need not mean one person.
import { readFileSync } from 'node:fs';
import { foldName } from './fold.ts';
import type { PersonName } from './person-name.ts';

const read = (name: string): ReadonlySet<string> => {
  const text = readFileSync(new URL(`../../data/lexicon/${name}.json`, import.meta.url), 'utf8');
  return new Set((JSON.parse(text) as { readonly names: readonly string[] }).names.map(foldName));
};
const firstNames = read('first-names');
const surnames = read('common-surnames');

/** True for a folded word that many people bear as their first name. */
export function isFirstName(word: string): boolean {
  return firstNames.has(word);
}

/** True for a usual first name with a common surname and nothing else to tell it by. */
export function isCommonName({ given, surname, suffix }: PersonName): boolean {
  return given.length === 1 && suffix === null && firstNames.has(given[0] ?? '') && surnames.has(surname);
}
