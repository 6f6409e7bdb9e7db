// `stemma view`: serves the graph on this machine and says where.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { KnownError } from '../errors.ts';
import { serveGraph } from '../server/index.ts';
import type { Command } from './command.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';

export const viewCommand: Command = {
  options: [
    { flags: '--port <number>', summary: 'port to listen on; the next free one from 4747 without it' },
    { flags: '--no-open', summary: 'only print the address' },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run(_parameters, options, terminal) {
    const server = await serveGraph(() => openGraph(options), toPort(options.port));
    await terminal.out(options.json === true ? `${JSON.stringify({ url: server.url })}\n` : `${server.url}\n`);
    const opens = options.open !== false && terminal.isInteractive;
    if (opens) openBrowser(server.url);
    const told = opens ? 'The graph is open in your browser' : 'Open this address in a browser: the graph is there';
    terminal.say(`${told} as long as this runs. Stop it with Ctrl-C.`);
    if (!terminal.signal.aborted) await once(terminal.signal, 'abort');
    await server.close();
    return 0;
  },
};

/** @throws KnownError bad-option */
function toPort(given: string | boolean | undefined): { readonly port?: number } {
  if (typeof given !== 'string') return {};
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return { port };
  throw new KnownError(
    'bad-option',
    `view: expected a port from 0 to 65535, found ${given}`,
    'Leave --port out, or give such a number.',
  );
}

/** Hands the address to the desktop; a machine without one is no error. */
function openBrowser(url: string): void {
  const [program, ...rest] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  spawn(program ?? 'xdg-open', [...rest, url], { stdio: 'ignore', detached: true })
    .on('error', () => {}) // no desktop: the address stands in the terminal
    .unref();
}
