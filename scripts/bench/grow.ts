// `npx tsx scripts/bench/grow.ts [DOCUMENTS]...`: what `build` takes, phase by phase, over a folder of generated files of which one is new: in a process of its own, and in one that stays.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildGraph, loadOntology } from '../../src/build-graph.ts';
import { EXTRACTOR_VERSION } from '../../src/extract/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { listFiles, readListed } from '../../src/read/index.ts';
import { engineOf, extractionVersion, GraphStore } from '../../src/store/index.ts';
import { generateFolder, moveTo } from './generate-folder.ts';

const [first = '', ...others] = process.argv.slice(2);
const FILES_A_FOLDER = 1_000;

/** Files, and a graph file that holds their extractions: made up, since reading a million names takes days. */
async function prepare(folder: string, graphPath: string, extractions: readonly Extraction[]): Promise<void> {
  const engine = engineOf(EXTRACTOR_VERSION, loadOntology());
  for (const [index, extraction] of extractions.entries()) writeArticle(folder, index, extraction);
  const store = new GraphStore(graphPath);
  for (const entry of await listFiles([folder])) {
    const number = Number(/(\d+)\.txt$/.exec(entry.source)?.[1]);
    const [document] = (await readListed(entry)).documents;
    const extraction = extractions[number];
    if (document === undefined || extraction === undefined) throw new Error(`${entry.source} cannot be read`);
    store.putExtraction(extractionVersion(engine, document), moveTo(extraction, document));
  }
  store.close();
}

function writeArticle(folder: string, index: number, { document }: Extraction): void {
  const part = join(folder, String(Math.floor(index / FILES_A_FOLDER)));
  mkdirSync(part, { recursive: true });
  const head = `---\npublisher: ${document.publisher}\ndate: ${document.publishedAt}\n---\n`;
  writeFileSync(join(part, `${index}.txt`), `${head}${document.text.trimEnd()}\n(${index})\n`);
}

/** Builds in this process, and tells what each phase took of the processor. */
async function buildAndTell(folder: string, graphPath: string, stays: boolean, from = 0): Promise<void> {
  const started = performance.now();
  const spent = new Map<string, number>([['start', processor() - from]]);
  let phase = 'list';
  let since = processor();
  const summary = await buildGraph({
    paths: [folder],
    graphPath,
    stays,
    onProgress: (event) => {
      if (event.phase === phase) return;
      spent.set(phase, (spent.get(phase) ?? 0) + processor() - since);
      since = processor();
      phase = event.phase;
    },
  });
  spent.set(phase, (spent.get(phase) ?? 0) + processor() - since);
  const told = [...spent].map(([name, seconds]) => `${name} ${seconds.toFixed(2)}`).join(', ');
  const { total, added } = summary.documents;
  process.stdout.write(
    `  ${total} documents, ${added} new: ${(processor() - from).toFixed(2)} s of processor time (${told}), ` +
      `${((performance.now() - started) / 1000).toFixed(2)} s on the clock, ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most\n`,
  );
}

function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function buildApart(folder: string, graphPath: string): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), ['build', folder, graphPath]);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The build ended with ${code}.`))));
  });
}

/** Builds, and once more each time that a file has come; ends with the other side. */
async function stayAndTell(folder: string, graphPath: string): Promise<void> {
  await buildAndTell(folder, graphPath, true);
  process.on('message', async () => {
    await buildAndTell(folder, graphPath, true, processor());
    process.send?.('done');
  });
  process.send?.('done');
}

/** A process that stays, and adds the files one by one. */
async function buildStaying(folder: string, graphPath: string, add: readonly (() => void)[]): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), ['stay', folder, graphPath]);
  try {
    await once(child, 'message');
    for (const write of add) {
      write();
      child.send('again');
      await once(child, 'message');
    }
  } finally {
    child.disconnect();
  }
}

async function measure(count: number): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'stemma-grow-'));
  const [folder, graphPath] = [join(place, 'in'), join(place, 'grown.stemma')];
  const extractions = generateFolder(count + 5, 7);
  const late = extractions.splice(count);
  try {
    await prepare(folder, graphPath, extractions);
    await buildApart(folder, graphPath);
    process.stdout.write(`  ${Math.round(statSync(graphPath).size / 1e6)} MB of file\n`);
    const add = late.map((extraction, index) => () => writeArticle(folder, count + index, extraction));
    // Two with a file more, then one of nothing new.
    for (const write of [...add.splice(0, 2), () => {}]) {
      write();
      await buildApart(folder, graphPath);
    }
    process.stdout.write('  in a process that stays:\n');
    await buildStaying(folder, graphPath, add);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

if (first === 'build') await buildAndTell(others[0] ?? '', others[1] ?? '', false);
else if (first === 'stay') await stayAndTell(others[0] ?? '', others[1] ?? '');
else for (const count of first === '' ? [1_000, 10_000] : [first, ...others].map(Number)) await measure(count);
