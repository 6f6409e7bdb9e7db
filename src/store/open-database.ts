// Opens graph files: for reading as one unchanging state, for writing with a mark that tells an unclean stop.
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KnownError } from '../errors.ts';
import { checkFile, checkHeader, checkLength } from './check-file.ts';
import { Database, damaged } from './database.ts';
import { SCHEMA } from './schema.ts';

/** How long a statement waits for another writer's transaction: the last one of a large build takes seconds. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * A connection that sees the state of this moment until it is closed, whatever others write meanwhile.
 * @throws KnownError graph-missing, path-unreadable, not-a-graph, graph-newer, graph-damaged, graph-busy
 */
export function openForReading(path: string): Database {
  checkFile(path);
  const database = openReadable(path);
  try {
    checkHeader(database);
    mendUncleanStop(database);
    // A snapshot begins with the first read inside the transaction.
    database.exec('BEGIN');
    checkLength(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** Ends the snapshot, and brings the log into the file where this connection may, so that one file can be copied. */
export function closeReading(database: Database): void {
  database.exec('COMMIT');
  foldLog(database);
  database.close();
}

export interface Writing {
  readonly database: Database;
  /** Names this writer in the table of sessions. */
  readonly token: string;
}

/**
 * A connection for writing; the file is made where it is missing.
 * @throws KnownError not-a-graph, graph-newer, graph-damaged, graph-busy, write-failed, path-unreadable
 */
export function openForWriting(path: string): Writing {
  if (!existsSync(path)) createFile(path);
  checkFile(path);
  const database = new Database(path, { readOnly: false });
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    checkHeader(database);
    database.get('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    // What a person removes must not linger in free pages.
    database.get('PRAGMA secure_delete = ON');
    database.exec('BEGIN');
    checkLength(database);
    database.exec('COMMIT');
    mendUncleanStop(database);
    const token = randomUUID();
    database.run('INSERT INTO session (token, pid, host) VALUES (?, ?, ?)', token, process.pid, hostname());
    return { database, token };
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** Never throws for a disk that cannot be written: then the mark stays, and the next one to open the file checks it. */
export function closeWriting({ database, token }: Writing): void {
  try {
    database.run('DELETE FROM session WHERE token = ?', token);
    foldLog(database);
  } catch (cause) {
    if (!(cause instanceof KnownError)) throw cause;
  } finally {
    database.close();
  }
}

/** A new graph appears under its name whole or not at all. */
function createFile(path: string): void {
  const made = `${path}-new-${process.pid}`;
  try {
    makeFolder(dirname(path));
    try {
      writeEmptyGraph(made);
      putInPlace(made, path);
    } finally {
      for (const ending of ['', '-journal']) rmSync(made + ending, { force: true });
    }
  } catch (cause) {
    if (cause instanceof KnownError) throw cause;
    throw new KnownError(
      'write-failed',
      `store: expected to make ${path}, found that it cannot be written (${(cause as Error).message})`,
      'Name a place that you may write to with --graph.',
      cause,
    );
  }
}

/** One folder at a time: where a folder cannot be made in one that is there (/proc), Node's own `recursive` never returns. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  // A drive that is not there is its own parent.
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (cause) {
    if ((cause as { readonly code?: string }).code !== 'EEXIST') throw cause;
  }
}

/**
 * Only `exec`: the package for Node 20 really closes a connection only when its statements are collected, and while one
 * is open under the first name, SQLite would share its log index with the second name and with no other process.
 */
function writeEmptyGraph(path: string): void {
  rmSync(path, { force: true });
  const database = new Database(path, { readOnly: false });
  try {
    database.exec(`BEGIN; ${SCHEMA} INSERT INTO meta VALUES ('format', 'stemma graph'), ('generation', '0'); COMMIT`);
  } finally {
    database.close();
  }
}

/** Links, so that a graph that another process made meanwhile stays; renames where the disk knows no links. */
function putInPlace(made: string, path: string): void {
  try {
    linkSync(made, path);
  } catch (cause) {
    const { code } = cause as { readonly code?: string };
    if (code === 'EEXIST') return;
    renameSync(made, path);
  }
}

/** Reading needs a log file beside the graph; on a medium that cannot be written, a graph without a log needs none. */
function openReadable(path: string): Database {
  const database = new Database(path, { readOnly: false });
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.get('PRAGMA user_version');
    return database;
  } catch (cause) {
    database.close();
    const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
    if (!(cause instanceof KnownError) || cause.code !== 'write-failed' || (log?.size ?? 0) > 0) throw cause;
  }
  const location = pathToFileURL(path);
  location.searchParams.set('immutable', '1');
  return new Database(path, { readOnly: true, location });
}

/**
 * A writer that never signed off was stopped in the middle: the pages are checked once, then the mark is taken away.
 * @throws KnownError graph-damaged with what SQLite found
 */
function mendUncleanStop(database: Database): void {
  const sessions = database.all<{ token: string; pid: number; host: string }>('SELECT token, pid, host FROM session');
  const dead = sessions.filter(({ pid, host }) => host !== hostname() || !isRunning(pid));
  if (dead.length === 0) return;
  const found = database.get<{ quick_check: string }>('PRAGMA quick_check(1)');
  if (found?.quick_check !== 'ok') throw damaged(database.path, found?.quick_check ?? 'no answer');
  try {
    for (const { token } of dead) database.run('DELETE FROM session WHERE token = ?', token);
  } catch (cause) {
    // On a medium that cannot be written the check is simply made again next time.
    if (!(cause instanceof KnownError) || !['write-failed', 'graph-busy'].includes(cause.code)) throw cause;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as { readonly code?: string }).code === 'EPERM';
  }
}

/** Fails quietly while another connection reads or where nothing may be written: the log then stays, which loses nothing. */
function foldLog(database: Database): void {
  try {
    database.exec('PRAGMA busy_timeout = 0');
    database.get('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    if (!(cause instanceof KnownError)) throw cause;
  }
}
