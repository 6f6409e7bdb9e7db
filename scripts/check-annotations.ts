// `npx tsx scripts/check-annotations.ts --corpora DIR`: do the offsets of data/annotations/relations fit the texts?

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Ontology } from '../src/model/ontology.ts';
import { agreementOf } from './evaluate/agreement.ts';
import { readRows } from './evaluate/corpora.ts';
import { readReadTexts } from './evaluate/encyclopaedia.ts';
import { readJudgedLines, readJudgedTexts } from './evaluate/judged.ts';
import { findJudgedProblems, findReadProblems } from './evaluate/judged-checks.ts';
import { firstReadingOf, readNews, readNewsTexts } from './evaluate/news.ts';
import { findFormProblems, findTextProblems } from './evaluate/news-checks.ts';
import { poolAgreement, readPool } from './evaluate/pool.ts';

const { values } = parseArgs({ options: { corpora: { type: 'string' } } });
const annotations = readNews(new URL('../data/annotations/relations/news.jsonl', import.meta.url));
const ontology = JSON.parse(readFileSync(new URL('../data/ontology.json', import.meta.url), 'utf8')) as Ontology;
const [judged, read] = [readJudgedLines(), readReadTexts()];
const problems = [
  ...findFormProblems(annotations, ontology),
  ...(values.corpora === undefined ? [] : findTextProblems(annotations, readNewsTexts(values.corpora, annotations))),
  ...findJudgedProblems(
    judged,
    ontology,
    values.corpora === undefined ? undefined : readJudgedTexts(values.corpora, judged),
  ),
  ...findReadProblems(read, ontology, values.corpora === undefined ? undefined : countEntities(values.corpora)),
];
const relations = annotations.flatMap((each) => each.relations).filter(({ optional }) => !optional);
const dev = annotations.filter(({ split }) => split === 'dev').length;
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.stdout.write(
  `${annotations.length} documents (${dev} dev), ${relations.length} relations that count, ${problems.length} problems` +
    `${values.corpora === undefined ? '; texts not looked at: give --corpora DIR' : ''}\n`,
);
for (const [name, texts] of [
  ['judged news articles', judged],
  ['encyclopaedic texts', read],
] as const) {
  const count = texts.reduce((sum, { relations }) => sum + relations.length, 0);
  process.stdout.write(`${texts.length} ${name}, ${count} relations\n`);
}
const first = annotations.map(firstReadingOf);
const second = readNews(new URL('../data/annotations/relations/second-reading.jsonl', import.meta.url));
for (const [name, found] of [
  ['second in the first', agreementOf(second, first)],
  ['first in the second', agreementOf(first, second)],
] as const)
  process.stdout.write(`of the ${name} reading ${found.shared} of ${found.all} relations of named things\n`);
const { same, all, kappa } = poolAgreement(readPool());
process.stdout.write(`of ${all} pooled candidates two readers agree on ${same} (kappa ${kappa.toFixed(2)})\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Of each text that was read. */
function countEntities(corpora: string): ReadonlyMap<string, number> {
  const names = [...new Set(read.map(({ corpus }) => corpus))];
  const rows = names.flatMap((name) => readRows<{ id: string; entities: unknown[] }>(corpora, name) ?? []);
  return new Map(rows.map(({ id, entities }) => [id, entities.length]));
}
