// Person or thing? What a folder says together of a name outvotes one text whose reader took it for the other.
import { readFileSync } from 'node:fs';
import type { Extraction } from '../model/extraction.ts';
import { isGivenName } from './common-names.ts';
import { foldName } from './fold.ts';
import { parsePersonName } from './person-name.ts';
import { stateOfCapital } from './states.ts';
import type { Unit } from './unit.ts';

interface Gazetteer {
  readonly places: readonly string[];
  readonly organizations: readonly string[];
}

const gazetteer = JSON.parse(
  readFileSync(new URL('../../data/lexicon/gazetteer.json', import.meta.url), 'utf8'),
) as Gazetteer;

/** Votes are whole numbers, thousandths of a sure document, so that what was added can be taken away again exactly. */
const SURE = 1000;
/** Votes of the lexicon for a name. */
const LEXICON = 1.5 * SURE;
/** Votes for a name that a document of the folder gives as its publisher. */
const PUBLISHER = 2 * SURE;
/** Votes of a text for a name before a post and its holder: "Harrow director Ada Quill". */
const EMPLOYER = 2 * SURE;
/** How many times the votes of its own type another must have, unless the name itself speaks for the other: "Ada Quill" for a person. */
const MAJORITY = 2;

/** What the folder thinks of a name. */
interface NameVotes {
  readonly key: string;
  readonly votes: Map<string, number>;
  /** Documents whose publisher bears the name. */
  publisherOf: number;
  /** The type that a unit read as a person turns into; null where it stays one. */
  thing: string | null;
  /** True where a unit read as a thing turns into a person. */
  isPerson: boolean;
  /** True for what a document of the folder gives as its publisher, where that is no place: a body, whatever a text reads in it. */
  isPublisher: boolean;
  /** Run in which one of these three last changed. */
  changedAt: number;
  /** False until it is counted for the first time: no document was read by it yet. */
  isJudged: boolean;
}

/** The votes of one document, and what its own text says against the majority. Same places as its units, or none where it is true of none. */
export interface Ballot {
  /** Null for a unit of no name, or of several. */
  readonly names: readonly (NameVotes | null)[];
  readonly weights: readonly number[];
  /** A unit that its own text treats as a person ("Mr", "he", a full name) stays one. */
  readonly isFixed: readonly boolean[];
  readonly isEmployer: readonly boolean[];
  readonly publisher: NameVotes | null;
}

/** Person or thing, by the votes of all documents whose ballots are in. */
export interface Poll {
  ballotOf(units: readonly Unit[], extraction: Extraction): Ballot;
  cast(ballot: Ballot, units: readonly Unit[]): void;
  withdraw(ballot: Ballot, units: readonly Unit[]): void;
  /** Counts what came and went since the last time; true where a name that was known turns out otherwise than before. */
  count(run: number): boolean;
  /**
   * The units, same places, with a type changed from Person to a thing or back where the whole folder reads their only name
   * so; the same list where none is.
   */
  settle(units: readonly Unit[], ballot: Ballot): readonly Unit[];
}

const NOT_JUDGED = {
  publisherOf: 0,
  thing: null,
  isPerson: false,
  isPublisher: false,
  changedAt: 0,
  isJudged: false,
};

export function makePoll(): Poll {
  const names = new Map<string, NameVotes>();
  const touched = new Set<NameVotes>();
  const named = (key: string): NameVotes => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const made = { ...NOT_JUDGED, key, votes: new Map() };
    names.set(key, made);
    return made;
  };
  const add = (name: NameVotes, type: string, vote: number): void => {
    name.votes.set(type, (name.votes.get(type) ?? 0) + vote);
    touched.add(name);
  };
  const change = (
    { names: own, weights, isEmployer, publisher }: Ballot,
    units: readonly Unit[],
    sign: 1 | -1,
  ): void => {
    for (const [place, name] of own.entries()) {
      if (name === null) continue;
      add(name, units[place]?.type ?? 'Other', sign * (weights[place] ?? 0));
      if (isEmployer[place]) add(name, 'Organization', sign * EMPLOYER);
    }
    if (publisher === null) return;
    publisher.publisherOf += sign;
    touched.add(publisher);
  };
  return {
    ballotOf: (units, extraction) => makeBallot(units, extraction, named),
    cast: (ballot, units) => change(ballot, units, 1),
    withdraw: (ballot, units) => change(ballot, units, -1),
    count: (run) => {
      let isChanged = false;
      for (const name of touched) {
        judge(name, run);
        isChanged ||= name.isJudged && name.changedAt === run;
        name.isJudged = true;
      }
      touched.clear();
      return isChanged;
    },
    settle: (units, ballot) => {
      const types = units.map((unit, place) => settledType(unit, place, ballot));
      if (units.every(({ type }, place) => type === types[place])) return units;
      return units.map((unit, place) => (unit.type === types[place] ? unit : { ...unit, type: types[place] ?? '' }));
    },
  };
}

function settledType({ type }: Unit, place: number, { names, isFixed }: Ballot): string {
  const name = names[place];
  if (!name) return type;
  if (type === 'Person') return isFixed[place] ? type : (name.thing ?? type);
  if (name.isPublisher) return 'Organization';
  return name.isPerson && name.key.includes(' ') ? 'Person' : type;
}

/** One vote a document, weighed by how sure its reader was. */
function makeBallot(units: readonly Unit[], { document }: Extraction, named: (key: string) => NameVotes): Ballot {
  const keys = units.map(onlyName);
  const surnames = surnamesIn(units);
  const weightOf = ({ mentions }: Unit): number => {
    const score = Math.max(0, ...mentions.filter(({ kind }) => kind === 'name').map((mention) => mention.score));
    return Math.round(score * SURE);
  };
  return {
    names: keys.map((key) => (key === null ? null : named(key))),
    weights: units.map(weightOf),
    isFixed: orNone(
      units.map(
        (unit, place) => unit.type === 'Person' && (surnames.has(keys[place] ?? '') || isTreatedAsPerson(unit)),
      ),
    ),
    isEmployer: orNone(units.map((unit, place) => keys[place] !== null && isEmployer(unit))),
    publisher: document.publisher ? named(foldName(document.publisher)) : null,
  };
}

const NONE: readonly boolean[] = [];
const orNone = (marks: readonly boolean[]): readonly boolean[] => (marks.includes(true) ? marks : NONE);

function judge(name: NameVotes, run: number): void {
  const { key, votes, publisherOf } = name;
  const counted = new Map([...votes].filter(([, vote]) => vote > 0));
  const add = (type: string, vote: number) => counted.set(type, (counted.get(type) ?? 0) + vote);
  if (counted.size > 0) {
    if (publisherOf > 0) add('Organization', PUBLISHER);
    const known = PLACES.has(key) || stateOfCapital(key) !== null ? 'Place' : null;
    const type = known ?? (ORGANIZATIONS.has(key) ? 'Organization' : null);
    if (type !== null) add(type, LEXICON);
  }
  const people = counted.get('Person') ?? 0;
  const [thing, things] = [...counted]
    .filter(([type]) => type !== 'Person')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  const others = [...counted.values()].reduce((sum, vote) => sum + vote, 0) - people;
  const [first = '', second] = key.split(' ');
  const isLikePerson = second === undefined || isGivenName(first);
  // Firms are called after people, places hardly ever by a full name.
  const isFullName = second !== undefined && isLikePerson && !counted.has('Organization');
  const verdict = {
    thing: things > 0 && things >= (isLikePerson ? MAJORITY : 1) * people ? thing : null,
    isPerson: people > 0 && people >= (isFullName ? 1 : MAJORITY) * others,
    isPublisher: publisherOf > 0 && !PLACES.has(key),
  };
  const isNew = (['thing', 'isPerson', 'isPublisher'] as const).some((field) => verdict[field] !== name[field]);
  if (isNew) name.changedAt = run;
  Object.assign(name, verdict);
}

const PLACES: ReadonlySet<string> = new Set(gazetteer.places.map(foldName));
const ORGANIZATIONS: ReadonlySet<string> = new Set(gazetteer.organizations.map(foldName));

/** The folded name of a unit that bears one and has no referent. */
function onlyName({ names, referent }: Unit): string | null {
  if (referent !== null || names.length === 0) return null;
  const keys = new Set(names.map(({ surface }) => foldName(surface)));
  return keys.size === 1 ? ([...keys][0] ?? null) : null;
}

/** Called "he" or "she", or named behind "Mr". */
function isTreatedAsPerson({ mentions, extraction }: Unit): boolean {
  const { text } = extraction.document;
  return mentions.some(({ kind, start, end }) =>
    kind === 'pronoun'
      ? /^(?:he|she|him|his|her|hers|who|i)$/i.test(text.slice(start, end))
      : /\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s*$/.test(text.slice(Math.max(0, start - 8), start)),
  );
}

/** Surnames and given names of the people whom a document names in full. */
function surnamesIn(units: readonly Unit[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { type, names } of units) {
    if (type !== 'Person') continue;
    for (const { surface } of names) {
      const name = parsePersonName(surface);
      if (name !== null && name.given.length > 0) found.add(name.surname).add(name.given[0] ?? '');
    }
  }
  return found;
}

const POST =
  /^(?:['’]s)?\s+(?:(?:chief|deputy|vice|senior|general|executive|managing|former|then|co-?)[\s-]+)*(?:CEO|CFO|COO|executive|executives|spokesman|spokeswoman|spokesperson|chairman|chairwoman|director|employee|employees|engineers|analyst|shares|shareholders|stock|headquarters|subsidiary)\b/i;

/** True where a post in an organization, its shares or its staff follow the name. */
function isEmployer({ mentions, extraction }: Unit): boolean {
  const { text } = extraction.document;
  return mentions.some(({ kind, end }) => kind === 'name' && POST.test(text.slice(end, end + 50)));
}
