// Who may ask what of the server, and what it answers.
import { describe, expect, it } from 'vitest';
import type { GraphView } from '../../src/model/graph-view.ts';
import { makeRoutes } from '../../src/server/routes.ts';
import type { ViewerFile } from '../../src/server/viewer-files.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';

const HOST = '127.0.0.1:4747';
const files = new Map<string, ViewerFile>([
  ['/index.html', { body: '<!doctype html>', mediaType: 'text/html; charset=utf-8' }],
  ['/assets/index-1.js', { body: 'let a', mediaType: 'text/javascript; charset=utf-8' }],
]);

function ask(
  path: string,
  headers: Record<string, string> = {},
  view: GraphView = sampleView,
): Response | Promise<Response> {
  const app = makeRoutes({ view, title: 'sample', files, hosts: () => new Set([HOST, 'localhost:4747']) });
  return app.request(`http://${HOST}${path}`, { headers: { host: HOST, ...headers } });
}

describe('who may ask', () => {
  it.each([
    ['a foreign Host (DNS rebinding)', { host: 'evil.example:4747' }],
    ['our host on another port', { host: '127.0.0.1:80' }],
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['the Origin of a file', { origin: 'null' }],
    ['a script of a foreign page', { 'sec-fetch-site': 'cross-site' }],
    ['a page on another port', { 'sec-fetch-site': 'same-site' }],
  ])('refuses %s', async (_, headers) => {
    const response = await ask('/api/graph', headers);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('Quill');
  });

  it.each([
    ['its own page', { origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }],
    ['an address typed in', { 'sec-fetch-site': 'none' }],
    ['its other name', { host: 'LOCALHOST:4747' }],
  ])('answers %s', async (_, headers) => {
    expect((await ask('/api/graph', headers)).status).toBe(200);
  });

  it('lets a link from elsewhere open the page, but no script read data', async () => {
    expect((await ask('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  });

  it('sends a policy without inline code on every answer, errors included', async () => {
    for (const path of ['/', '/api/graph', '/nothing']) {
      const policy = (await ask(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
  });
});

describe('what it answers', () => {
  it('makes the graph for the page before the page asks', async () => {
    let reads = 0;
    const view: GraphView = {
      ...sampleView,
      entities: () => {
        reads += 1;
        return sampleView.entities();
      },
    };
    const app = makeRoutes({ view, title: 'sample', files, hosts: () => new Set([HOST]) });
    await new Promise((resolve) => setImmediate(resolve));
    const before = reads;
    expect(before).toBeGreaterThan(0);
    expect((await app.request(`http://${HOST}/api/graph`, { headers: { host: HOST } })).status).toBe(200);
    expect(reads).toBe(before);
  });

  it('serves the page, long-lived assets, and nothing outside', async () => {
    expect(await (await ask('/')).text()).toBe('<!doctype html>');
    expect((await ask('/assets/index-1.js')).headers.get('cache-control')).toContain('immutable');
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/', '/api', '/index.html/']) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  it('gives each thing by its id', async () => {
    const [claim] = sampleGraph.claims;
    const [entity] = sampleGraph.entities;
    const [record] = sampleGraph.documents;
    expect(await (await ask(`/api/claims/${claim?.id}`)).json()).toMatchObject({ id: claim?.id });
    const none = await (await ask(`/api/claims?ids=${claim?.id},c0`)).json();
    expect(none).toMatchObject([{ id: claim?.id }]);
    expect(await (await ask(`/api/entities/${entity?.id}`)).json()).toMatchObject({ id: entity?.id });
    expect(await (await ask(`/api/documents/${record?.document.id}`)).json()).toMatchObject({
      text: record?.document.text,
    });
  });

  it('says what it does not have, with the next action', async () => {
    const response = await ask('/api/claims/c0');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      code: 'not-found',
      message: 'server: this graph has no claim "c0".',
      hint: 'Go back to the start page.',
    });
  });

  it('refuses other methods', async () => {
    const app = makeRoutes({ view: sampleView, title: '', files, hosts: () => new Set([HOST]) });
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const own = { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/json' };
      const response = await app.request(`http://${HOST}/api/graph`, { method, headers: own });
      expect(response.status).toBe(404);
      const foreign = await app.request(`http://${HOST}/api/graph`, { method, headers: { host: HOST } });
      expect(foreign.status).toBe(403);
    }
  });

  it('shows no stack where it fails', async () => {
    const broken: GraphView = {
      ...sampleView,
      claim: () => {
        throw new Error('disk gone');
      },
    };
    const response = await ask('/api/claims/c1', {}, broken);
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(body).toContain('disk gone');
    expect(body).not.toContain('.ts');
  });
});

describe('search', () => {
  const hits = async (query: string): Promise<{ kind: string; title: string }[]> =>
    (await (await ask(`/api/search?${query}`)).json()) as { kind: string; title: string }[];

  it('needs every word, takes beginnings, and sees through case and accents', async () => {
    expect((await hits('q=ADA+qui'))[0]).toMatchObject({ kind: 'entity', title: 'Ada Quill' });
    expect((await hits('q=qu%C3%ADll'))[0]?.title).toBe('Ada Quill');
    expect(await hits('q=quill+zebra')).toEqual([]);
    expect(await hits('q=')).toEqual([]);
    expect(await hits('')).toEqual([]);
  });

  it('finds sentences and articles, at most as many as asked', async () => {
    expect((await hits('q=troops')).map((hit) => hit.kind)).toContain('claim');
    expect((await hits('q=evening')).map((hit) => hit.kind)).toEqual(['document']);
    expect(await hits('q=quill&limit=1')).toHaveLength(1);
    expect((await hits('q=quill&limit=-5')).length).toBe(1);
    expect((await hits('q=quill&limit=many')).length).toBeGreaterThan(1);
  });
});
