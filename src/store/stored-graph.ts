// A graph file as a GraphView: rows are fetched by id or in pages, so that a large graph never stands in memory whole.
import type { Claim, Conflict, Decision, DocumentRecord, Entity, MentionRecord } from '../model/graph.ts';
import type { StoredGraph } from '../model/graph-view.ts';
import type { Ontology } from '../model/ontology.ts';
import { keepArrangement, readArrangement } from './arrangement.ts';
import type { Database } from './database.ts';
import { makeLookUps } from './look-up.ts';
import { closeReading, openForReading } from './open-database.ts';
import { unpack } from './pack.ts';
import { searchWords } from './search.ts';
import { countTypes, type Tally } from './tally.ts';

type Data = { readonly data: Uint8Array | string };
type Keyed = Data & { readonly key: string | number };

/** Rows a page: texts of a hundred documents are a few megabytes. */
const PAGE = { document: 100, entity: 1_000, mention: 2_000, claim: 1_000, conflict: 1_000, decision: 2_000 } as const;
type Table = keyof typeof PAGE;

/**
 * The graph as it is now; a build that runs meanwhile does not show. Close it.
 * @throws KnownError graph-missing, path-unreadable, not-a-graph, graph-newer, graph-damaged, graph-busy
 */
export function openStoredGraph(path: string): StoredGraph {
  const database = openForReading(path);
  const one = <Item>(table: Table, id: string): Item | undefined => {
    const row = database.get<Data>(`SELECT data FROM ${table} WHERE id = ?`, id);
    return row && unpack<Item>(path, row.data);
  };
  const stored = readMeta(database, 'tally');
  const tally = stored === undefined ? null : unpack<Tally>(path, stored);
  const look = {
    entities: () => pages<Entity>(database, 'entity'),
    decisions: () => pages<Decision>(database, 'decision'),
    document: (id: string) => one<DocumentRecord>('document', id),
  };
  return {
    path,
    ...look,
    ...makeLookUps(database, look),
    get types() {
      const all = <Item>(table: Table): Iterable<Item> => pages<Item>(database, table);
      return tally?.types ?? countTypes(all<Entity>('entity'), all<Claim>('claim'));
    },
    arrangement: () => readArrangement(database),
    keepArrangement: (places) => keepArrangement(path, places),
    model: readMeta(database, 'model') ?? '',
    ontology: unpack<Ontology | null>(path, readMeta(database, 'ontology') ?? 'null'),
    counts: tally?.counts ?? countRows(database),
    documents: () => pages<DocumentRecord>(database, 'document'),
    mentions: () => pages<MentionRecord>(database, 'mention'),
    claims: () => pages<Claim>(database, 'claim'),
    conflicts: () => pages<Conflict>(database, 'conflict'),
    entity: (id) => one<Entity>('entity', id),
    mention: (id) => one<MentionRecord>('mention', id),
    claim: (id) => one<Claim>('claim', id),
    claimsOf: (id) =>
      database
        .all<Data>('SELECT data FROM claim WHERE subject = ?1 OR object = ?1 ORDER BY id', id)
        .map((row) => unpack<Claim>(path, row.data)),
    mentionsIn: (id) =>
      database
        .all<Data>('SELECT data FROM mention WHERE document = ? ORDER BY start, stop DESC, id', id)
        .map((row) => unpack<MentionRecord>(path, row.data)),
    search: (words, limit) => searchWords(database, words, limit),
    close: () => closeReading(database),
  };
}

/** A value of the table meta, or undefined. */
export function readMeta(database: Database, key: string): string | undefined {
  return database.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value;
}

/** One page at a time, each from where the last one ended: nothing stays open between two steps of the caller. */
function* pages<Item>(database: Database, table: Table): Iterable<Item> {
  const isNumbered = table === 'decision' && hasNumberedDecisions(database);
  const key = isNumbered ? 'position' : 'id';
  const sql = `SELECT ${key} AS key, data FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${PAGE[table]}`;
  let last: string | number | undefined = isNumbered ? -1 : '';
  while (last !== undefined) {
    const rows: Keyed[] = database.all<Keyed>(sql, last);
    for (const row of rows) yield unpack<Item>(database.path, row.data);
    last = rows.length < PAGE[table] ? undefined : rows.at(-1)?.key;
  }
}

/** As files of the first version have them. */
function hasNumberedDecisions(database: Database): boolean {
  return database.get<{ user_version: number }>('PRAGMA user_version')?.user_version === 1;
}

/** In a file whose last state was written before tallies were kept. */
function countRows(database: Database): StoredGraph['counts'] {
  const count = (table: Table): number =>
    database.get<{ total: number }>(`SELECT count(*) AS total FROM ${table}`)?.total ?? 0;
  return {
    documents: count('document'),
    entities: count('entity'),
    mentions: count('mention'),
    claims: count('claim'),
    conflicts: count('conflict'),
    decisions: count('decision'),
  };
}
