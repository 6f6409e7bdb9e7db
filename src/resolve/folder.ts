// All units of a folder with their profiles, and how common each name is in it.
import type { Extraction } from '../model/extraction.ts';
import type { DocumentId, MentionId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { nestedPlaces } from './document-index.ts';
import { addNeighbours, addNested, addRelations, type Place } from './fill-profiles.ts';
import { ambiguousState, senseOf } from './place-sense.ts';
import { makeProfile, nameKeys, type Profile } from './profile.ts';
import { type Cut, splitDocument } from './split-document.ts';
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
  /** Units of each document in reading order. */
  readonly unitsIn: ReadonlyMap<DocumentId, readonly number[]>;
  /** Name keys of each document. */
  readonly namesIn: ReadonlyMap<DocumentId, ReadonlySet<string>>;
  /** Pairs of units of one document that a relation joins or of which one's mention lies in the other's: `lower,higher`. */
  readonly related: ReadonlySet<string>;
  /** Pairs of people of one document with names in one sentence: `lower,higher`. */
  readonly together: ReadonlySet<string>;
}

/** @param cuts Pairs of mentions that people keep apart. */
export function openFolder(extractions: readonly Extraction[], cuts: readonly Cut[], ontology: Ontology): Folder {
  const places: Place[] = [];
  const unitOf = new Map<MentionId, number>();
  const unitsIn = new Map<DocumentId, readonly number[]>();
  const namesIn = new Map<DocumentId, ReadonlySet<string>>();
  const frequencies = new Map<string, number>();
  const related = new Set<string>();
  const together = new Set<string>();
  for (const extraction of extractions) {
    const own = placesIn(extraction, cuts, places.length);
    const placeOf = new Map(own.flatMap((place) => place.unit.mentions.map(({ id }) => [id, place] as const)));
    const names = new Set(own.flatMap(({ profile }) => nameKeys(profile)));
    for (const name of names) frequencies.set(name, (frequencies.get(name) ?? 0) + 1);
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
    ...{ unitOf, unitsIn, namesIn, frequencies, related, together },
    units: places.map(({ unit }) => unit),
    profiles: places.map(({ profile }) => profile),
    documentCount: extractions.length,
  };
}

/** The units of one document, numbered from `first`, with profiles of their names. */
function placesIn(extraction: Extraction, cuts: readonly Cut[], first: number): Place[] {
  const nested = nestedPlaces(extraction);
  const units = splitDocument(extraction, cuts);
  const profiles = units.map((unit) => makeProfile(unit, nested));
  const names = new Set(profiles.flatMap(nameKeys));
  return units.map((unit, index) => {
    const profile = profiles[index] as Profile;
    const state = ambiguousState(unit);
    profile.sense = state && senseOf(unit, state, names, extraction.relations);
    const isState = profile.sense === 'state' && state !== null;
    const referent = isState ? { name: state.name, type: 'Place', sameAs: state.sameAs } : unit.referent;
    if (referent !== null) profile.referents.add(referentKey(referent));
    return { index: first + index, unit: referent === unit.referent ? unit : { ...unit, referent }, profile };
  });
}
