// `stemma view`: serves the graph on this machine and says where.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openGraph } from '../build-graph.ts';
import { serveGraph } from '../server/index.ts';
import type { Command } from './command.ts';
import { findGraph, GRAPH_OPTION } from './find-graph.ts';

export const viewCommand: Command = {
  name: 'view',
  parameters: '',
  summary: 'browse the graph in a web page on this machine',
  options: [
    { flags: '--port <number>', summary: 'port to listen on; the next free one from 4747 without it' },
    { flags: '--no-open', summary: 'only print the address' },
    GRAPH_OPTION,
  ],
  async run(_parameters, options, terminal) {
    const path = findGraph(options);
    const port = typeof options['port'] === 'string' ? Number(options['port']) : undefined;
    const server = await serveGraph(() => openGraph(path), port === undefined ? {} : { port });
    await terminal.out(`${server.url}\n`);
    terminal.say('The graph is open in your browser as long as this runs. Stop it with Ctrl-C.');
    if (options['open'] !== false && terminal.isInteractive) openBrowser(server.url);
    if (!terminal.signal.aborted) await once(terminal.signal, 'abort');
    await server.close();
    return 0;
  },
};

/** Hands the address to the desktop; a machine without one is no error. */
function openBrowser(url: string): void {
  const [program, ...rest] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  spawn(program ?? 'xdg-open', [...rest, url], { stdio: 'ignore', detached: true })
    .on('error', () => {}) // no desktop: the address stands in the terminal
    .unref();
}
