// `stemma build`: reads the paths and makes the graph match them, with a progress bar and a summary in plain words.
import { type BuildSummary, buildGraph } from '../build-graph.ts';
import { makeBuildProgress } from './build-progress.ts';
import type { Command, Options, Terminal } from './command.ts';
import { countOf } from './describe-claim.ts';
import { findGraphToBuild, JSON_OPTION } from './find-graph.ts';
import { troubleLines } from './trouble-lines.ts';
import { watchPaths } from './watch-paths.ts';

const INTERRUPTED = 1;
const STOPPING =
  'Stopping after the document at hand. What was understood so far is kept for the next build; Ctrl-C again ends at once and keeps it too.';

export const buildCommand: Command = {
  options: [
    {
      flags: '--graph <file>',
      summary: 'the graph to make or update; without it the only *.stemma file of this folder, or news.stemma',
    },
    {
      flags: '--ontology <file>',
      summary:
        'relations of your own, one a line (docs/ontology.md); the graph remembers them, `default` goes back to the built-in ones',
    },
    {
      flags: '--metonyms',
      summary:
        'let a capital or seat of government that acts ("Moscow denied") stand for its state; the graph remembers that, too',
    },
    { flags: '--no-metonyms', summary: 'keep them places again, as without either at first' },
    { flags: '--watch', summary: 'stay, and take in each change of the paths as it comes; Ctrl-C ends it' },
    { flags: '--strict', summary: 'fail where a document cannot be read' },
    JSON_OPTION,
  ],
  async run(paths, options, terminal) {
    const graphPath = findGraphToBuild(options);
    let code = await buildOnce(paths, graphPath, options, terminal);
    if (options.watch !== true || terminal.signal.aborted) return code;
    terminal.say('Waiting for changes; Ctrl-C ends.');
    for await (const _ of watchPaths(paths, terminal.signal))
      code = await buildOnce(paths, graphPath, options, terminal);
    return code;
  },
};

async function buildOnce(
  paths: readonly string[],
  graphPath: string,
  options: Options,
  terminal: Terminal,
): Promise<number> {
  const progress = makeBuildProgress(terminal, options.json === true);
  const sayStopping = (): void => {
    progress.stop();
    terminal.say(STOPPING);
  };
  terminal.signal.addEventListener('abort', sayStopping);
  try {
    const summary = await buildGraph({
      paths,
      graphPath,
      ...(typeof options.ontology === 'string' ? { ontologyPath: options.ontology } : {}),
      ...(typeof options.metonyms === 'boolean' ? { metonyms: options.metonyms } : {}),
      strict: options.strict === true,
      stays: options.watch === true,
      signal: terminal.signal,
      onProgress: progress.show,
    });
    progress.stop();
    if (options.json === true) await terminal.out(`${JSON.stringify(summary)}\n`);
    else sayInWords(summary, graphPath, terminal);
    if (summary.interrupted) return INTERRUPTED;
    return summary.failures.length > 0 ? 3 : 0;
  } finally {
    terminal.signal.removeEventListener('abort', sayStopping);
    progress.stop();
  }
}

function sayInWords(summary: BuildSummary, graphPath: string, terminal: Terminal): void {
  const { total, added, changed, removed, unchanged } = summary.documents;
  const changes = [
    added > 0 ? `${added} new` : '',
    changed > 0 ? `${changed} changed` : '',
    removed > 0 ? `${removed} gone` : '',
    unchanged > 0 ? `${unchanged} as before` : '',
  ].filter((part) => part !== '');
  for (const line of troubleLines(summary)) terminal.say(line);
  if (summary.interrupted) {
    const before = total === 0 ? 'The graph is still empty' : `The graph is as it was (${countOf(total, 'document')})`;
    terminal.say(`Stopped. ${before}; the next build goes on from here.`);
    return;
  }
  terminal.say(
    `Read ${total} document${total === 1 ? '' : 's'} (${changes.join(', ') || 'none'}): ${summary.entities} ${summary.entities === 1 ? 'entity' : 'entities'}, ${countOf(summary.claims, 'statement')}, each with its sentence.`,
  );
  if (summary.copies > 0)
    terminal.say(
      `${summary.copies} document${summary.copies === 1 ? ' repeats' : 's repeat'} another; copies count once.`,
    );
  if (summary.conflicts > 0)
    terminal.say(
      `The documents contradict one another in ${summary.conflicts} place${summary.conflicts === 1 ? '' : 's'}.`,
    );
  terminal.say(`Look at it with: stemma view --graph ${graphPath}`);
}
