// What is known of a unit, or of units joined so far, in the form that comparisons read.
import type { DocumentId } from '../model/id.ts';
import { type Institution, isDefinite } from './institution.ts';
import type { PersonName } from './person-name.ts';
import type { PlaceSense } from './place-sense.ts';

/** A post that a text gives somebody. */
export interface Office {
  readonly type: string;
  readonly family: string;
  /** Normalised; may be empty where the text has no title. */
  readonly title: string;
  /** Name keys of what it is an office of. */
  readonly owners: readonly string[];
  /** As the text has it, with the name of the owner, for people. */
  readonly text: string;
}

/** The blocking keys of a profile as numbers; one for all units that bear one set of names. */
export interface BlockNode {
  readonly index: number;
  /** Keys that name one thing, in words: `equalKeys`. */
  readonly equal: readonly string[];
  /** Keys by which it meets whoever has them too. */
  readonly meets: readonly number[];
  /** Keys by which a short name asks for longer ones; empty for a full name. */
  readonly asks: readonly number[];
  /** Keys by which a short name finds it. */
  readonly answers: readonly number[];
}

/**
 * A unit's profile shares its collections with others of the same names and never grows. A group's (`copyProfile`) owns
 * them and grows as units join, by `put` and `add` alone.
 */
export interface Profile {
  readonly isPerson: boolean;
  types: ReadonlySet<string>;
  documents: ReadonlySet<DocumentId>;
  /** The thing that a referent names, by `referentKey`; where the name does not say which one, only within its document. */
  referents: ReadonlySet<string>;
  /** People: by folded name. `full` has a given name, `lone` is one word. */
  full: ReadonlyMap<string, PersonName>;
  lone: ReadonlyMap<string, PersonName>;
  /** Other things: canonical names that no longer name of the unit explains, each with a surface. */
  specific: ReadonlyMap<string, string>;
  acronyms: ReadonlySet<string>;
  /** First letters of its longer names, each with a surface. */
  initials: ReadonlyMap<string, string>;
  /** States and provinces that its names give as where it lies ("Perth, Ontario"), folded. */
  regions: ReadonlySet<string>;
  institutions: ReadonlyMap<string, Institution>;
  offices: ReadonlyMap<string, Office>;
  /** Name keys that stand in one sentence with it. A unit has a list, since a million sets would fill the memory. */
  neighbours: readonly string[] | ReadonlySet<string>;
  /** By which a unit finds its like; null for one of no name, and for a group. */
  node: BlockNode | null;
  /** Which of several places of one name the text means, where it tells. */
  sense: PlaceSense | null;
  /** Dates and places of birth and death, by relation type. */
  life: ReadonlyMap<string, ReadonlySet<string>>;
}

type Item<Kind> = Kind extends ReadonlyMap<string, infer Value> ? Value : never;
type MapField = 'full' | 'lone' | 'specific' | 'initials' | 'institutions' | 'offices' | 'life';
type SetField = 'types' | 'documents' | 'referents' | 'acronyms' | 'regions';

// A folder has a million profiles, and each leaves most of its collections empty: those share one until the first entry.
const NO_ENTRIES = new Map<string, never>();
const NO_ITEMS = new Set<never>();
const NO_NEIGHBOURS: readonly string[] = [];

/** Sets an entry of a profile. */
export function put<Field extends MapField>(
  profile: Profile,
  field: Field,
  key: string,
  item: Item<Profile[Field]>,
): void {
  const known = profile[field] as Map<string, unknown>;
  if (known !== NO_ENTRIES) known.set(key, item);
  else profile[field] = new Map([[key, item]]) as unknown as Profile[Field];
}

/** Adds to a set of a profile. */
export function add<Field extends SetField>(
  profile: Profile,
  field: Field,
  item: Profile[Field] extends ReadonlySet<infer Of> ? Of : never,
): void {
  const known = profile[field] as Set<unknown>;
  if (known !== NO_ITEMS) known.add(item);
  else profile[field] = new Set([item]) as unknown as Profile[Field];
}

/** The profile with a word read as an acronym that looked like a name ("Nato"). */
export function withAcronym(profile: Profile, word: string): Profile {
  const specific = new Map([...profile.specific].filter(([key]) => key !== word));
  return { ...profile, specific, acronyms: new Set([...profile.acronyms, word]) };
}

/** Name keys of the company it keeps. */
export function neighboursOf({ neighbours }: Profile): ReadonlySet<string> {
  return neighbours instanceof Set ? neighbours : new Set(neighbours as readonly string[]);
}

/** A profile of no names at all. */
export function emptyProfile(type: string): Profile {
  return {
    isPerson: type === 'Person',
    sense: null,
    node: null,
    types: NO_ITEMS,
    documents: NO_ITEMS,
    neighbours: NO_NEIGHBOURS,
    referents: NO_ITEMS,
    acronyms: NO_ITEMS,
    regions: NO_ITEMS,
    full: NO_ENTRIES,
    lone: NO_ENTRIES,
    specific: NO_ENTRIES,
    initials: NO_ENTRIES,
    institutions: NO_ENTRIES,
    offices: NO_ENTRIES,
    life: NO_ENTRIES,
  };
}

/** The same names in a document. Written out, since an engine gives each spread copy of so many fields a shape of its own. */
export function placeProfile(names: Profile, documents: ReadonlySet<DocumentId>): Profile {
  return {
    isPerson: names.isPerson,
    sense: null,
    node: names.node,
    types: names.types,
    documents,
    neighbours: NO_NEIGHBOURS,
    referents: names.referents,
    acronyms: names.acronyms,
    regions: names.regions,
    full: names.full,
    lone: names.lone,
    specific: names.specific,
    initials: names.initials,
    institutions: names.institutions,
    offices: NO_ENTRIES,
    life: NO_ENTRIES,
  };
}

/** The texts by which others know it as a neighbour; empty for what has no specific name. */
export function nameKeys(profile: Profile): readonly string[] {
  if (profile.isPerson) return [...profile.full.keys()];
  return [
    ...profile.specific.keys(),
    ...profile.acronyms,
    ...[...profile.institutions].filter(([, institution]) => isDefinite(institution)).map(([key]) => key),
  ];
}

/** The same, free to grow. */
export function copyProfile(profile: Profile): Profile {
  const copy = emptyProfile(profile.isPerson ? 'Person' : '');
  copy.neighbours = new Set<string>();
  mergeProfile(copy, profile);
  return copy;
}

/** Adds all that `from` knows to `into`, which owns its collections. */
export function mergeProfile(into: Profile, from: Profile): void {
  into.sense ??= from.sense;
  const neighbours = into.neighbours as Set<string>;
  for (const key of from.neighbours) neighbours.add(key);
  for (const field of SET_FIELDS) {
    if (from[field].size > 0) for (const item of from[field]) add(into, field, item as never);
  }
  for (const field of MAP_FIELDS) {
    if (from[field].size === 0) continue;
    for (const [key, item] of from[field]) if (!into[field].has(key)) put(into, field, key, item as never);
  }
  if (from.life.size > 0) for (const [type, values] of from.life) addLife(into, type, values);
}

/** Adds what `from` says beside its names, which `into` knows already. */
export function mergeCompany(into: Profile, from: Profile): void {
  into.sense ??= from.sense;
  const neighbours = into.neighbours as Set<string>;
  for (const key of from.neighbours) neighbours.add(key);
  for (const document of from.documents) add(into, 'documents', document);
  for (const [key, office] of from.offices) if (!into.offices.has(key)) put(into, 'offices', key, office);
  for (const [type, values] of from.life) addLife(into, type, values);
}

const SET_FIELDS = ['types', 'documents', 'referents', 'acronyms', 'regions'] as const;
const MAP_FIELDS = ['full', 'lone', 'specific', 'initials', 'institutions', 'offices'] as const;

/** Adds dates or places of birth or death. */
export function addLife(profile: Profile, type: string, values: Iterable<string>): void {
  put(profile, 'life', type, new Set([...(profile.life.get(type) ?? []), ...values]));
}
