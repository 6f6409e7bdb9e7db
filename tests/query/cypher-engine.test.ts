// Cypher without a server: the rows, the refusals, and what becomes of the engine's own faults.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim, Graph } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { makeId } from '../../src/model/id.ts';
import { type CypherEngine, openCypher } from '../../src/query/index.ts';
import { actGraph } from '../helpers/act-graph.ts';
import { hostileGraph } from '../helpers/hostile-graph.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';

let engine: CypherEngine;
beforeAll(async () => {
  engine = await openCypher(sampleView);
});
afterAll(() => engine.close());

describe('a query', () => {
  it('gives rows as JSON', async () => {
    const text = 'MATCH (p:Person)-[r:HEAD_OF_STATE_OF]->(c:Place) RETURN p.name, c.name, r.quotes';
    expect(await engine.run(text)).toEqual({
      columns: ['p.name', 'c.name', 'r.quotes'],
      rows: [['Ada Quill', 'Norland', ['Ada Quill, president of Norland, met Boris Hale on Monday']]],
    });
    const { rows } = await engine.run('MATCH (c:Claim {type: $type}) RETURN c.independentSources / 2', {
      type: 'CITIZEN_OF',
    });
    expect(rows).toEqual([[0]]);
  });

  it('finds what a name did', async () => {
    const busy = await openCypher(viewGraph(actGraph));
    const text =
      "MATCH (c:Claim {literalType: 'Event', predicate: 'avoid'})-[:SUBJECT]->(p:Person) RETURN p.name, c.text, c.polarity";
    expect((await busy.run(text)).rows).toEqual([['Ada Quill', 'Boris Hale', 'negative']]);
    busy.close();
  });

  it('takes floats for floats where they are whole', async () => {
    const whole = sampleGraph.claims.map((claim) => ({ ...claim, confidence: 1 }));
    const other = await openCypher(viewGraph({ ...sampleGraph, claims: whole }));
    expect((await other.run('MATCH (c:Claim) RETURN DISTINCT c.confidence / 2')).rows).toEqual([[0.5]]);
    expect((await other.run('MATCH ()-[r:MET_WITH]->() RETURN r.confidence / 2')).rows).toEqual([[0.5]]);
    other.close();
  });

  it.each([
    'MATCH (n) DETACH DELETE n',
    'match (n:Nope) set n.x = 1',
    'CREATE (:X)',
    '\\u0043REATE (:X)',
    'DROP INDEX a',
  ])('refuses to write: %s', async (text) => {
    await expect(engine.run(text)).rejects.toMatchObject({ code: 'bad-query' });
    expect((await engine.run('MATCH (n) RETURN count(n)')).rows).toEqual([[13]]);
  });

  it('does not take a word in a string, a comment or a property for a clause', async () => {
    const text = "MATCH (n:Person) // SET\nWHERE n.name <> 'DELETE' RETURN count(n) /* CREATE */";
    expect((await engine.run(text)).rows).toEqual([[2]]);
  });

  it('says where it is wrong', async () => {
    await expect(engine.run('MATCH (n)\nRETRUN n')).rejects.toMatchObject({
      code: 'bad-query',
      message: expect.stringMatching(/line 2, column 1[\s\S]*GRAFEO/),
    });
  });

  it('carries hostile text', async () => {
    const graph = hostileGraph();
    const other = await openCypher(viewGraph(graph));
    const names = graph.entities.map(({ name }) => name.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD'));
    expect((await other.run('MATCH (n:Entity) RETURN n.name')).rows.flat().sort()).toEqual(names.sort());
    other.close();
  });
});

describe('a pattern with too many paths', () => {
  it('is a known error, and the next query is answered', async () => {
    const other = await openCypher(viewGraph(star(300)));
    // The engine gives up past 65,535 rows in one pattern: 300 × 300 paths over the hub.
    const text = 'MATCH (a)-[:MET_WITH]-(h)-[:MET_WITH]-(b) RETURN count(*)';
    const outcome = await other.run(text).then(
      ({ rows }) => rows[0]?.[0],
      (error) => error.code,
    );
    expect([300 * 299, 'bad-query']).toContain(outcome);
    expect((await other.run('MATCH (n:Person) RETURN count(n)')).rows).toEqual([[301]]);
    other.close();
  });
});

function star(points: number): Graph {
  const [template] = sampleGraph.claims.filter((claim) => claim.type === 'MET_WITH' && claim.polarity === 'positive');
  if (!template) throw new Error('the sample graph has no meeting');
  const hub = makeId('entity', 'hub');
  const others = Array.from({ length: points }, (_, index) => makeId('entity', 'point', index));
  const claims = others.map(
    (object): Claim => ({
      ...{ ...template, id: makeId('claim', object), subject: hub, object, evidence: [] },
    }),
  );
  const entities = [hub, ...others].map((id) => ({
    ...{ id, type: 'Person', name: id, aliases: [], mentionIds: [], sameAs: [] },
  }));
  return { ...sampleGraph, documents: [], mentions: [], conflicts: [], decisions: [], entities, claims };
}
