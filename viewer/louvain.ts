// Communities by the Louvain method (Blondel et al. 2008) over flat columns, seeded and interruptible: a graph of objects
// for the usual library took longer to build than its groups to find. Modularity with resolution 1.
import { inStretches, type Work } from './slices.ts';

/** Lines between nodes 0 … count − 1; each pair at most once, none from a node to itself. */
export interface WeightedLines {
  readonly count: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float64Array;
}

/** Gains below this are rounding. */
const LEAST_GAIN = 1e-10;
/** Sweeps over all nodes on one level: each gains less than the one before. */
const MOST_SWEEPS = 20;

/** By node: its community, numbered from 0 without gaps. The same for equal lines and an equal source of chance. */
export function* findCommunities(lines: WeightedLines, chance: () => number): Work<Int32Array> {
  const of = Int32Array.from({ length: lines.count }, (_, node) => node);
  let level: Level = openLevel(lines, new Float64Array(lines.count));
  for (;;) {
    const { community, moved } = yield* moveNodes(level, chance);
    const number = renumber(community);
    for (let node = 0; node < of.length; node += 1) of[node] = community[of[node] as number] as number;
    if (!moved || number === level.count) return of;
    level = yield* merge(level, community, number);
  }
}

interface Level {
  readonly count: number;
  /** Neighbours of node i stand from `start[i]` on, with the weights of their lines. */
  readonly start: Int32Array;
  readonly near: Int32Array;
  readonly weight: Float64Array;
  /** Twice the weight of the lines inside what a node stands for. */
  readonly inner: Float64Array;
  /** Weight of all ends of lines at a node, those inside included. */
  readonly ends: Float64Array;
  readonly total: number;
}

function openLevel({ count, left, right, weight }: WeightedLines, inner: Float64Array): Level {
  const start = new Int32Array(count + 1);
  for (const end of left) start[end + 1] = (start[end + 1] as number) + 1;
  for (const end of right) start[end + 1] = (start[end + 1] as number) + 1;
  for (let node = 0; node < count; node += 1) start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const next = start.slice(0, count);
  const near = new Int32Array(left.length * 2);
  const weights = new Float64Array(left.length * 2);
  const ends = Float64Array.from(inner);
  const put = (one: number, other: number, heavy: number): void => {
    const at = next[one] as number;
    near[at] = other;
    weights[at] = heavy;
    next[one] = at + 1;
    ends[one] = (ends[one] as number) + heavy;
  };
  for (let line = 0; line < left.length; line += 1) {
    const [one, other, heavy] = [left[line] as number, right[line] as number, weight[line] as number];
    put(one, other, heavy);
    put(other, one, heavy);
  }
  return { count, start, near, weight: weights, inner, ends, total: ends.reduce((sum, end) => sum + end, 0) };
}

/** Moves each node to the neighbouring community that gains most, until no move gains. */
function* moveNodes({ count, start, near, weight, ends, total }: Level, chance: () => number) {
  const community = Int32Array.from({ length: count }, (_, node) => node);
  const sum = Float64Array.from(ends);
  /** Weight from the node at hand to each community, 0 but for those in `touched`. */
  const toward = new Float64Array(count);
  const order = shuffle(count, chance);
  let moved = false;
  const move = (node: number): boolean => {
    const own = community[node] as number;
    const touched: number[] = [];
    for (let at = start[node] as number; at < (start[node + 1] as number); at += 1) {
      const other = community[near[at] as number] as number;
      if (toward[other] === 0) touched.push(other);
      toward[other] = (toward[other] as number) + (weight[at] as number);
    }
    const end = ends[node] as number;
    sum[own] = (sum[own] as number) - end;
    let best = own;
    let most = (toward[own] as number) - ((sum[own] as number) * end) / total;
    for (const other of touched) {
      const gain = (toward[other] as number) - ((sum[other] as number) * end) / total;
      if (gain > most + LEAST_GAIN) [best, most] = [other, gain];
    }
    for (const other of touched) toward[other] = 0;
    sum[best] = (sum[best] as number) + end;
    community[node] = best;
    return best !== own;
  };
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let moves = 0;
    yield* inStretches(count, (from, to) => {
      for (let place = from; place < to; place += 1) if (move(order[place] as number)) moves += 1;
    });
    if (moves === 0) break;
    moved = true;
  }
  return { community, moved };
}

/** Numbers what occurs from 0 on, in order of first sight; returns how many there are. */
function renumber(community: Int32Array): number {
  const number = new Int32Array(community.length).fill(-1);
  let count = 0;
  for (let node = 0; node < community.length; node += 1) {
    const old = community[node] as number;
    if (number[old] === -1) {
      number[old] = count;
      count += 1;
    }
    community[node] = number[old] as number;
  }
  return count;
}

/** The next level: each community a node, lines between the same two added up. */
function* merge({ count, start, near, weight, inner }: Level, community: Int32Array, communities: number): Work<Level> {
  const innerOf = new Float64Array(communities);
  const heavy = new Map<number, number>();
  yield* inStretches(count, (from, to) => {
    for (let node = from; node < to; node += 1) {
      const one = community[node] as number;
      innerOf[one] = (innerOf[one] as number) + (inner[node] as number);
      for (let at = start[node] as number; at < (start[node + 1] as number); at += 1) {
        const other = community[near[at] as number] as number;
        if (one === other) innerOf[one] = (innerOf[one] as number) + (weight[at] as number);
        else if (one < other) {
          const key = one * communities + other;
          heavy.set(key, (heavy.get(key) ?? 0) + (weight[at] as number));
        }
      }
    }
  });
  const keys = [...heavy.keys()];
  return openLevel(
    {
      count: communities,
      left: Int32Array.from(keys, (key) => Math.floor(key / communities)),
      right: Int32Array.from(keys, (key) => key % communities),
      weight: Float64Array.from(heavy.values()),
    },
    innerOf,
  );
}

/** Fisher and Yates. */
function shuffle(count: number, chance: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, place) => place);
  for (let place = count - 1; place > 0; place -= 1) {
    const other = Math.floor(chance() * (place + 1));
    [order[place], order[other]] = [order[other] as number, order[place] as number];
  }
  return order;
}
