// The layout of design §9: what is an edge, what is only a claim, and where passages are cut.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkDocument, MAX_CHUNK_LENGTH } from '../../src/model/chunk-document.ts';
import type { DocumentRecord } from '../../src/model/graph.ts';
import { type GraphView, viewGraph } from '../../src/model/graph-view.ts';
import { entityLabel, OPTIONAL_PROPERTIES, safeName, toPropertyGraph } from '../../src/model/to-property-graph.ts';
import { actGraph, avoided } from '../helpers/act-graph.ts';
import { anyCharacter } from '../helpers/any-character.ts';
import { hostileGraph } from '../helpers/hostile-graph.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';
import { LONG_WORDS, manyWords, speechGraph } from '../helpers/speech-graph.ts';

const hostileView = viewGraph(hostileGraph());
const typesOf = (view: GraphView) => [...toPropertyGraph(view).relationships()].map(({ type }) => type);

describe('toPropertyGraph', () => {
  it('joins entities directly only by what is affirmed and actual', () => {
    const edges = (view: GraphView) =>
      [...toPropertyGraph(view).relationships()].filter(
        ({ from, to }) => from.label === 'Entity' && to.label === 'Entity',
      );
    expect(
      edges(sampleView)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['CITIZEN_OF', 'HEAD_OF_STATE_OF', 'MET_WITH']);
    const planned = sampleGraph.claims.map((claim) => ({ ...claim, modality: 'planned' as const }));
    expect(edges(viewGraph({ ...sampleGraph, claims: planned }))).toEqual([]);
  });

  it('gives every node and relationship an id of its own, and every relationship two ends', () => {
    for (const view of [sampleView, hostileView]) {
      const graph = toPropertyGraph(view);
      const nodes = [...graph.nodes()].map(({ labels, id }) => `${labels[0]} ${id}`);
      const relationships = [...graph.relationships()];
      const ids = relationships.map(({ type, id }) => `${type} ${id}`);
      expect(new Set(nodes).size).toBe(nodes.length);
      expect(new Set(ids).size).toBe(ids.length);
      const ends = relationships.flatMap(({ from, to }) => [`${from.label} ${from.id}`, `${to.label} ${to.id}`]);
      expect(ends.filter((end) => !nodes.includes(end))).toEqual([]);
    }
  });

  it('tells contradictions, grounds, speakers and copies', () => {
    expect(new Set(typesOf(sampleView))).toEqual(
      new Set([
        ...['HEAD_OF_STATE_OF', 'MET_WITH', 'CITIZEN_OF', 'PART_OF', 'MENTIONS', 'COPIES'],
        ...['SUBJECT', 'OBJECT', 'QUOTED_IN', 'SAID_BY', 'DERIVED_FROM', 'CONTRADICTS'],
      ]),
    );
  });

  it('has what somebody says as a claim with its words, said by the speaker, and no edge to anybody', () => {
    const graph = toPropertyGraph(viewGraph(speechGraph));
    const node = [...graph.nodes()].find(({ id }) => id === manyWords.id);
    expect(node?.properties).toMatchObject({
      predicate: 'tell',
      literalType: 'Other',
      text: LONG_WORDS,
    });
    const ties = [...graph.relationships()].filter(({ from, id }) => from.id === manyWords.id || id === manyWords.id);
    expect(ties.map(({ type, to }) => `${type} ${to.id}`).sort()).toEqual([
      `QUOTED_IN ${manyWords.evidence[0]?.documentId}`,
      `SAID_BY ${manyWords.subject}`,
      `SUBJECT ${manyWords.subject}`,
    ]);
  });

  it('has what somebody did as a claim with its words, and no node or edge for what it was done to', () => {
    const graph = toPropertyGraph(viewGraph(actGraph));
    const node = [...graph.nodes()].find(({ id }) => id === avoided.id);
    expect(node?.properties).toMatchObject({ predicate: 'avoid', literalType: 'Event', text: 'Boris Hale' });
    const ties = [...graph.relationships()].filter(({ from, id }) => from.id === avoided.id || id === avoided.id);
    expect(ties.map(({ type }) => type).sort()).toEqual(['QUOTED_IN', 'SUBJECT']);
    expect([...graph.nodes()].filter(({ labels }) => labels.includes('Entity'))).toHaveLength(4);
  });

  it('lists every property that may be absent', () => {
    const all = [...toPropertyGraph(sampleView).nodes(), ...toPropertyGraph(hostileView).nodes()];
    for (const label of ['Entity', 'Document', 'Chunk', 'Claim'] as const) {
      const nodes = all.filter((node) => node.labels[0] === label).map((node) => Object.keys(node.properties));
      const always = (nodes[0] ?? []).filter((name) => nodes.every((names) => names.includes(name)));
      const sometimes = new Set(nodes.flat().filter((name) => !always.includes(name)));
      expect([...sometimes].filter((name) => !OPTIONAL_PROPERTIES[label].includes(name))).toEqual([]);
    }
  });

  it('makes a safe name of any text', () => {
    expect(entityLabel('Claim')).toBe('Claim_');
    expect(safeName('1`) DELETE', 'Other')).toBe('_1___DELETE');
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(safeName(text, 'Other')).toMatch(/^[\p{L}_][\p{L}\p{N}_]*$/u);
      }),
      { seed: 7 },
    );
  });
});

describe('chunkDocument', () => {
  const record = (text: string, starts: readonly number[]): DocumentRecord => {
    const [first] = sampleGraph.documents;
    if (!first) throw new Error('the sample graph has no document');
    const sentences = starts.map((start, index) => [start, starts[index + 1] ?? text.length] as const);
    return { ...first, document: { ...first.document, text, blocks: [] }, sentences };
  };

  it('cuts at sentences where it can', () => {
    const sentence = `${'word '.repeat(60).trim()}. `;
    const chunks = chunkDocument(
      record(
        sentence.repeat(7),
        [0, 1, 2, 3, 4, 5, 6].map((n) => n * sentence.length),
      ),
    );
    expect(chunks.map((chunk) => chunk.text.endsWith('.'))).toEqual(chunks.map(() => true));
    expect(chunks.length).toBe(3);
  });

  it('loses nothing but white space and keeps within the bound', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 900 }), { maxLength: 8 }), (parts) => {
        const text = parts.join(' ');
        const chunks = chunkDocument(record(text, []));
        for (const chunk of chunks) {
          expect(text.slice(chunk.start, chunk.end)).toBe(chunk.text);
          expect(chunk.text.length).toBeLessThanOrEqual(MAX_CHUNK_LENGTH);
        }
        const compact = (piece: string): string => piece.replace(/\s+/g, '');
        expect(compact(chunks.map((chunk) => chunk.text).join(''))).toBe(compact(text));
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});
