// The one-file page: data and code that cannot break out of their elements, and a policy that allows only what is there.
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewGraph } from '../../src/model/graph-view.ts';
import { BLOCK_SIZE, embedCode, embedJson, htmlExporter, writePage } from '../../src/server/html-exporter.ts';
import type { GraphPayload } from '../../src/server/payload.ts';
import type { ViewerFile } from '../../src/server/viewer-files.ts';
import { readGraph } from '../../viewer/read-graph.ts';
import { readJson } from '../../viewer/read-json.ts';
import { exportText } from '../helpers/export-text.ts';
import { generatedView } from '../helpers/generated-graph.ts';
import { HOSTILE, hostileGraph } from '../helpers/hostile-graph.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';

const file = (body: string): ViewerFile => ({ body, mediaType: 'text/plain' });
const files = new Map([
  ['/index.html', file('')],
  ['/assets/index-a.js', file('const end = "</script>";')],
  ['/assets/layout-worker-b.js', file('onmessage = () => {};')],
  ['/assets/style-c.css', file('p{content:"</style>"}')],
]);
const page = (view = sampleView): Promise<string> =>
  exportText({ ...htmlExporter, write: (graph, sink) => writePage(graph, sink, files) }, view);

/** Data elements by name. */
function dataOf(html: string): Map<string, unknown> {
  const found = html.matchAll(/<script type="application\/json" id="data-([^"]+)">([^<]*)<\/script>/g);
  return new Map([...found].map(([, id, text]) => [id ?? '', JSON.parse(text ?? '')]));
}

function graphOf(html: string): GraphPayload {
  const [, text] = /<script type="text\/plain" id="data-graph">([^<]*)<\/script>/.exec(html) ?? [];
  const bytes = inflateSync(Buffer.from(text ?? '', 'base64'));
  return readGraph(new Uint8Array(bytes).buffer);
}

describe('the exported page', () => {
  it('holds every claim, entity and document', async () => {
    const data = dataOf(await page());
    expect([...data.keys()].sort()).toEqual(
      ['claims-0', 'entities-0', ...sampleGraph.documents.map(({ document }) => `document-${document.id}`)].sort(),
    );
  });

  it('stores claims in blocks, in the order of the columns', async () => {
    const view = generatedView();
    const html = await page(view);
    const data = dataOf(html);
    const blocks = [0, 1, 2].map((block) => data.get(`claims-${block}`) as { id: string }[]);
    expect(blocks.map((block) => block.length)).toEqual([BLOCK_SIZE, BLOCK_SIZE, view.counts.claims - 2 * BLOCK_SIZE]);
    expect(blocks.flat().map((claim) => claim.id)).toEqual(graphOf(html).claims.id);
  });

  it('allows exactly the script and the style that stand in it', async () => {
    const html = await page();
    const [, policy] = /content="([^"]*default-src[^"]*)"/.exec(html) ?? [];
    const [, script] = /<script type="module">([\s\S]*?)<\/script>/.exec(html) ?? [];
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    for (const text of [script, style]) {
      const hash = createHash('sha256')
        .update(text ?? '', 'utf8')
        .digest('base64');
      expect(policy).toContain(`'sha256-${hash}'`);
    }
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('connect-src');
  });

  it('keeps hostile strings inside their elements', async () => {
    const strings = [...HOSTILE, '</script><script>', '<!--<script>', '</style>'];
    const html = await page(viewGraph(hostileGraph(strings)));
    expect(html.match(/<script/g)).toHaveLength(html.match(/<\/script/g)?.length ?? -1);
    expect(new Set(graphOf(html).entities.name)).toEqual(new Set(readJson<string[]>(JSON.stringify(strings))));
  });

  it('brings the places that the graph keeps', async () => {
    const arrangement = new Map(sampleGraph.entities.map(({ id }, place) => [id as string, { x: place, y: 1 }]));
    const stored = { ...sampleView, search: () => [], close: () => {}, arrangement: () => arrangement };
    expect(Array.from(graphOf(await page(stored)).positions ?? [])).toEqual(
      sampleGraph.entities.flatMap((_, place) => [place, 1]),
    );
    expect(graphOf(await page()).positions).toBeNull();
  });

  it('is the same twice', async () => {
    expect(await page()).toBe(await page());
  });

  it('says which part of the viewer lacks', async () => {
    const few = new Map([...files].filter(([path]) => !path.endsWith('.css')));
    await expect(writePage(sampleView, { write: async () => {} }, few)).rejects.toMatchObject({ code: 'tool-missing' });
  });
});

describe('embedding', () => {
  it('reads any value back, and shows no <', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = embedJson(value);
        expect(text).not.toMatch(/[<\u2028\u2029]/);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('keeps the meaning of strings in code', () => {
    const code = embedCode('return ["</script>", "<!--", "<script>", "a < b", /<script/.source]');
    expect(code).not.toMatch(/<\/script|<!--|<script/);
    expect(new Function(code)()).toEqual(['</script>', '<!--', '<script>', 'a < b', '\\x3cscript']);
  });
});
