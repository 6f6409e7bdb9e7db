// One number added to log-odds so that they tell the truth, held back by a prior where there is little to learn from.

/** Strength of the prior, as the inverse of its variance in log-odds: about as much as four judgements. */
const PULL = 1;

/** The offset with the highest posterior under a normal prior around `start`, by Newton's method; the cost is convex. */
export function fitOffset(
  judgements: readonly { readonly logit: number; readonly right: boolean; readonly weight?: number }[],
  start: number,
): number {
  let offset = start;
  for (let round = 0; round < 50; round += 1) {
    let slope = PULL * (offset - start);
    let curve = PULL;
    for (const { logit, right, weight = 1 } of judgements) {
      const chance = 1 / (1 + Math.exp(-(logit + offset)));
      slope += weight * (chance - (right ? 1 : 0));
      curve += weight * chance * (1 - chance);
    }
    const move = Math.max(-1, Math.min(1, slope / curve)); // a full step may overshoot where all chances are near 1
    offset -= move;
    if (Math.abs(move) < 1e-9) break;
  }
  return offset;
}
