// The look-ups of a graph in memory give what a walk over all of it would.
import { expect, it } from 'vitest';
import { viewGraph } from '../../src/model/graph-view.ts';
import { generateGraph } from '../helpers/generated-graph.ts';

it('finds the claims of each entity and the mentions of each document, in order', () => {
  const graph = generateGraph();
  const view = viewGraph(graph);
  for (const { id } of graph.entities) {
    expect(view.claimsOf(id)).toEqual(graph.claims.filter((claim) => claim.subject === id || claim.object === id));
  }
  for (const { document } of graph.documents) {
    const own = graph.mentions.filter((record) => record.documentId === document.id);
    own.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
    expect(view.mentionsIn(document.id)).toEqual(own);
  }
  expect(view.claimsOf('e0' as never)).toEqual([]);
});
