// A profile of names alone: what a unit's surfaces say of a person, or of a thing, its owner and its acronym.
import type { Mention } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import { townOf, withoutDescription } from './bare-name.ts';
import { isBodyOfState } from './body-of-state.ts';
import { foldName } from './fold.ts';
import { institutionKey, isDefinite, type NamePart, parseInstitution } from './institution.ts';
import { acronymOf, canonicalName, isAcronym, isShortName, spelledOut } from './organization-name.ts';
import { parsePersonName } from './person-name.ts';
import { add, type BlockNode, emptyProfile, type Profile, put } from './profile.ts';
import { referentKey, type Unit } from './unit.ts';

/** Profiles of names by what they are made of; remembers those it made, since a folder writes one name a thousand times. */
export type NameProfiler = (unit: Unit, nested: ReadonlyMap<MentionId, readonly Mention[]>) => Profile;

export function makeNameProfiler(nodeOf: (profile: Profile) => BlockNode | null): NameProfiler {
  const types = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, Profile>();
  const typeSet = (type: string): ReadonlySet<string> => {
    const found = types.get(type) ?? new Set([type]);
    types.set(type, found);
    return found;
  };
  return (unit, nested) => {
    const key = contentOf(unit, nested);
    const found = key === null ? undefined : known.get(key);
    if (found !== undefined) return found;
    const profile = emptyProfile(unit.type);
    profile.types = typeSet(unit.type);
    if (profile.isPerson) addPersonNames(profile, unit);
    else addThingNames(profile, unit, nested);
    if (unit.referent !== null && !isVague(profile)) add(profile, 'referents', referentKey(unit.referent));
    profile.node = nodeOf(profile);
    if (key !== null) known.set(key, profile);
    return profile;
  };
}

/** One text for all that the names of a unit are read from; null where its document has a say. */
function contentOf({ type, names, referent, mentions }: Unit, nested: ReadonlyMap<MentionId, unknown>): string | null {
  if (referent !== null) return `${type}>${referent.name}>${referent.sameAs ?? ''}`;
  if (nested.size > 0 && mentions.some(({ id }) => nested.has(id))) return null;
  let text = type;
  for (const { surface } of names) text += `|${surface}`;
  return text;
}

/** "The ministry": an institution of which the name does not say which one is meant. */
export function isVague({ institutions }: Profile): boolean {
  return institutions.size > 0 && ![...institutions.values()].some(isDefinite);
}

function addPersonNames(profile: Profile, { names }: Unit): void {
  for (const { surface } of names) {
    const name = parsePersonName(surface);
    if (name === null) continue;
    const key = [...name.given, name.surname, ...(name.suffix === null ? [] : [name.suffix])].join(' ');
    // "Harold II" says which Harold, as a surname would.
    put(profile, name.given.length > 0 || name.suffix !== null ? 'full' : 'lone', key, name);
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
  // "Russian troops": a body that no text names is known by its state and its noun. Two Russian soldiers are others in each text.
  if (unit.type !== 'Organization') return;
  for (const mention of unit.mentions.filter(({ kind }) => kind === 'nominal')) {
    const inside = nested.get(mention.id) ?? [];
    if (inside.length === 1 && inside[0]?.type === 'Person') addLedName(profile, unit, mention, inside[0]);
    const institution = inside.length === 1 ? parseInstitution(partsOf(unit, mention, inside), isBodyOfState) : null;
    if (institution?.owner && !isCounted(unit, mention, inside)) {
      put(profile, 'institutions', institutionKey(institution), institution);
    }
  }
}

function addThingName(profile: Profile, surface: string, parts: readonly NamePart[]): void {
  const institution = parseInstitution(parts);
  const initials = isAcronym(surface) ? null : acronymOf(surface);
  if (initials !== null && !profile.initials.has(initials)) put(profile, 'initials', initials, surface);
  if (isAcronym(surface) && institution === null && !/\s/.test(surface)) {
    add(profile, 'acronyms', foldName(surface).replaceAll(' ', ''));
    const long = spelledOut(surface);
    if (long !== null) addSpecificName(profile, long);
  } else if (institution !== null) put(profile, 'institutions', institutionKey(institution), institution);
  else addSpecificName(profile, surface);
}

/** "Torvans", no "Swiss". */
const PLURAL = /[a-z]{3}(?<![siu])s$/;

/** What a text leaves out once it has named a storm. */
const STORM = /^(?:Hurricane|Typhoon|Cyclone|Tropical Storm) (?=\p{Lu}\p{L}+$)/u;

function addSpecificName(profile: Profile, surface: string): void {
  const bare = withoutDescription(profile.types.has('Event') ? surface.replace(STORM, '') : surface);
  const placed = townOf(bare);
  if (placed !== null) add(profile, 'regions', placed.region);
  const name = placed?.town ?? bare;
  const key = canonicalName(name);
  put(profile, 'specific', key, name);
  // "The Torvans" are whom "Torvan" tells the people of.
  if (profile.types.has('Group') && PLURAL.test(key)) put(profile, 'specific', key.slice(0, -1), name);
}

/** "The Quill administration" is known by the surname alone, however the text calls its leader. */
function addLedName(profile: Profile, { extraction: { document } }: Unit, mention: Mention, leader: Mention): void {
  const noun = document.text.slice(mention.start, mention.end);
  const surname = document.text.slice(leader.start, leader.end).split(/\s+/).at(-1) ?? '';
  put(profile, 'specific', canonicalName(`${surname} ${noun}`), `${surname} ${noun}`);
}

/** "Two Norwegian |companies|", "hundreds of Norwegian |troops|": some of them, in each text others. */
function isCounted({ extraction }: Unit, { start }: Mention, inside: readonly Mention[]): boolean {
  const from = Math.min(start, ...inside.map((place) => place.start));
  return COUNT.test(extraction.document.text.slice(Math.max(0, from - LONGEST_COUNT), from));
}

const COUNT =
  /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|dozens|hundreds|thousands|several|many|few|some)(?: more)?(?: of(?: the)?)?)\s+$/i;
const LONGEST_COUNT = 24;

/** The words of a mention, with nested mentions of states as such ("Norwegian" is Norway). */
function partsOf(unit: Unit, mention: Mention, inside: readonly Mention[]): NamePart[] {
  const { text } = unit.extraction.document;
  const parts: NamePart[] = [];
  let at = Math.min(mention.start, inside[0]?.start ?? mention.start);
  for (const { start, end, referent } of inside) {
    if (start < at || referent === null) continue;
    parts.push(text.slice(at, start), { country: foldName(referent.name) });
    at = end;
  }
  parts.push(text.slice(at, mention.end));
  return parts;
}
