// Links → clusters: each mention goes back to its best antecedent that the names allow; rules have joined the names before.
import type { Extraction } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { isAcronymOf } from '../acronyms/acronyms.ts';
import { type Gender, genderOf, genderOfPronoun } from '../chains/genders.ts';
import { foldName, isSamePerson } from '../chains/name-forms.ts';
import type { Candidate } from './candidate-mentions.ts';
import type { Link } from './score-links.ts';

export interface Clustered {
  readonly candidate: Candidate;
  /** Equal for mentions of one entity: place of the cluster's first candidate. */
  readonly cluster: number;
  /** Chance that the links from here to a name that rules know are right; 1 for such a name, 0 where there is none. */
  readonly trust: number;
}

/** What the rules say of one document. */
export interface RuleGroups {
  /** Number of the group that the rules put a mention in. */
  readonly groups: ReadonlyMap<MentionId, number>;
  /** The same for pronouns, by token. */
  readonly pronouns: ReadonlyMap<number, number>;
}

/** Head and rules differ on a pronoun: the head must be this sure to be heard. */
const SURER = 0.9;
/** Precision of the rules for pronouns. */
const RULE_CHANCE = 0.75;
/** Names that rules keep apart are joined only by a link this sure. */
const SURE = 0.6;
const PERSONAL = /^(he|him|his|himself|she|her|hers|herself)$/i;
const NEUTER = /^(it|its|itself)$/i;

/** What a cluster holds that forbids others. */
interface Identity {
  /** Type of each surface. */
  readonly names: ReadonlyMap<string, string>;
  readonly referents: ReadonlySet<string>;
  readonly gender: Gender | null;
}

const NOBODY: Identity = { names: new Map(), referents: new Set(), gender: null };

/** Candidates in reading order, with the links of each. */
export function clusterMentions(
  extraction: Extraction,
  candidates: readonly Candidate[],
  links: readonly (readonly Link[])[],
  { groups, pronouns }: RuleGroups,
): Clustered[] {
  const parents = joinGroups(candidates, groups);
  const identities = new Map<number, Identity>();
  const identityAt = (root: number): Identity => identities.get(root) ?? NOBODY;
  for (const [index, candidate] of candidates.entries()) {
    const root = findRoot(parents, index);
    identities.set(root, joinIdentities(identityAt(root), identityOf(extraction, candidate)));
  }
  const chosen = candidates.map((candidate, index) => {
    const own = findRoot(parents, index);
    const learned = (links[index] ?? []).find(({ to, chance }) => {
      const other = findRoot(parents, to);
      if (own === other) return true;
      return suits(candidate, identityAt(other)) && agree(identityAt(own), identityAt(other), chance);
    });
    const ruled = ruleLink(candidates, index, groups, pronouns);
    const link = ruled !== null && (learned === undefined || learned.chance < SURER) ? ruled : learned;
    const other = link === undefined ? own : findRoot(parents, link.to);
    if (own !== other) identities.set(join(parents, own, other), joinIdentities(identityAt(own), identityAt(other)));
    return link;
  });
  const trusts = spreadTrust(
    chosen,
    candidates.map(({ known }) => known.some(({ id }) => groups.has(id))),
  );
  return candidates.map((candidate, index) => ({
    candidate,
    cluster: findRoot(parents, index),
    trust: trusts[index] ?? 0,
  }));
}

/** Union-find (Tarjan 1975): each candidate's parent; a root is the earliest of its cluster. */
function joinGroups(candidates: readonly Candidate[], groups: ReadonlyMap<MentionId, number>): Int32Array {
  const parents = Int32Array.from(candidates, (_, index) => index);
  const firsts = new Map<number, number>();
  for (const [index, { known }] of candidates.entries()) {
    for (const { id } of known) {
      const group = groups.get(id);
      if (group === undefined) continue;
      const first = firsts.get(group);
      if (first === undefined) firsts.set(group, index);
      else join(parents, findRoot(parents, first), findRoot(parents, index));
    }
  }
  return parents;
}

function findRoot(parents: Int32Array, index: number): number {
  let root = index;
  while (parents[root] !== root) root = parents[root] ?? root;
  parents[index] = root;
  return root;
}

function join(parents: Int32Array, left: number, right: number): number {
  const root = Math.min(left, right);
  parents[Math.max(left, right)] = root;
  return root;
}

/** The nearest mention before a pronoun of the group that the rules give it; the first one behind it where none comes before. */
function ruleLink(
  candidates: readonly Candidate[],
  index: number,
  groups: ReadonlyMap<MentionId, number>,
  pronouns: ReadonlyMap<number, number>,
): Link | null {
  const { start, end } = candidates[index] as Candidate;
  const group = end - start === 1 ? pronouns.get(start) : undefined;
  if (group === undefined) return null;
  const isOfGroup = ({ known }: Candidate): boolean => known.some(({ id }) => groups.get(id) === group);
  const before = candidates.findLastIndex((candidate, place) => place < index && isOfGroup(candidate));
  const to = before < 0 ? candidates.findIndex(isOfGroup) : before;
  return to < 0 ? null : { to, chance: RULE_CHANCE };
}

function identityOf(extraction: Extraction, { known, words }: Candidate): Identity {
  const names = known.filter(({ kind }) => kind === 'name');
  const word = words.length === 1 ? (words[0] ?? '') : '';
  const told = known.filter(({ type }) => type === 'Person').map((mention) => genderOf(extraction, mention));
  return {
    names: new Map(names.map(({ start, end, type }) => [extraction.document.text.slice(start, end), type])),
    referents: new Set(known.flatMap(({ referent }) => (referent ? [referent.name] : []))),
    gender: PERSONAL.test(word)
      ? genderOfPronoun(word.toLowerCase())
      : (told.find((gender) => gender !== null) ?? null),
  };
}

function joinIdentities(left: Identity, right: Identity): Identity {
  if (right.names.size === 0 && right.referents.size === 0 && right.gender === null) return left;
  return {
    names: new Map([...left.names, ...right.names]),
    referents: new Set([...left.referents, ...right.referents]),
    gender: left.gender ?? right.gender,
  };
}

function hasPerson({ names }: Identity): boolean {
  return [...names.values()].includes('Person');
}

/** "He" is no company and "it" nobody. */
function suits({ words }: Candidate, identity: Identity): boolean {
  const word = words.length === 1 ? (words[0] ?? '') : '';
  if (identity.names.size === 0) return true;
  return PERSONAL.test(word) ? hasPerson(identity) : !(NEUTER.test(word) && hasPerson(identity));
}

/** Two clusters with names join where the names can be one's, and the link is sure. */
function agree(left: Identity, right: Identity, chance: number): boolean {
  if (left.gender !== null && right.gender !== null && left.gender !== right.gender) return false;
  if (left.referents.size > 0 && right.referents.size > 0) {
    if (![...left.referents].some((name) => right.referents.has(name))) return false;
  }
  if (left.names.size === 0 || right.names.size === 0) return true;
  if (chance < SURE || hasPerson(left) !== hasPerson(right)) return false;
  return [...left.names].some(([one, type]) =>
    [...right.names].some(([other, otherType]) => {
      if (type !== otherType || type !== 'Person') return isSameThing(one, other);
      return isSamePerson(one, other) || isShortFor(one, other) || isShortFor(other, one);
    }),
  );
}

/** One spelling, or an acronym of the other; a firm is not its product, whose name holds the firm's. */
function isSameThing(one: string, other: string): boolean {
  return foldName(one) === foldName(other) || isAcronymOf(one, other) || isAcronymOf(other, one);
}

/** A bare first name inside a longer name: "Ada" of "Ada Quill". */
function isShortFor(short: string, long: string): boolean {
  return ` ${foldName(long)} `.includes(` ${foldName(short)} `);
}

/** The best product of chances along the chosen links to a named candidate, from either side. */
function spreadTrust(chosen: readonly (Link | undefined)[], isNamed: readonly boolean[]): Float64Array {
  const trusts = Float64Array.from(isNamed, (named) => (named ? 1 : 0));
  const takeFrom = (index: number, from: number, chance: number): void => {
    trusts[index] = Math.max(trusts[index] ?? 0, chance * (trusts[from] ?? 0));
  };
  const forward = (): void => {
    for (const [index, link] of chosen.entries()) if (link) takeFrom(index, link.to, link.chance);
  };
  forward();
  for (let index = chosen.length - 1; index >= 0; index -= 1) {
    const link = chosen[index];
    if (link) takeFrom(link.to, index, link.chance);
  }
  forward();
  return trusts;
}
