// One connection to a graph file: keeps its statements, makes values safe to bind, and says in words what went wrong.
import { KnownError } from '../errors.ts';
import { type Connection, connect } from './sqlite.ts';

/** What SQLite holds. */
export type Value = string | number | null | Uint8Array;

type Statement = ReturnType<Connection['prepare']>;

/**
 * Opened and closed by hand. Statements and connection stay in fields and rows come as arrays, never as iterators: the
 * package for Node 20 crashes where a statement is collected while its iterator lives.
 * Every method throws KnownError graph-busy, graph-damaged or write-failed where SQLite reports one of these.
 */
export class Database {
  readonly path: string;
  readonly #connection: Connection;
  readonly #statements = new Map<string, Statement>();

  /** `location` differs from `path` where SQLite needs a URL with options. */
  constructor(path: string, options: { readonly readOnly: boolean; readonly location?: URL }) {
    this.path = path;
    this.#connection = this.#guard(() => connect(options.location ?? path, options));
  }

  all<Row>(sql: string, ...values: readonly Value[]): Row[] {
    return this.#guard(() => this.#prepare(sql).all(...values.map(toBindable)) as Row[]);
  }

  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.#guard(() => this.#prepare(sql).get(...values.map(toBindable)) as Row | undefined);
  }

  run(sql: string, ...values: readonly Value[]): void {
    this.#guard(() => this.#prepare(sql).run(...values.map(toBindable)));
  }

  /** Runs statements that give no rows and take no values. */
  exec(sql: string): void {
    this.#guard(() => this.#connection.exec(sql));
  }

  /** All of `action` or nothing. Takes the write lock first, so that nothing read inside can grow old. */
  transaction<Result>(action: () => Result): Result {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = action();
      this.exec('COMMIT');
      return result;
    } catch (cause) {
      // A full disk may have rolled back already; the first error is the one to tell.
      try {
        this.exec('ROLLBACK');
      } catch {}
      throw cause;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<Result>(action: () => Result): Result {
    try {
      return action();
    } catch (cause) {
      throw explain(this.path, cause);
    }
  }
}

/** Text without NUL (one implementation cuts there) and without halves of surrogate pairs; whole numbers as they are. */
function toBindable(value: Value): Value {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd') : value;
}

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) with their words: some errors come without a number. */
const BUSY = [5, 6, 'database is locked', 'database table is locked'];
const DAMAGED = [11, 'database disk image is malformed'];
const FOREIGN = [26, 'file is not a database'];
const UNWRITABLE = [
  ...[3, 8, 10, 13, 14],
  'access permission denied',
  'attempt to write a readonly database',
  'disk I/O error',
  'database or disk is full',
  'unable to open database file',
];

/** The KnownError for an error of SQLite; anything else is a bug and comes back as it is. */
function explain(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const { errcode } = cause as { readonly errcode?: unknown };
  const reason = cause.message;
  const code = typeof errcode === 'number' ? errcode & 0xff : reason;
  if (BUSY.includes(code)) return busy(path, cause);
  if (FOREIGN.includes(code)) return notGraph(path, 'another kind of file', cause);
  if (DAMAGED.includes(code)) return damaged(path, reason, cause);
  if (!UNWRITABLE.includes(code)) return cause;
  return new KnownError(
    'write-failed',
    `store: expected to write ${path}, found that it cannot be written (${reason})`,
    'Free some space or name a place that you may write to with --graph; the graph is as it was before.',
    cause,
  );
}

/** The error for a file that is not ours. */
export function notGraph(path: string, found: string, cause?: unknown): KnownError {
  return new KnownError(
    'not-a-graph',
    `store: expected a graph of Stemma in ${path}, found ${found}`,
    'Name another file with --graph; this one was left as it is.',
    cause,
  );
}

/** The error for a file that is ours and broken. */
export function damaged(path: string, reason: string, cause?: unknown): KnownError {
  return new KnownError(
    'graph-damaged',
    `store: expected a whole graph in ${path}, found damage (${reason})`,
    'Take a copy from before, or move the file away and build it again from the documents.',
    cause,
  );
}

/** The error for a file that another process is writing right now. */
export function busy(path: string, cause?: unknown): KnownError {
  return new KnownError(
    'graph-busy',
    `store: expected to use ${path} alone for a moment, found another program writing it`,
    'Wait until the other build is done, then run this again; what it has read is not read twice.',
    cause,
  );
}
