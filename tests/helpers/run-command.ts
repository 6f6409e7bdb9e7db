// Runs a command of the command line in this process, with its output in memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, Options } from '../../src/cli/command.ts';
import { KnownError } from '../../src/errors.ts';
import type { Graph } from '../../src/model/graph.ts';
import { GraphStore } from '../../src/store/index.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** Gives what the command wrote and its exit code; a KnownError is code 1 with its message and hint as what was said. */
export async function runCommand(
  command: Command,
  parameters: readonly string[],
  options: Options = {},
  keys?: AsyncIterable<string>,
): Promise<Run> {
  let [out, said] = ['', ''];
  const terminal = {
    async out(text: string | Uint8Array) {
      out += typeof text === 'string' ? text : new TextDecoder().decode(text);
    },
    say(line: string) {
      said += `${line}\n`;
    },
    keys: () => keys ?? noKeys(),
    isInteractive: false,
    signal: new AbortController().signal,
  };
  try {
    return { code: await command.run(parameters, options, terminal), out, said };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { code: 1, out, said: `${said}${error.code}: ${error.message} → ${error.hint}` };
  }
}

async function* noKeys(): AsyncIterable<string> {}

export interface GraphFolder {
  at(name: string): string;
  /** Path of a new file that holds the graph. */
  store(graph: Graph): string;
  dispose(): void;
}

/** A folder of its own for graph files. */
export function makeGraphFolder(): GraphFolder {
  const path = mkdtempSync(join(tmpdir(), 'stemma-command-'));
  let made = 0;
  const folder: GraphFolder = {
    at: (name) => join(path, name),
    store(graph) {
      made += 1;
      const file = folder.at(`graph-${made}.stemma`);
      const store = new GraphStore(file);
      try {
        store.replace(store.state(), graph);
      } finally {
        store.close();
      }
      return file;
    },
    dispose: () => rmSync(path, { recursive: true, force: true }),
  };
  return folder;
}
