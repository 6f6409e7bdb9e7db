// Learns the weights of resolution from names whose identity people annotated, and says by cross-validation whether they beat those set by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Ontology } from '../src/model/ontology.ts';
import type { Level } from '../src/resolve/compare/feature.ts';
import { resolve } from '../src/resolve/index.ts';
import { WEIGHTS } from '../src/resolve/score.ts';
import { scoreClusters } from './evaluate/cluster-scores.ts';
import { fitTowards } from './evaluate/fit-logistic.ts';
import { placeNames } from './evaluate/measures/meantime.ts';
import { CORPORA, type IdentifiedFolder, readIdentified } from './train-resolve/identities.ts';
import { foldOf, pairsOf, type TrainingPair } from './train-resolve/pairs.ts';

const USAGE = `npx tsx scripts/train-resolve.ts --corpora DIR [--cache DIR] [--write]
  prints what the features find, cross-validated figures of the weights by hand and of the learned ones, and both weights
  --cache DIR  keeps the extractions there for the next run
  --write      writes the learned weights into data/resolve-weights.json`;
const DATA = new URL('../data/', import.meta.url);
const FILE = new URL('resolve-weights.json', DATA);
const FOLDS = 5;
/** How strongly a weight is held to the one set by hand: the reciprocal of the variance that we grant it. */
const PULL = 10;
/** Pairs of one thing, and as many of two, that must show a level: what the corpora never contradict cannot be learned from them. */
const LEAST_SHOWN = 3;
const FIXED = 1e6;

type Weights = Readonly<Record<Level, number>>;

interface WeightsFile {
  readonly about: string;
  readonly byHand: Weights;
  readonly learned: Weights;
  readonly inUse: 'byHand' | 'learned';
  readonly from: object;
}

const { values } = parseArgs({
  options: { corpora: { type: 'string' }, cache: { type: 'string' }, write: { type: 'boolean', default: false } },
});
if (values.corpora === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else await train(values.corpora, values.cache ?? null, values.write);

async function train(corpora: string, cache: string | null, isWritten: boolean): Promise<void> {
  const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
  const file = JSON.parse(readFileSync(FILE, 'utf8')) as WeightsFile;
  const folders: { readonly folder: IdentifiedFolder; readonly pairs: readonly TrainingPair[] }[] = [];
  for (const corpus of CORPORA) {
    const folder = await readIdentified(corpora, corpus, ontology, cache);
    if (folder === null) continue;
    const pairs = pairsOf(folder, ontology);
    folders.push({ folder, pairs });
    say(`${corpus}: ${pairs.length} pairs of names, ${pairs.filter(({ isOne }) => isOne).length} of one thing`);
  }
  const all = folders.flatMap(({ pairs }) => pairs);
  validatePairs(all, file.byHand);
  for (const { folder } of folders) {
    const others = folders.filter((each) => each.folder !== folder).flatMap(({ pairs }) => pairs);
    validateClusters(folder, ontology, file.byHand, fitWeights(others, file.byHand));
  }
  const learned = fitWeights(all, file.byHand);
  for (const [level, hand] of Object.entries(file.byHand)) {
    const own = all.filter(({ comparisons }) => comparisons.some((comparison) => comparison.level === level));
    const one = own.filter(({ isOne }) => isOne).length;
    say(
      `  ${level.padEnd(24)} by hand ${hand}  learned ${learned[level as Level]}  (${one} of one thing, ${own.length - one} of two)`,
    );
  }
  if (!isWritten) return;
  const from = Object.fromEntries(folders.map(({ folder, pairs }) => [folder.corpus, pairs.length]));
  writeFileSync(FILE, `${JSON.stringify({ ...file, learned, from: { pairs: from, pull: PULL } }, null, 2)}\n`);
}

/** Maximum a posteriori of a logistic regression whose prior are the weights by hand: a level that no pair shows keeps its own. */
function fitWeights(pairs: readonly TrainingPair[], byHand: Weights): Weights {
  const levels = Object.keys(byHand) as Level[];
  const samples = pairs.map(({ comparisons, isOne }) => ({
    signs: signsOf(comparisons, levels),
    right: isOne,
    weight: 1,
  }));
  const fitted = fitTowards(
    samples,
    levels.map((level) => byHand[level]),
    levels.map((level) => (isShown(level, pairs) ? PULL : FIXED)),
  );
  return Object.fromEntries(
    levels.map((level, place) => [level, round(keepSign(fitted[place] ?? 0, byHand[level]))]),
  ) as unknown as Weights;
}

function isShown(level: Level, pairs: readonly TrainingPair[]): boolean {
  const own = pairs.filter(({ comparisons }) => comparisons.some((comparison) => comparison.level === level));
  const one = own.filter(({ isOne }) => isOne).length;
  return one >= LEAST_SHOWN && own.length - one >= LEAST_SHOWN;
}

/** What speaks for a pair never comes to speak against it, nor the other way round: a reason must read as one. */
function keepSign(weight: number, byHand: number): number {
  return byHand > 0 ? Math.max(0, weight) : Math.min(0, weight);
}

function signsOf(comparisons: TrainingPair['comparisons'], levels: readonly Level[]): number[] {
  return levels.map((level) => comparisons.find((comparison) => comparison.level === level)?.amount ?? 0);
}

function logOddsOf({ comparisons }: TrainingPair, weights: Weights): number {
  return comparisons.reduce((sum, { level, amount }) => sum + weights[level] * amount, 0);
}

/** Pairs of names that were not learned from: how surprising the answer is, and how often it is wrong. */
function validatePairs(pairs: readonly TrainingPair[], byHand: Weights): void {
  const folds = Array.from({ length: FOLDS }, (_, fold) => pairs.filter((pair) => foldOf(pair, FOLDS) === fold));
  const learned = folds.flatMap((own) => {
    const weights = fitWeights(
      pairs.filter((pair) => !own.includes(pair)),
      byHand,
    );
    return own.map((pair) => ({ pair, logOdds: logOddsOf(pair, weights) }));
  });
  const hand = pairs.map((pair) => ({ pair, logOdds: logOddsOf(pair, byHand) }));
  for (const [name, answers] of [
    ['by hand', hand],
    ['learned', learned],
  ] as const) {
    const loss = answers.reduce(
      (sum, { pair, logOdds }) => sum + Math.log1p(Math.exp(pair.isOne ? -logOdds : logOdds)),
      0,
    );
    const joined = answers.filter(({ pair, logOdds }) => logOdds >= 0 && !pair.isOne).length;
    const parted = answers.filter(({ pair, logOdds }) => logOdds < 0 && pair.isOne).length;
    say(
      `${name}: log loss ${(loss / answers.length).toFixed(4)}, ${joined} pairs wrongly joined, ${parted} wrongly parted of ${answers.length}`,
    );
  }
}

/** The clusters of a corpus that was not learned from. */
function validateClusters(folder: IdentifiedFolder, ontology: Ontology, byHand: Weights, learned: Weights): void {
  for (const [name, weights] of [
    ['by hand', byHand],
    ['learned on the others', learned],
  ] as const) {
    const graph = withWeights(weights, () => resolve(folder.extractions, [], ontology));
    const documents = folder.extractions.map(({ document }, place) => ({ document, names: folder.names[place] ?? [] }));
    const { b3Precision, b3Recall, b3, pairwise } = scoreClusters(
      placeNames(documents, folder.extractions, graph),
      documents.length,
    );
    const figures = Object.entries({ precision: b3Precision, recall: b3Recall, B3: b3, pairwise });
    say(`${folder.corpus}, ${name}: ${figures.map(([key, { value }]) => `${key} ${value.toFixed(2)}`).join(', ')}`);
  }
}

/** Runs with other weights in force. */
function withWeights<Result>(weights: Weights, run: () => Result): Result {
  const before = { ...WEIGHTS };
  Object.assign(WEIGHTS, weights);
  try {
    return run();
  } finally {
    Object.assign(WEIGHTS, before);
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
