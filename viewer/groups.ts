// Groups of names that hang together more than with others, the largest first, each with its middle. No page.
import type { Shown } from './facets.ts';
import type { Facts } from './facts.ts';
import { TYPE_COLORS } from './look.ts';
import { findCommunities, type WeightedLines } from './louvain.ts';
import type { Work } from './slices.ts';

export interface Group {
  readonly members: number;
  /** The member with the most neighbours, by whose name people know the group. */
  readonly centre: number;
}

export interface Groups {
  /** By entity: place among the groups; -1 for what has no shown relation. */
  readonly of: Int32Array;
  /** The largest first. */
  readonly list: readonly Group[];
  /** Groups with a colour of their own: so many of the first. */
  readonly own: number;
}

/** The last colour is shared by all groups that are too small for one of their own. */
export const OWN_COLOURS = TYPE_COLORS - 1;
/** Two names that only have each other are no group to be told apart. */
const FEWEST = 3;

/** Equal facts and equal filters give equal groups. Weight of a line: its shown claims. */
export function* findGroups(facts: Facts, shown: Shown): Work<Groups> {
  const lines = shownLines(facts, shown);
  const community = yield* findCommunities(lines, makeChance());
  const degree = new Int32Array(facts.entityCount);
  for (const ends of [lines.left, lines.right]) for (const end of ends) degree[end] = (degree[end] as number) + 1;
  /** By community: its members with a line, and the one with the most. */
  const members = new Int32Array(facts.entityCount);
  const centre = new Int32Array(facts.entityCount).fill(-1);
  for (let entity = 0; entity < facts.entityCount; entity += 1) {
    if (degree[entity] === 0) continue;
    const group = community[entity] as number;
    members[group] = (members[group] as number) + 1;
    const best = centre[group] as number;
    if (best < 0 || (degree[entity] as number) > (degree[best] as number)) centre[group] = entity;
  }
  const ranked = [...centre.keys()].filter((group) => centre[group] !== -1);
  ranked.sort(
    (a, b) => (members[b] as number) - (members[a] as number) || (centre[a] as number) - (centre[b] as number),
  );
  const place = new Int32Array(facts.entityCount).fill(-1);
  ranked.forEach((group, rank) => {
    place[group] = rank;
  });
  const of = Int32Array.from(community, (group, entity) => (degree[entity] === 0 ? -1 : (place[group] as number)));
  const list = ranked.map((group) => ({ members: members[group] as number, centre: centre[group] as number }));
  const own = list.filter((group, rank) => group.members >= FEWEST && rank < OWN_COLOURS).length;
  return { of, list, own };
}

function shownLines({ pairs, entityCount }: Facts, shown: Shown): WeightedLines {
  const drawn: number[] = [];
  for (let pair = 0; pair < pairs.left.length; pair += 1)
    if (shown.pairs[pair] === 1 && pairs.left[pair] !== pairs.right[pair]) drawn.push(pair);
  const weight = (pair: number): number => {
    let count = 0;
    for (let at = pairs.start[pair] as number; at < (pairs.start[pair + 1] as number); at += 1)
      count += shown.claims[pairs.list[at] as number] as number;
    return count;
  };
  return {
    count: entityCount,
    left: Int32Array.from(drawn, (pair) => pairs.left[pair] as number),
    right: Int32Array.from(drawn, (pair) => pairs.right[pair] as number),
    weight: Float64Array.from(drawn, weight),
  };
}

/** Place among the colours: the largest groups have their own, the rest and lone names the last. */
export function groupColour({ of, own }: Groups, entity: number): number {
  const group = of[entity] ?? -1;
  return group < 0 || group >= own ? OWN_COLOURS : group;
}

/** Mulberry32 with a fixed seed: the same picture has the same groups at each visit. */
function makeChance(): () => number {
  let state = 0x5eed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
