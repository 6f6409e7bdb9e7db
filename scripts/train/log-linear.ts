// Log-linear choice among options, fitted by marginal likelihood with a pull towards a prior, by Adam over all examples at once.

export type Weights = ReadonlyMap<string, number>;

/** One question. At least one option is right. */
export interface Example {
  readonly options: readonly { readonly features: readonly (readonly [string, number])[]; readonly isRight: boolean }[];
  readonly weight: number;
}

/** Of the squared distance from the prior, against one example. */
const PULL = 10;
const STEPS = 40;
/** Rates of the first part of the steps and of the rest. */
const RATES = [0.06, 0.02] as const;
const FIRST_PART = 0.6;

/** Weights that make the right options likely; deterministic. */
export function fitLogLinear(examples: readonly Example[], prior: Weights): Map<string, number> {
  const places = new Map<string, number>();
  const rows = examples.map(({ options, weight }) => ({
    weight,
    right: options.map(({ isRight }) => isRight),
    options: options.map(({ features }) =>
      features.map(([name, value]): readonly [number, number] => {
        const place = places.get(name) ?? places.size;
        places.set(name, place);
        return [place, value];
      }),
    ),
  }));
  const start = Float64Array.from(places.keys(), (name) => prior.get(name) ?? 0);
  const weights = start.slice();
  const [mean, square] = [new Float64Array(start.length), new Float64Array(start.length)];
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight, place) => PULL * (weight - (start[place] ?? 0)));
    for (const row of rows) addSlope(row, weights, slope);
    const rate = RATES[step <= STEPS * FIRST_PART ? 0 : 1];
    for (let place = 0; place < slope.length; place += 1) {
      const own = slope[place] ?? 0;
      mean[place] = 0.9 * (mean[place] ?? 0) + 0.1 * own;
      square[place] = 0.97 * (square[place] ?? 0) + 0.03 * own * own;
      const size = Math.sqrt((square[place] ?? 0) / (1 - 0.97 ** step)) + 1e-6;
      weights[place] = (weights[place] ?? 0) - (rate * (mean[place] ?? 0)) / (1 - 0.9 ** step) / size;
    }
  }
  return new Map([...places].map(([name, place]) => [name, weights[place] ?? 0]));
}

interface Row {
  readonly weight: number;
  readonly right: readonly boolean[];
  readonly options: readonly (readonly (readonly [number, number])[])[];
}

/** Adds the slope of -log(share of the right options). */
function addSlope({ options, right, weight }: Row, weights: Float64Array, slope: Float64Array): void {
  const scores = options.map((features) => {
    let score = 0;
    for (const [place, value] of features) score += (weights[place] ?? 0) * value;
    return score;
  });
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const good = shares.reduce((sum, share, place) => sum + (right[place] ? share : 0), 0) || 1e-12;
  for (const [option, features] of options.entries()) {
    const share = shares[option] ?? 0;
    const error = weight * (share / total - (right[option] ? share / good : 0));
    for (const [place, value] of features) slope[place] = (slope[place] ?? 0) + error * value;
  }
}
