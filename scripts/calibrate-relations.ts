// Fits the chance that a learned relation is right, by family and type, on every other dev document from raw text, and the bar for stating it.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { forgetSegments } from '../src/extract/encoder/read-document.ts';
import { runSteps, STEPS } from '../src/extract/extract-document.ts';
import type { RelationCandidate } from '../src/extract/learned-relations/candidate.ts';
import { scoreRelations } from '../src/extract/learned-relations/candidates.ts';
import {
  chanceOf,
  floorOf,
  logitOf,
  rulesOf,
  SIGNS,
  type Signs,
  signsOf,
} from '../src/extract/learned-relations/chance.ts';
import { findEvidence } from '../src/extract/learned-relations/evidence.ts';
import { addBodies, learnedRelationsStep } from '../src/extract/learned-relations/learned-relations.ts';
import { kindOf, TEXT_KINDS, type TextKind } from '../src/extract/learned-relations/text-kind.ts';
import type { Extraction } from '../src/model/extraction.ts';
import type { Ontology } from '../src/model/ontology.ts';
import type { RelationCalibration } from '../src/onnx/text-session.ts';
import { type CalibrationDocument, readCalibrationDocuments, weightOf } from './evaluate/calibration-documents.ts';
import { type Bars, type Chance, findBars, isStated, type Stated } from './evaluate/find-bars.ts';
import { type Curve, fitLogistic } from './evaluate/fit-logistic.ts';
import { fitOffset } from './evaluate/fit-offset.ts';
import { goldEntities, judgeRelations, type StatedRelation, statedRelations } from './evaluate/match-relations.ts';

const USAGE = `npx tsx scripts/calibrate-relations.ts --corpora DIR
  writes the weights, offset and bar of each relation family and type into data/models/calibration.json`;
const DATA = new URL('../data/', import.meta.url);
const CALIBRATION = new URL('models/calibration.json', DATA);
/** Parts of the documents, by turns: bars are found on chances from curves that did not see the document. */
const FOLDS = 5;
/** Pull of the weights: of all families together towards the score alone, of one family towards those of all. */
const PULL = { all: 1, family: 20 } as const;

interface Judgement extends Stated {
  readonly judged: boolean;
  readonly kind: TextKind;
  readonly fold: number;
  readonly type: string;
  readonly signs: Signs;
}

interface Raw extends StatedRelation {
  readonly signs: Signs;
}

const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
const familyOf = new Map(ontology.relationTypes.map(({ name, family }) => [name, family]));
const { values } = parseArgs({ options: { corpora: { type: 'string' } } });
if (values.corpora === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else await fitAll(values.corpora);

async function fitAll(corpora: string): Promise<void> {
  const judgements: Judgement[] = [];
  const rules: Stated[] = [];
  for (const [place, document] of readCalibrationDocuments(corpora).entries()) {
    const judged = await judge(document);
    judgements.push(...judged.learned.map((each) => ({ ...each, judged: document.judged, fold: place % FOLDS })));
    if (!document.judged) rules.push(...judged.rules);
  }
  const calibration = JSON.parse(readFileSync(CALIBRATION, 'utf8')) as Record<string, object>;
  const fitted = fitFamilies(judgements);
  const unseen = chancesUnseen(judgements);
  // Bars go by all that is stated of a text, rules included, so by texts that were annotated whole.
  const bars = findBars(
    unseen.map((family) => family.filter((each) => !each.judged)),
    rules,
  );
  for (const [place, { family, entries }] of fitted.entries()) {
    const least = bars[place] ?? { report: 1, reference: 1 };
    for (const { name, curve, own } of entries) calibration[`relation ${name}`] = entry({ ...curve, least }, own);
    report(family, unseen[place] ?? [], least);
  }
  writeFileSync(CALIBRATION, `${JSON.stringify(calibration, null, 2)}\n`);
  process.stdout.write(`${judgements.length} candidates\n`);
}

/** What the head says before any bar, of what a quotation can show, and what the rules say without it. */
async function judge({ file, annotated, sameSentence }: CalibrationDocument) {
  const before = STEPS.slice(0, STEPS.indexOf(learnedRelationsStep));
  const extraction = await runSteps(before, annotated.document, { ontology });
  const candidates = await scoreRelations(extraction, ontology, learnedRelationsStep.name);
  forgetSegments(extraction);
  const complete = addBodies(extraction, candidates, ontology);
  const keyOf = ({ subject, type, object }: StatedRelation, gold: string | null): string =>
    `${annotated.document.id} ${gold ?? `? ${subject} ${type} ${object}`}`;
  const known = goldEntities(complete, annotated);
  const isKnown = (signs: Signs, ends: readonly string[]): boolean =>
    signs.institution === 0 || ends.every((end) => known.has(end));
  // Relations of what has no name are annotated only where they are clear.
  const raw = rawRelations(complete, candidates).filter(({ signs, subject, object }) =>
    isKnown(signs, [subject, object]),
  );
  const learned = judgeRelations(complete, annotated, raw, sameSentence);
  const kind = kindOf(complete);
  return {
    learned: learned.map((relation) => ({
      ...{ file, kind, type: relation.type, right: relation.gold !== null, key: keyOf(relation, relation.gold) },
      signs: (relation as typeof relation & Raw).signs,
    })),
    rules: judgeRelations(complete, annotated, statedRelations(complete), sameSentence).map((relation) => ({
      ...{ file, right: relation.gold !== null, key: keyOf(relation, relation.gold) },
    })),
  };
}

function rawRelations(extraction: Extraction, candidates: readonly RelationCandidate[]): Raw[] {
  const rules = rulesOf(extraction);
  return candidates.flatMap((candidate) => {
    const { type, subject, object, ends, score } = candidate;
    const evidence = findEvidence(extraction, subject, object, type);
    if (evidence === null) return [];
    const signs = signsOf(extraction, candidate, evidence, rules);
    return [{ subject: ends[0], object: ends[1], type: type.name, score, signs }];
  });
}

/** Of each family what is judged, with the chances that the other folds give it. */
function chancesUnseen(judgements: readonly Judgement[]): (Chance & Pick<Judgement, 'judged'>)[][] {
  const byFold = Array.from({ length: FOLDS }, (_, fold) => {
    const curves = fitFamilies(judgements.filter((each) => each.fold !== fold));
    return curves.map(({ family, entries }) => {
      const curveOf = new Map(entries.map(({ name, curve }) => [name, curve]));
      const whole = curveOf.get(family) as RelationCalibration;
      return judgements
        .filter((each) => each.fold === fold && familyOf.get(each.type) === family)
        .map((judgement) => ({
          ...judgement,
          chance: chanceOf(judgement.signs, curveOf.get(judgement.type) ?? whole),
          floor: floorOf(family, judgement.signs),
        }));
    });
  });
  return (byFold[0] ?? []).map((_, place) => byFold.flatMap((families) => families[place] ?? []));
}

function fitFamilies(judgements: readonly Judgement[]) {
  const start: Curve = { weights: SIGNS.map((name) => (name === 'score' ? 1 : 0)), offset: 0 };
  const all = fitLogistic(judgements.map(toSample), start, PULL.all);
  const families = [...new Set(ontology.relationTypes.map((type) => type.family))];
  return families.map((family) => fitFamily(family, judgements, all));
}

/** A family's curve starts from that of all, a type's from its family's: few judgements move little. */
function fitFamily(family: string, judgements: readonly Judgement[], all: Curve) {
  const types = ontology.relationTypes.filter((type) => type.family === family).map(({ name }) => name);
  const own = judgements.filter(({ type }) => types.includes(type));
  const curve = toCalibration(fitLogistic(own.map(toSample), all, PULL.family));
  const byType = types.map((name) => fitType(name, own, curve)).filter(({ part }) => part.length > 0);
  return {
    family,
    entries: [
      { name: family, curve, own },
      ...byType.map(({ name, moved, part }) => ({ name, curve: moved, own: part })),
    ],
  };
}

function fitType(name: string, own: readonly Judgement[], curve: RelationCalibration) {
  const part = own.filter(({ type }) => type === name);
  const judged = part.map(({ file, signs, right }) => ({
    ...{ logit: logitOf(signs, curve), right, weight: weightOf(file) },
  }));
  return { name, part, moved: { ...curve, offset: curve.offset + fitOffset(judged, 0) } };
}

function toSample({ signs, right, file }: Judgement) {
  return { signs: SIGNS.map((name) => signs[name]), right, weight: weightOf(file) };
}

function toCalibration({ weights, offset }: Curve): RelationCalibration {
  return {
    weights: Object.fromEntries(SIGNS.map((name, place) => [name, weights[place] ?? 0])),
    offset,
    least: { report: 0, reference: 0 },
  };
}

function entry({ weights, offset, least }: RelationCalibration, own: readonly Judgement[]): object {
  const rounded = Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, round(value)]));
  const counts = { fitted: own.length, right: own.filter(({ right }) => right).length };
  return { weights: rounded, offset: round(offset), least, ...counts };
}

function report(family: string, chances: readonly Chance[], bars: Bars): void {
  for (const kind of TEXT_KINDS) {
    const own = chances.filter((each) => each.kind === kind);
    const stated = own.filter((each) => isStated(each, bars[kind]));
    const share = round(stated.filter(({ right }) => right).length / Math.max(1, stated.length));
    const start = `${family} ${kind}`.padEnd(22);
    process.stdout.write(
      `${start} ${own.length} judged, precision ${share} of ${stated.length} stated from ${bars[kind]}\n`,
    );
  }
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
