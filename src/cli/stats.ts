// `stemma stats`: what the graph holds, in numbers; with --accuracy how right the program was on gold data.
import { readFileSync } from 'node:fs';
import type { Command } from './command.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';

const BASELINE = new URL('../../data/baseline.json', import.meta.url);

export const statsCommand: Command = {
  options: [
    { flags: '--accuracy', summary: 'print the measured accuracy that this version was shipped with' },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run(_parameters, options, terminal) {
    if (options.accuracy === true) {
      const baseline: unknown = JSON.parse(readFileSync(BASELINE, 'utf8'));
      await terminal.out(`${JSON.stringify(baseline, null, 2)}\n`);
      return 0;
    }
    const graph = openGraph(options);
    try {
      const types = countBy([...graph.entities()].map(({ type }) => type));
      const relations = countBy([...graph.claims()].map(({ type }) => type ?? 'open'));
      if (options.json === true) {
        await terminal.out(`${JSON.stringify({ ...graph.counts, model: graph.model, types, relations })}\n`);
        return 0;
      }
      for (const [name, count] of Object.entries(graph.counts)) await terminal.out(`${name.padEnd(24)} ${count}\n`);
      await terminal.out('\nentities by type\n');
      for (const [name, count] of Object.entries(types)) await terminal.out(`  ${name.padEnd(22)} ${count}\n`);
      await terminal.out('\nstatements by type\n');
      for (const [name, count] of Object.entries(relations)) await terminal.out(`  ${name.padEnd(22)} ${count}\n`);
    } finally {
      graph.close();
    }
    return 0;
  },
};

/** Counts, the greatest first. */
function countBy(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)));
}
