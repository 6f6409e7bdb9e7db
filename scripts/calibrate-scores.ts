// Fits, for each source of typed relations (a rule, the model, both), how far its scores are from the truth on every other dev document.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runSteps, STEPS } from '../src/extract/extract-document.ts';
import { learnedRelationsStep } from '../src/extract/learned-relations/learned-relations.ts';
import { scoreLogit, scoresStep, sourceKey } from '../src/extract/scores/scores-step.ts';
import type { Ontology } from '../src/model/ontology.ts';
import { readCalibrationDocuments, weightOf } from './evaluate/calibration-documents.ts';
import { fitOffset } from './evaluate/fit-offset.ts';
import { judgeRelations, statedRelations } from './evaluate/match-relations.ts';

const USAGE = `npx tsx scripts/calibrate-scores.ts --corpora DIR
  writes the offset of each source of typed relations into data/models/calibration.json; run calibrate-relations.ts before it`;
const DATA = new URL('../data/', import.meta.url);
const CALIBRATION = new URL('models/calibration.json', DATA);
const PREFIX = 'source ';

interface Judgement {
  readonly by: string;
  readonly family: string;
  readonly logit: number;
  readonly right: boolean;
  readonly weight: number;
}

const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
const families = new Map(ontology.relationTypes.map(({ name, family }) => [name, family]));
const { values } = parseArgs({ options: { corpora: { type: 'string' } } });
if (values.corpora === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else writeOffsets(await judgeAll(values.corpora));

/** Every stated relation of the documents by source, each thing and type once, as the steps before the last one score it. */
async function judgeAll(corpora: string): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  const steps = STEPS.filter((step) => step !== scoresStep);
  for (const { file, annotated, sameSentence, judged } of readCalibrationDocuments(corpora)) {
    const extraction = await runSteps(steps, annotated.document, { ontology });
    for (const by of new Set(extraction.relations.map((relation) => relation.by))) {
      if (judged && !by.includes(learnedRelationsStep.name)) continue;
      const own = { ...extraction, relations: extraction.relations.filter((relation) => relation.by === by) };
      for (const { type, score, gold } of judgeRelations(own, annotated, statedRelations(own), sameSentence))
        judgements.push({
          ...{ by, family: families.get(type) ?? '', weight: weightOf(file) },
          ...{ logit: scoreLogit(score), right: gold !== null },
        });
    }
  }
  return judgements;
}

/** A family's offset starts from that of its source, a source's from nothing: few judgements move little. */
function writeOffsets(judgements: readonly Judgement[]): void {
  const all = JSON.parse(readFileSync(CALIBRATION, 'utf8')) as Record<string, object>;
  const kept = Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith(PREFIX)));
  for (const by of [...new Set(judgements.map((each) => each.by))].sort()) {
    const own = judgements.filter((each) => each.by === by);
    const offset = fitOffset(own, 0);
    kept[PREFIX + sourceKey(by, '')] = entry(offset, own);
    for (const family of [...new Set(own.map((each) => each.family))].sort()) {
      const part = own.filter((each) => each.family === family);
      kept[PREFIX + sourceKey(by, family)] = entry(fitOffset(part, offset), part);
    }
  }
  writeFileSync(CALIBRATION, `${JSON.stringify(kept, null, 2)}\n`);
}

function entry(offset: number, own: readonly Judgement[]): object {
  const right = own.filter((each) => each.right).length;
  const found = { offset: Math.round(offset * 1e4) / 1e4, fitted: own.length, right };
  process.stdout.write(`${`${own[0]?.by} ${own[0]?.family}`.padEnd(48)} ${JSON.stringify(found)}\n`);
  return found;
}
