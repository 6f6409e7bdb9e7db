// `stemma extract`: documents in, extractions out, one line each: the unit of work that a cluster engine can run.
import type { Command } from './command.ts';
import { extractPaths } from './extract-paths.ts';

export const extractCommand: Command = {
  options: [],
  run: (paths, _options, terminal) =>
    extractPaths(paths, terminal, (extraction) => terminal.out(`${JSON.stringify(extraction)}\n`)),
};
