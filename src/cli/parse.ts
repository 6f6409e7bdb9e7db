// `stemma parse`: tokens, tags, heads and relations of any text, in CoNLL-U.
import { toConllu } from '../extract/index.ts';
import type { Command } from './command.ts';
import { extractPaths } from './extract-paths.ts';

export const parseCommand: Command = {
  options: [{ flags: '--format <format>', summary: 'conllu', choices: ['conllu'] }],
  run: (paths, options, terminal) =>
    extractPaths(paths, options, terminal, (extraction) => terminal.out(toConllu(extraction))),
};
