// Entities as they grow while a text is read: which mentions are together, and what forbids others to join them.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { isAcronymOf, isInitials } from '../acronyms/acronyms.ts';
import { foldName, isSamePerson } from '../chains/name-forms.ts';
import type { Candidate } from './candidate-mentions.ts';

const PERSONAL = /^(he|him|his|himself|she|her|hers|herself)$/i;
/** Names that rules keep apart are joined only by a link this sure. */
const SURE = 0.6;
const NEUTER = /^(it|its|itself)$/i;
/** A name that the name steps took for another thing may still be a person's where the encoder's raw chance is above this. */
const LEAST_PERSON = 0.02;

/** Members by the place of the entity's first candidate, in reading order. */
export interface Entities {
  readonly members: Map<number, readonly number[]>;
  /** The first candidate of each candidate's entity. */
  readonly firsts: Int32Array;
}

/** What the names of an entity are. */
export interface Identity {
  /** Type of each surface. */
  readonly names: ReadonlyMap<string, string>;
  readonly referents: ReadonlySet<string>;
  readonly hasPerson: boolean;
  /** Highest raw chance that one of the names is a person's. */
  readonly person: number;
  /** True where a name or people stands for a country. */
  readonly isCountry: boolean;
  /** True where rules read several people in a noun, and nobody by name. */
  readonly isGroup: boolean;
}

/** Each candidate alone, but for those that the rules have put in one group. */
export function openEntities(candidates: readonly Candidate[], groups: ReadonlyMap<MentionId, number>): Entities {
  const entities: Entities = {
    members: new Map(candidates.map((_, index) => [index, [index]])),
    firsts: Int32Array.from(candidates, (_, index) => index),
  };
  const byGroup = new Map<number, number>();
  for (const [index, { known }] of candidates.entries()) {
    for (const { id } of known) {
      const group = groups.get(id);
      if (group === undefined) continue;
      const before = byGroup.get(group);
      if (before === undefined) byGroup.set(group, index);
      else joinEntities(entities, before, index);
    }
  }
  return entities;
}

/** Joins the entities of two candidates. */
export function joinEntities({ members, firsts }: Entities, left: number, right: number): void {
  const [one, other] = [firsts[left] ?? left, firsts[right] ?? right];
  if (one === other) return;
  const joined = [...(members.get(one) ?? []), ...(members.get(other) ?? [])].sort((a, b) => a - b);
  members.delete(Math.max(one, other));
  members.set(Math.min(one, other), joined);
  for (const member of joined) firsts[member] = Math.min(one, other);
}

/** Takes a candidate out of its entity; it stands alone then. */
export function leaveEntity({ members, firsts }: Entities, index: number): void {
  const first = firsts[index] ?? index;
  const others = (members.get(first) ?? []).filter((member) => member !== index);
  members.delete(first);
  for (const own of [others, [index]]) {
    if (own[0] === undefined) continue;
    members.set(own[0], own);
    for (const member of own) firsts[member] = own[0];
  }
}

export function identityOf({ document }: Extraction, candidates: readonly Candidate[]): Identity {
  const known = candidates.flatMap((candidate) => candidate.known);
  const names = known.filter(({ kind }) => kind === 'name');
  const types = new Map(names.map(({ start, end, type }) => [document.text.slice(start, end), type]));
  const isPlace = ({ kind, referent }: Mention): boolean => kind === 'name' && referent?.type === 'Place';
  return {
    isCountry: known.some(isPlace),
    isGroup: names.length === 0 && known.some(({ type }) => type === 'Group'),
    names: types,
    referents: new Set(known.flatMap(({ referent }) => (referent ? [referent.name] : []))),
    hasPerson: [...types.values()].includes('Person'),
    person: candidates.reduce(
      (most, candidate) =>
        candidate.known.some(({ kind }) => kind === 'name') ? Math.max(most, candidate.person) : most,
      0,
    ),
  };
}

/** "He", "her": whoever is called so is a person. */
export function isPersonal({ words }: Candidate): boolean {
  return words.length === 1 && PERSONAL.test(words[0] ?? '');
}

/** "He" is no company nor several people, and "it" nobody. */
export function suits(candidate: Candidate, identity: Identity): boolean {
  const { words } = candidate;
  const word = words.length === 1 ? (words[0] ?? '') : '';
  if (identity.names.size === 0) return !(identity.isGroup && isPersonal(candidate));
  if (isPersonal(candidate)) {
    const isBody = identity.referents.size > 0 || [...identity.names.keys()].every(isInitials);
    return identity.hasPerson || (!isBody && identity.person >= LEAST_PERSON);
  }
  return !(NEUTER.test(word) && identity.hasPerson);
}

/** Nouns for countries and their peoples, and what stands for any noun. */
const COUNTRY_NOUNS = new Set(
  'country nation state republic kingdom monarchy sultanate emirate federation union confederation empire colony dominion protectorate democracy dictatorship superpower power land homeland motherland island archipelago peninsula territory region area place neighbor neighbour ally partner enemy rival foe host member economy government regime authority side people population citizen public world one two other others both all some many most each part'.split(
    ' ',
  ),
);

/** "The facility" is no country: of the nouns only those for countries stand for one. `noun`: lemma. */
export function mayBeCountry(noun: string): boolean {
  return COUNTRY_NOUNS.has(noun);
}

/** Two entities with names join where the names can be one's, and the head is sure. */
export function canBeOne(left: Identity, right: Identity, chance: number): boolean {
  if (left.referents.size > 0 && right.referents.size > 0) {
    if (![...left.referents].some((name) => right.referents.has(name))) return false;
  }
  if (left.names.size === 0 || right.names.size === 0) return true;
  if (chance < SURE || left.hasPerson !== right.hasPerson) return false;
  return [...left.names].some(([one, type]) =>
    [...right.names].some(([other, otherType]) => {
      if (type !== otherType || type !== 'Person') return isSameThing(one, other);
      return isSamePerson(one, other) || isShortFor(one, other) || isShortFor(other, one);
    }),
  );
}

/** One spelling, an acronym or the end of the other; a firm is not its product, whose name begins with the firm's. */
function isSameThing(one: string, other: string): boolean {
  const [left, right] = [foldName(one), foldName(other)];
  return (
    left === right || isAcronymOf(one, other) || isAcronymOf(other, one) || isEnd(left, right) || isEnd(right, left)
  );
}

/** "Security Council" of the "Northern Security Council"; one word may be anyone's. */
function isEnd(short: string, long: string): boolean {
  return short.includes(' ') && long.endsWith(` ${short}`);
}

/** A bare first name inside a longer name: "Ada" of "Ada Quill". */
function isShortFor(short: string, long: string): boolean {
  return ` ${foldName(long)} `.includes(` ${foldName(short)} `);
}
