// `npm run bench`: speed, memory and start-up of the whole extraction beside other tools, in one run and as ratios.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONTENDERS } from './contenders.ts';
import { measureCoreNlp } from './corenlp.ts';
import { describeProcessor } from './processor.ts';
import { makeTexts } from './texts.ts';
import type { Measurement } from './worker.ts';

const USAGE = `npm run bench -- [--documents N] [--rounds N] [--threads N]... [--corenlp] [--json]
  --documents N  texts of about 500 words (60)
  --rounds N     each contender is measured so often, in turn; the quickest round counts (3)
  --threads N    threads of the graphs; once for each number (1 and 2)
  --corenlp      CoreNLP too, once: fetches 1.1 GB by Maven, takes minutes and 7 GB of memory
  --json         all measurements as JSON on standard output`;

interface Row extends Measurement {
  readonly threads: number;
}

process.exitCode = await bench();

async function bench(): Promise<number> {
  const options = readOptions();
  if (options === null) return 2;
  const present = CONTENDERS.filter(({ package: needed }) => needed === null || isInstalled(needed));
  const rows: Row[] = [];
  const texts = JSON.stringify(await makeTexts(options.documents));
  for (let round = 0; round < options.rounds; round += 1)
    for (const { name } of present)
      for (const threads of name === 'stemma' ? options.threads : [1])
        rows.push({ ...runWorker(name, texts, threads), threads });
  if (options.corenlp) rows.push({ ...(await measureCoreNlp(options.documents)), threads: 1 });
  process.stderr.write(`on ${describeProcessor()}, Node ${process.version}\n`);
  const best = quickest(rows);
  process.stdout.write(options.json ? `${JSON.stringify(best, null, 2)}\n` : table(best));
  for (const { name } of CONTENDERS)
    if (!present.some((each) => each.name === name)) process.stderr.write(`not installed: ${name}\n`);
  return 0;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        documents: { type: 'string', default: '60' },
        rounds: { type: 'string', default: '3' },
        threads: { type: 'string', multiple: true, default: ['1', '2'] },
        corenlp: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const number = (text: string): number => {
      const value = Number(text);
      if (!Number.isInteger(value) || value < 1) throw new Error(`Not a number from 1: ${text}`);
      return value;
    };
    return {
      documents: number(values.documents),
      rounds: number(values.rounds),
      threads: values.threads.map(number),
      corenlp: values.corenlp,
      json: values.json,
    };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    return null;
  }
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** A process of its own, so that memory and start-up are its own too: what reads the sample's files is not among them. `texts`: as JSON. */
function runWorker(name: string, texts: string, threads: number): Measurement {
  const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', worker, name, `${threads}`], {
    encoding: 'utf8',
    input: texts,
    env: { ...process.env, STEMMA_THREADS: `${threads}` },
  });
  if (status !== 0) throw new Error(`bench: ${name} failed\n${stderr}`);
  return JSON.parse(stdout) as Measurement;
}

function quickest(rows: readonly Row[]): Row[] {
  const best = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.contender} ${row.threads}`;
    if (row.seconds < (best.get(key)?.seconds ?? Number.POSITIVE_INFINITY)) best.set(key, row);
  }
  return [...best.values()];
}

/** Ratios are against our own pipeline with the most threads. */
function table(rows: readonly Row[]): string {
  const own = rows
    .filter(({ contender }) => contender === 'stemma')
    .sort((left, right) => right.threads - left.threads)[0];
  const header = [
    '',
    'documents/s',
    'words/s',
    'processor ms/document',
    'of the first',
    'start ms',
    'RSS MB',
    'speed ratio',
    'RSS ratio',
  ];
  const lines = rows.map((row) => [
    `${row.contender}, ${row.threads} thread${row.threads > 1 ? 's' : ''}`,
    (row.documents / row.seconds).toFixed(1),
    (row.words / row.seconds).toFixed(0),
    ((1_000 * row.processorSeconds) / row.documents).toFixed(0),
    row.firstMilliseconds?.toFixed(0) ?? '-',
    row.startMilliseconds.toFixed(0),
    row.megabytes.toFixed(0),
    own ? (own.seconds / row.seconds).toFixed(2) : '-',
    own ? (row.megabytes / own.megabytes).toFixed(2) : '-',
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const render = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return `${[header, ...lines].map(render).join('\n')}\n`;
}
