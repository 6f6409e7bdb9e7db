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

/** Grows as units join; belongs to one group at a time. */
export interface Profile {
  readonly isPerson: boolean;
  /** Mentions of each entity type. */
  readonly types: Map<string, number>;
  readonly documents: Set<DocumentId>;
  /** The thing that a referent names, by `referentKey`; where the name does not say which one, only within its document. */
  readonly referents: Set<string>;
  /** People: by folded name. `full` has a given name, `lone` is one word. */
  readonly full: Map<string, PersonName>;
  readonly lone: Map<string, PersonName>;
  /** Other things: canonical names that no longer name of the unit explains, each with a surface. */
  readonly specific: Map<string, string>;
  readonly acronyms: Set<string>;
  /** First letters of its longer names, each with a surface. */
  readonly initials: Map<string, string>;
  /** States and provinces that its names give as where it lies ("Perth, Ontario"), folded. */
  readonly regions: Set<string>;
  readonly institutions: Map<string, Institution>;
  readonly offices: Map<string, Office>;
  /** Name keys that stand in one sentence with it, each with a name to show. */
  readonly neighbours: Map<string, string>;
  /** Which of several places of one name the text means, where it tells. */
  sense: PlaceSense | null;
  /** Dates and places of birth and death, by relation type. */
  readonly life: Map<string, Set<string>>;
}

/** A profile of names alone; offices, neighbours and life are filled in from relations and sentences. */
export function makeProfile(unit: Unit, nested: ReadonlyMap<MentionId, readonly Mention[]>): Profile {
  const profile: Profile = {
    isPerson: unit.type === 'Person',
    types: new Map([[unit.type, unit.mentions.length]]),
    documents: new Set([unit.extraction.document.id]),
    referents: new Set(),
    full: new Map(),
    lone: new Map(),
    specific: new Map(),
    acronyms: new Set(),
    initials: new Map(),
    regions: new Set(),
    institutions: new Map(),
    offices: new Map(),
    neighbours: new Map(),
    sense: null,
    life: new Map(),
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
    (name.given.length > 0 ? profile.full : profile.lone).set(key, name);
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
    if (institution?.owner) profile.institutions.set(institutionKey(institution), institution);
  }
}

function addThingName(profile: Profile, surface: string, parts: readonly NamePart[]): void {
  const institution = parseInstitution(parts);
  const initials = isAcronym(surface) ? null : acronymOf(surface);
  if (initials !== null && !profile.initials.has(initials)) profile.initials.set(initials, surface);
  if (isAcronym(surface) && institution === null && !/\s/.test(surface)) {
    profile.acronyms.add(foldName(surface).replaceAll(' ', ''));
  } else if (institution !== null) profile.institutions.set(institutionKey(institution), institution);
  else addSpecificName(profile, surface);
}

function addSpecificName(profile: Profile, surface: string): void {
  const bare = withoutDescription(surface);
  const placed = townOf(bare);
  if (placed !== null) profile.regions.add(placed.region);
  const name = placed?.town ?? bare;
  profile.specific.set(canonicalName(name), name);
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

/** Adds all that `from` knows to `into`. */
export function mergeProfile(into: Profile, from: Profile): void {
  for (const [type, count] of from.types) into.types.set(type, (into.types.get(type) ?? 0) + count);
  for (const document of from.documents) into.documents.add(document);
  into.sense ??= from.sense;
  for (const referent of from.referents) into.referents.add(referent);
  for (const acronym of from.acronyms) into.acronyms.add(acronym);
  addMissing(into.full, from.full);
  addMissing(into.lone, from.lone);
  for (const region of from.regions) into.regions.add(region);
  addMissing(into.initials, from.initials);
  addMissing(into.specific, from.specific);
  addMissing(into.institutions, from.institutions);
  addMissing(into.offices, from.offices);
  addMissing(into.neighbours, from.neighbours);
  for (const [type, values] of from.life) {
    const known = into.life.get(type) ?? new Set<string>();
    into.life.set(type, known);
    for (const value of values) known.add(value);
  }
}

function addMissing<Item>(into: Map<string, Item>, from: ReadonlyMap<string, Item>): void {
  for (const [key, item] of from) if (!into.has(key)) into.set(key, item);
}
