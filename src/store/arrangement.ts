// Where the names came to rest in the picture, kept beside the graph: a graph that was arranged once opens arranged.
import { KnownError } from '../errors.ts';
import type { Spot } from '../model/graph-view.ts';
import type { Database } from './database.ts';
import { closeWriting, openForWriting } from './open-database.ts';

/** Made when it is first needed: files of the same version without it stay as they are. */
const TABLE =
  'CREATE TABLE IF NOT EXISTS arrangement (entity TEXT PRIMARY KEY, x REAL NOT NULL, y REAL NOT NULL) WITHOUT ROWID';

/** Places by entity; those that the graph no longer holds may be among them. */
export function readArrangement(database: Database): ReadonlyMap<string, Spot> {
  const there = database.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'arrangement'");
  if (there === undefined) return new Map();
  const rows = database.all<Spot & { entity: string }>('SELECT entity, x, y FROM arrangement');
  return new Map(rows.map(({ entity, x, y }) => [entity, { x, y }]));
}

/** In place of what was kept before. False where the file cannot be written now: the picture is then arranged again. */
export function keepArrangement(path: string, places: Iterable<readonly [entity: string, place: Spot]>): boolean {
  try {
    const writing = openForWriting(path);
    const { database } = writing;
    try {
      database.transaction(() => {
        database.exec(TABLE);
        database.exec('DELETE FROM arrangement');
        for (const [entity, { x, y }] of places)
          database.run('INSERT INTO arrangement (entity, x, y) VALUES (?, ?, ?)', entity, x, y);
      });
    } finally {
      closeWriting(writing);
    }
    return true;
  } catch (cause) {
    if (cause instanceof KnownError && ['graph-busy', 'write-failed', 'path-unreadable'].includes(cause.code))
      return false;
    throw cause;
  }
}
