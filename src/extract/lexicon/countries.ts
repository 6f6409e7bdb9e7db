// Countries by name, spelling, demonym and capital: world-countries, with what it lacks in data/lexicon/countries.json.
import { createRequire } from 'node:module';
import type { Referent } from '../../model/extraction.ts';
import { readLexicon } from './read-lexicon.ts';

export interface Country {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  /** Common English name. */
  readonly name: string;
  /** The word before "embassy": "U.S.", "German". */
  readonly adjective: string;
  /** `wikidata:Q…`, where the lexicon knows it. */
  readonly sameAs: string | null;
  /** False where the name is also that of another place or a person ("Georgia"). */
  readonly unambiguous: boolean;
}

interface Source {
  readonly cca3: string;
  readonly name: { readonly common: string; readonly official: string };
  readonly altSpellings: readonly string[];
  readonly capital: readonly string[];
  readonly demonyms: { readonly eng?: { readonly m: string; readonly f: string } };
  readonly area: number;
  /** By ISO 639-3. */
  readonly languages: Readonly<Record<string, string>>;
}

interface Additions {
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  readonly demonyms: Readonly<Record<string, readonly string[]>>;
  readonly short: Readonly<Record<string, string>>;
  readonly chancellor: readonly string[];
  readonly ambiguous: readonly string[];
  readonly notDemonyms: readonly string[];
  /** Spellings of other languages that are English words or names of people ("Island", "Mann"). */
  readonly notNames: readonly string[];
  /** Countries after which people are called. */
  readonly givenNames: readonly string[];
  readonly capitals: Readonly<Record<string, readonly string[]>>;
  readonly states: readonly string[];
  readonly regions: readonly string[];
}

const SOURCES = createRequire(import.meta.url)('world-countries') as readonly Source[];
const ADDITIONS = readLexicon<Additions>('countries');
const IDS = readLexicon<{ ids: Readonly<Record<string, string>> }>('country-ids').ids;

const byName = new Map<string, Country>();
const byDemonym = new Map<string, Country>();
const byCapital = new Map<string, Country>();

/** What there is to fold, as a rule nothing. */
const UNFOLDED = /[\u2018\u2019]|^[Tt]he\s|\s\s|[^\S ]/;

/** Typographic apostrophes and the article do not tell names apart. */
function fold(surface: string): string {
  if (!UNFOLDED.test(surface)) return surface;
  return surface
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/^[Tt]he\s+/, '')
    .replace(/\s+/g, ' ');
}

/** Texts write Brasilia for Brasília. */
function foldAccents(surface: string): string {
  return fold(surface).normalize('NFD').replace(/\p{M}/gu, '');
}

function addTo(map: Map<string, Country>, surface: string, country: Country): void {
  if (surface.length > 0 && !map.has(surface)) map.set(surface, country);
}

// The larger country wins a shared word: "French" is France, not its southern islands; two Congos share none safely.
for (const source of [...SOURCES].sort((a, b) => b.area - a.area || (a.cca3 < b.cca3 ? -1 : 1))) {
  const demonym = source.demonyms.eng?.m ?? '';
  const more = ADDITIONS.demonyms[source.cca3] ?? [];
  const country: Country = {
    code: source.cca3,
    name: source.cca3 === 'TUR' ? 'Turkey' : source.name.common,
    adjective: ADDITIONS.short[source.cca3] ?? more[0] ?? (demonym || source.name.common),
    sameAs: IDS[source.cca3] ?? null,
    unambiguous: !ADDITIONS.ambiguous.includes(source.cca3),
  };
  const spellings = source.altSpellings.filter(
    (name) => name.length > 3 && !/^[a-z]/.test(name) && !ADDITIONS.notNames.includes(name),
  );
  for (const name of [
    source.name.common,
    source.name.official,
    ...spellings,
    ...(ADDITIONS.spellings[source.cca3] ?? []),
  ]) {
    addTo(byName, fold(name), country);
  }
  for (const word of [...more, ...demonym.split(/, | or /)]) {
    if (ADDITIONS.notDemonyms.includes(word)) continue;
    addTo(byDemonym, word, country);
    if (/(?:an|i|o|er|ot|ak|ek|ik|akh|ech)$/.test(word)) addTo(byDemonym, `${word}s`, country);
  }
  for (const city of [...source.capital, ...(ADDITIONS.capitals[source.cca3] ?? [])])
    addTo(byCapital, foldAccents(city), country);
}

const OPENERS = new Set([...byName.keys(), ...byDemonym.keys()].map(([letter]) => letter));

/** False for letters with which neither a country nor a people begins: most words of a text. */
export function mayOpenCountry(letter: string): boolean {
  return OPENERS.has(letter);
}

/** The country of that name or spelling; case matters ("US", not "us"). */
export function findCountry(surface: string): Country | undefined {
  return byName.get(fold(surface));
}

/** True for the first word of a full name that is also a country: "|Jordan| Quill". */
export function opensPersonName(surface: string): boolean {
  return ADDITIONS.givenNames.includes(surface);
}

/** The country of a demonym, singular or plural, adjective or noun: "Polish", "Poles". */
export function findDemonym(surface: string): Country | undefined {
  return byDemonym.get(surface);
}

/** The country whose capital bears that name. */
export function findCapital(surface: string): Country | undefined {
  return byCapital.get(foldAccents(surface));
}

/** True for states, provinces and regions of the world that are no country, and for capitals. */
export function isKnownPlace(surface: string): boolean {
  return places.has(fold(surface)) || byCapital.has(foldAccents(surface)) || byName.has(fold(surface));
}

const places = new Set([...ADDITIONS.states, ...ADDITIONS.regions]);

const languages = new Set(SOURCES.flatMap((source) => Object.values(source.languages)));

/** True for the name of a language of some country. */
export function isLanguageName(surface: string): boolean {
  return languages.has(surface);
}

/** True where the chancellor is the head of government. */
export function hasChancellor(country: Country): boolean {
  return ADDITIONS.chancellor.includes(country.code);
}

/** The entity a country is, as a mention carries it. */
export function toReferent(country: Country): Referent {
  return { name: country.name, type: 'Place', sameAs: country.sameAs };
}

/** True for the states of a federation that stand after towns: "Springfield, Ohio". */
export function isState(surface: string): boolean {
  return ADDITIONS.states.includes(surface);
}
