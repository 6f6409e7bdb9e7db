// The whole chain on small folders: what joins, what stays apart, and that order never matters.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/resolve/index.ts';
import { entityNamed, ontology, readFolder, resolveFolder, sayClaim } from './read-folder.ts';

const FOLDER = [
  'Norwegian President Ada Quill met Boris Hale in Oslo on Monday. Quill praised the North Harbor Alliance (NHA).',
  'Ada Quill, president of Norway, traveled to Berlin. The German capital welcomed the NHA.',
  'The NHA is based in Oslo. Boris Hale leads the North Harbor Alliance.',
];

describe('resolve', () => {
  it('joins a full name across documents and gathers the passages of one claim', async () => {
    const graph = await resolveFolder(...FOLDER);
    const quill = entityNamed(graph, 'Ada Quill');
    const head = graph.claims.filter(({ type, subject }) => type === 'HEAD_OF_STATE_OF' && subject === quill.id);
    expect(head.map((claim) => sayClaim(graph, claim))).toEqual(['Ada Quill HEAD_OF_STATE_OF Norway']);
    expect(new Set(head[0]?.evidence.map(({ documentId }) => documentId)).size).toBe(2);
  });

  it('lets a demonym stand for its country', async () => {
    const graph = await resolveFolder(...FOLDER);
    expect(entityNamed(graph, 'Norway').sameAs).toEqual(['wikidata:Q20']);
  });

  it('quotes every piece of evidence from its document', async () => {
    const graph = await resolveFolder(...FOLDER);
    const texts = new Map(graph.documents.map(({ document }) => [document.id, document.text]));
    const pieces = graph.claims.flatMap(({ evidence }) => evidence);
    expect(pieces.length).toBeGreaterThan(2);
    for (const { documentId, start, end, quote } of pieces) {
      expect(texts.get(documentId)?.slice(start, end)).toBe(quote);
    }
  });

  it('gives equal graphs for every order of the documents', async () => {
    const extractions = await readFolder(FOLDER);
    const expected = resolve(extractions, [], ontology);
    fc.assert(
      fc.property(fc.shuffledSubarray(extractions, { minLength: extractions.length }), (shuffled) => {
        expect(resolve(shuffled, [], ontology)).toEqual(expected);
      }),
      { numRuns: 6, seed: 7 },
    );
  });
});
