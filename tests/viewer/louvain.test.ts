// Communities: as good as those of graphology's own Louvain on random graphs, and the same at each call.
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { expect, it } from 'vitest';
import { makeRandom } from '../../scripts/random.ts';
import { findCommunities, type WeightedLines } from '../../viewer/louvain.ts';
import { finish } from '../../viewer/slices.ts';

/** Blocks of nodes with many lines inside and few between, and some nodes without any. */
function makeBlocks(blocks: number, size: number, seed: number): WeightedLines {
  const random = makeRandom(seed);
  const count = blocks * size + 3;
  const lines: [number, number, number][] = [];
  for (let one = 0; one < blocks * size; one += 1)
    for (let other = one + 1; other < blocks * size; other += 1) {
      const chance = Math.floor(one / size) === Math.floor(other / size) ? 0.6 : 0.03;
      if (random() < chance) lines.push([one, other, 1 + Math.floor(random() * 4)]);
    }
  return {
    count,
    left: Int32Array.from(lines, ([left]) => left),
    right: Int32Array.from(lines, ([, right]) => right),
    weight: Float64Array.from(lines, ([, , weight]) => weight),
  };
}

/** Newman's Q, straight from its definition. */
function modularity({ count, left, right, weight }: WeightedLines, community: ArrayLike<number>): number {
  const total = weight.reduce((sum, heavy) => sum + heavy, 0);
  const ends = new Map<number, number>();
  let inside = 0;
  left.forEach((one, line) => {
    const [a, b] = [community[one] as number, community[right[line] as number] as number];
    for (const each of [a, b]) ends.set(each, (ends.get(each) ?? 0) + (weight[line] as number));
    if (a === b) inside += weight[line] as number;
  });
  expect(community).toHaveLength(count);
  return inside / total - [...ends.values()].reduce((sum, end) => sum + (end / (2 * total)) ** 2, 0);
}

it('are as modular as those of graphology', () => {
  const scores = Array.from({ length: 60 }, (_, seed) => {
    const lines = makeBlocks(2 + (seed % 5), 4 + (seed % 11), seed);
    const ours = finish(findCommunities(lines, makeRandom(seed)));
    expect(finish(findCommunities(lines, makeRandom(seed)))).toEqual(ours);
    const graph = new UndirectedGraph();
    for (let node = 0; node < lines.count; node += 1) graph.addNode(node);
    lines.left.forEach((one, line) => void graph.addEdge(one, lines.right[line], { weight: lines.weight[line] }));
    const theirs = louvain(graph, { rng: makeRandom(seed), randomWalk: false });
    return {
      ours: modularity(lines, ours),
      theirs: modularity(
        lines,
        [...ours.keys()].map((node) => theirs[node] ?? -1),
      ),
    };
  });
  // Both are heuristics: on one graph either may be a little ahead, over many neither is.
  const mean = (name: 'ours' | 'theirs'): number => scores.reduce((sum, each) => sum + each[name], 0) / scores.length;
  expect(mean('ours')).toBeGreaterThan(mean('theirs') - 0.002);
  expect(mean('ours')).toBeGreaterThan(0.3);
});

it('leave lone nodes alone', () => {
  const found = finish(findCommunities(makeBlocks(2, 6, 7), makeRandom(1)));
  const lone = [...found.slice(12)];
  expect(new Set(lone).size).toBe(3);
  expect([...found.slice(0, 12)].some((community) => lone.includes(community))).toBe(false);
});
