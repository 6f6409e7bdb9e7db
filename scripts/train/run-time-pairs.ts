// What the relation head is asked at run time, with the answers of the annotation: `tsx scripts/train/run-time-pairs.ts --corpora DIR --out FILE`.
// OUT has a line for each window of the training texts (form: run_time_pairs.py). `--files`, `--read` and `--news` take other corpora and parts, `--judged no` leaves the judged articles out.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runSteps, STEPS } from '../../src/extract/extract-document.ts';
import { findBridges } from '../../src/extract/learned-relations/bridges.ts';
import { type PlacedWindow, placeEntities } from '../../src/extract/learned-relations/candidates.ts';
import type { WindowEntity } from '../../src/extract/learned-relations/entities.ts';
import { learnedRelationsStep } from '../../src/extract/learned-relations/learned-relations.ts';
import { askedPairs, fillEntities, type PlacedEntity } from '../../src/extract/learned-relations/score-pairs.ts';
import { addMentions } from '../../src/extract/names/make-mention.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { overlapsSpan, type Span } from '../../src/model/span.ts';
import { loadTextSession } from '../../src/onnx/text-session.ts';
import { type AnnotatedDocument, readAnnotated } from '../evaluate/annotated.ts';
import { readEncyclopaedia } from '../evaluate/encyclopaedia.ts';
import { readJudged } from '../evaluate/judged.ts';
import { goldEntities, type Judge, makeJudge } from '../evaluate/match-relations.ts';
import type { NewsSplit } from '../evaluate/news.ts';
import { readNewsPart } from '../evaluate/news-annotated.ts';

const FILES = ['redocred-train', 'knowledgenet-train', 're3d-train'];
/** Corpora of which we read the relations ourselves. */
const READ = ['docred-blind-train', 'docie-train'];
/** Of how many documents one is read, where not all are. */
const STEPS_OF: Readonly<Record<string, number>> = { 'knowledgenet-train': 2 };
const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    out: { type: 'string' },
    files: { type: 'string', default: FILES.join() },
    read: { type: 'string', default: READ.join() },
    news: { type: 'string', default: 'train' },
    judged: { type: 'string', default: 'yes' },
  },
});
if (values.corpora === undefined || values.out === undefined) throw new Error('Needs --corpora DIR and --out FILE.');
const DATA = new URL('../../data/', import.meta.url);
const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
const { labels } = await loadTextSession();
const steps = STEPS.slice(0, STEPS.indexOf(learnedRelationsStep));
const lines = openSync(values.out, 'w');
for (const file of values.files.split(',').filter((name) => name !== '')) {
  const documents = (readAnnotated(values.corpora, file) ?? []).filter(
    (_, place) => place % (STEPS_OF[file] ?? 1) === 0,
  );
  await writeAll(file, documents, file.startsWith('re3d'));
}
for (const corpus of values.read.split(',').filter((name) => name !== ''))
  await writeAll(corpus, readEncyclopaedia(values.corpora, corpus), false);
for (const part of values.news.split(',').filter((name) => name !== ''))
  await writeAll(`news-${part}`, readNewsPart(values.corpora, part as NewsSplit), false);
if (values.judged === 'yes') await writeAll('news-judged', readJudged(values.corpora, 'train'), false);
closeSync(lines);

async function writeAll(file: string, documents: readonly AnnotatedDocument[], sameSentence: boolean): Promise<void> {
  let [windows, pairs, stated] = [0, 0, 0];
  for (const gold of documents) {
    const extraction = await runSteps(steps, gold.document, { ontology });
    const placed: PlacedWindow[] = [];
    for await (const one of placeEntities(extraction, learnedRelationsStep.name)) placed.push(one);
    const ends = placed.flatMap(({ entities }) =>
      entities.flatMap(({ mentions }) => mentions.map(({ mention }) => mention)),
    );
    const before = new Set(extraction.mentions);
    const complete = addMentions(
      extraction,
      [...new Set(ends)].filter((mention) => !before.has(mention)),
    );
    const judge = makeJudge(complete, gold, sameSentence);
    const marked = goldEntities(complete, gold);
    for (const { window, entities } of placed) {
      const asked = askedPairs(entities, labels, ontology);
      if (asked.pairs.length === 0) continue;
      const { mentions, types } = fillEntities(window, entities, labels);
      const between = findBridges(complete, window, entities, asked.pairs, labels);
      const rows = asked.pairs.map((pair) => answer(entities, pair, gold, judge, marked));
      const { pieces, shapes } = window.input;
      const read = { file, id: gold.document.source, pieces: [...pieces], shapes: [...shapes] };
      const sizes = entities.map((entity) => entity.mentions.length);
      const [bridges, marks] = [[...between.bridges], [...between.marks]];
      const line = { ...read, mentions: [...mentions], types: [...types], sizes, asked: rows, bridges, marks };
      writeSync(lines, `${JSON.stringify(line)}\n`);
      windows += 1;
      pairs += rows.length;
      stated += rows.filter(([, , holds]) => holds.length > 0).length;
    }
  }
  process.stdout.write(
    `${file}: ${documents.length} documents, ${windows} windows, ${pairs} pairs, ${stated} related\n`,
  );
}

/** [subject, object, types that hold, types that surely do not, whether a sentence has both]. Types by place in the labels. */
type Answer = [subject: number, object: number, holds: number[], fails: number[], near: 0 | 1];

function answer(
  entities: readonly PlacedEntity[],
  [left, right]: readonly [number, number],
  gold: AnnotatedDocument,
  judge: Judge,
  marked: ReadonlyMap<string, ReadonlySet<number>>,
): Answer {
  const [subject, object] = [entities[left] as PlacedEntity, entities[right] as PlacedEntity];
  const near = subject.sentences.some((one) => object.sentences.includes(one)) ? 1 : 0;
  const row: Answer = [left, right, [], [], near];
  // Relations of what has no name are annotated only where they are clear.
  if ([subject, object].some(({ role, key }) => role === 'reference' && !marked.has(key))) return row;
  for (const [place, type] of labels.relationTypes.entries()) {
    const found = judge({ subject: subject.key, type, object: object.key });
    if (found === null) row[3].push(place);
    else if (found !== undefined && isStatedBy(subject, object, gold.ends?.get(found))) row[2].push(place);
  }
  return row;
}

/** Where the annotation names the two mentions, the things must have them: what the steps before cut off from them shows nothing. */
function isStatedBy(subject: WindowEntity, object: WindowEntity, ends?: readonly [Span, Span]): boolean {
  if (ends === undefined) return [subject, object].every(({ role }) => role !== 'reference');
  return [subject, object].every(({ mentions }, side) =>
    mentions.some(({ mention }) => overlapsSpan(mention, ends[side] as Span)),
  );
}
