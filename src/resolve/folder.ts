// All units of a folder with their profiles, and how common each name is in it.
import type { Extraction } from '../model/extraction.ts';
import type { DocumentId, MentionId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { nestedPlaces } from './document-index.ts';
import { addNeighbours, addNested, addRelations, type Place, shownName } from './fill-profiles.ts';
import { isDefinite } from './institution.ts';
import { ambiguousState, senseOf } from './place-sense.ts';
import { add, dropName, makeProfile, makeSingles, nameKeys, type Profile, type Singles } from './profile.ts';
import { settleTypes } from './settle-types.ts';
import { type Cut, splitDocument } from './split-document.ts';
import { localKey, referentKey, type Unit } from './unit.ts';

export interface Folder {
  readonly units: readonly Unit[];
  /** Of each unit, same places. */
  readonly profiles: readonly Profile[];
  /** Place of the unit that holds a mention. */
  readonly unitOf: ReadonlyMap<MentionId, number>;
  readonly documentCount: number;
  /** Documents that hold a name key. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** A name to show for each name key: that of the first document. */
  readonly shownNames: ReadonlyMap<string, string>;
  /** Units of each document in reading order. */
  readonly unitsIn: ReadonlyMap<DocumentId, readonly number[]>;
  /** Name keys of each document. */
  readonly namesIn: ReadonlyMap<DocumentId, ReadonlySet<string>>;
  /** Pairs of units of one document that a relation joins or of which one's mention lies in the other's: by `pairKey`. */
  readonly related: ReadonlySet<number>;
  /** Pairs of people of one document with names in one sentence: by `pairKey`. */
  readonly together: ReadonlySet<number>;
}

/** Letters of an acronym that is spoken, and so written, as a word. */
const SHORTEST_WORD = 4;

/** @param cuts Pairs of mentions that people keep apart. */
export function openFolder(extractions: readonly Extraction[], cuts: readonly Cut[], ontology: Ontology): Folder {
  const places: Place[] = [];
  const unitOf = new Map<MentionId, number>();
  const unitsIn = new Map<DocumentId, readonly number[]>();
  const namesIn = new Map<DocumentId, ReadonlySet<string>>();
  const frequencies = new Map<string, number>();
  const shownNames = new Map<string, string>();
  const related = new Set<number>();
  const together = new Set<number>();
  const units = settleTypes(extractions.map((extraction) => splitDocument(extraction, cuts)));
  const singles = makeSingles();
  const drafts = extractions.map((extraction, number) => placesIn(extraction, units[number] ?? [], singles));
  readAcronyms(drafts.flat());
  for (const [number, extraction] of extractions.entries()) {
    const own = (drafts[number] ?? []).map((draft, place) => ({ ...draft, index: places.length + place }));
    const placeOf = new Map(own.flatMap((place) => place.unit.mentions.map(({ id }) => [id, place] as const)));
    const names = new Set(own.flatMap(({ profile }) => nameKeys(profile)));
    for (const name of names) frequencies.set(name, (frequencies.get(name) ?? 0) + 1);
    for (const { unit, profile } of own) {
      for (const key of nameKeys(profile)) if (!shownNames.has(key)) shownNames.set(key, shownName(unit));
    }
    for (const [mention, { index }] of placeOf) unitOf.set(mention, index);
    unitsIn.set(
      extraction.document.id,
      own.map(({ index }) => index),
    );
    namesIn.set(extraction.document.id, names);
    addNested(extraction, placeOf, related);
    addNeighbours(extraction, own, together);
    addRelations(extraction, placeOf, ontology, related);
    for (const place of own) places.push(place);
  }
  return {
    ...{ unitOf, unitsIn, namesIn, frequencies, shownNames, related, together },
    units: places.map(({ unit }) => unit),
    profiles: places.map(({ profile }) => profile),
    documentCount: extractions.length,
  };
}

/** The units of one document with profiles of their names. */
function placesIn(extraction: Extraction, units: readonly Unit[], singles: Singles): Omit<Place, 'index'>[] {
  const nested = nestedPlaces(extraction);
  const profiles = units.map((unit) => makeProfile(unit, nested, singles));
  const names = new Set(profiles.flatMap(nameKeys));
  return units.map((unit, place) => {
    const profile = profiles[place] as Profile;
    const state = ambiguousState(unit);
    profile.sense = state && senseOf(unit, state, names, extraction.relations);
    const isState = profile.sense === 'state' && state !== null;
    const referent = isState ? { name: state.name, type: 'Place', sameAs: state.sameAs } : unit.referent;
    const isVague = profile.institutions.size > 0 && ![...profile.institutions.values()].some(isDefinite);
    if (referent !== null) {
      add(profile, 'referents', isVague ? localKey(referent, extraction) : referentKey(referent));
    }
    return { unit: referent === unit.referent ? unit : { ...unit, referent }, profile };
  });
}

/** "Nato" is an acronym where the folder also writes "NATO" for a thing of that type. */
function readAcronyms(drafts: readonly Omit<Place, 'index'>[]): void {
  const types = new Map<string, Set<string>>();
  for (const { unit, profile } of drafts) {
    for (const acronym of profile.acronyms) types.set(acronym, (types.get(acronym) ?? new Set()).add(unit.type));
  }
  for (const { unit, profile } of drafts) {
    for (const word of [...profile.specific.keys()]) {
      if (!types.get(word)?.has(unit.type) || word.length < SHORTEST_WORD) continue;
      dropName(profile, word);
      add(profile, 'acronyms', word);
    }
  }
}
