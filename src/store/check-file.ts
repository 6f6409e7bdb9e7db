// Tells what is no graph of ours from what is one and is damaged, before anything else is asked of a file.
import { accessSync, constants, statSync } from 'node:fs';
import { KnownError } from '../errors.ts';
import { type Database, damaged, notGraph } from './database.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

/**
 * Looks at the file from outside. It must not be opened here: when a process closes any handle of a file, POSIX drops
 * the locks that SQLite holds on it in that process (https://sqlite.org/howtocorrupt.html §2.2).
 * @throws KnownError graph-missing, path-unreadable, not-a-graph
 */
export function checkFile(path: string): void {
  try {
    const status = statSync(path);
    if (!status.isFile()) throw notGraph(path, 'a folder');
    if (status.size === 0) throw notGraph(path, 'an empty file');
    accessSync(path, constants.R_OK);
  } catch (cause) {
    if (cause instanceof KnownError) throw cause;
    const { code } = cause as { readonly code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new KnownError(
        'graph-missing',
        `store: expected a graph at ${path}, found nothing`,
        'Build one with `stemma build PATH… --graph FILE`, or check the name.',
        cause,
      );
    }
    throw new KnownError(
      'path-unreadable',
      `store: expected to read ${path}, found that it cannot be opened (${code ?? cause})`,
      'Check who may read it.',
      cause,
    );
  }
}

/**
 * Looks at the marks in the header, https://sqlite.org/fileformat2.html#the_database_header
 * @throws KnownError not-a-graph, graph-newer, graph-damaged
 */
export function checkHeader(database: Database): void {
  const { path } = database;
  const id = database.get<{ application_id: number }>('PRAGMA application_id')?.application_id;
  if (id !== APPLICATION_ID) throw notGraph(path, 'a database of another program');
  const version = database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (version > SCHEMA_VERSION) {
    throw new KnownError(
      'graph-newer',
      `store: expected a graph of format ${SCHEMA_VERSION} or older in ${path}, found format ${version}`,
      'Use the newer version of Stemma that made it, or build the graph again into another file.',
    );
  }
}

/**
 * Inside a read transaction. Finds a file that was cut short before a query runs into the missing pages.
 * @throws KnownError graph-damaged
 */
export function checkLength(database: Database): void {
  const { path } = database;
  const row = database.get<{ value: string }>("SELECT value FROM meta WHERE key = 'format'");
  if (row?.value !== 'stemma graph') throw damaged(path, 'its first record is gone');
  const pages = database.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  const pageSize = database.get<{ page_size: number }>('PRAGMA page_size')?.page_size ?? 0;
  // A log that holds pages of this state cannot be emptied before the transaction ends; without one all are in the file.
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  const { size } = statSync(path);
  if ((log?.size ?? 0) === 0 && size < pages * pageSize) {
    throw damaged(path, `it holds ${size} of ${pages * pageSize} bytes`);
  }
}
