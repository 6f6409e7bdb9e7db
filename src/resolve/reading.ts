// One document as units with profiles: names first, then what its sentences and relations say of each.
import type { Extraction } from '../model/extraction.ts';
import type { DocumentId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { nestedPlaces } from './document-index.ts';
import { addNeighbours, addNested, addRelations, addTitles, type Place, shownName } from './fill-profiles.ts';
import type { NameFact, NameFacts, NamesOfDocument } from './name-facts.ts';
import { isVague, type NameProfiler } from './name-profile.ts';
import { ambiguousState, senseOf } from './place-sense.ts';
import { type BlockNode, nameKeys, type Profile, placeProfile, withAcronym } from './profile.ts';
import { type Stated, statedNames } from './stated-names.ts';
import { localKey, referentKey, type Unit } from './unit.ts';

/** A document as the folder reads it. Arrays of units have the same places. */
export interface Reading extends NamesOfDocument {
  readonly extraction: Extraction;
  readonly units: readonly Unit[];
  readonly profiles: readonly Profile[];
  /** The units as members of what they are put together with. */
  readonly members: readonly Member[];
  /** Pairs of units of which one's mention lies in the other's or that a relation joins. */
  readonly related: UnitPairs;
  /** Pairs of people with names in one sentence. */
  readonly together: UnitPairs;
  /** Names with their acronym in brackets. */
  readonly stated: readonly Stated[];
}

/** A unit by its document and its place in it. */
export interface Member {
  readonly reading: Reading;
  readonly place: number;
  /** Of the reading, at hand for sorting a million of them. */
  readonly document: DocumentId;
}

/** Units with profiles of their names alone. */
export interface Draft {
  readonly units: readonly Unit[];
  readonly profiles: readonly Profile[];
}

/** Numbers of `pairKey`, ascending: a set a document would take ten times the memory. */
export type UnitPairs = readonly number[];

const NO_PAIRS: UnitPairs = [];

function listPairs(pairs: ReadonlySet<number>): UnitPairs {
  return pairs.size === 0 ? NO_PAIRS : [...pairs].sort((a, b) => a - b);
}

/** True where the pair is among them. */
export function hasPair(pairs: UnitPairs, pair: number): boolean {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairs[middle] ?? 0) < pair) low = middle + 1;
    else high = middle;
  }
  return pairs[low] === pair;
}

/** The units of one document with profiles of their names. */
export function draftUnits(extraction: Extraction, units: readonly Unit[], lent: Lent): Draft {
  const nested = nestedPlaces(extraction);
  const documents: ReadonlySet<DocumentId> = new Set([extraction.document.id]);
  const profiles = units.map((unit) => placeProfile(lent.profileOf(unit, nested), documents));
  const states = units.map(ambiguousState);
  const names = states.some((state) => state !== null) ? new Set(profiles.flatMap(nameKeys)) : new Set<string>();
  const placed = units.map((unit, place): Unit => {
    const profile = profiles[place] as Profile;
    const state = states[place] ?? null;
    profile.sense = state && senseOf(unit, state, names, extraction.relations);
    const isState = profile.sense === 'state' && state !== null;
    const referent = isState ? { name: state.name, type: 'Place', sameAs: state.sameAs } : unit.referent;
    if (referent !== null && (isState || isVague(profile))) {
      profile.referents = new Set([isVague(profile) ? localKey(referent, extraction) : referentKey(referent)]);
      profile.node = lent.nodeOf(profile);
    }
    return referent === unit.referent ? unit : { ...unit, referent };
  });
  return { units: placed, profiles };
}

/** What the folder lends to the reading of a document. */
export interface Lent {
  readonly ontology: Ontology;
  readonly facts: NameFacts;
  readonly profileOf: NameProfiler;
  nodeOf(profile: Profile): BlockNode | null;
  /** "Nato" is an acronym where the folder also writes "NATO" for a thing of that type. */
  isAcronym(word: string, type: string): boolean;
}

/** The reading of a draft, whose profiles become its own. */
export function readDraft(extraction: Extraction, { units, profiles }: Draft, lent: Lent): Reading {
  const own = units.map((unit, index): Place => {
    const profile = withAcronyms(profiles[index] as Profile, unit.type, lent);
    return { index, unit, profile };
  });
  const placeOf = new Map(own.flatMap((place) => place.unit.mentions.map(({ id }) => [id, place] as const)));
  const shown = new Map<string, string>();
  for (const { unit, profile } of own) {
    for (const key of nameKeys(profile)) if (!shown.has(key)) shown.set(key, shownName(unit));
  }
  const [related, together] = [new Set<number>(), new Set<number>()];
  addNested(extraction, placeOf, related);
  addNeighbours(extraction, own, together);
  addRelations(extraction, placeOf, lent.ontology, related);
  addTitles(own);
  const members: Member[] = new Array(units.length);
  const reading: Reading = {
    extraction,
    units,
    members,
    profiles: own.map(({ profile }) => profile),
    facts: [...shown.keys()].map((key): NameFact => lent.facts.of(key)),
    shown: [...shown.values()],
    related: listPairs(related),
    together: listPairs(together),
    stated: statedNames(extraction, (mention) => placeOf.get(mention)?.index),
  };
  const document = extraction.document.id;
  for (const place of units.keys()) members[place] = { reading, place, document };
  return reading;
}

/** Letters of an acronym that is spoken, and so written, as a word. */
const SHORTEST_WORD = 4;

/** Words of a profile that may be an acronym written as a word. */
export function spokenWords({ specific }: Profile): string[] {
  return [...specific.keys()].filter((word) => word.length >= SHORTEST_WORD && !word.includes(' '));
}

function withAcronyms(profile: Profile, type: string, lent: Lent): Profile {
  const words = spokenWords(profile).filter((word) => lent.isAcronym(word, type));
  if (words.length === 0) return profile;
  const read = words.reduce(withAcronym, profile);
  return { ...read, node: lent.nodeOf(read) };
}
