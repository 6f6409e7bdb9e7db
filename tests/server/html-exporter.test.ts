// The one-file page: data and code that cannot break out of their elements, and a policy that allows only what is there.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewGraph } from '../../src/model/graph-view.ts';
import { BLOCK_SIZE, embedCode, embedJson, htmlExporter, writePage } from '../../src/server/html-exporter.ts';
import type { ViewerFile } from '../../src/server/viewer-files.ts';
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

describe('the exported page', () => {
  it('holds every claim, entity and document', async () => {
    const data = dataOf(await page());
    expect([...data.keys()].sort()).toEqual(
      [
        'claims-0',
        'entities-0',
        'graph',
        ...sampleGraph.documents.map(({ document }) => `document-${document.id}`),
      ].sort(),
    );
  });

  it('stores claims in blocks, in the order of the columns', async () => {
    const view = generatedView();
    const data = dataOf(await page(view));
    const blocks = [0, 1, 2].map((block) => data.get(`claims-${block}`) as { id: string }[]);
    expect(blocks.map((block) => block.length)).toEqual([BLOCK_SIZE, BLOCK_SIZE, view.counts.claims - 2 * BLOCK_SIZE]);
    const graph = data.get('graph') as { claims: { id: string[] } };
    expect(blocks.flat().map((claim) => claim.id)).toEqual(graph.claims.id);
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
    const graph = dataOf(html).get('graph') as { entities: { name: string[] } };
    expect(new Set(graph.entities.name)).toEqual(new Set(strings));
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
