// Names that many people bear, counted from open corpora: two texts that use one need not mean one person.
import { readFileSync } from 'node:fs';
import { foldName } from './fold.ts';
import type { PersonName } from './person-name.ts';

const read = <Shape>(name: string): Shape =>
  JSON.parse(readFileSync(new URL(`../../data/lexicon/${name}.json`, import.meta.url), 'utf8')) as Shape;
const readNames = (name: string): ReadonlySet<string> =>
  new Set(read<{ readonly names: readonly string[] }>(name).names.map(foldName));
const firstNames = readNames('first-names');
const surnames = readNames('common-surnames');
const { he, she } = read<{ readonly he: string; readonly she: string }>('given-name-genders');
const givenNames = new Set([...firstNames, ...`${he} ${she}`.split(' ')]);

/** True for a folded word that is a given name of people, frequent or not. */
export function isGivenName(word: string): boolean {
  return givenNames.has(word);
}

/** True for a usual first name with a common surname and nothing else to tell it by. */
export function isCommonName({ given, surname, suffix }: PersonName): boolean {
  return given.length === 1 && suffix === null && firstNames.has(given[0] ?? '') && surnames.has(surname);
}
