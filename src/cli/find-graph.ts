// Which graph is meant: `--graph`, else the only *.stemma file of the folder.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KnownError } from '../errors.ts';
import type { StoredGraph } from '../model/graph-view.ts';
import { openStoredGraph } from '../store/index.ts';
import type { CommandOption, Options } from './command.ts';

export const GRAPH_OPTION: CommandOption = {
  flags: '--graph <file>',
  summary: 'the graph; without it the only *.stemma file of this folder',
};

export const JSON_OPTION: CommandOption = { flags: '--json', summary: 'print the result as JSON' };

/**
 * Path of the graph that the options or the folder name.
 * @throws KnownError graph-missing where there is none, graph-ambiguous where there are several
 */
export function findGraph(options: Options, folder = '.'): string {
  const named = namedGraph(options);
  if (named !== null) return named;
  const only = onlyGraph(folder);
  if (only !== null) return only;
  throw new KnownError(
    'graph-missing',
    'stemma: expected a graph (*.stemma) in this folder, found none',
    'Make one with `stemma build FOLDER`, or name one with --graph FILE.',
  );
}

/**
 * Path of the graph that a build makes or updates: as findGraph, and news.stemma where there is none yet.
 * @throws KnownError graph-ambiguous where there are several
 */
export function findGraphToBuild(options: Options, folder = '.'): string {
  return namedGraph(options) ?? onlyGraph(folder) ?? 'news.stemma';
}

/** @throws KnownError bad-option where the name is empty, as that of an unset variable is */
function namedGraph({ graph }: Options): string | null {
  if (typeof graph !== 'string') return null;
  if (graph !== '') return graph;
  throw new KnownError(
    'bad-option',
    'stemma: expected a file after --graph, found an empty name',
    'Name the file, or leave --graph out.',
  );
}

function onlyGraph(folder: string): string | null {
  const found = readdirSync(folder).filter((name) => name.endsWith('.stemma'));
  const [first] = found;
  if (found.length <= 1) return first === undefined ? null : join(folder, first);
  throw new KnownError(
    'graph-ambiguous',
    `stemma: expected one graph in this folder, found ${found.length}: ${found.sort().join(', ')}`,
    'Name the one that you mean with --graph FILE.',
  );
}

/**
 * The graph that is meant, to be closed.
 * @throws KnownError as findGraph, and not-a-graph, graph-newer, graph-damaged, graph-busy, path-unreadable
 */
export function openGraph(options: Options): StoredGraph {
  return openStoredGraph(findGraph(options));
}
