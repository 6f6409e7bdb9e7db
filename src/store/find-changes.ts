// What is different between the rows of a table and the list that it is to hold: the walk of two sorted lists side by side.
import { inflateSync } from 'node:zlib';
import { type Database, damaged, type Value } from './database.ts';

/** A table of the graph: how an item becomes a row. Its key is the column `id`. */
export interface Shelf<Item> {
  readonly table: string;
  keyOf(item: Item): string;
  readonly columns: readonly string[];
  /** Of the columns, same places. */
  valuesOf(item: Item): Value[];
  /** Title and body for the search; null for an item without any. */
  wordsOf?(item: Item): readonly [title: string, body: string] | null;
  /** True where `data` is deflated. */
  readonly isPacked?: boolean;
}

/** An item to write; `old` is what the row held, null for a new row. */
export interface RowChange<Item> {
  readonly item: Item;
  readonly old: Item | null;
}

export interface RowChanges<Item> {
  readonly gone: readonly string[];
  readonly written: readonly RowChange<Item>[];
}

/** @param before What the table holds, where that is known; else the table is read. Both lists are sorted by key. */
export function findChanges<Item>(
  database: Database,
  shelf: Shelf<Item>,
  items: readonly Item[],
  before: readonly Item[] | undefined,
): RowChanges<Item> {
  const stored = before === undefined ? storedRows(database, shelf) : knownRows(before, shelf);
  const gone: string[] = [];
  const written: RowChange<Item>[] = [];
  let place = 0;
  for (const row of stored) {
    while (place < items.length && shelf.keyOf(items[place] as Item) < row.key) {
      written.push({ item: items[place] as Item, old: null });
      place += 1;
    }
    const item = items[place];
    if (item === undefined || shelf.keyOf(item) !== row.key) gone.push(row.key);
    else {
      place += 1;
      if (!row.holds(item)) written.push({ item, old: row.read() });
    }
  }
  for (const item of items.slice(place)) written.push({ item, old: null });
  return { gone, written };
}

/** The text of a row as it is stored. */
export function textOf(item: unknown): string {
  return JSON.stringify(item);
}

interface Row<Item> {
  readonly key: string;
  holds(item: Item): boolean;
  read(): Item;
}

function* knownRows<Item>(before: readonly Item[], { keyOf }: Shelf<Item>): Iterable<Row<Item>> {
  for (const old of before) yield { key: keyOf(old), holds: (item) => item === old, read: () => old };
}

const PAGE = 1_000;

function* storedRows<Item>(database: Database, { table, isPacked }: Shelf<Item>): Iterable<Row<Item>> {
  const sql = `SELECT id AS key, data FROM ${table} WHERE id > ? ORDER BY id LIMIT ${PAGE}`;
  let last: string | undefined = '';
  while (last !== undefined) {
    const rows: { readonly key: string; readonly data: Uint8Array | string }[] = database.all(sql, last);
    for (const { key, data } of rows) {
      const text = (): string => (isPacked ? inflate(database, data as Uint8Array) : (data as string));
      yield { key, holds: (item) => text() === textOf(item), read: () => JSON.parse(text()) as Item };
    }
    last = rows.length < PAGE ? undefined : rows.at(-1)?.key;
  }
}

function inflate({ path }: Database, data: Uint8Array): string {
  try {
    return inflateSync(data).toString('utf8');
  } catch (cause) {
    throw damaged(path, 'a stored value cannot be read', cause);
  }
}
