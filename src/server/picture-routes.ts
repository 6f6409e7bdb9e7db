// The graph as the picture needs it, and the place of each name once the page has arranged them.
import { Hono } from 'hono';
import { z } from 'zod';
import { KnownError } from '../errors.ts';
import type { GraphView, Spot } from '../model/graph-view.ts';
import { writeGraphBytes } from './graph-bytes.ts';
import { makeGraphPayload } from './graph-payload.ts';
import { isStored } from './search-view.ts';

/** Numbers beyond this are no picture; it also keeps them in the range of a 32-bit float. */
const FARTHEST = 1e9;
/** Characters that a number of a page takes at most, its comma included. */
const MOST_DIGITS = 32;

const ARRANGEMENT = z.object({ positions: z.array(z.number().min(-FARTHEST).max(FARTHEST)) });

/**
 * `view` gives the present look; the bytes are made once for each, the first before anybody asks, while the browser starts,
 * and again when the places were kept, for the next visit.
 */
export function makePictureRoutes(view: () => GraphView, title: string): Hono {
  const app = new Hono();
  let made: { readonly view: GraphView; readonly bytes: Uint8Array<ArrayBuffer> } | null = null;
  /** Of a graph that lies in no file, the places last as long as the server. */
  const arrangements = new WeakMap<GraphView, ReadonlyMap<string, Spot>>();
  const bytesOf = (now: GraphView): Uint8Array<ArrayBuffer> => {
    if (made?.view !== now) {
      const arrangement = arrangements.get(now) ?? arrangementOf(now);
      made = { view: now, bytes: writeGraphBytes(makeGraphPayload(now, title, arrangement)) };
    }
    return made.bytes;
  };
  const prepare = (): void => {
    setImmediate(() => {
      try {
        bytesOf(view());
      } catch {
        // The server may be closed by now; else whoever asks is told.
      }
    });
  };
  prepare();
  app.get('/graph', (context) => context.body(bytesOf(view()), 200, { 'content-type': 'application/octet-stream' }));
  app.post('/arrangement', async (context) => {
    const now = view();
    const positions = readPositions(await context.req.text(), now.counts.entities);
    const places = new Map<string, Spot>();
    for (const { id } of now.entities()) {
      const at = places.size * 2;
      places.set(id, { x: positions[at] ?? 0, y: positions[at + 1] ?? 0 });
    }
    arrangements.set(now, places);
    made = null;
    prepare();
    return context.json({ kept: isStored(now) && now.keepArrangement(places) });
  });
  return app;
}

/** @throws KnownError bad-input for what is too long, no list of numbers that can be drawn, or not of this graph */
function readPositions(text: string, entities: number): readonly number[] {
  const most = entities * 2 * MOST_DIGITS + MOST_DIGITS;
  if (text.length > most) throw badPlaces(`at most ${most} characters of places`, `${text.length}`);
  const read = ARRANGEMENT.safeParse(parse(text));
  if (!read.success) throw badPlaces(`places as numbers from ${-FARTHEST} to ${FARTHEST}`, 'something else');
  const { positions } = read.data;
  if (positions.length === entities * 2) return positions;
  throw badPlaces(`two numbers for each of ${entities} names`, `${positions.length}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a file keeps; nothing of a graph in memory. */
export function arrangementOf(view: GraphView): ReadonlyMap<string, Spot> {
  return isStored(view) ? view.arrangement() : new Map();
}

function badPlaces(expected: string, found: string): KnownError {
  return new KnownError(
    'bad-input',
    `server: expected ${expected}, found ${found}.`,
    'Reload the page: the graph has changed.',
  );
}
