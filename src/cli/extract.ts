// `stemma extract`: documents in, extractions out, one line each: the unit of work that a cluster engine can run.
import type { Command } from './command.ts';
import { extractPaths, JSON_LINES_OPTION, ONTOLOGY_OPTION } from './extract-paths.ts';

export const extractCommand: Command = {
  options: [ONTOLOGY_OPTION, JSON_LINES_OPTION],
  run: (paths, options, terminal) =>
    extractPaths(paths, options, terminal, (extraction) => terminal.out(`${JSON.stringify(extraction)}\n`)),
};
