// `npm run evaluate`: accuracy from raw text, step by step, with 95 % intervals, against the recorded baseline.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXTRACTOR_VERSION, extractDocument } from '../src/extract/index.ts';
import type { Extraction } from '../src/model/extraction.ts';
import type { DocumentId } from '../src/model/id.ts';
import type { Ontology } from '../src/model/ontology.ts';
import { findFalls, readBaseline, recordBaseline } from './evaluate/baseline.ts';
import type { Figure, MeasureContext } from './evaluate/measure.ts';
import { MEASURES } from './evaluate/measures/index.ts';
import { writeReadmeTable } from './evaluate/readme-table.ts';

const USAGE = `npm run evaluate -- [--corpora DIR] [--only NAME]... [--json] [--record]
  --corpora DIR  folder of annotated corpora; without it only the measures on data/gold run
  --only NAME    one of: ${MEASURES.map(({ name }) => name).join(', ')}
  --json         figures as JSON on standard output
  --record       write data/baseline.json and the table in README.md instead of comparing with them`;

const DATA = new URL('../data/', import.meta.url);
const BASELINE = new URL('baseline.json', DATA);
const README = new URL('../README.md', DATA);

process.exitCode = await evaluate();

async function evaluate(): Promise<number> {
  const options = readOptions();
  if (options === null) return 2;
  const figures: Figure[] = [];
  const notRun: { readonly name: string; readonly reason: string }[] = [];
  const context = makeContext(options.corpora ?? null);
  for (const measure of MEASURES) {
    if (options.only !== undefined && !options.only.includes(measure.name)) continue;
    const result = await measure.run(context);
    if ('reason' in result) notRun.push({ name: measure.name, reason: result.reason });
    else figures.push(...result);
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ model: EXTRACTOR_VERSION, figures, notRun }, null, 2)}\n`);
  else process.stdout.write(table(figures));
  for (const { name, reason } of notRun) process.stderr.write(`not run: ${name} (${reason})\n`);
  if (options.record) {
    recordBaseline(BASELINE, EXTRACTOR_VERSION, figures);
    writeReadmeTable(README, readBaseline(BASELINE)?.figures ?? figures);
    return 0;
  }
  const baseline = readBaseline(BASELINE);
  const falls = baseline === null ? [] : findFalls(baseline, figures);
  for (const fall of falls) process.stderr.write(`${fall}\n`);
  return falls.length > 0 ? 1 : 0;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        corpora: { type: 'string' },
        only: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
      },
    });
    const unknown = values.only?.find((name) => !MEASURES.some((measure) => measure.name === name));
    if (unknown !== undefined) throw new Error(`No measure is called ${unknown}.`);
    if (values.corpora !== undefined && !existsSync(values.corpora)) throw new Error(`No folder ${values.corpora}.`);
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    return null;
  }
}

function makeContext(corpora: string | null): MeasureContext {
  const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
  const gold = new URL('gold/', DATA);
  const done = new Map<DocumentId, Promise<Extraction>>();
  return {
    corpora,
    ontology,
    gold: existsSync(gold) ? fileURLToPath(gold) : null,
    extract(document) {
      const known = done.get(document.id) ?? extractDocument(document, { ontology });
      done.set(document.id, known);
      return known;
    },
  };
}

function table(figures: readonly Figure[]): string {
  const width = Math.max(0, ...figures.map(({ name }) => name.length));
  return figures
    .map(({ name, value, low, high, items }) => {
      const interval = `[${low.toFixed(2)}, ${high.toFixed(2)}]`;
      return `${name.padEnd(width)}  ${value.toFixed(2).padStart(6)}  ${interval.padEnd(16)}  ${items}\n`;
    })
    .join('');
}
