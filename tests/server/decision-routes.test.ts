// What a person decides over the server: parted, joined, taken back, asked; and who may not.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readJudgements } from '../../src/change-graph.ts';
import type { GraphView, StoredGraph } from '../../src/model/graph-view.ts';
import { changeHere } from '../../src/server/change-thread.ts';
import type { DeskPayload, OutcomePayload, QuestionPayload } from '../../src/server/decision-payload.ts';
import { makeRoutes } from '../../src/server/routes.ts';
import { openStoredGraph } from '../../src/store/index.ts';
import { storeNames } from '../helpers/named-graph.ts';
import { makeGraphFolder } from '../helpers/run-command.ts';
import { sampleView } from '../helpers/sample-graph.ts';

const HOST = '127.0.0.1:4747';
const TEXTS = {
  'north/a.txt': '[Ivo Rendel] came to the mine with [Tova Lindqvist].',
  'north/b.txt': '[Ivo Rendel] left the mine. [T. Marrow] stayed.',
  'south/c.txt': '[Ivo Rendel] sings. [Tom Marrow] listens.',
};

const folder = makeGraphFolder();
let path = '';
let view: StoredGraph;
let app: ReturnType<typeof makeRoutes>;
let made = 0;
/** What changes wait for. */
let gate: Promise<void> = Promise.resolve();

beforeEach(() => {
  made += 1;
  path = folder.at(`names-${made}.stemma`);
  storeNames(path, TEXTS);
  view = openStoredGraph(path);
  gate = Promise.resolve();
  app = makeRoutes({
    ...{ view, title: 'names', files: new Map(), hosts: () => new Set([HOST]) },
    desk: {
      path,
      change: async (change) => {
        await gate;
        return changeHere(path, change);
      },
      reopen(): GraphView {
        view.close();
        view = openStoredGraph(path);
        return view;
      },
    },
  });
  return () => view.close();
});
afterAll(() => folder.dispose());

const OWN = { origin: `http://${HOST}`, 'content-type': 'application/json' };

async function post(
  address: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = OWN,
): Promise<{ status: number; body: OutcomePayload }> {
  const response = await app.request(`http://${HOST}${address}`, {
    method: 'POST',
    headers: { host: HOST, ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as OutcomePayload };
}

async function get<Value>(address: string): Promise<Value> {
  return (await (await app.request(`http://${HOST}${address}`, { headers: { host: HOST } })).json()) as Value;
}

/** Each entity of that name with its number of mentions; the server must know it by that id. */
async function named(name: string): Promise<{ id: string; mentions: number }[]> {
  const found = [...view.entities()].filter((entity) => entity.name === name);
  for (const { id } of found) expect(await get(`/api/entities/${id}`)).toMatchObject({ id });
  return found.map(({ id, mentionIds }) => ({ id, mentions: mentionIds.length }));
}

const documentOf = (source: string): string =>
  [...view.documents()].find(({ document }) => document.source === source)?.document.id ?? '';

it('answers other questions while a decision is drawn, and makes one change after the other', async () => {
  const [rendel] = await named('Ivo Rendel');
  const order: string[] = [];
  let open = (): void => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const split = post('/api/split', { entity: rendel?.id, documents: [documentOf('south/c.txt')] });
  // Asked for before the first change is made, it is judged by the graph after it.
  const undo = post('/api/undo', { act: 1, draw: true });
  await get(`/api/entities/${rendel?.id}`);
  order.push('asked');
  open();
  const done = [split, undo].map((change, turn) => change.then(({ status }) => order.push(`${turn} ${status}`)));
  await Promise.all(done);
  expect(order).toEqual(['asked', '0 200', '1 200']);
  expect((await named('Ivo Rendel')).map(({ mentions }) => mentions)).toEqual([3]);
});

describe('deciding', () => {
  it('parts a document from a name, shows the new graph, and takes it back', async () => {
    const [rendel] = await named('Ivo Rendel');
    expect(rendel?.mentions).toBe(3);
    const { status, body } = await post('/api/split', { entity: rendel?.id, documents: [documentOf('south/c.txt')] });
    expect(status).toBe(200);
    expect(body.act).toBe(1);
    expect((await named('Ivo Rendel')).map(({ mentions }) => mentions).sort()).toEqual([1, 2]);
    expect(body.entities).toHaveLength(2);
    expect((await named('Ivo Rendel')).map(({ id }) => id)).toEqual(expect.arrayContaining([...body.entities]));
    expect((await post('/api/undo', { act: 1, draw: true })).body.act).toBe(0);
    expect(await named('Ivo Rendel')).toEqual([rendel]);
  });

  it('joins two names by their ids, and keeps that a person did', async () => {
    const [left] = await named('Tova Lindqvist');
    const [right] = await named('Tom Marrow');
    const asked = { verdict: 'same', left: left?.id, right: right?.id, draw: true };
    const { body } = await post('/api/decisions', asked);
    expect(body.entities).toHaveLength(1);
    expect([...view.entities()].find(({ id }) => id === body.entities[0])?.mentionIds.length).toBeGreaterThan(1);
    expect(readJudgements(path)[0]?.decision).toMatchObject({ verdict: 'same', by: 'person' });
    expect(readJudgements(path)[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('keeps an answer without drawing, and draws when asked', async () => {
    const [left] = await named('Tova Lindqvist');
    const [right] = await named('Tom Marrow');
    const asked = { verdict: 'same', left: left?.id, right: right?.id, draw: false };
    expect((await post('/api/decisions', asked)).body).toEqual({ act: 1, entities: [] });
    expect(await named('Tova Lindqvist')).toEqual([left]);
    await post('/api/draw', {});
    expect((await named('Tova Lindqvist'))[0]?.mentions ?? 0).not.toBe(left?.mentions);
  });

  it('refuses what earlier decisions forbid, drawn or not', async () => {
    const [[tova], [tom]] = [await named('Tova Lindqvist'), await named('Tom Marrow')];
    const asked = { left: tova?.id, right: tom?.id };
    const [rendel] = await named('Ivo Rendel');
    await post('/api/decisions', { ...asked, verdict: 'different', draw: false });
    await post('/api/decisions', { verdict: 'same', left: tova?.id, right: rendel?.id, draw: false });
    for (const draw of [false, true]) {
      const { status, body } = await post('/api/decisions', {
        verdict: 'same',
        left: rendel?.id,
        right: tom?.id,
        draw,
      });
      expect(status).toBe(403);
      expect(JSON.stringify(body)).toContain('earlier decisions say otherwise');
    }
    expect(readJudgements(path)).toHaveLength(2);
  });

  it('takes back only the act that the page means', async () => {
    const [left] = await named('Tova Lindqvist');
    const [right] = await named('Tom Marrow');
    const asked = { verdict: 'unsure', left: left?.id, right: right?.id, draw: false };
    await post('/api/decisions', asked);
    await post('/api/decisions', asked);
    expect((await post('/api/undo', { act: 1, draw: false })).status).toBe(403);
    expect((await post('/api/undo', { act: 2, draw: false })).body.act).toBe(1);
  });

  it('asks what `stemma review` asks, and no pair twice', async () => {
    const before = await get<QuestionPayload[]>('/api/questions');
    expect((await get<DeskPayload>('/api/desk')).questions).toBe(before.length);
    const [question] = before;
    expect(question?.left.surface).toMatch(/Marrow|Rendel|Lindqvist/);
    const ends = { left: question?.left.mention, right: question?.right.mention };
    await post('/api/decisions', { verdict: 'different', ...ends, draw: false });
    const after = await get<QuestionPayload[]>('/api/questions');
    expect(after).toEqual(before.slice(1));
  });
});

describe('who may decide', () => {
  it.each([
    ['a page that names no origin', { 'content-type': 'application/json' }],
    ['a foreign page', { origin: 'https://evil.example', 'content-type': 'application/json' }],
    ['a form', { origin: `http://${HOST}`, 'content-type': 'text/plain' }],
    ['a foreign host', { ...OWN, host: 'evil.example:4747' }],
  ])('is not %s', async (_, headers) => {
    const { status } = await post('/api/draw', {}, headers);
    expect(status).toBe(403);
    expect(readJudgements(path)).toEqual([]);
  });

  it.each([
    ['nothing', '/api/decisions', {}],
    ['a verdict that there is not', '/api/decisions', { verdict: 'maybe', left: 'a', right: 'b', draw: true }],
    ['a name that there is not', '/api/decisions', { verdict: 'same', left: 'a', right: 'b', draw: true }],
    ['no document', '/api/split', { entity: 'e', documents: [] }],
    ['an act that there is not', '/api/undo', { act: 7, draw: true }],
  ])('says no to %s, and keeps nothing', async (_, address, body) => {
    expect((await post(address, body)).status).toBeGreaterThanOrEqual(403);
    expect(readJudgements(path)).toEqual([]);
  });

  it('says no to one and the same name, and to parting all documents', async () => {
    const [rendel] = await named('Ivo Rendel');
    const both = { verdict: 'different', left: rendel?.id, right: rendel?.id, draw: true };
    expect((await post('/api/decisions', both)).status).toBe(403);
    const documents = Object.keys(TEXTS).map(documentOf);
    expect((await post('/api/split', { entity: rendel?.id, documents })).status).toBe(403);
    expect(readJudgements(path)).toEqual([]);
  });

  it('is nobody where the graph lies in no file', async () => {
    app = makeRoutes({ view: sampleView, title: '', files: new Map(), hosts: () => new Set([HOST]) });
    expect(await get<DeskPayload>('/api/desk')).toEqual({ canDecide: false, questions: 0 });
    expect((await post('/api/draw', {})).status).toBe(403);
  });

  it('is nobody by reading', async () => {
    for (const address of ['/api/decisions', '/api/split', '/api/undo', '/api/draw']) {
      const response = await app.request(`http://${HOST}${address}`, { headers: { host: HOST } });
      expect(response.status).toBe(404);
    }
  });
});
