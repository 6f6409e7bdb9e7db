// Makes sure that the tools of `npm test` are there: finds each, fetches what is missing, fails loudly where it cannot.
import { KnownError } from '../../src/errors.ts';
import { chromium } from './chromium.ts';
import { neo4j } from './neo4j.ts';
import { python } from './python.ts';
import type { Tool } from './tool.ts';
import { xmllint } from './xmllint.ts';

const TOOLS: readonly Tool[] = [xmllint, chromium, python, neo4j];

function provide(tool: Tool): void {
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const found = tool.find();
  if (found !== null) {
    console.log(`${tool.name}: ${found} (${seconds()})`);
    return;
  }
  console.log(`${tool.name}: missing, fetching it …`);
  tool.install();
  const fetched = tool.find();
  if (fetched === null) {
    throw new KnownError('tool-missing', `provision: ${tool.name} was installed but is not found.`, 'Put it on PATH.');
  }
  console.log(`${tool.name}: ${fetched} (fetched in ${seconds()})`);
}

try {
  for (const tool of TOOLS) provide(tool);
} catch (error) {
  if (!(error instanceof KnownError)) throw error;
  console.error(`${error.message}\n${error.hint} [${error.code}]`);
  process.exitCode = 1;
}
