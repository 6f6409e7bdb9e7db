// `npx tsx --expose-gc scripts/bench/resolve.ts [DOCUMENTS]...`: time and memory of resolving generated folders, whose names follow Zipf's law.
import { readFileSync } from 'node:fs';
import type { Ontology } from '../../src/model/ontology.ts';
import { resolve } from '../../src/resolve/index.ts';
import { generateFolder } from './generate-folder.ts';

const sizes = process.argv.slice(2).map(Number);
const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8')) as Ontology;

for (const documents of sizes.length > 0 ? sizes : [10_000, 30_000, 100_000]) {
  const extractions = generateFolder(documents, 7);
  const mentions = extractions.reduce((sum, extraction) => sum + extraction.mentions.length, 0);
  let peak = 0;
  const started = process.cpuUsage();
  const clock = process.hrtime.bigint();
  const graph = resolve(extractions, [], ontology);
  const wall = Number(process.hrtime.bigint() - clock) / 1e9;
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  peak = Math.max(peak, process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${documents} documents, ${mentions} mentions: ${wall.toFixed(1)} s, ${seconds.toFixed(1)} s of processor time, ${Math.round((1e6 * seconds) / mentions)} µs a mention, ` +
      `${Math.round(peak)} MB at most; ${graph.entities.length} entities, ${graph.claims.length} claims, ` +
      `${graph.documents.filter(({ lineage }) => lineage.copyOf !== null).length} copies\n`,
  );
}
