// Groups of names that hang together more than with others: the Louvain method (Blondel et al. 2008), seeded. No page.
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Shown } from './facets.ts';
import type { Facts } from './facts.ts';
import { TYPE_COLORS } from './look.ts';

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
export function findGroups(facts: Facts, shown: Shown): Groups {
  const { left, right, claims } = facts.pairs;
  const graph = new UndirectedGraph();
  for (let pair = 0; pair < left.length; pair += 1) {
    if (shown.pairs[pair] !== 1 || left[pair] === right[pair]) continue;
    const weight = (claims[pair] ?? []).filter((claim) => shown.claims[claim] === 1).length;
    graph.mergeNode(`n${left[pair]}`);
    graph.mergeNode(`n${right[pair]}`);
    graph.addEdge(`n${left[pair]}`, `n${right[pair]}`, { weight });
  }
  const found = graph.size === 0 ? {} : louvain(graph, { rng: makeChance() });
  const members = new Map<number, number[]>();
  for (const [key, group] of Object.entries(found)) {
    const entity = Number(key.slice(1));
    const known = members.get(group);
    if (known === undefined) members.set(group, [entity]);
    else known.push(entity);
  }
  const ranked = [...members.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  const of = new Int32Array(facts.entityCount).fill(-1);
  ranked.forEach((entities, group) => {
    for (const entity of entities) of[entity] = group;
  });
  const list = ranked.map((entities) => ({ members: entities.length, centre: centreOf(graph, entities) }));
  const own = list.filter(({ members }, group) => members >= FEWEST && group < OWN_COLOURS).length;
  return { of, list, own };
}

function centreOf(graph: UndirectedGraph, entities: readonly number[]): number {
  return entities.reduce((best, entity) => (graph.degree(`n${entity}`) > graph.degree(`n${best}`) ? entity : best));
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
