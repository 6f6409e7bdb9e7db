// All units of a folder with their profiles, and how common each name is in it.
import type { Extraction, Mention, Relation } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { nestedPairs, nestedPlaces, sentenceAt } from './document-index.ts';
import { makeProfile, nameKeys, type Office, type Profile } from './profile.ts';
import { splitDocument } from './split-document.ts';
import { normalizeTitle } from './titles.ts';
import { referentKey, type Unit } from './unit.ts';

export interface Folder {
  readonly units: readonly Unit[];
  /** Of each unit, same places. */
  readonly profiles: readonly Profile[];
  /** Place of the unit that holds a mention. */
  readonly unitOf: ReadonlyMap<MentionId, number>;
  readonly documentCount: number;
  /** Documents that hold a name key. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** Units of each document, by its id, in reading order. */
  readonly unitsIn: ReadonlyMap<string, readonly number[]>;
  /** Name keys of each document, by its id. */
  readonly namesIn: ReadonlyMap<string, ReadonlySet<string>>;
  /** Pairs of units of one document that a relation joins or of which one's mention lies in the other's: `lower,higher`. */
  readonly related: ReadonlySet<string>;
  /** Pairs of units of one document with names in one sentence: `lower,higher`; people only. */
  readonly together: ReadonlySet<string>;
}

const LIFE_TYPES = /^(BORN|DIED)_(ON|IN)$/;
const OFFICE_FAMILIES = new Set(['office', 'affiliation']);

/** @param cuts Pairs of mentions that people keep apart. */
export function openFolder(
  extractions: readonly Extraction[],
  cuts: readonly (readonly [MentionId, MentionId])[],
  ontology: Ontology,
): Folder {
  const units: Unit[] = [];
  const profiles: Profile[] = [];
  const unitOf = new Map<MentionId, number>();
  const unitsIn = new Map<string, number[]>();
  const namesIn = new Map<string, ReadonlySet<string>>();
  const frequencies = new Map<string, number>();
  const related = new Set<string>();
  const together = new Set<string>();
  const families = new Map(ontology.relationTypes.map(({ name, family, domain }) => [name, { family, domain }]));
  for (const extraction of extractions) {
    const nested = nestedPlaces(extraction);
    const first = units.length;
    for (const unit of splitDocument(extraction, cuts)) {
      for (const { id } of unit.mentions) unitOf.set(id, units.length);
      units.push(unit);
      const profile = makeProfile(unit, nested);
      if (unit.referent !== null) profile.referents.add(referentKey(unit.referent));
      profiles.push(profile);
    }
    const places = units.slice(first).map((_, index) => first + index);
    const names = new Set(places.flatMap((place) => nameKeys(profiles[place] as Profile)));
    for (const name of names) frequencies.set(name, (frequencies.get(name) ?? 0) + 1);
    unitsIn.set(extraction.document.id, places);
    namesIn.set(extraction.document.id, names);
    addNested(extraction, unitOf, related);
    addNeighbours(extraction, units, profiles, places, together);
    for (const relation of extraction.relations) {
      const [subject, object] = [unitOf.get(relation.subject), relation.object && unitOf.get(relation.object)];
      if (subject === undefined) continue;
      const other = typeof object === 'number' ? object : undefined;
      if (other !== undefined && other !== subject) related.add(pairKey(subject, other));
      const family = relation.type === null ? undefined : families.get(relation.type);
      if (family && OFFICE_FAMILIES.has(family.family) && family.domain.includes('Person')) {
        const owner = other === undefined ? null : ([profiles[other], units[other]] as const);
        addOffice(profiles[subject], relation, family.family, owner);
      }
      addLife(profiles[subject], relation, extraction.mentions, other === undefined ? undefined : profiles[other]);
    }
  }
  return {
    ...{ units, profiles, unitOf, unitsIn, namesIn, frequencies, related, together },
    documentCount: extractions.length,
  };
}

/** One text for two units, whichever comes first. */
export function pairKey(left: number, right: number): string {
  return left < right ? `${left},${right}` : `${right},${left}`;
}

function addNeighbours(
  extraction: Extraction,
  units: readonly Unit[],
  profiles: readonly Profile[],
  places: readonly number[],
  together: Set<string>,
): void {
  const bySentence = new Map<number, Set<number>>();
  const named = new Map<number, Set<number>>();
  for (const place of places) {
    for (const mention of units[place]?.mentions ?? []) {
      const sentence = sentenceAt(extraction, mention.start);
      bySentence.set(sentence, (bySentence.get(sentence) ?? new Set<number>()).add(place));
      const isName = mention.kind === 'name' && profiles[place]?.isPerson;
      if (isName) named.set(sentence, (named.get(sentence) ?? new Set<number>()).add(place));
    }
  }
  for (const members of bySentence.values()) {
    // A sentence of hundreds of names is a list or a table: company there says nothing, and pairs would be squared.
    if (members.size > MOST_NEIGHBOURS) continue;
    for (const place of members) {
      for (const other of members) {
        if (other !== place) addNeighbour(profiles[place], profiles[other], units[other]);
      }
    }
  }
  for (const people of named.values()) {
    if (people.size > MOST_NEIGHBOURS) continue;
    for (const place of people) for (const other of people) if (place < other) together.add(pairKey(place, other));
  }
}

/** "Norland" inside "Bank of Norland" is not the bank. */
function addNested({ mentions }: Extraction, unitOf: ReadonlyMap<MentionId, number>, related: Set<string>): void {
  for (const [inner, outer] of nestedPairs(mentions)) {
    const [unit, other] = [unitOf.get(inner.id), unitOf.get(outer.id)];
    if (unit !== undefined && other !== undefined && unit !== other) related.add(pairKey(unit, other));
  }
}

const MOST_NEIGHBOURS = 40;

function addNeighbour(profile: Profile | undefined, other: Profile | undefined, unit: Unit | undefined): void {
  if (!profile || !other) return;
  const shown = unit ? nameOf(unit) : '';
  for (const key of nameKeys(other)) if (!profile.neighbours.has(key)) profile.neighbours.set(key, shown);
}

const nameOf = ({ referent, names }: Unit): string => referent?.name ?? names[0]?.surface ?? '';

function addOffice(
  profile: Profile | undefined,
  relation: Relation,
  family: string,
  owner: readonly [Profile | undefined, Unit | undefined] | null,
): void {
  if (!profile || relation.type === null || relation.polarity === 'negative') return;
  const owners = owner?.[0] ? [...nameKeys(owner[0])] : [];
  const ownerName = owner?.[1] ? nameOf(owner[1]) : '';
  const text = ownerName === '' ? relation.predicate : `${relation.predicate} (${ownerName})`;
  const title = normalizeTitle(relation.predicate);
  const office: Office = { type: relation.type, family, title, owners, text };
  profile.offices.set(`${relation.type}|${title}|${owners.join('&')}`, office);
}

function addLife(
  profile: Profile | undefined,
  { type, polarity, literal, object }: Relation,
  mentions: readonly Mention[],
  place: Profile | undefined,
): void {
  if (!profile || type === null || polarity === 'negative' || !LIFE_TYPES.test(type)) return;
  const value = literal?.value ?? (object ? mentions.find(({ id }) => id === object)?.literal?.value : undefined);
  const text = value === undefined ? place && nameKeys(place)[0] : String(value);
  if (text) profile.life.set(type, (profile.life.get(type) ?? new Set<string>()).add(text));
}
