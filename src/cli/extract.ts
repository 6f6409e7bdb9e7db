// `stemma extract`: documents in, extractions out, one line each: the unit of work that a cluster engine can run.
import type { Command } from './command.ts';
import { extractPaths, ONTOLOGY_OPTION } from './extract-paths.ts';
import { JSON_LINES_OPTION } from './find-graph.ts';

export const extractCommand: Command = {
  options: [ONTOLOGY_OPTION, JSON_LINES_OPTION],
  run: (paths, options, terminal) =>
    extractPaths(paths, options, terminal, (extraction) => terminal.out(`${JSON.stringify(extraction)}\n`)),
};
