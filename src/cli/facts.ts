// `stemma facts`: the open facts of any text, one a line.
import { toFactLine } from '../extract/index.ts';
import type { Command } from './command.ts';
import { extractPaths, JSON_LINES_OPTION, ONTOLOGY_OPTION } from './extract-paths.ts';

export const factsCommand: Command = {
  options: [{ flags: '--format <format>', summary: 'jsonl', choices: ['jsonl'] }, ONTOLOGY_OPTION, JSON_LINES_OPTION],
  run: (paths, options, terminal) =>
    extractPaths(paths, options, terminal, async (extraction) => {
      for (const fact of extraction.facts) await terminal.out(`${JSON.stringify(toFactLine(extraction, fact))}\n`);
    }),
};
