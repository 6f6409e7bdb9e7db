// Platt scaling (Platt 1999): scale and offset of a logistic curve over a score, by Newton's method with halved steps.

export interface Sample {
  readonly score: number;
  readonly right: boolean;
}

/** chance = sigmoid(scale · score + offset), the most likely one with a weak pull towards (1, 0). */
export function fitLogistic(samples: readonly Sample[]): { readonly scale: number; readonly offset: number } {
  const pull = 0.05;
  let [scale, offset] = [1, 0];
  const cost = (a: number, b: number): number =>
    samples.reduce(
      (sum, { score, right }) => {
        const logit = a * score + b;
        return sum + Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - (right ? logit : 0);
      },
      (pull / 2) * ((a - 1) ** 2 + b ** 2),
    );
  for (let step = 0; step < 50; step += 1) {
    const [slope, curve] = derivatives(samples, scale, offset);
    slope[0] += pull * (scale - 1);
    slope[1] += pull * offset;
    const [aa, ab, bb] = [curve[0] + pull, curve[1], curve[2] + pull];
    const determinant = aa * bb - ab * ab;
    let moveA = -(bb * slope[0] - ab * slope[1]) / determinant;
    let moveB = -(aa * slope[1] - ab * slope[0]) / determinant;
    while (cost(scale + moveA, offset + moveB) > cost(scale, offset) && Math.abs(moveA) + Math.abs(moveB) > 1e-9)
      [moveA, moveB] = [moveA / 2, moveB / 2];
    [scale, offset] = [scale + moveA, offset + moveB];
    if (Math.abs(moveA) + Math.abs(moveB) < 1e-9) break;
  }
  return { scale, offset };
}

/** First and second derivatives of the negative log-likelihood. */
function derivatives(
  samples: readonly Sample[],
  scale: number,
  offset: number,
): [[number, number], [number, number, number]] {
  const slope: [number, number] = [0, 0];
  const curve: [number, number, number] = [0, 0, 0];
  for (const { score, right } of samples) {
    const chance = 1 / (1 + Math.exp(-(scale * score + offset)));
    const error = chance - (right ? 1 : 0);
    const weight = chance * (1 - chance);
    slope[0] += error * score;
    slope[1] += error;
    curve[0] += weight * score * score;
    curve[1] += weight * score;
    curve[2] += weight;
  }
  return [slope, curve];
}
