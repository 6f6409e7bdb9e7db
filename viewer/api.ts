// Where the page gets its facts: the server, or the data elements of an exported file. Each thing is fetched once.
import type { ClaimPayload, DocumentPayload, EntityPayload, GraphPayload, HitPayload } from '../src/server/payload.ts';
import { answerOf, ask, type DeskSource, openDeskSource } from './ask-server.ts';
import { words } from './language.ts';
import { once } from './once.ts';
import { readGraph } from './read-graph.ts';
import { readJson } from './read-json.ts';
import { makeQuoteSearch } from './search-index.ts';

export interface Source {
  graph(): Promise<GraphPayload>;
  claim(id: string): Promise<ClaimPayload>;
  /** Many at once, in that order; those that the graph no longer holds are left out. */
  claims(ids: readonly string[]): Promise<readonly ClaimPayload[]>;
  entity(id: string): Promise<EntityPayload>;
  document(id: string): Promise<DocumentPayload>;
  /** Places where the words stand, quotes included. */
  search(typed: string): Promise<readonly HitPayload[]>;
  /** Where a person decides about names; null where the page is a file. */
  readonly desk: DeskSource | null;
}

/** Claims and entities of an exported file stand in blocks of this many (BLOCK_SIZE of the exporter). */
export const BLOCK_SIZE = 200;

/** Claims asked for in one request: their ids make an address that every server takes. */
const MOST_IDS = 100;

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
  return {
    graph: async () => readGraph(await (await answerOf('api/graph')).arrayBuffer()),
    claim: (id) => ask(`api/claims/${encodeURIComponent(id)}`),
    async claims(ids) {
      const found: ClaimPayload[] = [];
      for (let start = 0; start < ids.length; start += MOST_IDS) {
        const part = ids
          .slice(start, start + MOST_IDS)
          .map(encodeURIComponent)
          .join();
        found.push(...(await ask<readonly ClaimPayload[]>(`api/claims?ids=${part}`)));
      }
      return found;
    },
    entity: (id) => ask(`api/entities/${encodeURIComponent(id)}`),
    document: (id) => ask(`api/documents/${encodeURIComponent(id)}`),
    search: (typed) => ask(`api/search?q=${encodeURIComponent(typed)}`),
    desk: openDeskSource(),
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
    if (found === undefined) throw new Error(words().source.notInFile(id));
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
    claims: (ids) => Promise.all(ids.map((id) => item<ClaimPayload>('claims', id))),
    entity: (id) => item('entities', id),
    document: async (id) => readData(`document-${id}`),
    search: async (typed) => (await search())(typed),
    desk: null,
  };
}

function readData<Value>(id: string): Value {
  return readJson(readText(id));
}

function readText(id: string): string {
  const text = document.getElementById(`data-${id}`)?.textContent;
  if (!text) throw new Error(words().source.notInFile(id));
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
