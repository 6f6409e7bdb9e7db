// Pushes to a real Neo4j: the same rows as the offline engine, nothing changed by a second push, exact removal.
import { createServer } from 'node:net';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort, type Neo4jServer, startNeo4j } from '../../scripts/provision/neo4j-server.ts';
import { findExporter } from '../../src/export/index.ts';
import type { Graph } from '../../src/model/graph.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { pushGraph } from '../../src/neo4j/index.ts';
import { openCypher } from '../../src/query/index.ts';
import { exportText } from '../helpers/export-text.ts';
import { hostileGraph } from '../helpers/hostile-graph.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';

let server: Neo4jServer;
let driver: Driver;

beforeAll(async () => {
  server = await startNeo4j();
  driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), { disableLosslessIntegers: true });
});
afterAll(async () => {
  await driver?.close();
  await server?.stop();
});

async function ask(query: string, parameters: Record<string, unknown> = {}): Promise<unknown[][]> {
  const { records } = await driver.executeQuery(query, parameters);
  return records.map((record) => [...record.values()]);
}

const address = () => ({ uri: server.uri, user: server.user, password: server.password });
const wipe = () => ask('MATCH (n) DETACH DELETE n');
const sorted = (rows: readonly (readonly unknown[])[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** Without the claim of the meeting that was denied, and without the second document's own things. */
function smallerGraph(): Graph {
  const kept = sampleGraph.claims.filter((claim) => claim.type !== 'MET_WITH');
  return { ...sampleGraph, claims: kept, conflicts: [] };
}

describe('a push', () => {
  it('gives the rows that the offline engine gives', async () => {
    await wipe();
    const summary = await pushGraph(sampleView, address());
    expect(summary.graph).toBe('stemma');
    expect(summary.nodes.created).toBe(13);
    const engine = await openCypher(sampleView);
    const queries = [
      'MATCH (p:Person)-[r:HEAD_OF_STATE_OF]->(c:Place) RETURN p.name, c.name, r.quotes',
      'MATCH (a:Entity)-[r]->(b:Entity) RETURN a.name, type(r), r.type, r.confidence, r.independentSources / 2, b.name',
      'MATCH (c:Claim)-[q:QUOTED_IN]->(d:Document) RETURN c.predicate, q.start, q.end, q.quote, d.source',
      'MATCH (c:Claim) RETURN c.id, c.value, c.unit, c.confidence / 2, c.since, c.saidBy, c.disputed',
      'MATCH (k:Chunk)-[m:MENTIONS]->(e:Entity) RETURN k.index, m.surface, m.start, e.aliases',
      'MATCH (a:Claim)-[:CONTRADICTS]->(b:Claim) RETURN a.polarity, b.polarity',
      'MATCH (n) WHERE NOT n:StemmaGraph RETURN labels(n), count(*)',
      'MATCH ()-[r]->() RETURN type(r), count(*)',
    ];
    for (const query of queries) {
      const offline = await engine.run(query);
      expect(offline.rows.length, query).toBeGreaterThan(0);
      expect(sorted(offline.rows), query).toEqual(sorted(await ask(query)));
    }
    engine.close();
  });

  it('changes nothing the second time', async () => {
    await pushGraph(sampleView, address());
    const again = await pushGraph(sampleView, address());
    expect(again.changes).toBe(0);
    expect(again.nodes.unchanged).toBe(13);
  });

  it('answers a denied meeting only where it asks for claims', async () => {
    const hale = await ask("MATCH (a:Person {name: 'Boris Hale'})-[:MET_WITH]->(b) RETURN b.name");
    expect(hale).toEqual([]);
    const claims = await ask("MATCH (c:Claim {polarity: 'negative'})-[:SUBJECT]->(a) RETURN a.name");
    expect(claims).toEqual([['Boris Hale']]);
  });

  it('removes what is gone and leaves what others made', async () => {
    await wipe();
    await pushGraph(sampleView, address());
    await ask("CREATE (:Entity:Person {id: 'mine', name: 'Own Node'})");
    await ask(
      "MATCH (a:Entity {name: 'Boris Hale'}), (o {id: 'mine'}) CREATE (o)-[:MET_WITH {note: 'mine'}]->(a) SET a.colour = 'red', a:Watched",
    );
    const summary = await pushGraph(viewGraph(smallerGraph()), address());
    expect(summary.nodes).toMatchObject({ created: 0, updated: 0, removed: 2, retired: 0 });
    expect(await ask('MATCH (c:Claim) RETURN count(c)')).toEqual([[3]]);
    expect(await ask("MATCH ({id: 'mine'})-[r:MET_WITH]->(a:Watched {colour: 'red'}) RETURN r.note, a.name")).toEqual([
      ['mine', 'Boris Hale'],
    ]);
    expect(await ask('MATCH (a:Person)-[r:MET_WITH]->() RETURN a.name')).toEqual([['Own Node']]);
    const back = await pushGraph(sampleView, address());
    expect(back.nodes.created).toBe(2);
    expect((await pushGraph(sampleView, address())).changes).toBe(0);
  });

  it('keeps a node that others hang on as a retired one, and takes it back', async () => {
    await wipe();
    await pushGraph(sampleView, address());
    await ask("MATCH (a:Entity {name: 'troops'}) CREATE (:Comment {text: 'check'})-[:ABOUT]->(a)");
    const troops = sampleGraph.entities.find((entity) => entity.name === 'troops');
    const without: Graph = {
      ...sampleGraph,
      entities: sampleGraph.entities.filter((entity) => entity !== troops),
      mentions: sampleGraph.mentions.filter((record) => record.entity !== troops?.id),
      claims: sampleGraph.claims.filter((claim) => claim.subject !== troops?.id),
    };
    const summary = await pushGraph(viewGraph(without), address());
    expect(summary.nodes).toMatchObject({ removed: 1, retired: 1 });
    expect(await ask('MATCH (:Comment)-[:ABOUT]->(n) RETURN labels(n), n.name')).toEqual([[['Retired'], 'troops']]);
    expect((await pushGraph(viewGraph(without), address())).changes).toBe(0);
    await pushGraph(sampleView, address());
    expect(await ask('MATCH (:Comment)-[:ABOUT]->(n:Entity:Group) RETURN n.name')).toEqual([['troops']]);
    expect((await pushGraph(sampleView, address())).changes).toBe(0);
  });

  it('updates a node in place: the old type label goes, an absent property too', async () => {
    await wipe();
    await pushGraph(sampleView, address());
    const changed: Graph = {
      ...sampleGraph,
      entities: sampleGraph.entities.map((entity) => ({
        ...entity,
        type: entity.type === 'Group' ? 'Product' : entity.type,
      })),
      documents: sampleGraph.documents.map((record) => ({
        ...record,
        document: { ...record.document, publisher: null },
      })),
    };
    const summary = await pushGraph(viewGraph(changed), address());
    expect(summary.nodes).toMatchObject({ created: 0, updated: 3, removed: 0 });
    expect(await ask("MATCH (n {name: 'troops'}) RETURN labels(n)")).toEqual([[['Entity', 'Product']]]);
    expect(await ask('MATCH (d:Document) RETURN d.publisher')).toEqual([[null], [null]]);
  });

  it('keeps two graphs in one database apart', async () => {
    await wipe();
    await pushGraph(sampleView, { ...address(), graph: 'one' });
    await pushGraph(sampleView, { ...address(), graph: 'two' });
    const empty: Graph = { ...smallerGraph(), documents: [], entities: [], mentions: [], claims: [], decisions: [] };
    await pushGraph(viewGraph(empty), { ...address(), graph: 'one' });
    expect(await ask('MATCH (n:Entity|Claim|Document|Chunk) RETURN n.stemma, count(*)')).toEqual([['two', 13]]);
  });

  it('refuses to take the place of another file of the same name', async () => {
    await wipe();
    await pushGraph({ ...sampleView, path: '/a/news.stemma' } as never, address());
    const hostile = { ...viewGraph(hostileGraph(['plain'])), path: '/b/news.stemma' };
    await expect(pushGraph(hostile as never, address())).rejects.toMatchObject({ code: 'bad-input' });
    expect(await ask('MATCH (n:Entity) RETURN DISTINCT n.stemma, count(*)')).toEqual([['news', 4]]);
  });

  it('carries hostile text and names whole', async () => {
    await wipe();
    const view = viewGraph(hostileGraph());
    await pushGraph(view, address());
    const names = [...view.entities()].map((entity) => entity.name.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD'));
    expect((await ask('MATCH (n:Entity) RETURN n.name')).flat().sort()).toEqual(names.sort());
    expect((await pushGraph(view, address())).changes).toBe(0);
  });

  it('equals what the Cypher script makes, which may run twice', async () => {
    for (const view of [sampleView, viewGraph(hostileGraph())]) {
      await wipe();
      const script = await exportText(findExporter('cypher'), view);
      for (const _ of [1, 2]) {
        for (const statement of script.trimEnd().split('\n')) await ask(statement.replace(/;$/, ''));
      }
      const all = 'MATCH (n) WHERE NOT n:StemmaGraph RETURN labels(n), n.id, n.name, n.text, n.aliases';
      const edges = 'MATCH (a)-[r]->(b) RETURN a.id, type(r), r.id, r.quote, r.quotes, r.confidence, r.predicate, b.id';
      const scripted = [sorted(await ask(all)), sorted(await ask(edges))];
      await wipe();
      await pushGraph(view, address());
      expect([sorted(await ask(all)), sorted(await ask(edges))]).toEqual(scripted);
    }
  });
});

describe('a push that cannot', () => {
  it('says that the server is down', async () => {
    const uri = `bolt://127.0.0.1:${await findFreePort()}`;
    await expect(pushGraph(sampleView, { ...address(), uri })).rejects.toMatchObject({
      code: 'neo4j-unreachable',
      hint: expect.stringContaining('Bolt port'),
    });
  });

  it('does not wait for ever for a silent peer', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { readonly port: number };
    const uri = `bolt://127.0.0.1:${port}`;
    await expect(pushGraph(sampleView, { ...address(), uri })).rejects.toMatchObject({ code: 'neo4j-unreachable' });
    silent.close();
  });

  it('says that the password is wrong, and the right one still works', async () => {
    for (const password of ['wrong-1', 'wrong-2', 'wrong-3', 'wrong-4']) {
      await expect(pushGraph(sampleView, { ...address(), password })).rejects.toMatchObject({ code: 'neo4j-refused' });
    }
    await driver.verifyConnectivity();
    await pushGraph(sampleView, address());
  });

  it('says that there is no such database or that the address is none', async () => {
    await expect(pushGraph(sampleView, { ...address(), database: 'nope' })).rejects.toMatchObject({
      code: 'neo4j-failed',
    });
    await expect(pushGraph(sampleView, { ...address(), uri: 'nonsense' })).rejects.toMatchObject({ code: 'bad-input' });
  });
});
