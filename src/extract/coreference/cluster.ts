// Links → entities: in reading order each mention joins the entity that the learned head and the text's own signs favour, or opens a new one.
import type { Extraction } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { areApart, findDescriptions, findNameBeside, findOwnerBeside, isOtherNoun } from './apart.ts';
import type { Candidate } from './candidate-mentions.ts';
import {
  canBeOne,
  type Entities,
  type Identity,
  identityOf,
  joinEntities,
  leaveEntity,
  openEntities,
  suits,
} from './entities.ts';
import { entityFeatures, freshFeatures } from './entity-features.ts';
import {
  differs,
  type EntitySigns,
  type EntityView,
  type Features,
  isRival,
  signsOf,
  type Tell,
} from './entity-view.ts';
import { LINK_WEIGHTS, type LinkWeights } from './link-weights.ts';
import { strayPronouns } from './mixed-genders.ts';
import { findComing, type MentionLabels, NOMINAL, type ReadMention, readMention } from './read-mention.ts';
import type { Reach } from './score-links.ts';
import { sharedSurnames } from './shared-surnames.ts';

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

/** An option that has yet to tell its features. */
interface OpenOption {
  readonly members: readonly number[];
  readonly features: (tell: Tell) => void;
}

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
  const sums = { total: new Float64Array(candidates.length), best: new Float64Array(candidates.length) };
  const shared = sharedSurnames(extraction, candidates, entities);
  const text: Text = { extraction, candidates, read, reaches, entities, sums, shared, known: new Map() };
  const decide = (index: number, isAgain = false): Choice | undefined => {
    const options = optionsOf(text, index, isAgain);
    if (!isAgain) watch?.(index, options.map(listFeatures));
    const isPronoun = !NOMINAL.has((read[index] as ReadMention).manner);
    const { members, chance } = choose(options, weights.weights, isPronoun ? 0 : weights.pull);
    const to = members.find((member) => isNamed[member]) ?? members[0];
    if (to === undefined) return undefined;
    joinEntities(entities, index, to);
    return { to, chance };
  };
  const choices = candidates.map((_, index) => (isRuled[index] ? undefined : decide(index)));
  for (const stray of takeOutStrays(text, choices)) choices[stray] = decide(stray, true);
  const trusts = spreadTrust(choices, isNamed, entities);
  return candidates.map((candidate, index) => ({
    candidate,
    cluster: entities.firsts[index] ?? index,
    trust: trusts[index] ?? 0,
  }));
}

/** Pronouns of the wrong gender leave their entities; in reading order, each alone now. */
function takeOutStrays({ entities, read }: Text, choices: readonly (Choice | undefined)[]): number[] {
  const chances = choices.map((choice) => choice?.chance ?? 1);
  const strays = [...entities.members.values()].flatMap((members) => strayPronouns(members, read, chances));
  for (const stray of strays) leaveEntity(entities, stray);
  return strays.sort((left, right) => left - right);
}

/** What the decisions of a text go by. */
interface Text {
  readonly extraction: Extraction;
  readonly candidates: readonly Candidate[];
  readonly read: readonly ReadMention[];
  readonly reaches: readonly Reach[];
  readonly entities: Entities;
  /** What the head gives the members of each entity, for the mention that asks; by first candidate, 0 between two questions. */
  readonly sums: { readonly total: Float64Array; readonly best: Float64Array };
  /** Bare surnames that several people of the text bear, by candidate. */
  readonly shared: ReadonlySet<number>;
  /** By the list of members, which is a new one as soon as a mention joins. */
  readonly known: Map<readonly number[], KnownEntity>;
}

/** What the members of an entity show together. */
interface KnownEntity extends EntitySigns {
  readonly identity: Identity;
  /** True where one of them is a bare surname that several people of the text bear. */
  readonly isShared: boolean;
}

/** `isAgain`: true once all mentions have chosen; no pronoun joins those of the other gender then. */
function optionsOf(text: Text, index: number, isAgain: boolean): OpenOption[] {
  const { extraction } = text;
  const mention = text.read[index] as ReadMention;
  const { fresh } = text.reaches[index] as Reach;
  const fitting = fittingEntities(text, index).filter(
    ({ known }) => !isAgain || !differs(mention.gender, known.called),
  );
  const rivals = fitting.filter(({ known }) => isRival(mention, known));
  const options: OpenOption[] = [{ members: [], features: (tell) => freshFeatures(mention, fresh, tell) }];
  for (const { known, mentions, members, isComing, chance, bestLink } of fitting) {
    const last = lastOf(mentions);
    const nearer = rivals.reduce((count, other) => (lastOf(other.mentions) > last ? count + 1 : count), 0);
    const isFirst = !rivals.some((other) => (other.members[0] ?? 0) < (members[0] ?? 0));
    const entity = { signs: known, mentions, isComing, chance, bestLink, nearer, isFirst };
    options.push({ members, features: (tell) => entityFeatures(extraction, mention, entity, tell) });
  }
  return options;
}

function listFeatures({ members, features }: OpenOption): Option {
  const listed: [string, number][] = [];
  features((name, value) => listed.push([name, value]));
  return { members, features: listed };
}

function lastOf(mentions: readonly ReadMention[]): number {
  return mentions.at(-1)?.start ?? -1;
}

/** An entity that a mention could join, with its members and the chance that the head gives them together. */
interface Fitting extends Pick<EntityView, 'mentions' | 'isComing' | 'chance' | 'bestLink'> {
  readonly known: KnownEntity;
  readonly members: readonly number[];
}

function fittingEntities(text: Text, index: number): Fitting[] {
  const { extraction, candidates, read } = text;
  const { members, firsts } = text.entities;
  const candidate = candidates[index] as Candidate;
  const mention = read[index] as ReadMention;
  const beside = findNameBeside(extraction, read, index) ?? findOwnerBeside(extraction, read, index);
  const coming = beside ?? findComing(extraction, read, index);
  const own = firsts[index] ?? index;
  const { identity, called, isShared } = knownOf(text, members.get(own) ?? []);
  const companions = [
    ...knownOf(text, members.get(own) ?? []).mentions.filter((each) => each !== mention),
    ...findDescriptions(extraction, read, index),
  ];
  const isFitting = (first: number): boolean =>
    first !== own && suits(candidate, knownOf(text, members.get(first) ?? []).identity);
  const fitting: Fitting[] = [];
  for (const { first, chance, bestLink } of likeliestOf(text, index, coming, isFitting)) {
    const fellows = members.get(first) ?? [];
    const known = knownOf(text, fellows);
    if (!canBeOne(identity, known.identity, chance)) continue;
    if (beside !== null && !fellows.includes(beside)) continue;
    const areNamed = identity.names.size > 0 && known.identity.names.size > 0;
    if (areNamed && (isShared || known.isShared)) continue;
    if (mention.manner !== 'he' && differs(called, known.called)) continue;
    if (known.identity.isCountry && isOtherNoun(extraction, mention)) continue;
    if (identity.isCountry && known.mentions.some((fellow) => isOtherNoun(extraction, fellow))) continue;
    if (known.mentions.some((fellow) => areApart(extraction, mention, fellow))) continue;
    // Who was joined to it before comes along: "|the minister|, Ada Quill" is not "his brother" either.
    if (
      companions.some((own) =>
        known.mentions.some((fellow) => fellow.start < own.start && areApart(extraction, own, fellow)),
      )
    )
      continue;
    const isComing = coming !== null && fellows.includes(coming);
    const mentions = mentionsBefore(text, fellows, index, coming);
    fitting.push({ known, mentions, members: fellows, isComing, chance, bestLink });
  }
  return fitting;
}

/** An entity by its first candidate: what the head gives its members together, and the likeliest of them. */
interface Weighed {
  readonly first: number;
  readonly chance: number;
  readonly bestLink: number;
}

/** The MOST fitting entities with the highest chances, the later of equals first. `coming`: a candidate behind the mention that may name it. */
function likeliestOf(
  { reaches, entities: { firsts }, sums: { total, best } }: Text,
  index: number,
  coming: number | null,
  isFitting: (first: number) => boolean,
) {
  const met: number[] = []; // hundreds of entities are weighed for each mention: no sorting, and no object for each
  for (const { to, chance } of (reaches[index] as Reach).links) {
    const first = firsts[to] ?? to;
    if (total[first] === 0) met.push(first);
    total[first] = (total[first] ?? 0) + chance;
    if (chance > (best[first] ?? 0)) best[first] = chance;
  }
  if (coming !== null) {
    const back = reaches[coming]?.links.find(({ to }) => to === index)?.chance ?? 0;
    const first = firsts[coming] ?? coming;
    if (total[first] === 0) met.push(first);
    total[first] = Math.max(total[first] ?? 0, back);
  }
  const likeliest: Weighed[] = [];
  for (const first of met) {
    const chance = total[first] ?? 0;
    const isLikely = likeliest.length < MOST || chance >= (likeliest.at(-1)?.chance ?? 0);
    if (isLikely && isFitting(first)) insertWeighed(likeliest, { first, chance, bestLink: best[first] || chance });
    total[first] = 0;
    best[first] = 0;
  }
  return likeliest;
}

function insertWeighed(likeliest: Weighed[], weighed: Weighed): void {
  let place = likeliest.length;
  for (; place > 0; place -= 1) {
    const { first, chance } = likeliest[place - 1] as Weighed;
    if (chance > weighed.chance || (chance === weighed.chance && first > weighed.first)) break;
  }
  if (place >= MOST) return;
  likeliest.splice(place, 0, weighed);
  if (likeliest.length > MOST) likeliest.pop();
}

function knownOf({ extraction, candidates, read, shared, known }: Text, members: readonly number[]): KnownEntity {
  let entity = known.get(members);
  if (entity === undefined) {
    const isShared = members.some((member) => shared.has(member));
    entity = { identity: identityOf(extraction, pick(candidates, members)), isShared, ...signsOf(pick(read, members)) };
    known.set(members, entity);
  }
  return entity;
}

/** The entity as it stands before the mention, or at the name to come. */
function mentionsBefore(
  text: Text,
  members: readonly number[],
  index: number,
  coming: number | null,
): readonly ReadMention[] {
  if ((members.at(-1) ?? index) < index) return knownOf(text, members).mentions;
  const before = members.filter((member) => member < index);
  return pick(text.read, before.length > 0 ? before : members.filter((member) => member === coming));
}

function pick<Item>(items: readonly Item[], places: readonly number[]): Item[] {
  return places.map((place) => items[place] as Item);
}

/** The option with the highest score, and its share of all. `pull`: added to joining; it moves the choice, not the chance. */
function choose(
  options: readonly OpenOption[],
  weights: LinkWeights['weights'],
  pull: number,
): { readonly members: readonly number[]; readonly chance: number } {
  const scores = options.map((option) => scoreOf(option, weights));
  const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
  let best = 0;
  for (let place = 1; place < scores.length; place += 1)
    if ((scores[place] ?? 0) > (scores[best] ?? 0) - (best === 0 ? pull : 0)) best = place;
  return { members: options[best]?.members ?? [], chance: Math.exp(scores[best] ?? 0) / total };
}

function scoreOf({ features }: OpenOption, weights: LinkWeights['weights']): number {
  let score = 0;
  features((name, value) => {
    score += (weights.get(name) ?? 0) * value;
  });
  return score;
}

/** The best product of chances along the choices to a named candidate, from either side. */
function spreadTrust(
  choices: readonly (Choice | undefined)[],
  isNamed: readonly boolean[],
  { firsts }: Entities,
): Float64Array {
  const trusts = Float64Array.from(isNamed, (named) => (named ? 1 : 0));
  const takeFrom = (index: number, from: number, chance: number): void => {
    if (firsts[index] !== firsts[from]) return; // one of them has left
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
