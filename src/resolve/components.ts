// The folder taken apart into components that cannot meet. Remembers what was decided, and decides again only where a unit,
// a word of people or a name that was asked for has changed.
import type { Decision } from '../model/graph.ts';
import type { MentionId } from '../model/id.ts';
import type { BlockNodes } from './block-nodes.ts';
import { draftEntity, type EntityDraft } from './entities.ts';
import { groupUnits } from './group-units.ts';
import type { NameFact, NameFacts } from './name-facts.ts';
import type { BlockNode, Profile } from './profile.ts';
import type { Member, Reading } from './reading.ts';
import { openScope } from './scope.ts';
import type { Word } from './stages/people-decide.ts';
import type { Unit } from './unit.ts';

/** What was decided of one component. The same object as long as it holds. */
export interface Decided {
  readonly members: readonly Member[];
  /** With the members of each, by their places. */
  readonly entities: readonly { readonly draft: EntityDraft; readonly group: readonly number[] }[];
  readonly decisions: readonly Decision[];
}

/** The entities of all components, one after the other. */
export function draftsOf(components: readonly Decided[]): EntityDraft[] {
  return components.flatMap(({ entities }) => entities.map(({ draft }) => draft));
}

interface Remembered extends Decided {
  readonly words: string;
  readonly asked: readonly NameFact[];
  readonly decidedIn: number;
}

export interface DecidedFolder {
  readonly components: readonly Decided[];
  /** Those words of people whose two mentions are in the folder. */
  readonly words: readonly Decision[];
}

/** @param words The last words of people, sorted. */
export type ComponentDecider = (readings: readonly Reading[], words: readonly Decision[], run: number) => DecidedFolder;

export function makeComponentDecider(facts: NameFacts, nodes: BlockNodes): ComponentDecider {
  let known = new Map<Unit, Remembered>();
  return (readings, words, run) => {
    const next = new Map<Unit, Remembered>();
    const places = words.length === 0 ? new Map<MentionId, Member>() : placesOf(readings, words);
    const components = componentsOf(readings, words, places, nodes).map((members): Remembered => {
      const first = unitOf(members[0] as Member);
      const own = words.length === 0 ? [] : wordsOn(members, words, places);
      const before = known.get(first);
      const holds = before !== undefined && stillHolds(before, members, JSON.stringify(own));
      const made = holds ? before : decide(members, own, facts, run);
      next.set(first, made);
      return made;
    });
    known = next;
    return { components, words: words.filter(({ left, right }) => places.has(left) && places.has(right)) };
  };
}

const unitOf = ({ reading, place }: Member): Unit => reading.units[place] as Unit;

function stillHolds(before: Remembered, members: readonly Member[], words: string): boolean {
  return (
    before.members.length === members.length &&
    before.words === words &&
    before.members.every((member, index) => member === members[index]) &&
    before.asked.every(({ changedAt }) => changedAt <= before.decidedIn)
  );
}

function decide(members: readonly Member[], words: readonly Word[], facts: NameFacts, run: number): Remembered {
  const said = JSON.stringify(words);
  const [only, second] = members;
  if (only !== undefined && second === undefined) {
    const entities = [{ draft: draftEntity([unitOf(only)]), group: ALONE }];
    return { members, entities, decisions: NOTHING, words: said, asked: NOTHING, decidedIn: run };
  }
  const { scope, asked } = openScope(members, facts);
  const { groups, decisions } = groupUnits(scope, words);
  const entities = groups.map((group) => ({
    draft: draftEntity(group.map((unit) => scope.units[unit] as Unit)),
    group,
  }));
  return { members, entities, decisions, words: said, asked: [...asked], decidedIn: run };
}

const ALONE: readonly number[] = [0];
const NOTHING: readonly never[] = [];

/** The members of each component, in the order of the documents; components by their first member. */
function componentsOf(
  readings: readonly Reading[],
  words: readonly Decision[],
  places: ReadonlyMap<MentionId, Member>,
  nodes: BlockNodes,
): readonly (readonly Member[])[] {
  const bare = new Map<Member, BlockNode>();
  const nodeOf = (member: Member): BlockNode => {
    const own = profileOf(member).node ?? bare.get(member) ?? nodes.makeBare();
    if (profileOf(member).node === null) bare.set(member, own);
    return own;
  };
  const links: (readonly [BlockNode, BlockNode])[] = [];
  for (const { stated, members } of readings) {
    for (const { left, right } of stated)
      links.push([nodeOf(members[left] as Member), nodeOf(members[right] as Member)]);
  }
  for (const { left, right, verdict } of words) {
    const [first, second] = [places.get(left), places.get(right)];
    if (verdict === 'same' && first && second) links.push([nodeOf(first), nodeOf(second)]);
  }
  const componentOf = nodes.components(usedNodes(readings, bare), links);
  const found: (Member[] | undefined)[] = [];
  const components: Member[][] = [];
  for (const { members } of readings) {
    for (const member of members) {
      const own = profileOf(member).node ?? bare.get(member);
      const component = own && componentOf(own);
      const known = component === undefined ? undefined : found[component];
      if (known !== undefined) known.push(member);
      else {
        const fresh = [member];
        components.push(fresh);
        if (component !== undefined) found[component] = fresh;
      }
    }
  }
  return components;
}

const profileOf = ({ reading, place }: Member): Profile => reading.profiles[place] as Profile;

function usedNodes(readings: readonly Reading[], bare: ReadonlyMap<Member, BlockNode>): readonly BlockNode[] {
  const used: BlockNode[] = [...bare.values()];
  const seen: boolean[] = [];
  for (const { profiles } of readings) {
    for (const { node } of profiles) {
      if (node === null || seen[node.index]) continue;
      seen[node.index] = true;
      used.push(node);
    }
  }
  return used;
}

/** Units of the mentions on which people decided. */
function placesOf(readings: readonly Reading[], words: readonly Decision[]): ReadonlyMap<MentionId, Member> {
  const wanted = new Set(words.flatMap(({ left, right }) => [left, right]));
  const places = new Map<MentionId, Member>();
  for (const reading of readings) {
    for (const [place, { mentions }] of reading.units.entries()) {
      for (const { id } of mentions) if (wanted.has(id)) places.set(id, reading.members[place] as Member);
    }
  }
  return places;
}

function wordsOn(
  members: readonly Member[],
  words: readonly Decision[],
  places: ReadonlyMap<MentionId, Member>,
): readonly Word[] {
  const indexOf = new Map(members.map((member, index) => [unitOf(member), index]));
  const index = (id: MentionId): number | undefined => {
    const member = places.get(id);
    return member && indexOf.get(unitOf(member));
  };
  return words.flatMap(({ left, right, verdict }) => {
    const [first, second] = [index(left), index(right)];
    return first === undefined || second === undefined ? [] : [{ left: first, right: second, verdict }];
  });
}
