// Log-linear choice among options, fitted by marginal likelihood with a pull towards a prior, by Adam over all examples at once.

export type Weights = ReadonlyMap<string, number>;

/** One question. At least one option is right. */
export interface Example {
  readonly options: readonly Option[];
  readonly weight: number;
}

interface Option {
  /** Features by their places, and the value of each. */
  readonly places: Int32Array;
  readonly values: Float64Array;
  readonly isRight: boolean;
}

/** An option to choose, numbers in the place of names: a corpus has millions of them. `places` grows by the names not met yet. */
export function makeOption(
  features: readonly (readonly [name: string, value: number])[],
  isRight: boolean,
  places: Map<string, number>,
): Option {
  return {
    places: Int32Array.from(features, ([name]) => {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return place;
    }),
    values: Float64Array.from(features, ([, value]) => value),
    isRight,
  };
}

/** Of the squared distance from the prior, against one example. */
const PULL = 3;
const STEPS = 60;
/** Rates of the first part of the steps and of the rest. */
const RATES = [0.06, 0.02] as const;
const FIRST_PART = 0.6;

/** Weights that make the right options likely, by names; deterministic. */
export function fitLogLinear(
  examples: readonly Example[],
  places: ReadonlyMap<string, number>,
  prior: Weights,
): Map<string, number> {
  const start = Float64Array.from(places.keys(), (name) => prior.get(name) ?? 0);
  const weights = start.slice();
  const [mean, square] = [new Float64Array(start.length), new Float64Array(start.length)];
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight, place) => PULL * (weight - (start[place] ?? 0)));
    for (const example of examples) addSlope(example, weights, slope);
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

/** Adds the slope of -log(share of the right options). */
function addSlope({ options, weight }: Example, weights: Float64Array, slope: Float64Array): void {
  const scores = options.map(({ places, values }) => {
    let score = 0;
    for (let at = 0; at < places.length; at += 1) score += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
    return score;
  });
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const good = shares.reduce((sum, share, place) => sum + (options[place]?.isRight ? share : 0), 0) || 1e-12;
  for (const [option, { places, values, isRight }] of options.entries()) {
    const share = shares[option] ?? 0;
    const error = weight * (share / total - (isRight ? share / good : 0));
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      slope[place] = (slope[place] ?? 0) + error * (values[at] ?? 0);
    }
  }
}
