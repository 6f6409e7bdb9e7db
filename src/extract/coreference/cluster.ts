// Links → entities: in reading order each mention joins the entity that the learned head and the text's own signs favour, or opens a new one.
import type { Extraction } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import type { Candidate } from './candidate-mentions.ts';
import { canBeOne, type Entities, type Identity, identityOf, joinEntities, openEntities, suits } from './entities.ts';
import { type EntityView, entityFeatures, type Features, freshFeatures } from './entity-features.ts';
import { LINK_WEIGHTS, type LinkWeights } from './link-weights.ts';
import { findComing, type MentionLabels, type ReadMention, readMention } from './read-mention.ts';
import type { Reach } from './score-links.ts';

export interface Clustered {
  readonly candidate: Candidate;
  /** Equal for mentions of one entity: place of the cluster's first candidate. */
  readonly cluster: number;
  /** Chance that the mention stands for the name that rules know in its cluster; 1 for such a name, 0 where there is none. */
  readonly trust: number;
}

/** What a mention may do: join the entity with these members, or, without any, open one. */
export interface Option {
  readonly members: readonly number[];
  readonly features: Features;
}

/** One mention's question, put to whoever wants to watch (training does). */
export type Watch = (index: number, options: readonly Option[]) => void;

/** Entities that the head finds likeliest; the others have no chance. */
const MOST = 8;

interface Choice {
  /** A member of the entity joined. */
  readonly to: number;
  readonly chance: number;
}

/** Candidates in reading order, with what the head says of each. `groups`: number of the group that the rules put a mention in. */
export function clusterMentions(
  extraction: Extraction,
  candidates: readonly Candidate[],
  reaches: readonly Reach[],
  groups: ReadonlyMap<MentionId, number>,
  labels: MentionLabels,
  { weights, watch }: { readonly weights: LinkWeights; readonly watch?: Watch } = { weights: LINK_WEIGHTS },
): Clustered[] {
  const entities = openEntities(candidates, groups);
  const read = candidates.map((candidate) => readMention(extraction, candidate, labels));
  const isNamed = candidates.map(({ known }) => known.some(({ id }) => groups.has(id)));
  const isRuled = candidates.map((_, index) => entities.firsts[index] !== index);
  const text: Text = { extraction, candidates, read, reaches, entities, known: new Map() };
  const choices = candidates.map((_, index): Choice | undefined => {
    if (isRuled[index]) return undefined;
    const options = optionsOf(text, index);
    watch?.(index, options);
    const { members, chance } = choose(options, weights);
    const to = members.find((member) => isNamed[member]) ?? members[0];
    if (to === undefined) return undefined;
    joinEntities(entities, index, to);
    return { to, chance };
  });
  const trusts = spreadTrust(choices, isNamed);
  return candidates.map((candidate, index) => ({
    candidate,
    cluster: entities.firsts[index] ?? index,
    trust: trusts[index] ?? 0,
  }));
}

/** What the decisions of a text go by. */
interface Text {
  readonly extraction: Extraction;
  readonly candidates: readonly Candidate[];
  readonly read: readonly ReadMention[];
  readonly reaches: readonly Reach[];
  readonly entities: Entities;
  /** By the list of members, which is a new one as soon as a mention joins. */
  readonly known: Map<readonly number[], KnownEntity>;
}

/** What the members of an entity show together. */
interface KnownEntity extends Omit<EntityView, 'isComing'> {
  readonly identity: Identity;
}

function optionsOf(text: Text, index: number): Option[] {
  const { extraction, candidates, read, reaches } = text;
  const { members, firsts } = text.entities;
  const candidate = candidates[index] as Candidate;
  const mention = read[index] as ReadMention;
  const { fresh, links } = reaches[index] as Reach;
  const chances = new Map<number, number>();
  for (const { to, chance } of links) {
    const first = firsts[to] ?? to;
    chances.set(first, (chances.get(first) ?? 0) + chance);
  }
  const coming = findComing(extraction, read, index);
  if (coming !== null) {
    const back = reaches[coming]?.links.find(({ to }) => to === index)?.chance ?? 0;
    const first = firsts[coming] ?? coming;
    chances.set(first, Math.max(chances.get(first) ?? 0, back));
  }
  const own = firsts[index] ?? index;
  const { identity } = knownOf(text, members.get(own) ?? []);
  const options: Option[] = [{ members: [], features: freshFeatures(mention, fresh) }];
  for (const [first, chance] of likeliestOf(chances)) {
    const fellows = members.get(first) ?? [];
    const other = knownOf(text, fellows);
    if (first === own || !suits(candidate, other.identity) || !canBeOne(identity, other.identity, chance)) continue;
    if (isOtherGender(mention, other.mentions)) continue;
    const view = viewOf(text, fellows, index, coming);
    options.push({ members: fellows, features: entityFeatures(extraction, mention, view, chance) });
  }
  return options;
}

/** The MOST entities with the highest chances, the later of equals first. Hundreds of entities are weighed: no sorting. */
function likeliestOf(chances: ReadonlyMap<number, number>): (readonly [first: number, chance: number])[] {
  const best: (readonly [number, number])[] = [];
  for (const [first, chance] of chances) {
    let place = best.length;
    for (; place > 0; place -= 1) {
      const [other, likelier] = best[place - 1] as readonly [number, number];
      if (likelier > chance || (likelier === chance && other > first)) break;
    }
    if (place >= MOST) continue;
    best.splice(place, 0, [first, chance]);
    if (best.length > MOST) best.pop();
  }
  return best;
}

/** "He" and "her" are never one, whatever the names in the entity are taken for. */
function isOtherGender({ manner, gender }: ReadMention, fellows: readonly ReadMention[]): boolean {
  return manner === 'he' && fellows.some((fellow) => fellow.manner === 'he' && fellow.gender !== gender);
}

function knownOf({ extraction, candidates, read, known }: Text, members: readonly number[]): KnownEntity {
  let entity = known.get(members);
  if (entity === undefined) {
    entity = { identity: identityOf(extraction, pick(candidates, members)), ...signsOf(pick(read, members)) };
    known.set(members, entity);
  }
  return entity;
}

function signsOf(mentions: readonly ReadMention[]): Omit<EntityView, 'isComing'> {
  const votes = (signOf: (mention: ReadMention) => boolean | null): boolean | null => {
    let balance = 0;
    for (const mention of mentions) {
      const sign = signOf(mention);
      if (sign !== null) balance += sign ? 1 : -1;
    }
    return balance === 0 ? null : balance > 0;
  };
  const isHe = votes(({ gender }) => (gender === null ? null : gender === 'he'));
  return {
    mentions,
    gender: isHe === null ? null : isHe ? 'he' : 'she',
    many: votes(({ many }) => many),
    living: votes(({ living }) => living),
    isNamed: mentions.some(({ manner }) => manner === 'name'),
  };
}

/** The entity as it stands before the mention, or at the name to come. */
function viewOf(text: Text, members: readonly number[], index: number, coming: number | null): EntityView {
  const entity = knownOf(text, members);
  const isComing = coming !== null && members.includes(coming);
  if ((members.at(-1) ?? index) < index) return { ...entity, isComing };
  const before = members.filter((member) => member < index);
  const seen = before.length > 0 ? before : members.filter((member) => member === coming);
  return { ...entity, mentions: pick(text.read, seen), isComing };
}

function pick<Item>(items: readonly Item[], places: readonly number[]): Item[] {
  return places.map((place) => items[place] as Item);
}

/** The option with the highest score, and its share of all. The pull towards joining moves the choice, not the chance. */
function choose(
  options: readonly Option[],
  { weights, pull }: LinkWeights,
): { readonly members: readonly number[]; readonly chance: number } {
  const scores = options.map(({ features }) => scoreOf(features, weights));
  const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
  let best = 0;
  for (let place = 1; place < scores.length; place += 1)
    if ((scores[place] ?? 0) > (scores[best] ?? 0) - (best === 0 ? pull : 0)) best = place;
  return { members: options[best]?.members ?? [], chance: Math.exp(scores[best] ?? 0) / total };
}

export function scoreOf(features: Features, weights: ReadonlyMap<string, number>): number {
  let score = 0;
  for (const [name, value] of features) score += (weights.get(name) ?? 0) * value;
  return score;
}

/** The best product of chances along the choices to a named candidate, from either side. */
function spreadTrust(choices: readonly (Choice | undefined)[], isNamed: readonly boolean[]): Float64Array {
  const trusts = Float64Array.from(isNamed, (named) => (named ? 1 : 0));
  const takeFrom = (index: number, from: number, chance: number): void => {
    trusts[index] = Math.max(trusts[index] ?? 0, chance * (trusts[from] ?? 0));
  };
  const forward = (): void => {
    for (const [index, choice] of choices.entries()) if (choice) takeFrom(index, choice.to, choice.chance);
  };
  forward();
  for (let index = choices.length - 1; index >= 0; index -= 1) {
    const choice = choices[index];
    if (choice) takeFrom(choice.to, index, choice.chance);
  }
  forward();
  return trusts;
}
