import { afterAll, describe, expect, it } from 'vitest';
import { compareGraphs } from '../../src/cli/compare-graphs.ts';
import { diffCommand } from '../../src/cli/diff.ts';
import type { Claim, Graph } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { type EntityId, makeId } from '../../src/model/id.ts';
import { makeGraphFolder, runCommand } from '../helpers/run-command.ts';
import { sampleGraph } from '../helpers/sample-graph.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());

const second = sampleGraph.documents.find(({ document }) => document.source === 'second.txt')?.document.id;

/** The sample without its second document: what only that one says is gone, and one witness of the rest. */
function withoutSecond(): Graph {
  const stays = ({ documentId }: { readonly documentId: string }): boolean => documentId !== second;
  const mentions = sampleGraph.mentions.filter(stays);
  const ids = new Set(mentions.map(({ mention }) => mention.id));
  const entities = sampleGraph.entities
    .map((entity) => ({ ...entity, mentionIds: entity.mentionIds.filter((id) => ids.has(id)) }))
    .filter(({ mentionIds }) => mentionIds.length > 0);
  const claims = sampleGraph.claims
    .map((claim): Claim => ({ ...claim, evidence: claim.evidence.filter(stays) }))
    .filter(({ evidence, derivedFrom }) => evidence.length > 0 || derivedFrom !== null);
  const documents = sampleGraph.documents.filter(({ document }) => document.id !== second);
  return { ...sampleGraph, documents, mentions, entities, claims, decisions: [] };
}

/** The sample with every entity under another id, as after a build in which a name was read first elsewhere. */
function renamed(graph: Graph): Graph {
  const rename = <Id extends EntityId | null>(id: Id): Id => (id === null ? id : (makeId('entity', 'new', id) as Id));
  return {
    ...graph,
    entities: graph.entities.map((entity) => ({ ...entity, id: rename(entity.id) })),
    mentions: graph.mentions.map((record) => ({ ...record, entity: rename(record.entity) })),
    claims: graph.claims.map((claim) => {
      return {
        ...claim,
        id: makeId('claim', 'new', claim.id),
        subject: rename(claim.subject),
        object: rename(claim.object),
      };
    }),
    conflicts: graph.conflicts.map((each) => ({
      ...each,
      claimIds: each.claimIds.map((id) => makeId('claim', 'new', id)),
    })),
  };
}

describe('stemma diff', () => {
  it('finds nothing between a graph and itself, also where all ids are others', async () => {
    const graph = folder.store(sampleGraph);
    const run = await runCommand(diffCommand, [graph, graph]);
    expect(run).toEqual({ code: 0, out: '', said: 'The two graphs say the same.\n' });
    const { entities, merges, splits, claims, conflicts } = compareGraphs(
      viewGraph(sampleGraph),
      viewGraph(renamed(sampleGraph)),
    );
    expect([entities, merges, splits, claims, conflicts]).toEqual([
      { came: [], gone: [] },
      [],
      [],
      { came: [], gone: [], support: [] },
      { came: [], gone: [] },
    ]);
  });

  it('tells what a document brought, and what went with it', async () => {
    const [less, more] = [folder.store(withoutSecond()), folder.store(sampleGraph)];
    const brought = (await runCommand(diffCommand, [less, more])).out;
    expect(brought).toContain('Documents (1)\n  + second.txt\n');
    expect(brought).toContain('  + troops (Group)  ← second.txt\n');
    expect(brought).toMatch(/\+ troops — left → About 1,200 \[.*\] {2}← second\.txt\n/);
    const taken = (await runCommand(diffCommand, [more, less])).out;
    expect(taken).toContain('  - second.txt\n');
    expect(taken).toMatch(/- troops — left → .* {2}← second\.txt\n/);
  });

  it('tells merges, splits, other support and other conflicts', () => {
    const [one, other] = sampleGraph.entities;
    if (!one || !other) throw new Error('two entities');
    const merged: Graph = {
      ...sampleGraph,
      entities: sampleGraph.entities
        .filter(({ id }) => id !== other.id)
        .map((each) => (each.id === one.id ? { ...one, mentionIds: [...one.mentionIds, ...other.mentionIds] } : each)),
      mentions: sampleGraph.mentions.map((each) => (each.entity === other.id ? { ...each, entity: one.id } : each)),
      conflicts: [],
      decisions: sampleGraph.decisions.map((decision) => ({ ...decision, by: 'person' })),
    };
    const together = compareGraphs(viewGraph(sampleGraph), viewGraph(merged));
    expect(together.merges).toEqual([
      { names: [one.name, other.name].sort(), name: one.name, documents: [], otherwise: 'decision' },
    ]);
    expect(together.conflicts.gone).toMatchObject([{ item: { type: 'polarity' } }]);
    expect(compareGraphs(viewGraph(merged), viewGraph(sampleGraph)).splits).toMatchObject([{ name: one.name }]);

    const doubted = {
      ...sampleGraph,
      claims: sampleGraph.claims.map((claim) => ({ ...claim, independentSources: 2 })),
    };
    const { support, came, gone } = compareGraphs(viewGraph(sampleGraph), viewGraph(doubted)).claims;
    expect([came, gone, support.length]).toEqual([[], [], sampleGraph.claims.length]);
    expect(support[0]).toMatchObject({ before: 1, after: 2, documents: [], otherwise: 'reading' });
  });

  it('is refused where one is no graph', async () => {
    const graph = folder.store(sampleGraph);
    expect((await runCommand(diffCommand, [graph, folder.at('none')])).said).toMatch(/^graph-missing: .* → /);
  });
});
