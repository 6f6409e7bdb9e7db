// CoNLL coreference scores (Pradhan et al. 2014): MUC, B³ and CEAF with φ4, recall and precision summed over documents.

/** One cluster: keys of its mentions, such as `12:20`. */
export type Cluster = ReadonlySet<string>;

/** Numerators and denominators of one document, for each of MUC, B³, CEAF. */
export interface CoreferenceCounts {
  readonly recalled: readonly [number, number, number];
  readonly gold: readonly [number, number, number];
  readonly precise: readonly [number, number, number];
  readonly found: readonly [number, number, number];
}

/** `withSingletons` false: clusters of one mention are left out on both sides, as in the CoNLL task. */
export function countCoreference(
  allGold: readonly Cluster[],
  allFound: readonly Cluster[],
  withSingletons = false,
): CoreferenceCounts {
  const keep = ({ size }: Cluster): boolean => withSingletons || size > 1;
  const [gold, found] = [allGold.filter(keep), allFound.filter(keep)];
  const [mucRecalled, mucGold] = countMuc(gold, found);
  const [mucPrecise, mucFound] = countMuc(found, gold);
  const [cubeRecalled, cubeGold] = countCubed(gold, found);
  const [cubePrecise, cubeFound] = countCubed(found, gold);
  const similarity = countCeaf(gold, found);
  return {
    recalled: [mucRecalled, cubeRecalled, similarity],
    gold: [mucGold, cubeGold, gold.length],
    precise: [mucPrecise, cubePrecise, similarity],
    found: [mucFound, cubeFound, found.length],
  };
}

/** Mean of the three F1 scores in per cent. */
export function conllScore(documents: readonly CoreferenceCounts[]): number {
  const scores = [0, 1, 2].map((metric) => {
    const sum = (part: keyof CoreferenceCounts) =>
      documents.reduce((total, counts) => total + (counts[part][metric] ?? 0), 0);
    const recall = sum('recalled') / Math.max(1e-9, sum('gold'));
    const precision = sum('precise') / Math.max(1e-9, sum('found'));
    return (200 * recall * precision) / Math.max(1e-9, recall + precision);
  });
  return scores.reduce((total, score) => total + score, 0) / scores.length;
}

/** Links of `left` that `right` keeps, and all links of `left` (Vilain et al. 1995). */
function countMuc(left: readonly Cluster[], right: readonly Cluster[]): [number, number] {
  const where = indexClusters(right);
  let [kept, total] = [0, 0];
  for (const cluster of left) {
    const parts = new Set([...cluster].map((mention) => where.get(mention) ?? mention));
    kept += cluster.size - parts.size;
    total += cluster.size - 1;
  }
  return [kept, total];
}

/** Bagga and Baldwin 1998. */
function countCubed(left: readonly Cluster[], right: readonly Cluster[]): [number, number] {
  const where = indexClusters(right);
  let [kept, total] = [0, 0];
  for (const cluster of left) {
    const shared = new Map<number, number>();
    for (const mention of cluster) {
      const other = where.get(mention);
      if (other !== undefined) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const count of shared.values()) kept += count ** 2 / cluster.size;
    total += cluster.size;
  }
  return [kept, total];
}

/** Similarity φ4 of the best one-to-one assignment (Luo 2005). */
function countCeaf(gold: readonly Cluster[], found: readonly Cluster[]): number {
  const size = Math.max(gold.length, found.length);
  const similarity = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => phi4(gold[row], found[column])),
  );
  return bestAssignment(similarity);
}

function phi4(one: Cluster | undefined, other: Cluster | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const shared = [...one].filter((mention) => other.has(mention)).length;
  return (2 * shared) / (one.size + other.size);
}

function indexClusters(clusters: readonly Cluster[]): Map<string, number> {
  return new Map(clusters.flatMap((cluster, number) => [...cluster].map((mention) => [mention, number] as const)));
}

/** Highest sum of one cell a row and column of a square matrix (Hungarian method, Kuhn 1955, O(n³)). */
export function bestAssignment(gains: readonly (readonly number[])[]): number {
  const size = gains.length;
  const cost = (row: number, column: number): number => -(gains[row - 1]?.[column - 1] ?? 0);
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1); // of each column; 0 = free
  for (let row = 1; row <= size; row += 1) {
    const slack = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(size + 1);
    const from = new Int32Array(size + 1);
    rowOf[0] = row;
    let column = 0;
    while (rowOf[column] !== 0) {
      used[column] = 1;
      const current = rowOf[column] ?? 0;
      let [step, next] = [Number.POSITIVE_INFINITY, 0];
      for (let other = 1; other <= size; other += 1) {
        if (used[other] === 1) continue;
        const reduced = cost(current, other) - (rowPotential[current] ?? 0) - (columnPotential[other] ?? 0);
        if (reduced < (slack[other] ?? 0)) {
          slack[other] = reduced;
          from[other] = column;
        }
        if ((slack[other] ?? 0) < step) [step, next] = [slack[other] ?? 0, other];
      }
      for (let other = 0; other <= size; other += 1) {
        if (used[other] === 1) {
          const assigned = rowOf[other] ?? 0;
          rowPotential[assigned] = (rowPotential[assigned] ?? 0) + step;
          columnPotential[other] = (columnPotential[other] ?? 0) - step;
        } else slack[other] = (slack[other] ?? 0) - step;
      }
      column = next;
    }
    while (column !== 0) {
      const before = from[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  let total = 0;
  for (let column = 1; column <= size; column += 1) total += gains[(rowOf[column] ?? 1) - 1]?.[column - 1] ?? 0;
  return total;
}
