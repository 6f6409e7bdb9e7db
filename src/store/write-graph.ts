// Brings the derived tables in line with a graph: rows that are as they were are not touched, nor their words for the search.
import type { Claim, Decision, DocumentRecord, Entity, Graph, MentionRecord } from '../model/graph.ts';
import { nameKeys } from '../model/name-key.ts';
import type { Database, Value } from './database.ts';
import { findChanges, type RowChange, type Shelf, textOf } from './find-changes.ts';
import { pack } from './pack.ts';
import { DERIVED_TABLES, SCHEMA_VERSION } from './schema.ts';
import { tallyOf } from './tally.ts';

/** Hears of progress: rows dealt with, rows in all. */
export type OnRows = (done: number, total: number) => void;

/** Rows between two calls of OnRows: a tenth of a second. */
const ROWS_A_CALL = 5_000;
/** From this share of what is written on, and this number, rows are not replaced one by one. */
const MOST_REPLACED = 0.25;
const FEW_REPLACED = 1_000;

const DOCUMENTS: Shelf<DocumentRecord> = {
  table: 'document',
  keyOf: ({ document }) => document.id,
  isPacked: true,
  columns: [],
  valuesOf: () => [],
  wordsOf: ({ document: { title, source, text } }) => [title ?? source, text],
};

const ENTITIES: Shelf<Entity> = {
  table: 'entity',
  keyOf: ({ id }) => id,
  columns: [],
  valuesOf: () => [],
  wordsOf: (entity) => [entity.name, aliasesOf(entity)],
  namesOf: nameKeys,
};

const MENTIONS: Shelf<MentionRecord> = {
  table: 'mention',
  keyOf: ({ mention }) => mention.id,
  columns: ['document', 'start', 'stop'],
  valuesOf: ({ documentId, mention }) => [documentId, mention.start, mention.end],
};

const CLAIMS: Shelf<Claim> = {
  table: 'claim',
  keyOf: ({ id }) => id,
  columns: ['subject', 'object'],
  valuesOf: ({ subject, object }) => [subject, object],
  wordsOf: ({ evidence }) => {
    const [quote, ...others] = new Set(evidence.map((piece) => piece.quote));
    return quote === undefined ? null : [quote, others.join('\n')];
  },
};

const CONFLICTS: Shelf<Graph['conflicts'][number]> = {
  table: 'conflict',
  keyOf: ({ id }) => id,
  columns: [],
  valuesOf: () => [],
};

/** What sorts by left, right and by: no id holds a space. */
const DECISIONS: Shelf<Decision> = {
  table: 'decision',
  keyOf: ({ left, right, by }) => `${left} ${right} ${by}`,
  columns: ['other'],
  valuesOf: ({ right }) => [right],
};

/**
 * Inside a transaction of the caller. `graph.model` is written with it. `before` is what the tables hold, where that is known:
 * then nothing is read, and what is the same object in both is left alone.
 */
export function writeGraph(database: Database, graph: Graph, before: Graph | null, onRows?: OnRows): void {
  writeMeta(database, 'model', graph.model);
  writeMeta(database, 'tally', JSON.stringify(tallyOf(graph)));
  const version = database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (version < SCHEMA_VERSION) makeAnew(database);
  let plans = planAll(database, graph, version < SCHEMA_VERSION ? null : before);
  const total = plans.reduce((sum, { size }) => sum + size, 0);
  const replaced = plans.reduce((sum, plan) => sum + plan.replaced, 0);
  // Words are taken out of the index one by one: of many rows it costs more than making all anew.
  if (replaced > MOST_REPLACED * total && replaced > FEW_REPLACED) {
    makeAnew(database);
    plans = planAll(database, graph, null);
  }
  let done = 0;
  for (const { steps } of plans) {
    for (const step of steps) {
      step();
      done += 1;
      if (done % ROWS_A_CALL === 0) onRows?.(Math.min(done, total), total);
    }
  }
  onRows?.(total, total);
}

/** Everything is planned before anything is written. */
function planAll(database: Database, graph: Graph, before: Graph | null): readonly Plan[] {
  const words = makeWords(database);
  return [
    planShelf(database, DOCUMENTS, words, graph.documents, before?.documents),
    planShelf(database, ENTITIES, words, graph.entities, before?.entities),
    planShelf(database, MENTIONS, words, graph.mentions, before?.mentions),
    planShelf(database, CLAIMS, words, graph.claims, before?.claims),
    planShelf(database, CONFLICTS, words, graph.conflicts, before?.conflicts),
    planShelf(database, DECISIONS, words, graph.decisions, before?.decisions),
  ];
}

/** Sets a value of the table meta. */
export function writeMeta(database: Database, key: string, value: string): void {
  database.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
}

/** The derived tables in their present shape, empty. */
function makeAnew(database: Database): void {
  for (const table of ['document', 'entity', 'called', 'mention', 'claim', 'conflict', 'decision', 'words']) {
    database.exec(`DROP TABLE IF EXISTS ${table}`);
  }
  database.exec(`${DERIVED_TABLES} PRAGMA user_version = ${SCHEMA_VERSION}`);
}

interface Plan {
  readonly size: number;
  /** Rows that are taken away or get other contents. */
  readonly replaced: number;
  readonly steps: Iterable<() => void>;
}

/** What is taken away first makes room for what comes. */
function planShelf<Item>(
  database: Database,
  shelf: Shelf<Item>,
  words: Words,
  items: readonly Item[],
  before: readonly Item[] | undefined,
): Plan {
  const { gone, written } = findChanges(database, shelf, items, before);
  const write = makeWriter(database, shelf, words);
  function* steps(): Iterable<() => void> {
    for (const key of gone) yield () => write.remove(key);
    for (const change of written) yield () => write.put(change);
  }
  const replaced = gone.length + written.filter(({ old }) => old !== null).length;
  return { size: gone.length + written.length, replaced, steps: steps() };
}

interface Writer<Item> {
  put(change: RowChange<Item>): void;
  remove(key: string): void;
}

function makeWriter<Item>(database: Database, shelf: Shelf<Item>, words: Words): Writer<Item> {
  const { table, columns, keyOf, valuesOf, wordsOf, namesOf } = shelf;
  const fields = ['data', ...columns, ...(wordsOf ? ['word'] : [])];
  const sql = `INSERT INTO ${table} (id, ${fields.join(', ')}) VALUES (?, ${fields.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${fields.map((field) => `${field} = excluded.${field}`).join(', ')}`;
  const wordOf = (key: string): number | null =>
    database.get<{ word: number | null }>(`SELECT word FROM ${table} WHERE id = ?`, key)?.word ?? null;
  const isSame = (item: Item, old: Item): boolean => {
    const [now, then] = [wordsOf?.(item), wordsOf?.(old)];
    return now?.[0] === then?.[0] && now?.[1] === then?.[1];
  };
  const forget = (key: string): void => {
    if (namesOf !== undefined) database.run('DELETE FROM called WHERE entity = ?', key);
  };
  const callIt = (key: string, item: Item, old: Item | null): void => {
    const [names, before] = [namesOf?.(item) ?? [], (old && namesOf?.(old)) ?? []];
    if (names.join('\n') === before.join('\n')) return;
    if (before.length > 0) forget(key);
    for (const name of names) database.run('INSERT OR IGNORE INTO called (entity, name) VALUES (?, ?)', key, name);
  };
  return {
    put: ({ item, old }) => {
      const key = keyOf(item);
      callIt(key, item, old);
      const data: Value = shelf.isPacked ? pack(item) : textOf(item);
      if (wordsOf === undefined) {
        database.run(sql, key, data, ...valuesOf(item));
        return;
      }
      let word = old === null ? null : wordOf(key);
      if (old === null || !isSame(item, old)) {
        if (word !== null) words.remove(word);
        const own = wordsOf(item);
        word = own && words.add(table, key, own);
      }
      database.run(sql, key, data, ...valuesOf(item), word);
    },
    remove: (key) => {
      const word = wordsOf === undefined ? null : wordOf(key);
      if (word !== null) words.remove(word);
      forget(key);
      database.run(`DELETE FROM ${table} WHERE id = ?`, key);
    },
  };
}

/** The full-text index. */
interface Words {
  /** The row that it takes. */
  add(kind: string, id: string, words: readonly [title: string, body: string]): number;
  remove(word: number): void;
}

function makeWords(database: Database): Words {
  let last: number | null = null;
  return {
    add: (kind, id, words) => {
      const newest = 'SELECT rowid AS word FROM words ORDER BY rowid DESC LIMIT 1';
      last = 1 + (last ?? database.get<{ word: number }>(newest)?.word ?? 0);
      database.run('INSERT INTO words (rowid, kind, id, title, body) VALUES (?, ?, ?, ?, ?)', last, kind, id, ...words);
      return last;
    },
    remove: (word) => database.run('DELETE FROM words WHERE rowid = ?', word),
  };
}

const aliasesOf = ({ name, aliases }: Entity): string =>
  aliases
    .map((alias) => alias.name)
    .filter((alias) => alias !== name)
    .join(', ');
