// Maximum spanning arborescence with one root (Chu and Liu 1965; Edmonds 1967; McDonald et al. 2005).
import { argMax } from './arg-max.ts';

const NEVER = -1e9;

/**
 * Heads of the best tree over words 0 … size-1 with exactly one root.
 * `score(word, head)`: head 0 is the root, head h is word h - 1. Gives the index of each head word, -1 for the root.
 */
export function bestTree(size: number, score: (word: number, head: number) => number): number[] {
  const weights: number[][] = [];
  for (let node = 0; node <= size; node += 1) {
    const row: number[] = [];
    for (let head = 0; head <= size; head += 1) row.push(node === 0 || node === head ? NEVER : score(node - 1, head));
    weights.push(row);
  }
  const free = arborescence(weights);
  const roots = free.flatMap((head, node) => (node > 0 && head === 0 ? [node] : []));
  const heads = roots.length === 1 ? free : bestSingleRoot(weights, roots);
  return heads.slice(1).map((head) => head - 1);
}

/** Tries each word that the free tree hangs on the root as the only one. */
function bestSingleRoot(weights: readonly number[][], roots: readonly number[]): number[] {
  let best: number[] = [];
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const single = weights.map((row, node) =>
      row.map((weight, head) => (head === 0 && node !== root ? NEVER : weight)),
    );
    const heads = arborescence(single);
    const total = heads.reduce((sum, head, node) => (node === 0 ? sum : sum + (single[node]?.[head] ?? NEVER)), 0);
    if (total > bestScore) [best, bestScore] = [heads, total];
  }
  return best;
}

/** Best head of each node (node 0 is the root and has none): greedy, then each cycle is contracted and solved again. */
function arborescence(weights: readonly number[][]): number[] {
  const heads = weights.map((row, node) => (node === 0 ? -1 : argMax(row)));
  const cycle = findCycle(heads);
  if (cycle.length === 0) return heads;
  const inCycle = new Set(cycle);
  const outside = weights.flatMap((_, node) => (inCycle.has(node) ? [] : [node]));
  const weight = (node: number, head: number): number => weights[node]?.[head] ?? NEVER;
  const exit = outside.map((node) =>
    cycle.reduce((best, head) => (weight(node, head) > weight(node, best) ? head : best)),
  );
  const gain = (node: number, head: number): number => weight(node, head) - weight(node, heads[node] ?? 0);
  const entry = outside.map((head) =>
    cycle.reduce((best, node) => (gain(node, head) > gain(best, head) ? node : best)),
  );
  const contracted = outside.map((node, row) => [
    ...outside.map((head) => weight(node, head)),
    node === 0 ? NEVER : weight(node, exit[row] ?? 0),
  ]);
  contracted.push([...outside.map((head, column) => gain(entry[column] ?? 0, head)), NEVER]);
  const inner = arborescence(contracted);
  for (const [row, node] of outside.entries()) {
    if (node === 0) continue;
    const head = inner[row] ?? 0;
    heads[node] = head === outside.length ? (exit[row] ?? 0) : (outside[head] ?? 0);
  }
  const from = inner[outside.length] ?? 0;
  heads[entry[from] ?? 0] = outside[from] ?? 0;
  return heads;
}

/** The nodes of one cycle, or none. */
function findCycle(heads: readonly number[]): number[] {
  const seen = new Int32Array(heads.length); // 0 new, n visited on walk n
  for (let start = 1; start < heads.length; start += 1) {
    let node = start;
    while (node > 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] ?? 0;
    }
    if (node <= 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] ?? 0; next !== node; next = heads[next] ?? 0) cycle.push(next);
    return cycle;
  }
  return [];
}
