// The same graph as other pages show it: sigma with its defaults over graphology JSON, and cytoscape on its canvas.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Graph } from '../../src/model/graph.ts';

export interface PlainPage {
  readonly name: string;
  readonly url: string;
  /** True where `window.hover()` highlights the neighbours of the hub and returns milliseconds. */
  readonly hovers: boolean;
}

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** As the documentation of sigma shows it: import, then `new Sigma`; reducers that look neighbours up. */
const SIGMA_SCRIPT = `
import Graph from '${MODULES}/graphology';
import Sigma from '${MODULES}/sigma';
const graph = Graph.from(await (await fetch('graph.json')).json());
const renderer = new Sigma(graph, document.getElementById('stage'));
window.hover = () => {
  const hovered = 'n0';
  const started = performance.now();
  renderer.setSetting('nodeReducer', (node, data) =>
    node === hovered || graph.neighbors(hovered).includes(node) ? data : { ...data, color: '#eee', label: '' });
  renderer.setSetting('edgeReducer', (edge, data) => (graph.hasExtremity(edge, hovered) ? data : { ...data, hidden: true }));
  renderer.refresh();
  return performance.now() - started;
};
document.documentElement.dataset.ready = 'true';
`;

const CYTOSCAPE_SCRIPT = (folder: string) => `
import cytoscape from '${folder}/node_modules/cytoscape';
const { nodes, edges } = await (await fetch('graph.json')).json();
cytoscape({
  container: document.getElementById('stage'),
  elements: [
    ...nodes.map(({ key, attributes }) => ({ data: { id: key }, position: { x: attributes.x, y: attributes.y } })),
    ...edges.map(({ key, source, target }) => ({ data: { id: key, source, target } })),
  ],
  layout: { name: 'preset' },
  style: [{ selector: 'node', style: { width: 6, height: 6 } }, { selector: 'edge', style: { width: 1 } }],
});
document.documentElement.dataset.ready = 'true';
`;

/** Bundles the pages and serves them on loopback until closed. `cytoscape` is a folder with it under node_modules. */
export async function servePlainPages(graph: Graph, positions: readonly number[], cytoscape?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'stemma-bench-'));
  const scripts = new Map([
    ['sigma', SIGMA_SCRIPT],
    ...(cytoscape === undefined ? [] : ([['cytoscape', CYTOSCAPE_SCRIPT(cytoscape)]] as const)),
  ]);
  const files = new Map<string, string>([['graph.json', JSON.stringify(toGraphology(graph, positions))]]);
  for (const [name, script] of scripts) {
    const source = join(folder, `${name}.js`);
    await writeFile(source, script);
    await build({
      ...{ configFile: false, root: folder, logLevel: 'error' },
      build: {
        ...{ outDir: join(folder, 'out'), emptyOutDir: false, target: 'es2022', minify: true },
        lib: { entry: source, formats: ['es'], fileName: () => `${name}.js` },
      },
    });
    files.set(`${name}.js`, await readFile(join(folder, 'out', `${name}.js`), 'utf8'));
    files.set(
      name,
      `<!doctype html><meta charset="utf-8"><style>#stage{position:absolute;inset:0}</style><div id="stage"></div><script type="module" src="${name}.js"></script>`,
    );
  }
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    const body = files.get(path);
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.json') ? 'application/json' : 'text/html';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    pages: [...scripts.keys()].map(
      (name): PlainPage => ({ name, url: `http://127.0.0.1:${port}/${name}`, hovers: name === 'sigma' }),
    ),
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** graphology's own serialisation, with the attributes that sigma reads. */
function toGraphology({ entities, claims }: Graph, positions: readonly number[]) {
  const places = new Map(entities.map((entity, place) => [entity.id, place]));
  return {
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    attributes: {},
    nodes: entities.map((entity, place) => ({
      key: `n${place}`,
      attributes: {
        label: entity.name,
        x: positions[place * 2],
        y: positions[place * 2 + 1],
        size: 3,
        color: '#2f6db3',
      },
    })),
    edges: claims.map((claim, place) => ({
      key: `e${place}`,
      source: `n${places.get(claim.subject)}`,
      target: `n${claim.object === null ? 0 : places.get(claim.object)}`,
      attributes: { size: 1, color: '#8a857a', relation: claim.type, confidence: claim.confidence },
    })),
  };
}
