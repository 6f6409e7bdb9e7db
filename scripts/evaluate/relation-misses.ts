// `npx tsx scripts/evaluate/relation-misses.ts --corpora DIR --file NAME`: typed relations from raw text that we miss, with the cause, and the wrong ones, with their source and what the gold says of the two.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { forgetSegments } from '../../src/extract/encoder/read-document.ts';
import { runSteps, STEPS } from '../../src/extract/extract-document.ts';
import { scoreRelations } from '../../src/extract/learned-relations/candidates.ts';
import { learnedRelationsStep } from '../../src/extract/learned-relations/learned-relations.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { loadTextSession } from '../../src/onnx/text-session.ts';
import { type AnnotatedDocument, readAnnotated } from './annotated.ts';
import { listMisses } from './list-misses.ts';
import type { NewsSplit } from './news.ts';
import { readNewsPart } from './news-annotated.ts';

const USAGE = `npx tsx scripts/evaluate/relation-misses.ts --corpora DIR --file NAME [--take N]
  --file NAME  news-train, news-fit, news-dev, or an annotated file of the corpora
  --take N     its first N documents`;

const { values } = parseArgs({
  options: { corpora: { type: 'string' }, file: { type: 'string' }, take: { type: 'string', default: '1000000' } },
});
if (values.corpora === undefined || values.file === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else await printMisses(values.corpora, values.file, Number(values.take));

async function printMisses(corpora: string, file: string, take: number): Promise<void> {
  const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8')) as Ontology;
  const { calibration } = await loadTextSession();
  const sum = { correct: 0, found: 0, gold: 0 };
  for (const gold of readFile(corpora, file).slice(0, take)) {
    const before = await runSteps(STEPS.slice(0, STEPS.indexOf(learnedRelationsStep)), gold.document, { ontology });
    const candidates = await scoreRelations(before, ontology, learnedRelationsStep.name);
    forgetSegments(before);
    const listed = listMisses(before, candidates, gold, file.startsWith('re3d'), ontology, calibration.relations);
    for (const { verdict, cause, type, ends, sentence } of listed.misses)
      process.stdout.write(`${[gold.document.source, verdict, cause, type, ends, sentence].join('\t')}\n`);
    for (const key of ['correct', 'found', 'gold'] as const) sum[key] += listed[key];
  }
  process.stdout.write(`# ${file} ${JSON.stringify(sum)}\n`);
}

function readFile(corpora: string, file: string): readonly AnnotatedDocument[] {
  const part = /^news-(train|fit|dev)$/.exec(file)?.[1];
  if (part !== undefined) return readNewsPart(corpora, part as NewsSplit);
  const documents = readAnnotated(corpora, file);
  if (documents === null) throw new Error(`There is no ${file}.jsonl.gz in ${corpora}.`);
  return documents;
}
