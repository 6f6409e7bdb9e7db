// The weights of the decision on antecedents: a log-linear model over names of features.
import { readFileSync } from 'node:fs';

export interface LinkWeights {
  /** A feature that is not listed weighs nothing. */
  readonly weights: ReadonlyMap<string, number>;
  /** Added to a name's or nominal's joining against opening an entity: the measures ask for more links than the likeliest ones. */
  readonly pull: number;
}

/** Fitted by scripts/train/coreference.ts. */
export const LINK_WEIGHTS: LinkWeights = readWeights();

function readWeights(): LinkWeights {
  const file = new URL('../../../data/models/coreference-links.json', import.meta.url);
  const { weights, pull } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly weights: Readonly<Record<string, number>>;
    readonly pull: number;
  };
  return { weights: new Map(Object.entries(weights)), pull };
}
