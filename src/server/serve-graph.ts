// Shows a graph in the browser: a server on loopback that serves the viewer and one graph, nothing else.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { openGraph } from '../change-graph.ts';
import { KnownError } from '../errors.ts';
import type { GraphView, StoredGraph } from '../model/graph-view.ts';
import { ChangeThread } from './change-thread.ts';
import { makeRoutes } from './routes.ts';
import { isStored } from './search-view.ts';
import { readViewerFiles } from './viewer-files.ts';

/** Where we look first when no port was asked for; the next ones follow. */
export const DEFAULT_PORT = 4747;
const PORTS_TRIED = 20;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

export interface ServeOptions {
  /** 0 for any free port; without it the first free one from 4747 on. */
  readonly port?: number;
  /** Loopback address to bind; others are refused. */
  readonly host?: string;
}

export interface RunningServer {
  readonly url: string;
  /** Ends connections, closes the port and the graph. */
  close(): Promise<void>;
}

/**
 * Serves one graph until closed.
 * @throws KnownError `port-taken` where the asked port is in use, `bad-input` for a host that others could reach,
 * `tool-missing` where the viewer was not built.
 */
export async function serveGraph(
  graph: GraphView | (() => StoredGraph),
  { port, host = '127.0.0.1' }: ServeOptions = {},
): Promise<RunningServer> {
  if (!LOOPBACK.has(host)) throw notLoopback(host);
  const files = readViewerFiles();
  let view = typeof graph === 'function' ? graph() : graph;
  const close = (): void => {
    if (isStored(view)) view.close();
  };
  let hosts: ReadonlySet<string> = new Set();
  const title = isStored(view) ? basename(view.path) : 'graph';
  const thread = isStored(view) ? new ChangeThread(view.path) : null;
  const desk =
    isStored(view) && thread !== null ? { path: view.path, reopen, change: thread.change.bind(thread) } : null;
  const app = makeRoutes({ view, title, files, hosts: () => hosts, desk });
  /** The look from before a change is closed once the next one is open. */
  function reopen(): GraphView {
    const before = view;
    if (!isStored(before)) return before;
    view = openGraph(before.path);
    before.close();
    return view;
  }
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  try {
    await listen(server, host, port);
  } catch (error) {
    close();
    throw error;
  }
  const bound = (server.address() as AddressInfo).port;
  hosts = new Set(['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${bound}`));
  const shown = host === '::1' ? '[::1]' : host;
  return {
    url: `http://${shown}:${bound}/`,
    async close() {
      await thread?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      close();
    },
  };
}

/** Binds the asked port, or the first free one where none was asked for. */
async function listen(server: Server, host: string, asked: number | undefined): Promise<void> {
  const ports =
    asked === undefined ? [...Array.from({ length: PORTS_TRIED }, (_, step) => DEFAULT_PORT + step), 0] : [asked];
  for (const port of ports) {
    if (await tryPort(server, host, port)) return;
  }
  throw new KnownError(
    'port-taken',
    `server: expected port ${asked} to be free, found another program on it.`,
    'Name another with --port, or leave --port out to take the next free one.',
  );
}

function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

function notLoopback(host: string): KnownError {
  return new KnownError(
    'bad-input',
    `server: expected a loopback address, found host "${host}".`,
    'Use 127.0.0.1; to share a graph, send the file of `stemma export html`.',
  );
}
