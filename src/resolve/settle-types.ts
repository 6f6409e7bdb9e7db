// Person or thing? What a folder says together of a name outvotes one text whose reader took it for the other.
import { readFileSync } from 'node:fs';
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

/** Votes of the lexicon for a name, in documents. */
const LEXICON = 1.5;
/** Votes for a name that a document of the folder gives as its publisher. */
const PUBLISHER = 2;
/** Votes of a text for a name before a post and its holder: "Harrow director Ada Quill". */
const EMPLOYER = 2;
/** How many times the votes of its own type another must have. */
const MAJORITY = 2;

type Votes = Map<string, number>;

/**
 * The units of each document, same places, with a type changed from Person to a thing or back where the whole folder
 * reads their only name so. A unit that its own text treats as a person ("Mr", "he", a full name) stays one.
 */
export function settleTypes(units: readonly (readonly Unit[])[]): readonly (readonly Unit[])[] {
  const votes = countVotes(units);
  return units.map((own) => {
    const surnames = surnamesIn(own);
    return own.map((unit) => {
      const type = settledType(unit, votes, surnames);
      return type === unit.type ? unit : { ...unit, type };
    });
  });
}

function settledType(unit: Unit, votes: ReadonlyMap<string, Votes>, surnames: ReadonlySet<string>): string {
  const key = onlyName(unit);
  const counted = key === null ? undefined : votes.get(key);
  if (key === null || counted === undefined) return unit.type;
  const isPerson = unit.type === 'Person';
  if (isPerson ? isTreatedAsPerson(unit) || surnames.has(key) : !key.includes(' ')) return unit.type;
  const people = counted.get('Person') ?? 0;
  const [thing, things] = [...counted]
    .filter(([type]) => type !== 'Person')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  if (isPerson) return things >= MAJORITY * people ? thing : unit.type;
  return people >= MAJORITY * sum(counted) - MAJORITY * people ? 'Person' : unit.type;
}

const sum = (votes: Votes): number => [...votes.values()].reduce((total, vote) => total + vote, 0);

/** One vote a document, weighed by how sure its reader was. */
function countVotes(units: readonly (readonly Unit[])[]): ReadonlyMap<string, Votes> {
  const votes = new Map<string, Votes>();
  const add = (key: string, type: string, vote: number): void => {
    const counted = votes.get(key) ?? new Map<string, number>();
    votes.set(key, counted.set(type, (counted.get(type) ?? 0) + vote));
  };
  const publishers = new Set<string>();
  for (const own of units) {
    const publisher = own[0]?.extraction.document.publisher;
    if (publisher) publishers.add(foldName(publisher));
    for (const unit of own) {
      const key = onlyName(unit);
      const score = Math.max(0, ...unit.mentions.filter(({ kind }) => kind === 'name').map((mention) => mention.score));
      if (key !== null) add(key, unit.type, score);
    }
  }
  for (const unit of units.flat()) {
    const key = onlyName(unit);
    if (key !== null && isEmployer(unit)) add(key, 'Organization', EMPLOYER);
  }
  for (const publisher of publishers) if (votes.has(publisher)) add(publisher, 'Organization', PUBLISHER);
  for (const [key] of votes) {
    const type =
      PLACES.has(key) || stateOfCapital(key) !== null ? 'Place' : ORGANIZATIONS.has(key) ? 'Organization' : null;
    if (type !== null) add(key, type, LEXICON);
  }
  return votes;
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
