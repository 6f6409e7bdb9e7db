// `npx tsx scripts/bench/resolve.ts [DOCUMENTS]...`: time and memory of resolving generated folders, whose names follow Zipf's law, and of one document more.
import { readFileSync } from 'node:fs';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Graph } from '../../src/model/graph.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { makeResolver } from '../../src/resolve/index.ts';
import { generateFolder } from './generate-folder.ts';

const sizes = process.argv.slice(2).map(Number);
const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8')) as Ontology;

function measure(documents: number): void {
  const extractions = generateFolder(documents + 3, 7);
  const late = extractions.splice(documents);
  const mentions = extractions.reduce((sum, extraction) => sum + extraction.mentions.length, 0);
  const resolver = makeResolver(ontology);
  const whole = timed(() => resolver.resolve(extractions, []));
  const { entities, claims, documents: records } = whole.graph;
  const copies = records.filter(({ lineage }) => lineage.copyOf !== null).length;
  process.stdout.write(
    `${documents} documents, ${mentions} mentions: ${say(whole)}, ${Math.round((1e6 * whole.processor) / mentions)} µs a mention, ` +
      `${peak()} MB at most; ${entities.length} entities, ${claims.length} claims, ${copies} copies\n`,
  );
  let folder: readonly Extraction[] = extractions;
  for (const extraction of late) {
    folder = [...folder, extraction];
    process.stdout.write(`  one document more: ${say(timed(() => resolver.resolve(folder, [])))}\n`);
  }
  process.stdout.write(
    `  and taken away again: ${say(timed(() => resolver.resolve(extractions, [])))}, ${peak()} MB at most\n`,
  );
}

interface Timed {
  readonly graph: Graph;
  /** Seconds on the clock, and of both cores. */
  readonly wall: number;
  readonly processor: number;
}

function timed(work: () => Graph): Timed {
  const started = process.cpuUsage();
  const clock = process.hrtime.bigint();
  const graph = work();
  const wall = Number(process.hrtime.bigint() - clock) / 1e9;
  const { user, system } = process.cpuUsage(started);
  return { graph, wall, processor: (user + system) / 1e6 };
}

const say = ({ wall, processor }: Timed): string =>
  `${wall.toFixed(2)} s (${processor.toFixed(2)} s of processor time)`;

function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

for (const documents of sizes.length > 0 ? sizes : [10_000, 30_000, 100_000]) measure(documents);
