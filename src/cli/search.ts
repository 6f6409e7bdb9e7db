// `stemma search`: names, quotes and texts that hold the words.
import { KnownError } from '../errors.ts';
import type { Command } from './command.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';
import { oneLine, toPlainLine } from './terminal.ts';

export const searchCommand: Command = {
  options: [JSON_OPTION, GRAPH_OPTION],
  async run(words, options, terminal) {
    if (words.join('').trim() === '')
      throw new KnownError('bad-input', 'search: expected words, found none', 'Write some, such as: harbour strike');
    const graph = openGraph(options);
    try {
      const hits = graph.search(words.join(' '));
      if (options.json === true) await terminal.out(`${JSON.stringify(hits)}\n`);
      else
        for (const { kind, title, snippet } of hits)
          await terminal.out(
            `${kind.padEnd(8)} ${toPlainLine(oneLine(title))}\n         ${toPlainLine(oneLine(snippet))}\n`,
          );
      if (hits.length === 0) terminal.say('Nothing in this graph holds all of these words.');
    } finally {
      graph.close();
    }
    return 0;
  },
};
