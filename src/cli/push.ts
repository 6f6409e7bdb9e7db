// `stemma push`: the graph into a Neo4j server, idempotent and exact.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { KnownError } from '../errors.ts';
import { pushGraph } from '../neo4j/index.ts';
import type { Command } from './command.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';

export const pushCommand: Command = {
  options: [
    { flags: '--uri <uri>', summary: 'address of the server (default: bolt://localhost:7687)' },
    { flags: '--user <name>', summary: 'user (default: neo4j)' },
    { flags: '--database <name>', summary: 'database; the server’s own without it' },
    { flags: '--name <name>', summary: 'name of this graph in the server; the file’s name without it' },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run(_parameters, options, terminal) {
    const text = (name: string): string | undefined =>
      typeof options[name] === 'string' ? (options[name] as string) : undefined;
    const database = text('database');
    const name = text('name');
    const graph = openGraph(options);
    try {
      const summary = await pushGraph(graph, {
        uri: text('uri') ?? 'bolt://localhost:7687',
        user: text('user') ?? 'neo4j',
        password: process.env.NEO4J_PASSWORD ?? (await askPassword()),
        ...(database === undefined ? {} : { database }),
        ...(name === undefined ? {} : { graph: name }),
      });
      if (options.json === true) await terminal.out(`${JSON.stringify(summary)}\n`);
      const { nodes, relationships } = summary;
      terminal.say(
        summary.changes === 0
          ? `The server already holds “${summary.graph}” as it is: nothing changed.`
          : `Pushed “${summary.graph}”: ${nodes.created} nodes new, ${nodes.updated} updated, ${nodes.removed + nodes.retired} gone; ${relationships.created} relationships new, ${relationships.updated} updated, ${relationships.removed} gone.`,
      );
    } finally {
      graph.close();
    }
    return 0;
  },
};

/** Asks without showing what is typed. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY)
    throw new KnownError(
      'bad-input',
      'push: expected a password in NEO4J_PASSWORD, found none, and there is no terminal to ask at',
      'Set the environment variable NEO4J_PASSWORD.',
    );
  process.stderr.write('Password: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await prompt.question('');
  } finally {
    prompt.close();
    process.stderr.write('\n');
  }
}
