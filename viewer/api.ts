// Where the page gets its facts: the server, or the data elements of an exported file. Each thing is fetched once.
import type { ClaimPayload, DocumentPayload, EntityPayload, GraphPayload, HitPayload } from '../src/server/payload.ts';
import { ask, type DeskSource, openDeskSource } from './ask-server.ts';
import { words } from './language.ts';
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
    graph: () => ask('api/graph'),
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
  const graph = readData<GraphPayload>('graph');
  const claimPlaces = new Map(graph.claims.id.map((id, place) => [id, place]));
  const entityPlaces = new Map(graph.entities.id.map((id, place) => [id, place]));
  const blocks = new Map<string, readonly unknown[]>();
  const readBlock = <Value>(name: string, block: number): readonly Value[] => {
    const key = `${name}-${block}`;
    const known = blocks.get(key) ?? readData<readonly unknown[]>(key);
    blocks.set(key, known);
    return known as readonly Value[];
  };
  const item = async <Value>(name: string, places: ReadonlyMap<string, number>, id: string): Promise<Value> => {
    const place = places.get(id) ?? -1;
    const found = place < 0 ? undefined : readBlock<Value>(name, Math.floor(place / BLOCK_SIZE))[place % BLOCK_SIZE];
    if (found === undefined) throw new Error(words().source.notInFile(id));
    return found;
  };
  const search = makeQuoteSearch(() =>
    Array.from({ length: Math.ceil(graph.claims.id.length / BLOCK_SIZE) }, (_, block) =>
      readBlock<ClaimPayload>('claims', block),
    ).flat(),
  );
  return {
    graph: async () => graph,
    claim: (id) => item('claims', claimPlaces, id),
    claims: (ids) => Promise.all(ids.map((id) => item<ClaimPayload>('claims', claimPlaces, id))),
    entity: (id) => item('entities', entityPlaces, id),
    document: async (id) => readData(`document-${id}`),
    search: async (typed) => search(typed),
    desk: null,
  };
}

function readData<Value>(id: string): Value {
  const text = document.getElementById(`data-${id}`)?.textContent;
  if (!text) throw new Error(words().source.notInFile(id));
  return JSON.parse(text) as Value;
}
