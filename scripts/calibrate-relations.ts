// Fits the chance that a learned relation is right, by family and type, on every other dev document from raw text, and the bar for stating it.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extractDocument } from '../src/extract/index.ts';
import { chanceOf, logitOf, type Signs, signsOf } from '../src/extract/learned-relations/chance.ts';
import { keysOf } from '../src/extract/learned-relations/entities.ts';
import { findEvidence } from '../src/extract/learned-relations/evidence.ts';
import {
  pronounsOf,
  type RelationCandidate,
  scoreRelations,
} from '../src/extract/learned-relations/learned-relations.ts';
import { addMentions } from '../src/extract/names/make-mention.ts';
import type { Extraction } from '../src/model/extraction.ts';
import type { Ontology } from '../src/model/ontology.ts';
import type { RelationCalibration } from '../src/onnx/text-session.ts';
import { readCalibrationDocuments, weightOf } from './evaluate/calibration-documents.ts';
import { fitLogistic } from './evaluate/fit-logistic.ts';
import { fitOffset } from './evaluate/fit-offset.ts';
import { countGold, type Judged, judgeRelations, type StatedRelation } from './evaluate/match-relations.ts';

const USAGE = `npx tsx scripts/calibrate-relations.ts --corpora DIR
  writes scale, offset and bar of each relation family into data/models/calibration.json`;
const DATA = new URL('../data/', import.meta.url);
const CALIBRATION = new URL('models/calibration.json', DATA);
/** A relation is never stated below this chance, even where that would give the best F1: an edge is read by people. */
const LEAST_CHANCE = 0.4;
const MOST_CHANCE = 0.6;

interface Judgement {
  readonly file: string;
  readonly type: string;
  readonly signs: Signs;
  readonly right: boolean;
}

const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
const { values } = parseArgs({ options: { corpora: { type: 'string' }, dump: { type: 'string' } } });
if (values.corpora === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else await fitAll(values.corpora, values.dump);

async function fitAll(corpora: string, dump: string | undefined): Promise<void> {
  const judgements: Judgement[] = [];
  let gold = 0;
  for (const { file, annotated, sameSentence } of readCalibrationDocuments(corpora)) {
    const extraction = await extractDocument(annotated.document, { ontology });
    const candidates = await scoreRelations(extraction, ontology);
    const complete = addMentions(extraction, pronounsOf(candidates));
    const judged = judgeRelations(complete, annotated, rawRelations(complete, candidates), sameSentence);
    gold += countGold(annotated);
    judgements.push(
      ...judged.map((relation) => ({
        ...{ file, type: relation.type, right: relation.gold !== null },
        signs: (relation as Judged & Raw).signs,
      })),
    );
  }
  if (dump !== undefined) writeFileSync(dump, JSON.stringify(judgements));
  const calibration = JSON.parse(readFileSync(CALIBRATION, 'utf8')) as Record<string, object>;
  for (const family of new Set(ontology.relationTypes.map((type) => type.family))) {
    const types = new Set(ontology.relationTypes.filter((type) => type.family === family).map(({ name }) => name));
    const own = judgements.filter(({ type }) => types.has(type));
    const fitted = fitLogistic(own);
    const [scale = 1, cue = 0, apart = 0, reference = 0] = fitted.weights;
    const curve = { scale, offset: fitted.offset, cue, apart, reference, least: 0 };
    const byType = [...types].map((name) => fitType(name, own, curve));
    const chances = byType.flatMap(({ chances: some }) => some);
    const least = bestBar(chances);
    calibration[`relation ${family}`] = entry({ ...curve, least }, own);
    for (const { name, moved, part } of byType)
      if (part.length > 0) calibration[`relation ${name}`] = entry({ ...moved, least }, part);
    const stated = chances.filter(({ chance }) => chance >= least);
    const correct = stated.filter(({ right }) => right).length;
    process.stdout.write(
      `${family.padEnd(12)} ${JSON.stringify(calibration[`relation ${family}`])} precision ${round(correct / Math.max(1, stated.length))} of ${stated.length}\n`,
    );
  }
  writeFileSync(CALIBRATION, `${JSON.stringify(calibration, null, 2)}\n`);
  process.stdout.write(`${judgements.length} candidates, ${gold} gold relations\n`);
}

/** The family's curve moved for one type; few judgements of the type move it little. */
function fitType(name: string, own: readonly Judgement[], curve: RelationCalibration) {
  const part = own.filter(({ type }) => type === name);
  const judged = part.map(({ file, signs, right }) => ({
    logit: logitOf(signs, curve),
    right,
    weight: weightOf(file),
  }));
  const moved = { ...curve, offset: curve.offset + fitOffset(judged, 0) };
  return { name, part, moved, chances: part.map(({ signs, right }) => ({ chance: chanceOf(signs, moved), right })) };
}

function entry(curve: RelationCalibration, own: readonly Judgement[]): object {
  const rounded = Object.entries(curve).map(([name, value]) => [name, round(value)]);
  return { ...Object.fromEntries(rounded), fitted: own.length, right: own.filter(({ right }) => right).length };
}

interface Raw extends StatedRelation {
  readonly signs: Signs;
}

/** What the head says before any bar, with raw scores; only what a quotation can show. */
function rawRelations(extraction: Extraction, candidates: readonly RelationCandidate[]): Raw[] {
  const keys = keysOf(extraction);
  return candidates.flatMap(({ type, subject, object, score }) => {
    const evidence = findEvidence(extraction, subject, object, type);
    if (evidence === null) return [];
    const ends = [evidence.subject.id, evidence.object.id].map((id) => keys.get(id) ?? id);
    const signs = signsOf(extraction, evidence, score);
    return [{ subject: ends[0] ?? '', object: ends[1] ?? '', type: type.name, score, signs }];
  });
}

/** The chance with the best F1 among the candidates, within bounds that people can live with. */
function bestBar(chances: readonly { readonly chance: number; readonly right: boolean }[]): number {
  const gold = chances.filter(({ right }) => right).length;
  let [best, bestScore] = [0.5, 0];
  for (let bar = LEAST_CHANCE; bar <= MOST_CHANCE + 1e-9; bar += 0.02) {
    const stated = chances.filter(({ chance }) => chance >= bar);
    const score = (2 * stated.filter(({ right }) => right).length) / Math.max(1, stated.length + gold);
    if (score > bestScore) [best, bestScore] = [round(bar), score];
  }
  return best;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
