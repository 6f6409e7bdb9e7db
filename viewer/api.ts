// Where the page gets its facts: the server, or the data elements of an exported file. Each thing is fetched once.
import type {
  ClaimPayload,
  DocumentPayload,
  EntityPayload,
  ErrorPayload,
  GraphPayload,
  HitPayload,
} from '../src/server/payload.ts';
import { once, readGraph } from './read-graph.ts';
import { makeQuoteSearch } from './search-index.ts';

export interface Source {
  graph(): Promise<GraphPayload>;
  claim(id: string): Promise<ClaimPayload>;
  entity(id: string): Promise<EntityPayload>;
  document(id: string): Promise<DocumentPayload>;
  /** Places where the words stand, quotes included. */
  search(words: string): Promise<readonly HitPayload[]>;
}

/** Claims and entities of an exported file stand in blocks of this many (BLOCK_SIZE of the exporter). */
export const BLOCK_SIZE = 200;

export function openSource(): Source {
  const source = document.getElementById('data-graph') === null ? openServer() : openFile();
  return {
    ...source,
    claim: remember(source.claim),
    entity: remember(source.entity),
    document: remember(source.document),
  };
}

function remember<Value>(load: (id: string) => Promise<Value>): (id: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const promise = load(id);
    known.set(id, promise);
    // A failure is not remembered, so that a second try may succeed.
    promise.catch(() => known.delete(id));
    return promise;
  };
}

function openServer(): Source {
  const answer = async (path: string): Promise<Response> => {
    const response = await fetch(path).catch(() => {
      throw new Error('The server does not answer. Start it again with `stemma view`, then reload this page.');
    });
    if (response.ok) return response;
    const problem = (await response.json().catch(() => null)) as ErrorPayload | null;
    throw new Error(
      problem === null ? `The server answered ${response.status}.` : `${problem.message} ${problem.hint}`,
    );
  };
  const load = async <Value>(path: string): Promise<Value> => (await answer(path)).json() as Promise<Value>;
  return {
    graph: async () => readGraph(await (await answer('api/graph')).arrayBuffer()),
    claim: (id) => load(`api/claims/${encodeURIComponent(id)}`),
    entity: (id) => load(`api/entities/${encodeURIComponent(id)}`),
    document: (id) => load(`api/documents/${encodeURIComponent(id)}`),
    search: (words) => load(`api/search?q=${encodeURIComponent(words)}`),
  };
}

function openFile(): Source {
  const graph = once(async () => readGraph(await inflate(readText('graph'))));
  const places = {
    claims: once(async () => placesOf((await graph()).claims.id)),
    entities: once(async () => placesOf((await graph()).entities.id)),
  };
  const blocks = new Map<string, readonly unknown[]>();
  const readBlock = <Value>(name: string, block: number): readonly Value[] => {
    const key = `${name}-${block}`;
    const known = blocks.get(key) ?? readData<readonly unknown[]>(key);
    blocks.set(key, known);
    return known as readonly Value[];
  };
  const item = async <Value>(name: keyof typeof places, id: string): Promise<Value> => {
    const place = (await places[name]()).get(id) ?? -1;
    const found = place < 0 ? undefined : readBlock<Value>(name, Math.floor(place / BLOCK_SIZE))[place % BLOCK_SIZE];
    if (found === undefined) throw new Error(`This file holds no such thing: ${id}.`);
    return found;
  };
  const search = once(async () => {
    const { claims } = await graph();
    return makeQuoteSearch(() =>
      Array.from({ length: Math.ceil(claims.type.length / BLOCK_SIZE) }, (_, block) =>
        readBlock<ClaimPayload>('claims', block),
      ).flat(),
    );
  });
  return {
    graph,
    claim: (id) => item('claims', id),
    entity: (id) => item('entities', id),
    document: async (id) => readData(`document-${id}`),
    search: async (words) => (await search())(words),
  };
}

function readData<Value>(id: string): Value {
  return JSON.parse(readText(id)) as Value;
}

function readText(id: string): string {
  const text = document.getElementById(`data-${id}`)?.textContent;
  if (!text) throw new Error(`This file holds no such thing: ${id}.`);
  return text;
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, place) => [id, place]));
}

/** What the exporter deflated (RFC 1950) and wrote as base64. */
async function inflate(text: string): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).arrayBuffer();
}
