// Where names stand in the picture: given to the server by the page, kept in the file of the graph over its builds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphView, StoredGraph } from '../../src/model/graph-view.ts';
import { makeRoutes } from '../../src/server/routes.ts';
import { GraphStore, openStoredGraph } from '../../src/store/index.ts';
import { readGraph } from '../../viewer/read-graph.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';

const HOST = '127.0.0.1:4747';
const positions = sampleGraph.entities.flatMap((_, place) => [place, 1 - place / 2]);
let folder: string;
let path: string;
let opened: StoredGraph[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-arrangement-'));
  path = join(folder, 'x.stemma');
  opened = [];
  build();
});
afterEach(() => {
  for (const view of opened) view.close();
  rmSync(folder, { recursive: true });
});

function build(): void {
  const writer = new GraphStore(path);
  expect(writer.replace(writer.state(), sampleGraph)).toBe(true);
  writer.close();
}

function open(): StoredGraph {
  const view = openStoredGraph(path);
  opened.push(view);
  return view;
}

function serve(view: GraphView) {
  const app = makeRoutes({ view, title: '', files: new Map(), hosts: () => new Set([HOST]) });
  return {
    async positions() {
      const response = await app.request(`http://${HOST}/api/graph`, { headers: { host: HOST } });
      const found = readGraph(await response.arrayBuffer()).positions;
      return found && Array.from(found);
    },
    tell: (body: unknown) =>
      app.request(`http://${HOST}/api/arrangement`, {
        method: 'POST',
        headers: { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

describe('an arrangement', () => {
  it('is there at the next opening, on the same server and on another, and after a build', async () => {
    const server = serve(open());
    expect(await server.positions()).toBeNull();
    expect(await (await server.tell({ positions })).json()).toEqual({ kept: true });
    expect(await server.positions()).toEqual(positions);
    expect(await serve(open()).positions()).toEqual(positions);
    build();
    expect(await serve(open()).positions()).toEqual(positions);
  });

  it('replaces the one before', async () => {
    const server = serve(open());
    await server.tell({ positions });
    await server.tell({ positions: positions.map((number) => number + 7) });
    expect(await serve(open()).positions()).toEqual(positions.map((number) => number + 7));
    expect(open().arrangement().size).toBe(sampleGraph.entities.length);
  });

  it('lasts as long as the server where the graph lies in no file', async () => {
    const server = serve(sampleView);
    expect(await (await server.tell({ positions })).json()).toEqual({ kept: false });
    expect(await server.positions()).toEqual(positions);
  });

  it.each([
    ['another number of names', { positions: positions.slice(2) }],
    ['what is no number', { positions: positions.map(() => 'x') }],
    ['numbers without end', { positions: positions.map(() => 1e300) }],
    ['more text than numbers need', { positions, more: '0'.repeat(100_000) }],
    ['nothing', null],
  ])('is refused with %s, and nothing changes', async (_, body) => {
    const server = serve(open());
    await server.tell({ positions });
    const response = await server.tell(body);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'bad-input' });
    expect(await serve(open()).positions()).toEqual(positions);
  });
});
