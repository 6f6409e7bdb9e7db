// `stemma parse`: tokens, tags, heads and relations of any text, in CoNLL-U.
import { toConllu } from '../extract/index.ts';
import type { Command } from './command.ts';
import { extractPaths } from './extract-paths.ts';

export const parseCommand: Command = {
  options: [{ flags: '--format <format>', summary: 'conllu', choices: ['conllu'] }],
  run: (paths, _options, terminal) => extractPaths(paths, terminal, (extraction) => terminal.out(toConllu(extraction))),
};
