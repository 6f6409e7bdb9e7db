// The folder taken apart into components that cannot meet. Remembers what was decided, and decides again only where a unit,
// a word of people or a name that was asked for has changed.
import type { Decision } from '../model/graph.ts';
import type { MentionId } from '../model/id.ts';
import type { BlockNodes } from './block-nodes.ts';
import type { Decided, DecidedFolder } from './decided.ts';
import { draftEntity } from './entities.ts';
import type { FolderReading } from './folder.ts';
import { groupUnits } from './group-units.ts';
import { type Bearers, bySeat, makeMemberIndex } from './member-index.ts';
import type { NameFact, NameFacts } from './name-facts.ts';
import type { Member, Reading } from './reading.ts';
import { keepDecisions, keepDrafts } from './same-again.ts';
import { openScope } from './scope.ts';
import type { Word } from './stages/people-decide.ts';
import type { Unit } from './unit.ts';

interface Remembered extends Decided {
  /** Of how many sets of names the members are the bearers. */
  readonly nameCount: number;
  readonly words: string;
  readonly asked: readonly NameFact[];
  readonly decidedIn: number;
}

/** @param words The last words of people, sorted. */
export type ComponentDecider = (folder: FolderReading, words: readonly Decision[], run: number) => DecidedFolder;

export function makeComponentDecider(facts: NameFacts, nodes: BlockNodes): ComponentDecider {
  const index = makeMemberIndex<Remembered>(nodes);
  return (folder, words, run) => {
    const left = new Set(index.update(folder));
    const came: Decided[] = [];
    const places = placesOf(folder.readings, words);
    const joined = words.flatMap((word) => {
      const [one, other] = [places.get(word.left), places.get(word.right)];
      return word.verdict === 'same' && one && other ? [[one, other] as const] : [];
    });
    const components = index.components(joined);
    const wordsIn = wordsByComponent(components, words, places, index.bearersOf);
    for (const component of components) {
      const own = wordsIn.get(component) ?? NOTHING;
      const said = JSON.stringify(own);
      if (stillHolds(component, said)) continue;
      const before = new Set(component.flatMap(({ decided }) => decided ?? []));
      for (const decided of before) left.add(decided);
      const made = decide(component, { own, said, before: [...before] }, facts, run);
      for (const bearers of component) {
        bearers.decided = made;
        bearers.isChanged = false;
      }
      came.push(made);
    }
    return { came, left: [...left], words: words.filter((word) => places.has(word.left) && places.has(word.right)) };
  };
}

type Component = readonly Bearers<Remembered>[];

function stillHolds(component: Component, said: string): boolean {
  const before = component[0]?.decided ?? null;
  return (
    before !== null &&
    before.nameCount === component.length &&
    before.words === said &&
    component.every(({ decided, isChanged }) => decided === before && !isChanged) &&
    before.asked.every(({ changedAt }) => changedAt <= before.decidedIn)
  );
}

interface Given {
  readonly own: readonly Decision[];
  readonly said: string;
  /** What was decided of some of the members before. */
  readonly before: readonly Decided[];
}

function decide(component: Component, { own, said, before }: Given, facts: NameFacts, run: number): Remembered {
  const members = membersOf(component);
  const base = { members, nameCount: component.length, words: said, decidedIn: run };
  const [only, second] = members;
  if (only !== undefined && second === undefined) {
    const entities = keepDrafts([{ draft: draftEntity([unitOf(only)]), group: ALONE }], before);
    return { ...base, entities, decisions: NOTHING, asked: NOTHING };
  }
  const { scope, asked } = openScope(members, facts);
  const { groups, decisions } = groupUnits(scope, wordsOn(members, own));
  const entities = groups.map((group) => ({
    draft: draftEntity(group.map((unit) => scope.units[unit] as Unit)),
    group,
  }));
  return {
    ...base,
    entities: keepDrafts(entities, before),
    decisions: keepDecisions(decisions, before),
    asked: [...asked],
  };
}

const ALONE: readonly number[] = [0];
const NOTHING: readonly never[] = [];

const unitOf = ({ reading, place }: Member): Unit => reading.units[place] as Unit;

function membersOf(component: Component): readonly Member[] {
  const [only, second] = component;
  if (only !== undefined && second === undefined) return only.members;
  return component.flatMap(({ members }) => members).sort(bySeat);
}

/** Units of the mentions on which people decided. */
function placesOf(readings: readonly Reading[], words: readonly Decision[]): ReadonlyMap<MentionId, Member> {
  const places = new Map<MentionId, Member>();
  if (words.length === 0) return places;
  const wanted = new Set(words.flatMap(({ left, right }) => [left, right]));
  for (const reading of readings) {
    for (const [place, { mentions }] of reading.units.entries()) {
      for (const { id } of mentions) if (wanted.has(id)) places.set(id, reading.members[place] as Member);
    }
  }
  return places;
}

/** The words on two members of one component, in their order. */
function wordsByComponent(
  components: readonly Component[],
  words: readonly Decision[],
  places: ReadonlyMap<MentionId, Member>,
  bearersOf: (member: Member) => Bearers<Remembered>,
): ReadonlyMap<Component, readonly Decision[]> {
  const found = new Map<Component, Decision[]>();
  if (words.length === 0) return found;
  const homes = new Map(components.flatMap((component) => component.map((bearers) => [bearers, component] as const)));
  const homeOf = (id: MentionId): Component | undefined => {
    const member = places.get(id);
    return member && homes.get(bearersOf(member));
  };
  for (const word of words) {
    const home = homeOf(word.left);
    if (home !== undefined && home === homeOf(word.right)) found.set(home, [...(found.get(home) ?? []), word]);
  }
  return found;
}

/** The words as they bear on the places of the members. */
function wordsOn(members: readonly Member[], words: readonly Decision[]): readonly Word[] {
  if (words.length === 0) return NOTHING;
  const places = new Map(
    members.flatMap((member, place) => unitOf(member).mentions.map(({ id }) => [id, place] as const)),
  );
  return words.flatMap(({ left, right, verdict }) => {
    const [first, second] = [places.get(left), places.get(right)];
    return first === undefined || second === undefined ? [] : [{ left: first, right: second, verdict }];
  });
}
