// What is shown, as files: read back by other readers, hostile names included.
import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph } from 'graphology';
import * as gexf from 'graphology-gexf';
import * as graphml from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { viewGraph } from '../../src/model/graph-view.ts';
import { makeClaimPayload } from '../../src/server/claim-payload.ts';
import { makeGraphPayload } from '../../src/server/graph-payload.ts';
import { applyFilter } from '../../viewer/facets.ts';
import { makeFacts } from '../../viewer/facts.ts';
import { type Filter, NO_FILTER } from '../../viewer/state.ts';
import { findRows, sortClaims, tableText } from '../../viewer/table-rows.ts';
import { FORMATS } from '../../viewer/take-away/formats.ts';
import { makeShownGraph, type ShownGraph } from '../../viewer/take-away/shown-graph.ts';
import { hostileGraph } from '../helpers/hostile-graph.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';
import { sampleFacts } from './sample-facts.ts';

const write = (name: string, graph: ShownGraph): string =>
  FORMATS.find((format) => format.name === name)?.write(graph) ?? '';

function shownOf(filter: Filter = NO_FILTER): ShownGraph {
  const payloads = new Map(
    sampleGraph.claims.map((claim) => [claim.id as string, makeClaimPayload(sampleView, claim)]),
  );
  return makeShownGraph(
    sampleFacts,
    applyFilter(sampleFacts, filter),
    (id) => payloads.get(id)?.evidence ?? [],
    (entity) => ({ x: entity * 10, y: entity * 20 }),
  );
}

const NAMES = ['=1+1', '<b>&"\'', '__proto__', 'constructor', 'tab\tline\nbreak', 'שלום עולם', '😀', '\u0000\u0008'];
const hostile = (): ShownGraph => {
  const facts = makeFacts(makeGraphPayload(viewGraph(hostileGraph(NAMES)), 'hostile'));
  return makeShownGraph(facts, applyFilter(facts, { ...NO_FILTER, unconnected: true }), () => []);
};

describe('what is shown', () => {
  it('holds every shown claim with its quotation, and no other', () => {
    const graph = shownOf();
    expect(graph.edges).toHaveLength(sampleGraph.claims.length);
    const met = graph.edges.find(({ type, polarity }) => type === 'MET_WITH' && polarity === 'positive');
    expect(met).toMatchObject({ quote: expect.stringContaining('met Boris Hale'), publisher: 'Norland Post' });
    const sure = shownOf({ ...NO_FILTER, polarities: ['denied'] });
    expect(sure.edges.map(({ polarity }) => polarity)).toEqual(['negative']);
    expect(sure.nodes.map(({ label }) => label).sort()).toEqual(['Ada Quill', 'Boris Hale']);
    const hale = sampleGraph.entities.find(({ name }) => name === 'Boris Hale')?.id ?? '';
    expect(shownOf({ ...NO_FILTER, speakers: [hale] }).edges).toEqual(sure.edges);
  });

  it('ends a claim about a number in a node of its own', () => {
    const { nodes, edges } = shownOf();
    const values = nodes.filter(({ type }) => type === 'Value');
    expect(values.map(({ label }) => label)).toEqual(['About 1,200 troops']);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(edges.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
  });
});

describe('files', () => {
  it.each(['graphml', 'gexf'])('%s is read back by graphology with the same nodes, edges and quotations', (name) => {
    for (const graph of [shownOf(), hostile()]) {
      const read = (name === 'gexf' ? gexf : graphml).parse(
        MultiDirectedGraph,
        write(name, graph),
      ) as MultiDirectedGraph;
      expect(read.nodes().sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
      expect(read.size).toBe(graph.edges.length);
      for (const { id, quote, source } of graph.edges) {
        const found = read.filterEdges((edge, { claim }) => edge === id || claim === id);
        expect(found).toHaveLength(1);
        expect(read.source(found[0])).toBe(source);
        expect(String(read.getEdgeAttribute(found[0], 'quote') ?? '')).toBe(quote);
      }
    }
  });

  it('csv has one row a statement and no cell that a spreadsheet would run', () => {
    for (const graph of [shownOf(), hostile()]) {
      const rows = parse(write('csv', graph), { bom: true, columns: true }) as Record<string, string>[];
      expect(rows.map(({ id }) => id)).toEqual(graph.edges.map(({ id }) => id));
      expect(rows.map(({ quote }) => quote)).toEqual(graph.edges.map(({ quote }) => quote));
      expect(Object.values(rows[0] ?? {}).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    }
    expect(write('csv', hostile())).toContain("'=1+1");
  });

  it('json is the graph itself', () => {
    const graph = hostile();
    const read = JSON.parse(write('json', graph)) as { nodes: unknown[]; links: unknown[] };
    expect(read.nodes).toEqual(graph.nodes);
    expect(read.links).toEqual(graph.edges);
  });
});

describe('the table', () => {
  const shown = applyFilter(sampleFacts, NO_FILTER);
  const rows = sortClaims(sampleFacts, shown, 'subject', false);

  it('finds rows by words in any column, whatever their case and accents', () => {
    expect(findRows(sampleFacts, rows, 'QUÍLL met denied')).toHaveLength(1);
    expect(findRows(sampleFacts, rows, ' ')).toEqual(rows);
    expect(findRows(sampleFacts, rows, 'zebra')).toEqual([]);
  });

  it('is copied with a line a row and a tab between cells', () => {
    const lines = tableText(sampleFacts, rows).split('\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(new Set(lines.map((line) => line.split('\t').length))).toEqual(new Set([6]));
    expect(lines[0]).toBe('Who or what\tRelation\tTo whom or what\tSources\tArticles\tConfidence');
  });
});
