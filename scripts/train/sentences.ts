// Trains the sentence boundary classifier on ewt-train and gum-train: `tsx scripts/train/sentences.ts CORPORA_DIR`.
// Logistic regression by Adagrad in a fixed order of shuffles, so that two runs give equal bytes.
import { writeFileSync } from 'node:fs';
import { boundaryFeatures } from '../../src/extract/sentences/boundary-features.ts';
import { isCandidate, makeReader, walkGaps } from '../../src/extract/sentences/gaps.ts';
import { splitTokens } from '../../src/extract/tokens/split-tokens.ts';
import { readTreebank, type TreebankDocument } from '../evaluate/corpora.ts';
import { makeRandom } from '../random.ts';
import { countWordClasses } from './word-classes.ts';

const EPOCHS = 4;
/** Weights are averaged over the epochs from this one on (Polyak 1992): steadier than the last step. */
const BURN_IN = 1;
const RATE = 0.15;
const RIDGE = 1e-2;
/** A feature seen fewer times than this in training is left out. */
const LEAST_COUNT = 5;
/** So is a weight nearer to 0. Their sum counts: at 0.2 a point of sentence F1 is lost. */
const LEAST_WEIGHT = 0.05;

interface Example {
  readonly features: readonly string[];
  readonly isBoundary: boolean;
}

interface Row {
  readonly places: readonly number[];
  /** 1 for a boundary, else 0. */
  readonly target: number;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the corpora: tsx scripts/train/sentences.ts DIR');
const documents = ['ewt-train', 'gum-train'].flatMap((name) => readTreebank(folder, name) ?? []);
const classes = countWordClasses(documents);
const examples = documents.flatMap(toExamples);
const weights = [...train(examples)]
  .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
  .map(([name, weight]) => [name, Math.round(weight * 100)] as const)
  .sort(([a, left], [b, right]) => left - right || (a < b ? -1 : 1));
const about = {
  about: 'Weights of the sentence boundary classifier (src/extract/sentences). Made by scripts/train/sentences.ts.',
  trainedOn: 'UD English EWT train (CC BY-SA 4.0) and UD English GUM train, permissive genres (CC BY 4.0)',
  examples: examples.length,
  classes: listByValue(classes, ' '),
  weights: listByValue(weights, '\n'),
};
const target = new URL('../../data/models/sentence-boundaries.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(about)}\n`);
process.stdout.write(`${examples.length} gaps, ${classes.size} words, ${weights.length} weights\n`);

/** For each value what bears it, in one string: parsed in a tenth of the time of a list. */
function listByValue(pairs: Iterable<readonly [string, string | number]>, separator: string): Record<string, string> {
  const lists: Record<string, string> = {};
  for (const [name, value] of pairs) lists[value] = value in lists ? `${lists[value]}${separator}${name}` : name;
  return lists;
}

/** The gaps of a document, each with the sentences before it as they are in the treebank. */
function toExamples({ document, sentences }: TreebankDocument): Example[] {
  const reader = makeReader(document.text, splitTokens(document.text), classes);
  const ends = new Set(sentences.map(({ end }) => end));
  const found: Example[] = [];
  walkGaps(reader, (gap) => {
    const isBoundary = ends.has(reader.tokens[gap.index]?.end ?? -1);
    if (isCandidate(reader, gap.index)) found.push({ features: boundaryFeatures(reader, gap), isBoundary });
    return isBoundary;
  });
  return found;
}

/** Weights by name of the features that are seen often enough. */
function train(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count < LEAST_COUNT ? [] : [name]));
  const places = new Map(names.map((name, place) => [name, place]));
  const rows = examples.map(({ features, isBoundary }) => ({
    places: features.flatMap((name) => places.get(name) ?? []),
    target: isBoundary ? 1 : 0,
  }));
  const weights = fitWeights(rows, names.length);
  return new Map(names.map((name, place) => [name, weights[place] ?? 0]));
}

function fitWeights(rows: readonly Row[], size: number): Float64Array {
  const [weights, squares, sums] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const random = makeRandom(1);
  const order = [...rows];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other] as Row, order[index] as Row];
    }
    for (const row of order) takeStep(row, weights, squares);
    if (epoch < BURN_IN) continue;
    for (let place = 0; place < size; place++)
      sums[place] = (sums[place] ?? 0) + (weights[place] ?? 0) / (EPOCHS - BURN_IN);
  }
  return sums;
}

function takeStep({ places, target }: Row, weights: Float64Array, squares: Float64Array): void {
  let score = 0;
  for (const place of places) score += weights[place] ?? 0;
  const error = 1 / (1 + Math.exp(-score)) - target;
  for (const place of places) {
    const weight = weights[place] ?? 0;
    const gradient = error + RIDGE * weight;
    const square = (squares[place] ?? 0) + gradient * gradient;
    squares[place] = square;
    weights[place] = weight - (RATE * gradient) / Math.sqrt(square + 1e-6);
  }
}
