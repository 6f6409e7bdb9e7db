// What is known of a unit, or of units joined so far, in the form that comparisons read.
import type { Mention } from '../model/extraction.ts';
import type { DocumentId, MentionId } from '../model/id.ts';
import { townOf, withoutDescription } from './bare-name.ts';
import { foldName } from './fold.ts';
import { type Institution, institutionKey, isDefinite, type NamePart, parseInstitution } from './institution.ts';
import { acronymOf, canonicalName, isAcronym, isShortName } from './organization-name.ts';
import { type PersonName, parsePersonName } from './person-name.ts';
import type { PlaceSense } from './place-sense.ts';
import type { Unit } from './unit.ts';

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

/** Grows as units join, by `put` and `add` alone; belongs to one group at a time. */
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
  /** Name keys that stand in one sentence with it. */
  neighbours: ReadonlySet<string>;
  /** Which of several places of one name the text means, where it tells. */
  sense: PlaceSense | null;
  /** Dates and places of birth and death, by relation type. */
  life: ReadonlyMap<string, ReadonlySet<string>>;
}

type Item<Kind> = Kind extends ReadonlyMap<string, infer Value> ? Value : never;
type MapField = 'full' | 'lone' | 'specific' | 'initials' | 'institutions' | 'offices' | 'life';
type SetField = 'types' | 'documents' | 'neighbours' | 'referents' | 'acronyms' | 'regions';

// A folder has a million profiles, and each leaves most of its collections empty: those share one until the first entry.
const NO_ENTRIES = new Map<string, never>();
const NO_ITEMS = new Set<never>();

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

/** Takes a specific name away again. */
export function dropName(profile: Profile, name: string): void {
  profile.specific = new Map([...profile.specific].filter(([key]) => key !== name));
}

/** Sets of one item, one for each item: a type, or a document, is that of many profiles, and a unit never gains another. */
export interface Singles {
  types(type: string): ReadonlySet<string>;
  documents(document: DocumentId): ReadonlySet<DocumentId>;
}

/** For the profiles of one folder. */
export function makeSingles(): Singles {
  const types = new Map<string, ReadonlySet<string>>();
  const documents = new Map<DocumentId, ReadonlySet<DocumentId>>();
  const single = <Of>(known: Map<Of, ReadonlySet<Of>>, item: Of): ReadonlySet<Of> => {
    const found = known.get(item) ?? new Set([item]);
    known.set(item, found);
    return found;
  };
  return { types: (type) => single(types, type), documents: (document) => single(documents, document) };
}

/** A profile of names alone; offices, neighbours and life are filled in from relations and sentences. */
export function makeProfile(
  unit: Unit,
  nested: ReadonlyMap<MentionId, readonly Mention[]>,
  shared: Singles = makeSingles(),
): Profile {
  const profile: Profile = {
    isPerson: unit.type === 'Person',
    types: shared.types(unit.type),
    documents: shared.documents(unit.extraction.document.id),
    sense: null,
    ...{ referents: NO_ITEMS, acronyms: NO_ITEMS, regions: NO_ITEMS, neighbours: NO_ITEMS },
    ...{ full: NO_ENTRIES, lone: NO_ENTRIES, specific: NO_ENTRIES, initials: NO_ENTRIES },
    ...{ institutions: NO_ENTRIES, offices: NO_ENTRIES, life: NO_ENTRIES },
  };
  if (profile.isPerson) addPersonNames(profile, unit);
  else addThingNames(profile, unit, nested);
  return profile;
}

function addPersonNames(profile: Profile, { names }: Unit): void {
  for (const { surface } of names) {
    const name = parsePersonName(surface);
    if (name === null) continue;
    const key = [...name.given, name.surname, ...(name.suffix === null ? [] : [name.suffix])].join(' ');
    put(profile, name.given.length > 0 ? 'full' : 'lone', key, name);
  }
}

function addThingNames(profile: Profile, unit: Unit, nested: ReadonlyMap<MentionId, readonly Mention[]>): void {
  if (unit.referent !== null) {
    addThingName(profile, unit.referent.name, [unit.referent.name]);
    return;
  }
  const surfaces = unit.names.map(({ surface }) => surface);
  for (const { surface, mention } of unit.names) {
    const explained = surfaces.some((other) => other !== surface && !isAcronym(surface) && isShortName(surface, other));
    if (!explained) addThingName(profile, surface, partsOf(unit, mention, nested.get(mention.id) ?? []));
  }
  if (surfaces.length > 0) return;
  // "Russian troops": a nominal that no text names is known by its owner and its noun.
  for (const mention of unit.mentions.filter(({ kind }) => kind === 'nominal')) {
    const inside = nested.get(mention.id) ?? [];
    const institution = inside.length === 1 ? parseInstitution(partsOf(unit, mention, inside), isShort) : null;
    if (institution?.owner) put(profile, 'institutions', institutionKey(institution), institution);
  }
}

function addThingName(profile: Profile, surface: string, parts: readonly NamePart[]): void {
  const institution = parseInstitution(parts);
  const initials = isAcronym(surface) ? null : acronymOf(surface);
  if (initials !== null && !profile.initials.has(initials)) put(profile, 'initials', initials, surface);
  if (isAcronym(surface) && institution === null && !/\s/.test(surface)) {
    add(profile, 'acronyms', foldName(surface).replaceAll(' ', ''));
  } else if (institution !== null) put(profile, 'institutions', institutionKey(institution), institution);
  else addSpecificName(profile, surface);
}

function addSpecificName(profile: Profile, surface: string): void {
  const bare = withoutDescription(surface);
  const placed = townOf(bare);
  if (placed !== null) add(profile, 'regions', placed.region);
  const name = placed?.town ?? bare;
  put(profile, 'specific', canonicalName(name), name);
}

const isShort = (words: string): boolean => words.split(' ').length <= 2;

/** The words of a mention, with nested mentions of states as such ("Norwegian" is Norway). */
function partsOf(unit: Unit, mention: Mention, inside: readonly Mention[]): NamePart[] {
  const { text } = unit.extraction.document;
  const parts: NamePart[] = [];
  let at = mention.start;
  for (const { start, end, referent } of inside) {
    if (start < at || referent === null) continue;
    parts.push(text.slice(at, start), { country: foldName(referent.name) });
    at = end;
  }
  parts.push(text.slice(at, mention.end));
  return parts;
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
  const copy: Profile = {
    isPerson: profile.isPerson,
    sense: null,
    ...{
      types: NO_ITEMS,
      documents: NO_ITEMS,
      neighbours: NO_ITEMS,
      referents: NO_ITEMS,
      acronyms: NO_ITEMS,
      regions: NO_ITEMS,
    },
    ...{ full: NO_ENTRIES, lone: NO_ENTRIES, specific: NO_ENTRIES, initials: NO_ENTRIES },
    ...{ institutions: NO_ENTRIES, offices: NO_ENTRIES, life: NO_ENTRIES },
  };
  mergeProfile(copy, profile);
  return copy;
}

/** Adds all that `from` knows to `into`. */
export function mergeProfile(into: Profile, from: Profile): void {
  into.sense ??= from.sense;
  for (const field of SET_FIELDS) for (const item of from[field]) add(into, field, item as never);
  for (const field of MAP_FIELDS) {
    for (const [key, item] of from[field]) if (!into[field].has(key)) put(into, field, key, item as never);
  }
  for (const [type, values] of from.life) addLife(into, type, values);
}

const SET_FIELDS = ['types', 'documents', 'neighbours', 'referents', 'acronyms', 'regions'] as const;
const MAP_FIELDS = ['full', 'lone', 'specific', 'initials', 'institutions', 'offices'] as const;

/** Adds dates or places of birth or death. */
export function addLife(profile: Profile, type: string, values: Iterable<string>): void {
  put(profile, 'life', type, new Set([...(profile.life.get(type) ?? []), ...values]));
}
