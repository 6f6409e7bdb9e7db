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
  /** Keys by which people find it; kept in the table `called`. */
  namesOf?(item: Item): readonly string[];
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
  return before === undefined ? compareStored(database, shelf, items) : compareKnown(shelf, items, before);
}

/** What is the same object holds; a key is asked for only where the lists part. */
function compareKnown<Item>({ keyOf }: Shelf<Item>, items: readonly Item[], before: readonly Item[]): RowChanges<Item> {
  const gone: string[] = [];
  const written: RowChange<Item>[] = [];
  let [place, old] = [0, 0];
  while (place < items.length || old < before.length) {
    const [item, known] = [items[place], before[old]];
    if (item !== undefined && item === known) {
      place += 1;
      old += 1;
      continue;
    }
    const [key, knownKey] = [item && keyOf(item), known && keyOf(known)];
    if (item !== undefined && known !== undefined && key === knownKey) {
      written.push({ item, old: known });
      place += 1;
      old += 1;
    } else if (item !== undefined && (knownKey === undefined || (key ?? '') < knownKey)) {
      written.push({ item, old: null });
      place += 1;
    } else {
      gone.push(knownKey ?? '');
      old += 1;
    }
  }
  return { gone, written };
}

function compareStored<Item>(database: Database, shelf: Shelf<Item>, items: readonly Item[]): RowChanges<Item> {
  const gone: string[] = [];
  const written: RowChange<Item>[] = [];
  let place = 0;
  for (const row of storedRows(database, shelf)) {
    while (place < items.length && shelf.keyOf(items[place] as Item) < row.key) {
      written.push({ item: items[place] as Item, old: null });
      place += 1;
    }
    const item = items[place];
    if (item === undefined || shelf.keyOf(item) !== row.key) gone.push(row.key);
    else {
      place += 1;
      const text = row.text();
      if (text !== textOf(item)) written.push({ item, old: JSON.parse(text) as Item });
    }
  }
  for (const item of items.slice(place)) written.push({ item, old: null });
  return { gone, written };
}

/** The text of a row as it is stored. */
export function textOf(item: unknown): string {
  return JSON.stringify(item);
}

interface Row {
  readonly key: string;
  text(): string;
}

const PAGE = 1_000;

function* storedRows<Item>(database: Database, { table, isPacked }: Shelf<Item>): Iterable<Row> {
  const sql = `SELECT id AS key, data FROM ${table} WHERE id > ? ORDER BY id LIMIT ${PAGE}`;
  let last: string | undefined = '';
  while (last !== undefined) {
    const rows: { readonly key: string; readonly data: Uint8Array | string }[] = database.all(sql, last);
    for (const { key, data } of rows) {
      yield { key, text: () => (isPacked ? inflate(database, data as Uint8Array) : (data as string)) };
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
