// Logistic regression pulled towards given weights, by Newton's method with halved steps.

export interface Sample {
  readonly signs: readonly number[];
  readonly right: boolean;
  /** How often it counts. */
  readonly weight: number;
}

export interface Curve {
  readonly weights: readonly number[];
  readonly offset: number;
}

/** Pull on the offset, which each group must find for itself. */
const OFFSET_PULL = 0.05;

/** The curve chance = sigmoid(weights · signs + offset) with the highest posterior; `signPull`: inverse variance of the weights around `start`. */
export function fitLogistic(samples: readonly Sample[], start: Curve, signPull: number): Curve {
  const width = start.weights.length + 1;
  const prior = [...start.weights, start.offset];
  const pull: readonly number[] = prior.map((_, place) => (place === width - 1 ? OFFSET_PULL : signPull));
  const rows = samples.map((sample) => ({ ...sample, signs: [...sample.signs, 1] }));
  const weights = fitTowards(rows, prior, pull);
  return { weights: weights.slice(0, -1), offset: weights.at(-1) ?? 0 };
}

/** The weights whose chance = sigmoid(weights · signs) fits best, each pulled towards its prior by half its pull × distance². */
export function fitTowards(
  samples: readonly Sample[],
  prior: readonly number[],
  pull: readonly number[],
): readonly number[] {
  const cost = (weights: readonly number[]): number =>
    samples.reduce(
      (sum, { signs: row, right, weight }) => {
        const logit = dot(row, weights);
        return sum + weight * (Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - (right ? logit : 0));
      },
      weights.reduce((sum, weight, place) => sum + ((pull[place] ?? 0) / 2) * (weight - (prior[place] ?? 0)) ** 2, 0),
    );
  let weights: readonly number[] = prior;
  for (let step = 0; step < 50; step += 1) {
    const slope = weights.map((weight, place) => (pull[place] ?? 0) * (weight - (prior[place] ?? 0)));
    const curve = pull.map((value, place): number[] => prior.map((_, other) => (place === other ? value : 0)));
    for (const { signs: row, right, weight } of samples) {
      const chance = 1 / (1 + Math.exp(-dot(row, weights)));
      for (const [place, value] of row.entries()) {
        slope[place] = (slope[place] ?? 0) + weight * (chance - (right ? 1 : 0)) * value;
        const line = curve[place] ?? [];
        for (const [other, second] of row.entries())
          line[other] = (line[other] ?? 0) + weight * chance * (1 - chance) * value * second;
      }
    }
    let move = solve(curve, slope);
    const moved = (): number[] => weights.map((weight, place) => weight - (move[place] ?? 0));
    while (cost(moved()) > cost(weights) && size(move) > 1e-9) move = move.map((value) => value / 2);
    weights = moved();
    if (size(move) < 1e-9) break;
  }
  return weights;
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, place) => sum + value * (right[place] ?? 0), 0);
}

function size(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}

/** Gaussian elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0]);
  for (const [place, pivot] of rows.entries()) {
    for (const [other, row] of rows.entries()) {
      const factor = other === place ? 0 : (row[place] ?? 0) / (pivot[place] ?? 1);
      for (let column = place; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, place) => (row.at(-1) ?? 0) / (row[place] ?? 1));
}
