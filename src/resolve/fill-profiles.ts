// Profiles beyond names: who stands beside whom, who holds which office, who was born when.
import type { Extraction, Literal, Relation } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { sliceSpan } from '../model/span.ts';
import { withoutDescription, withoutOwner } from './bare-name.ts';
import { nominalName } from './display-name.ts';
import { nestedPairs, sentenceAt } from './document-index.ts';
import { canonicalName, isModelName, isShortName } from './organization-name.ts';
import { comparePersonNames, parsePersonName } from './person-name.ts';
import { addLife, nameKeys, type Office, type Profile, put } from './profile.ts';
import { stateNamed } from './states.ts';
import { titleBefore } from './title-before.ts';
import { normalizeTitle } from './titles.ts';
import type { Unit } from './unit.ts';

/** A unit under construction. */
export interface Place {
  readonly index: number;
  readonly unit: Unit;
  readonly profile: Profile;
}

/** One number for two units of one document, whichever comes first: exact below 2^26 units, small below 2^15. */
export function pairKey(left: number, right: number): number {
  return right < left ? pairKey(right, left) : (right * (right - 1)) / 2 + left;
}

/** A sentence with more names is a list or a table: company there says nothing, and pairs would be squared. */
const MOST_NEIGHBOURS = 40;
/** Chance from which a relation between two names is proof that they are two things, in this document and so in all. */
const PROOF = 0.65;
const LIFE_TYPES = /^(BORN|DIED)_(ON|IN)$/;
const OFFICE_FAMILIES = new Set(['office', 'affiliation']);

/** Adds name keys of what shares a sentence. Pairs of people whose names share one go into `together`. */
export function addNeighbours(extraction: Extraction, places: readonly Place[], together: Set<number>): void {
  const bySentence = new Map<number, Set<Place>>();
  const people = new Map<number, Set<Place>>();
  const company = new Map<Place, Set<string>>();
  const gather = (map: Map<number, Set<Place>>, sentence: number, place: Place) =>
    map.set(sentence, (map.get(sentence) ?? new Set<Place>()).add(place));
  for (const place of places) {
    for (const mention of place.unit.mentions) {
      const sentence = sentenceAt(extraction, mention.start);
      gather(bySentence, sentence, place);
      if (mention.kind === 'name' && place.profile.isPerson) gather(people, sentence, place);
    }
  }
  for (const members of bySentence.values()) {
    if (members.size > MOST_NEIGHBOURS) continue;
    if (members.size < 2) continue;
    for (const place of members) {
      const own = company.get(place) ?? new Set<string>();
      company.set(place, own);
      for (const other of members) if (other !== place) for (const key of nameKeys(other.profile)) own.add(key);
    }
  }
  for (const [place, keys] of company) place.profile.neighbours = [...keys];
  for (const members of people.values()) {
    if (members.size > MOST_NEIGHBOURS) continue;
    for (const { index } of members) {
      for (const other of members) if (index < other.index) together.add(pairKey(index, other.index));
    }
  }
}

/** A name for people. */
export function shownName(unit: Unit): string {
  return unit.referent?.name ?? unit.names[0]?.surface ?? nominalName([unit]);
}

/**
 * Pairs that are two things since one lies in the other: "Norland" inside "Bank of Norland" is not the bank. But "Harrow"
 * in "Harrow Motors" and "London" in "central London" are the thing itself.
 */
export function addNested(
  { document, mentions }: Extraction,
  placeOf: ReadonlyMap<MentionId, Place>,
  related: Set<number>,
): void {
  for (const [inner, outer] of nestedPairs(mentions)) {
    const [place, other] = [placeOf.get(inner.id), placeOf.get(outer.id)];
    if (!place || !other || place === other) continue;
    const [short, long] = [sliceSpan(document.text, inner), sliceSpan(document.text, outer)];
    const isForm = place.profile.isPerson && other.profile.isPerson ? isPartOfName(short, long) : isFormOf(short, long);
    if (!isForm) related.add(pairKey(place.index, other.index));
  }
}

/** "Quill" inside "Ada Quill". */
function isPartOfName(short: string, long: string): boolean {
  const [name, whole] = [parsePersonName(short), parsePersonName(long)];
  return name !== null && whole !== null && comparePersonNames(name, whole) !== 'unrelated';
}

/** "Harrow" inside "Harrow Motors" or "Harrow Inc.", "A380" inside "Harrow A380", "Air Force" inside "Norland's" or "U.S. Air Force". */
function isFormOf(short: string, long: string): boolean {
  const [name, whole] = [canonicalName(short), canonicalName(long)];
  return (
    name === whole ||
    isShortName(short, long) ||
    withoutDescription(long) === short ||
    canonicalName(withoutOwner(long) ?? '') === name ||
    (long.endsWith(` ${short}`) && stateNamed(long.slice(0, -short.length).trim()) !== null) ||
    (isModelName(short) && whole.endsWith(` ${name}`))
  );
}

/** Adds offices and dates of life; pairs that a relation joins go into `related`, since nothing is related to itself. */
export function addRelations(
  extraction: Extraction,
  placeOf: ReadonlyMap<MentionId, Place>,
  ontology: Ontology,
  related: Set<number>,
): void {
  const offices = new Map(
    ontology.relationTypes
      .filter(({ family, domain }) => OFFICE_FAMILIES.has(family) && domain.includes('Person'))
      .map(({ name, family }) => [name, family]),
  );
  const literals = new Map(extraction.mentions.map(({ id, literal }) => [id, literal]));
  // What "he" stands for may be read wrongly; that he is not the other end of the relation is no proof then.
  const pronouns = new Set(extraction.mentions.flatMap(({ id, kind }) => (kind === 'pronoun' ? [id] : [])));
  for (const relation of extraction.relations) {
    const subject = placeOf.get(relation.subject);
    const object = relation.object === null ? undefined : placeOf.get(relation.object);
    if (subject === undefined) continue;
    const isSure =
      relation.score >= PROOF &&
      !pronouns.has(relation.subject) &&
      (relation.object === null || !pronouns.has(relation.object));
    if (object && object !== subject && isSure) related.add(pairKey(subject.index, object.index));
    if (relation.type === null || relation.polarity === 'negative') continue;
    const family = offices.get(relation.type);
    if (family !== undefined) addOffice(subject.profile, relation.type, relation, family, object);
    const literal = relation.literal ?? (relation.object === null ? null : (literals.get(relation.object) ?? null));
    if (LIFE_TYPES.test(relation.type)) addLife(subject.profile, relation.type, valuesOf(literal, object));
  }
}

/** Adds offices that stand before a name, without an owner. */
export function addTitles(places: readonly Place[]): void {
  for (const { unit, profile } of places) {
    const text = profile.isPerson ? titleBefore(unit) : null;
    if (text === null) continue;
    put(profile, 'offices', `|${text}`, { type: '', family: 'title', title: normalizeTitle(text), owners: [], text });
  }
}

function addOffice(
  profile: Profile,
  type: string,
  { predicate }: Relation,
  family: string,
  owner: Place | undefined,
): void {
  const owners = owner ? [...nameKeys(owner.profile)] : [];
  const title = normalizeTitle(predicate);
  const ownerName = owner ? shownName(owner.unit) : '';
  const text = ownerName === '' ? predicate : `${predicate} (${ownerName})`;
  const office: Office = { type, family, title, owners, text };
  put(profile, 'offices', `${type}|${title}|${owners.join('&')}`, office);
}

function valuesOf(literal: Literal | null, place: Place | undefined): string[] {
  const text = literal === null ? place && nameKeys(place.profile)[0] : String(literal.value);
  return text ? [text] : [];
}
