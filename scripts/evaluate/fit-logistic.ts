// Logistic regression with a weak pull towards a prior, by Newton's method with halved steps (Platt 1999 for one score).

export interface Sample {
  /** The first is the score of a head; the others are signs beside it. */
  readonly signs: readonly number[];
  readonly right: boolean;
}

/** Pull of scale and offset towards 1 and 0, and of the weights of the other signs towards 0. */
const PULL = { score: 0.05, sign: 1 } as const;

/** `weights` for the signs, then the offset: chance = sigmoid(weights · signs + offset). */
export function fitLogistic(samples: readonly Sample[]): {
  readonly weights: readonly number[];
  readonly offset: number;
} {
  const width = (samples[0]?.signs.length ?? 1) + 1;
  const prior = Array.from({ length: width }, (_, place) => (place === 0 ? 1 : 0));
  const pull: readonly number[] = prior.map((_, place) =>
    place === 0 || place === width - 1 ? PULL.score : PULL.sign,
  );
  const weights = fitTowards(
    samples.map(({ signs, right }) => ({ signs: [...signs, 1], right })),
    prior,
    pull,
  );
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
      (sum, { signs: row, right }) => {
        const logit = dot(row, weights);
        return sum + Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - (right ? logit : 0);
      },
      weights.reduce((sum, weight, place) => sum + ((pull[place] ?? 0) / 2) * (weight - (prior[place] ?? 0)) ** 2, 0),
    );
  let weights: readonly number[] = prior;
  for (let step = 0; step < 50; step += 1) {
    const slope = weights.map((weight, place) => (pull[place] ?? 0) * (weight - (prior[place] ?? 0)));
    const curve = pull.map((value, place): number[] => prior.map((_, other) => (place === other ? value : 0)));
    for (const { signs: row, right } of samples) {
      const chance = 1 / (1 + Math.exp(-dot(row, weights)));
      for (const [place, value] of row.entries()) {
        slope[place] = (slope[place] ?? 0) + (chance - (right ? 1 : 0)) * value;
        const line = curve[place] ?? [];
        for (const [other, second] of row.entries())
          line[other] = (line[other] ?? 0) + chance * (1 - chance) * value * second;
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
