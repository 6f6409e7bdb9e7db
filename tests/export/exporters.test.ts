// Each export is read back by a reader that is not ours, and tells the same graph.
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import * as gexf from 'graphology-gexf';
import * as graphml from 'graphology-graphml';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { EXPORTERS, findExporter } from '../../src/export/index.ts';
import { type GraphView, viewGraph } from '../../src/model/graph-view.ts';
import { actGraph, avoided } from '../helpers/act-graph.ts';
import { anyCharacter } from '../helpers/any-character.ts';
import { exportText } from '../helpers/export-text.ts';
import { hostileGraph } from '../helpers/hostile-graph.ts';
import { parseJsonl } from '../helpers/parse-jsonl.ts';
import { sampleView } from '../helpers/sample-graph.ts';
import { LONG_WORDS, manyWords, speechGraph } from '../helpers/speech-graph.ts';

const hostileView = viewGraph(hostileGraph());
const emptyView = viewGraph({ ...hostileGraph([]), model: 'none' });
const exportAs = (name: string, view: GraphView): Promise<string> => exportText(findExporter(name), view);
const dropForbidden = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '');

/** Claims that are an edge, and names of the entities, as any reader of a flat format must find them. */
function expectSameGraph(view: GraphView, graph: MultiDirectedGraph, nameOf: (node: string) => unknown): void {
  const claims = [...view.claims()];
  expect(graph.edges().sort()).toEqual(claims.map((claim) => claim.id).sort());
  for (const claim of claims) {
    expect(graph.source(claim.id)).toBe(claim.subject);
    if (claim.object !== null) expect(graph.target(claim.id)).toBe(claim.object);
    const quotes = graph.getEdgeAttribute(claim.id, 'quotes');
    const read = typeof quotes === 'string' ? JSON.parse(quotes) : quotes;
    expect(read).toEqual(claim.evidence.map((piece) => dropForbidden(piece.quote)));
  }
  for (const entity of view.entities()) expect(nameOf(entity.id) ?? '').toBe(dropForbidden(entity.name));
}

describe('findExporter', () => {
  it('finds every exporter by its name and says which there are', () => {
    for (const exporter of EXPORTERS) expect(findExporter(exporter.name.toUpperCase())).toBe(exporter);
    expect(() => findExporter('doc')).toThrow(/graphml, gexf, json, jsonl, csv, cypher/);
  });
});

describe('every exporter', () => {
  it('gives equal bytes twice, and writes no chunk that holds a large graph whole', async () => {
    const strings = Array.from({ length: 240 }, (_, index) => `name ${index}`);
    const large = viewGraph(hostileGraph(strings));
    for (const exporter of EXPORTERS) {
      let longest = 0;
      let total = 0;
      await exporter.write(large, {
        async write(chunk) {
          longest = Math.max(longest, chunk.length);
          total += chunk.length;
        },
      });
      expect(longest, exporter.name).toBeLessThan(total / 2);
      expect(await exportText(exporter, hostileView)).toBe(await exportText(exporter, hostileView));
    }
  });
});

describe('graphml', () => {
  it('is read back by graphology', async () => {
    for (const view of [sampleView, hostileView, emptyView]) {
      const graph = graphml.parse(MultiDirectedGraph, await exportAs('graphml', view)) as MultiDirectedGraph;
      expectSameGraph(view, graph, (node) => graph.getNodeAttribute(node, 'name'));
    }
  });

  it('keeps polarity, modality and the literal of a claim', async () => {
    const graph = graphml.parse(MultiDirectedGraph, await exportAs('graphml', sampleView)) as MultiDirectedGraph;
    const counted = [...sampleView.claims()].find((claim) => claim.literal !== null);
    const value = graph.target(counted?.id);
    expect(graph.getNodeAttributes(value)).toMatchObject({ name: 'About 1,200', value: '1200', unit: 'troops' });
    const denied = [...sampleView.claims()].find((claim) => claim.polarity === 'negative');
    expect(graph.getEdgeAttributes(denied?.id)).toMatchObject({ polarity: 'negative', disputed: true, weight: 1 });
  });
});

describe('gexf', () => {
  it('is read back by graphology', async () => {
    // graphology's reader refuses a graph without edges: that one is only well-formed.
    parseXml(await exportAs('gexf', emptyView));
    for (const view of [sampleView, hostileView]) {
      const text = await exportAs('gexf', view);
      const graph = gexf.parse(MultiDirectedGraph, text) as MultiDirectedGraph;
      expectSameGraph(view, graph, (node) => graph.getNodeAttribute(node, 'label'));
    }
  });

  it('says when an edge holds, in whole days', async () => {
    expect(await exportAs('gexf', sampleView)).toContain('start="2031-04-28" end="2031-04-28"');
    expect(await exportAs('gexf', viewGraph(hostileGraph(['2031'])))).toContain('start="2031-01-01" end="2031-02-28"');
  });
});

describe('what somebody did', () => {
  it.each(['graphml', 'gexf'])('is a node of %s that is no entity', async (name) => {
    const text = await exportAs(name, viewGraph(actGraph));
    const graph = (name === 'gexf' ? gexf : graphml).parse(MultiDirectedGraph, text) as MultiDirectedGraph;
    const { label, name: title, ...value } = graph.getNodeAttributes(graph.target(avoided.id));
    expect(label ?? title).toBe('Boris Hale');
    expect(value).toMatchObject({ value: 'avoid hale', type: 'Event' });
    expect(graph.getEdgeAttributes(avoided.id)).toMatchObject({ predicate: 'avoid', polarity: 'negative' });
  });
});

describe('what somebody says', () => {
  const view = viewGraph(speechGraph);
  const words = LONG_WORDS.replace('\n', ' ');

  it.each(['graphml', 'gexf'])('is a node of %s with all words and a short label', async (name) => {
    const text = await exportAs(name, view);
    const graph = (name === 'gexf' ? gexf : graphml).parse(MultiDirectedGraph, text) as MultiDirectedGraph;
    const { label, name: title, ...value } = graph.getNodeAttributes(graph.target(manyWords.id));
    expect((label ?? title).length).toBeLessThan(90);
    expect(value).toMatchObject({ value: words, type: 'Other' });
    expect(graph.getEdgeAttributes(manyWords.id)).toMatchObject({ predicate: 'tell', attribution: 'he' });
  });

  it.each(['jsonl', 'json', 'csv', 'cypher'])('is whole in %s', async (name) => {
    expect((await exportAs(name, view)).includes(words)).toBe(true);
  });
});

describe('xml formats', () => {
  it('are well-formed for any string', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: anyCharacter, maxLength: 12 }), { maxLength: 4 }),
        async (strings) => {
          for (const name of ['graphml', 'gexf']) parseXml(await exportAs(name, viewGraph(hostileGraph(strings))));
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});

function parseXml(text: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

describe('json', () => {
  it('is node-link data with every claim, strings untouched', async () => {
    for (const view of [sampleView, hostileView, emptyView]) {
      const data = JSON.parse(await exportAs('json', view));
      const claims = [...view.claims()];
      expect(data).toMatchObject({ directed: true, multigraph: true });
      expect(data.edges.map((edge: { key: string }) => edge.key)).toEqual(claims.map((claim) => claim.id));
      expect(data.edges.map((edge: { predicate: string }) => edge.predicate)).toEqual(
        claims.map((claim) => claim.predicate),
      );
    }
  });
});

describe('jsonl', () => {
  it('holds every record of the graph, field for field', async () => {
    for (const view of [sampleView, hostileView, emptyView]) {
      const lines = parseJsonl(await exportAs('jsonl', view));
      const of = (kind: string) => lines.filter((line) => line.kind === kind);
      const { documents, entities, claims } = view.counts;
      expect(lines[0]).toMatchObject({ model: view.model, documents, entities, claims });
      expect(lines[0]?.generator).toMatch(/^stemma \d+\.\d+\.\d+$/);
      expect(of('document').map((line) => [line.id, line.text, line.cites])).toEqual(
        [...view.documents()].map(({ document, lineage }) => [document.id, document.text, lineage.cites]),
      );
      expect(of('entity').map(({ kind, ...entity }) => entity)).toEqual(
        [...view.entities()].map(({ mentionIds, ...entity }) => entity),
      );
      expect(of('mention').map((line) => [line.id, line.document, line.start, line.form, line.entity])).toEqual(
        [...view.mentions()].map(({ mention, documentId, entity }) => [
          ...[mention.id, documentId, mention.start, mention.kind, entity],
        ]),
      );
      expect(of('claim').map(({ kind, ...claim }) => claim)).toEqual(
        [...view.claims()].map((claim) => ({
          ...claim,
          evidence: claim.evidence.map(({ documentId, cue, ...piece }) => ({
            ...{ ...piece, document: documentId, cue: cue && [cue.start, cue.end] },
          })),
        })),
      );
      expect(of('conflict').map(({ kind, claims, ...conflict }) => ({ ...conflict, claimIds: claims }))).toEqual([
        ...view.conflicts(),
      ]);
      expect(of('decision').map(({ kind, ...decision }) => decision)).toEqual([...view.decisions()]);
    }
  });

  it('has the fields of the format in its order, kinds in order and each sorted by id', async () => {
    const lines = parseJsonl(await exportAs('jsonl', sampleView));
    const kinds = ['stemma', 'document', 'entity', 'mention', 'claim', 'conflict', 'decision'];
    const ranks = lines.map((line) => kinds.indexOf(line.kind));
    expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
    const ids = lines.filter((line) => 'id' in line).map((line) => `${kinds.indexOf(line.kind)} ${line.id}`);
    expect(ids).toEqual([...ids].sort());
    const fields = (kind: string) => Object.keys(lines.find((line) => line.kind === kind) ?? {}).join(' ');
    expect(fields('document')).toBe(
      'kind id source alsoAt title publisher author publishedAt language mediaType text sentences copyOf cites',
    );
    expect(fields('claim')).toBe(
      'kind id type predicate subject object literal polarity modality attribution time derivedFrom confidence independentSources disputed evidence',
    );
    expect(fields('mention')).toBe('kind id document start end type form entity score');
    const quoted = lines.find((line) => line.kind === 'claim' && (line.evidence as unknown[]).length > 0);
    expect(Object.keys((quoted?.evidence as object[] | undefined)?.[0] ?? {}).join(' ')).toBe(
      'document start end quote subjectMention objectMention cue attribution time score by',
    );
  });
});

describe('csv', () => {
  it('has one row a quotation, one for a derived claim, and a byte order mark for Excel', async () => {
    const text = await exportAs('csv', sampleView);
    const quotations = [...sampleView.claims()].reduce((sum, claim) => sum + Math.max(1, claim.evidence.length), 0);
    expect(text.startsWith('\uFEFFclaim,subject,')).toBe(true);
    expect(text.trimEnd().split('\n')).toHaveLength(quotations + 1);
  });

  it('disarms formulas and leaves negative numbers alone', async () => {
    const text = await exportAs('csv', viewGraph(hostileGraph(['=1+1'])));
    expect(text).toContain(",'=1+1,");
    expect(text).not.toMatch(/(^|,)"?=1/m);
    expect(text).toContain(',-1.5,');
  });

  it('has its header where there is no claim', async () => {
    const header = (text: string): string => text.split('\n')[0] ?? '';
    expect(header(await exportAs('csv', emptyView))).toBe(header(await exportAs('csv', sampleView)));
  });
});
