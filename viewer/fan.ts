// The statements of one pair as parallel edges: which of them have a line of their own, and how far each line bends. Pure.

import type { Shown } from './facets.ts';
import type { Facts } from './facts.ts';

/** More lines between two names than these could not be told apart; the statements left over share the last one. */
const MOST_LINES = 9;
/** Shares of the length of a line: between two neighbours at their middle, and between the outermost ones at most. */
const APART = 0.1;
const SPREAD = 0.56;

export interface FanLine {
  /** What it stands for, the strongest first; more than one only where the statements outnumber the lines. */
  readonly claims: readonly number[];
  /** As `bend` takes it (curve.ts); 0 for straight. */
  readonly bend: number;
}

/** The strongest in the middle, the others in turn to its sides; a single statement is a straight line. */
export function fanOut(claims: readonly number[]): readonly FanLine[] {
  const count = Math.min(claims.length, MOST_LINES);
  const apart = Math.min(APART, SPREAD / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, rank) => ({
    claims: claims.slice(rank, rank === count - 1 ? undefined : rank + 1),
    bend: placeOf(rank, count) * apart,
  }));
}

/** Steps from the middle: 0, −1, 1, −2, 2 …, or −½, ½, −1½, 1½ … where no line can have the middle. */
function placeOf(rank: number, count: number): number {
  const odd = count % 2;
  const steps = odd === 1 ? Math.ceil(rank / 2) : Math.floor(rank / 2) + 0.5;
  return steps * (rank % 2 === odd ? -1 : 1);
}

/** Those statements of a pair that are shown, the strongest first; derived ones stand on others and come after. */
export function rankStatements({ pairs, payload }: Facts, shown: Shown, pair: number): readonly number[] {
  const { independentSources, confidence, derived } = payload.claims;
  const strength = (claim: number): number =>
    (independentSources[claim] ?? 0) + (confidence[claim] ?? 0) - (derived[claim] ?? 0);
  return pairs
    .claims(pair)
    .filter((claim) => shown.claims[claim] === 1)
    .sort((a, b) => strength(b) - strength(a));
}
