// Where the nodes came to rest, kept in the browser between visits: a graph that was arranged once opens arranged.
import type { Facts } from './facts.ts';

const DATABASE = 'stemma';
const STORE = 'positions';
/** Graphs that are remembered; the one not opened for the longest time goes first. */
const MOST_GRAPHS = 12;

interface Kept {
  readonly key: string;
  readonly positions: Float32Array;
  /** Milliseconds since 1970, for choosing what goes. */
  readonly at: number;
}

/** Equal for graphs with equal entities and equal lines between them (FNV-1a over both, 2 × 32 bits). */
export function fingerprint({ payload, pairs }: Facts): string {
  let [high, low] = [0x811c9dc5, 0x1000193];
  const take = (number: number): void => {
    high = Math.imul(high ^ number, 0x01000193);
    low = Math.imul(low ^ (number + (high >>> 24)), 0x85ebca6b);
  };
  for (const id of payload.entities.id) for (let index = 0; index < id.length; index += 1) take(id.charCodeAt(index));
  for (let pair = 0; pair < pairs.left.length; pair += 1) {
    take(pairs.left[pair] ?? 0);
    take(pairs.right[pair] ?? 0);
  }
  return [payload.entities.id.length, pairs.left.length, high >>> 0, low >>> 0].join('-');
}

/** x, y by place; null where they are not known or the browser keeps nothing. */
export async function loadPositions(facts: Facts): Promise<Float32Array | null> {
  if (facts.payload.positions !== null) return facts.payload.positions;
  try {
    const key = fingerprint(facts);
    const database = await open();
    const kept = await settle<Kept | undefined>(database.transaction(STORE).objectStore(STORE).get(key));
    database.close();
    return kept?.positions.length === facts.entityCount * 2 ? kept.positions : null;
  } catch {
    // Private windows and strict settings forbid it: the graph is laid out anew.
    return null;
  }
}

/** Gives them to the server, which keeps them beside the graph; the page of a file keeps them in the browser. */
export async function keepPositions(facts: Facts, positions: Float32Array): Promise<void> {
  if (location.protocol === 'file:') return keepInBrowser(facts, positions);
  // Two digits are a hundredth of the width of a dot.
  const body = JSON.stringify({ positions: Array.from(positions, (number) => Math.round(number * 100) / 100) });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('api/arrangement', { method: 'POST', headers, body }).catch(() => null);
  if (answer?.ok !== true) await keepInBrowser(facts, positions);
}

/** Never fails: what cannot be kept is laid out again next time. */
async function keepInBrowser(facts: Facts, positions: Float32Array): Promise<void> {
  try {
    const database = await open();
    const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
    await settle(store.put({ key: fingerprint(facts), positions, at: Date.now() } satisfies Kept));
    const all = await settle<IDBValidKey[]>(store.index('at').getAllKeys());
    for (const key of all.slice(0, -MOST_GRAPHS)) store.delete(key);
    database.close();
  } catch {
    // As above.
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex('at', 'at');
  };
  return settle(request);
}

function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
