// `stemma remove`: takes a document out, with exactly what only it supported.
import { removeDocument } from '../change-graph.ts';
import type { Command } from './command.ts';
import { findGraph, GRAPH_OPTION, JSON_OPTION } from './find-graph.ts';

export const removeCommand: Command = {
  options: [JSON_OPTION, GRAPH_OPTION],
  async run([name = ''], options, terminal) {
    const summary = await removeDocument(findGraph(options), name);
    if (options.json === true) await terminal.out(`${JSON.stringify(summary)}\n`);
    terminal.say(`Removed ${name}, and what only it supported. It stays out until a build names it again.`);
    return 0;
  },
};
