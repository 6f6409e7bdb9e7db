// networkx, igraph and xmllint read what we write, hostile text included.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPython } from '../../scripts/provision/python.ts';
import { findExporter } from '../../src/export/index.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { exportText } from '../helpers/export-text.ts';
import { hostileGraph } from '../helpers/hostile-graph.ts';
import { sampleView } from '../helpers/sample-graph.ts';

const views = { sample: sampleView, hostile: viewGraph(hostileGraph()) } as const;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-readers-'));
  for (const [name, view] of Object.entries(views)) {
    for (const format of ['graphml', 'gexf', 'json']) {
      writeFileSync(join(folder, `${name}.${format}`), await exportText(findExporter(format), view));
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Prints edges as [key, source, target, predicate], sorted, from whichever reader is named.
const READ = `
import json, sys
reader, path = sys.argv[1:]
if reader == 'igraph':
    import igraph, warnings
    g = igraph.Graph.Read_GraphML(path)
    ids = g.vs['id']
    rows = [[e['claim'], ids[e.source], ids[e.target], e['predicate']] for e in g.es]
else:
    import networkx
    if reader == 'graphml': g = networkx.read_graphml(path, force_multigraph=True)
    elif reader == 'gexf': g = networkx.read_gexf(path, version='1.3')
    else: g = networkx.node_link_graph(json.load(open(path, encoding='utf-8')), edges='edges')
    rows = [[d.get('id', k), s, t, d['predicate']] for s, t, k, d in g.edges(keys=True, data=True)]
json.dump(sorted(rows), sys.stdout)
`;

const read = (reader: string, path: string) =>
  JSON.parse(execFileSync(findPython(), ['-c', READ, reader, path], { encoding: 'utf8' }));

function edgesOf(name: keyof typeof views, keep: (text: string) => string): unknown[] {
  const rows = [...views[name].claims()].map((claim) => [claim.id, claim.subject, claim.object, keep(claim.predicate)]);
  return rows.sort((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1));
}

const dropForbidden = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '');

/** Targets of literals are nodes of the export alone, so they are compared only where the claim has an object. */
function expectEdges(read: unknown[][], expected: unknown[]): void {
  expect(read.map((row, index) => ((expected[index] as unknown[])?.[2] === null ? row.with(2, null) : row))).toEqual(
    expected,
  );
}

describe.each(Object.keys(views) as (keyof typeof views)[])('the %s graph', (name) => {
  it.each([
    ['graphml', 'graphml'],
    ['igraph', 'graphml'],
    ['json', 'json'],
  ])('is read by %s', (reader, format) => {
    const keep = format === 'json' ? (text: string) => text : dropForbidden;
    expectEdges(read(reader, join(folder, `${name}.${format}`)), edgesOf(name, keep));
  });

  it.each(['graphml', 'gexf'])('is well-formed %s for xmllint', (format) => {
    execFileSync('xmllint', ['--noout', join(folder, `${name}.${format}`)]);
  });
});

describe('xmllint', () => {
  it('refuses what is not well-formed', () => {
    const path = join(folder, 'broken.graphml');
    writeFileSync(path, '<graphml>\u0001</graphml>');
    expect(() => execFileSync('xmllint', ['--noout', path], { stdio: 'ignore' })).toThrow();
  });
});
