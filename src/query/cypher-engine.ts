// Answers Cypher without a server: the graph as it would stand in Neo4j, in an engine in memory that is never the store.
import type { GrafeoDB } from '@grafeo-db/js';
import { KnownError } from '../errors.ts';
import type { GraphView } from '../model/graph-view.ts';
import { type JsonValue, toJsonValue } from './json-value.ts';
import { fillProjection } from './projection.ts';
import { refuseWrites, writeRefused } from './read-only.ts';

export interface QueryResult {
  readonly columns: readonly string[];
  /** In order of the columns. */
  readonly rows: readonly (readonly JsonValue[])[];
}

export interface CypherEngine {
  /**
   * Rows of a query that only reads.
   * @throws KnownError bad-query where it would write, is not Cypher, or is too much for the engine
   */
  run(text: string, parameters?: Readonly<Record<string, unknown>>): Promise<QueryResult>;
  /** Frees the memory. Closing twice is fine; a later `run` is refused. */
  close(): void;
}

/**
 * An engine over the view as it is now.
 * @throws KnownError engine-missing where the optional package is not installed for this machine
 */
export async function openCypher(view: GraphView): Promise<CypherEngine> {
  const Database = await loadEngine();
  let database: GrafeoDB | null = await project(Database, view);
  let closed = false;
  return {
    async run(text, parameters = {}) {
      if (closed) throw new KnownError('bad-query', 'query: the engine was closed.', 'Open the graph again.');
      refuseWrites(text);
      database ??= await project(Database, view);
      try {
        return await read(database, text, parameters);
      } catch (error) {
        if (error instanceof KnownError) throw error;
        if (!isPanic(error)) throw badQuery(text, error);
        // What a panic leaves behind is unknown; a copy is cheap, so the next query gets a new one.
        database.close();
        database = null;
        throw tooMuch(error);
      }
    },
    close() {
      closed = true;
      database?.close();
      database = null;
    },
  };
}

async function loadEngine(): Promise<typeof GrafeoDB> {
  try {
    // CommonJS: a loader may show its names only on the default export.
    const loaded: typeof import('@grafeo-db/js') & { readonly default?: typeof import('@grafeo-db/js') } = await import(
      '@grafeo-db/js'
    );
    return loaded.GrafeoDB ?? loaded.default?.GrafeoDB;
  } catch (error) {
    throw new KnownError(
      'engine-missing',
      `query: expected the package @grafeo-db/js, which answers Cypher without a server; it does not load (${firstLine(error)}).`,
      'Run `npm install @grafeo-db/js`, or push the graph to Neo4j and ask there.',
      error,
    );
  }
}

async function project(Database: typeof GrafeoDB, view: GraphView): Promise<GrafeoDB> {
  const database = Database.create();
  await fillProjection(database, view);
  return database;
}

/** Runs in a transaction that is always rolled back, so that no spelling of a write can reach the next query. */
async function read(
  database: GrafeoDB,
  text: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<QueryResult> {
  const transaction = database.beginTransaction();
  try {
    const result = await transaction.executeCypher(text, parameters);
    if (Object.values(result.counters).some((count) => count > 0)) throw writeRefused('a clause that writes', 1);
    return { columns: result.columns, rows: result.rows().map((row) => row.map(toJsonValue)) };
  } finally {
    transaction.rollback();
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const firstLine = (error: unknown): string => messageOf(error).split('\n')[0] ?? '';
const isPanic = (error: unknown): boolean => /panic|MAX_CAPACITY/i.test(messageOf(error));

// Engine 0.6.0 panics where one pattern of two hops or more passes 65,535 rows.
function tooMuch(error: unknown): KnownError {
  return new KnownError(
    'bad-query',
    `query: the pattern reaches more paths than the engine can hold at once (${firstLine(error)}).`,
    'Give each hop a MATCH of its own, with `WITH DISTINCT` between them, or push the graph to Neo4j and ask there.',
    error,
  );
}

function badQuery(text: string, error: unknown): KnownError {
  const message = messageOf(error)
    .replace(/^Query error: /, '')
    .trim();
  const place = /query:(\d+):(\d+)/.exec(message);
  const where = place === null ? '' : ` in line ${place[1]}, column ${place[2]}`;
  return new KnownError(
    'bad-query',
    `query: this is not a query that the engine can answer${where}: ${text.slice(0, 200)}\n${message}`,
    'Correct the place that is marked. A query that works: `MATCH (a:Entity)-[r]->(b:Entity) RETURN a.name, r.type, b.name LIMIT 10`.',
    error,
  );
}
