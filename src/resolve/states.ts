// States by their names, with capitals and neighbours: world-countries, with the spellings that data/lexicon adds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Countries } from 'world-countries';
import { foldName } from './fold.ts';

export interface State {
  /** Common English name, as referents have it. */
  readonly name: string;
  /** `wikidata:Q…`, or null where the lexicon has none. */
  readonly sameAs: string | null;
  /** True where the name is also that of another place or of a person ("Georgia"). */
  readonly isAmbiguous: boolean;
  /** Folded names of its capitals. */
  readonly capitals: readonly string[];
  /** Folded names of the states at its borders. */
  readonly borders: readonly string[];
}

interface Additions {
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  readonly ambiguous: readonly string[];
  readonly notNames: readonly string[];
  readonly capitals: Readonly<Record<string, readonly string[]>>;
  readonly states: readonly string[];
}

// The package's own module entry imports JSON without an attribute, which Node refuses.
const countries = createRequire(import.meta.url)('world-countries/countries.json') as Countries;
const readJson = <Value>(name: string): Value =>
  JSON.parse(readFileSync(new URL(`../../data/lexicon/${name}.json`, import.meta.url), 'utf8')) as Value;
const additions = readJson<Additions>('countries');
const { ids } = readJson<{ readonly ids: Readonly<Record<string, string>> }>('country-ids');

// The name in newspapers, not the official one since 2022; the extractor writes it so too.
const nameOf = (country: Countries[number]): string => (country.cca3 === 'TUR' ? 'Turkey' : country.name.common);
const nameByCode = new Map(countries.map((country) => [country.cca3, foldName(nameOf(country))]));

const byName = new Map<string, State>();
const byCapital = new Map<string, State>();
const byCode = new Map<string, State>();
// The larger of two wins a name that both bear.
for (const country of [...countries].sort((a, b) => b.area - a.area || (a.cca3 < b.cca3 ? -1 : 1))) {
  const capitals = [...country.capital, ...(additions.capitals[country.cca3] ?? [])].map(foldName);
  const state: State = {
    name: nameOf(country),
    sameAs: ids[country.cca3] ?? null,
    isAmbiguous: additions.ambiguous.includes(country.cca3),
    capitals,
    borders: country.borders.flatMap((code) => nameByCode.get(code) ?? []),
  };
  const names = [
    ...[nameOf(country), country.name.common, country.name.official],
    ...country.altSpellings.filter((spelling) => spelling.length > 3 && !additions.notNames.includes(spelling)),
    ...(additions.spellings[country.cca3] ?? []),
  ];
  byCode.set(country.cca3, state);
  for (const name of names.map(withoutArticle)) if (name !== '' && !byName.has(name)) byName.set(name, state);
  for (const city of capitals) if (!byCapital.has(city)) byCapital.set(city, state);
}
const provinces = new Set(additions.states.map(foldName));

function withoutArticle(name: string): string {
  return foldName(name).replace(/^the /, '');
}

/** The state of that name or spelling, null where it names none. "us" in small letters is a pronoun. */
export function stateNamed(surface: string): State | null {
  return /^us$|^Us$/.test(surface) ? null : stateOfFolded(foldName(surface));
}

/** The state of a folded name. */
export function stateOfFolded(folded: string): State | null {
  return byName.get(folded.replace(/^the /, '')) ?? null;
}

/** The state whose capital bears that folded name. */
export function stateOfCapital(folded: string): State | null {
  return byCapital.get(folded) ?? null;
}

/** The state of a code of three letters (ISO 3166-1). */
export function stateOfCode(code: string): State | null {
  return byCode.get(code) ?? null;
}

/** True for the folded name of a state or province inside a country ("texas"). */
export function isProvince(folded: string): boolean {
  return provinces.has(folded);
}
