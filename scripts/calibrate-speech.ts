// Fits the chance that a quotation has the right words and speaker, on the seen part of data/annotations/quotations.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { extractDocument } from '../src/extract/index.ts';
import { type Signs, signsOf } from '../src/extract/speech/chance.ts';
import type { Ontology } from '../src/model/ontology.ts';
import { groupByDocument } from './evaluate/annotations.ts';
import { fitLogistic, type Sample } from './evaluate/fit-logistic.ts';
import { judgeEach, readQuotationRows } from './evaluate/measures/quotations.ts';

const USAGE = `npx tsx scripts/calibrate-speech.ts --corpora DIR
  writes the weights of the signs of a quotation into data/lexicon/speech-signs.json, and prints what they are worth on the unseen part`;
const DATA = new URL('../data/', import.meta.url);
/** What one would guess; few judgements move little. */
const GUESS = { direct: 0.5, carried: -0.5, pronoun: -0.5, nominal: -0.5, far: -0.5 } as const;
const NAMES = Object.keys(GUESS) as readonly (keyof Signs)[];
/** Inverse variance of the weights around the guess: about as much as four judgements each. */
const PULL = 1;

interface Judgement {
  readonly part: string;
  readonly signs: Signs;
  readonly right: boolean;
}

const { values } = parseArgs({ options: { corpora: { type: 'string' } } });
if (values.corpora === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else writeCurve(await judgeAll(values.corpora));

/** Every quotation with a speaker in the annotated passages; what the labels call optional is left out. */
async function judgeAll(corpora: string): Promise<Judgement[]> {
  const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
  const gold = fileURLToPath(new URL('gold/', DATA));
  const judgements: Judgement[] = [];
  for (const { document, rows } of await groupByDocument(readQuotationRows(), corpora, gold)) {
    const extraction = await extractDocument(document, { ontology });
    for (const { quotation, right } of judgeEach(extraction, rows)) {
      const speaker = extraction.mentions.find(({ id }) => id === quotation.speaker?.mention);
      if (speaker)
        judgements.push({ part: rows[0]?.part ?? '', signs: signsOf(extraction, quotation, speaker), right });
    }
  }
  return judgements;
}

function writeCurve(judgements: readonly Judgement[]): void {
  const [seen, unseen] = ['seen', 'unseen'].map((part) => toSamples(judgements.filter((each) => each.part === part)));
  if (!seen || !unseen) return;
  const { weights, offset } = fitLogistic(seen, { weights: Object.values(GUESS), offset: 0 }, PULL);
  const curve = {
    weights: Object.fromEntries(NAMES.map((name, place) => [name, round(weights[place] ?? 0)])),
    offset: round(offset),
    ...{ fitted: seen.length, right: countRight(seen) },
  };
  writeFileSync(new URL('lexicon/speech-signs.json', DATA), `${JSON.stringify(curve, null, 2)}\n`);
  const flat = Math.log(countRight(seen) / (seen.length - countRight(seen)));
  const losses = [lossOf(unseen, weights, offset), lossOf(unseen, [], flat)].map((loss) => loss.toFixed(3));
  process.stdout.write(`${JSON.stringify(curve)}\nunseen: ${unseen.length} quotations, ${countRight(unseen)} right, `);
  process.stdout.write(`loss ${losses[0]} nats each, with one figure for all ${losses[1]}\n`);
}

function toSamples(judgements: readonly Judgement[]): Sample[] {
  return judgements.map(({ signs, right }) => ({ signs: NAMES.map((name) => signs[name]), right, weight: 1 }));
}

function countRight(samples: readonly Sample[]): number {
  return samples.filter(({ right }) => right).length;
}

function lossOf(samples: readonly Sample[], weights: readonly number[], offset: number): number {
  const losses = samples.map(({ signs, right }) => {
    const logit = signs.reduce((sum, sign, place) => sum + sign * (weights[place] ?? 0), offset);
    return Math.log1p(Math.exp(right ? -logit : logit));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / samples.length;
}

function round(value: number): number {
  return Math.round(value * 1e3) / 1e3;
}
