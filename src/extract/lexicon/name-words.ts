// Word lists that tell what kind of thing a capitalised name is; all look-ups are in lower case.
import { readLexicon } from './read-lexicon.ts';

const RAW = readLexicon<Readonly<Record<string, readonly string[]>>>('name-words');
const GAZETTEER = readLexicon<{ places: readonly string[]; organizations: readonly string[] }>('gazetteer');

const setOf = (key: string): ReadonlySet<string> => new Set(RAW[key] ?? []);

export const ORGANIZATION_HEADS = setOf('organizationHeads');
export const ORGANIZATION_OPENERS = setOf('organizationOpeners');
export const PLACE_HEADS = setOf('placeHeads');
export const PLACE_OPENERS = setOf('placeOpeners');
export const EVENT_HEADS = setOf('eventHeads');
export const EVENT_OPENERS = setOf('eventOpeners');
export const LAW_HEADS = setOf('lawHeads');
export const GROUP_HEADS = setOf('groupHeads');
export const GROUP_ADJECTIVES = setOf('groupAdjectives');
export const PERSON_TITLES = setOf('personTitles');
export const BODIES_OF_STATE = setOf('bodiesOfState');
/** Days, months, labels: capitalised, and no names. */
export const NOT_NAMES = setOf('notNames');
export const FUNCTION_WORDS = setOf('functionWords');

/** As spelt: "Ada". */
export const FIRST_NAMES: ReadonlySet<string> = new Set(readLexicon<{ names: readonly string[] }>('first-names').names);
export const KNOWN_PLACES: ReadonlySet<string> = new Set(GAZETTEER.places);
export const KNOWN_ORGANIZATIONS: ReadonlySet<string> = new Set(GAZETTEER.organizations);
