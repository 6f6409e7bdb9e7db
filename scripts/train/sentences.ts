// Trains the sentence boundary classifier on ewt-train and gum-train: `tsx scripts/train/sentences.ts CORPORA_DIR`.
// Logistic regression by Adagrad in a fixed order of shuffles, so that two runs give equal bytes.
import { writeFileSync } from 'node:fs';
import { boundaryFeatures, isCandidate } from '../../src/extract/sentences/boundary-features.ts';
import { lineRanges } from '../../src/extract/sentences/split-sentences.ts';
import { splitTokens } from '../../src/extract/tokens/split-tokens.ts';
import { readTreebank, type TreebankDocument } from '../evaluate/corpora.ts';
import { makeRandom } from '../random.ts';

const EPOCHS = 4;
/** Weights are averaged over the epochs from this one on (Polyak 1992): steadier than the last step. */
const BURN_IN = 1;
const RATE = 0.15;
const RIDGE = 5e-3;
/** A feature seen fewer times than this in training is left out, and so is a weight nearer to 0 than LEAST_WEIGHT. */
const LEAST_COUNT = 3;
const LEAST_WEIGHT = 0.12;

interface Example {
  readonly features: readonly string[];
  readonly isBoundary: boolean;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the corpora: tsx scripts/train/sentences.ts DIR');
const examples = ['ewt-train', 'gum-train'].flatMap((name) => (readTreebank(folder, name) ?? []).flatMap(toExamples));
const weights = train(examples);
const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT).sort(([a], [b]) => (a < b ? -1 : 1));
const about = {
  about: 'Weights of the sentence boundary classifier (src/extract/sentences). Made by scripts/train/sentences.ts.',
  trainedOn: 'UD English EWT train (CC BY-SA 4.0) and UD English GUM train, permissive genres (CC BY 4.0)',
  examples: examples.length,
  weights: Object.fromEntries(kept.map(([name, weight]) => [name, Math.round(weight * 100) / 100])),
};
const target = new URL('../../data/models/sentence-boundaries.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(about, null, 1)}\n`);
process.stdout.write(`${examples.length} gaps, ${kept.length} weights\n`);

function toExamples({ document, sentences }: TreebankDocument): Example[] {
  const tokens = splitTokens(document.text);
  const reader = { text: document.text, tokens };
  const ends = new Set(sentences.map(({ end }) => end));
  const found: Example[] = [];
  for (const { first: lineFirst, last } of lineRanges(reader)) {
    let first = lineFirst;
    let openQuote = false;
    for (let index = lineFirst; index < last; index++) {
      if (document.text[tokens[index]?.start ?? 0] === '"') openQuote = !openQuote;
      const isBoundary = ends.has(tokens[index]?.end ?? -1);
      if (isCandidate(reader, index)) {
        const state = { sinceStart: index - first + 1, openQuote, toLineEnd: last - index };
        found.push({ features: boundaryFeatures(reader, index, state), isBoundary });
      }
      if (isBoundary) first = index + 1;
    }
  }
  return found;
}

function train(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  const sums = new Map<string, number>();
  const random = makeRandom(1);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    for (const place of order) {
      const example = examples[place];
      if (example === undefined) continue;
      const features = example.features.filter((name) => (counts.get(name) ?? 0) >= LEAST_COUNT);
      let score = 0;
      for (const name of features) score += weights.get(name) ?? 0;
      const error = 1 / (1 + Math.exp(-score)) - (example.isBoundary ? 1 : 0);
      for (const name of features) {
        const weight = weights.get(name) ?? 0;
        const gradient = error + RIDGE * weight;
        const square = (squares.get(name) ?? 0) + gradient * gradient;
        squares.set(name, square);
        weights.set(name, weight - (RATE * gradient) / Math.sqrt(square + 1e-6));
      }
    }
    if (epoch < BURN_IN) continue;
    for (const [name, weight] of weights) sums.set(name, (sums.get(name) ?? 0) + weight / (EPOCHS - BURN_IN));
  }
  return sums;
}
