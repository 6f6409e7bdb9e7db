// One connection to a Neo4j server: opened with a check, bounded in time, its errors put into words.
import neo4j, { type Driver, type QueryResult, type Session } from 'neo4j-driver';
import { KnownError } from '../errors.ts';

export interface ServerAddress {
  /** `bolt://host:7687` or `neo4j+s://…`. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The user database to write to; the server's default where null or absent. */
  readonly database?: string | null;
}

export interface Connection {
  /** One statement in a write transaction, tried again on transient errors, so it must be safe to repeat. */
  run(statement: string, parameters: Readonly<Record<string, unknown>>): Promise<QueryResult>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;
/** Longer than any batch took by two orders; a server that stopped answering would otherwise hang us for ever. */
const STATEMENT_TIMEOUT_MS = 300_000;
const RETRY_TIME_MS = 15_000;

/**
 * A connection that has answered once.
 * @throws KnownError bad-input, neo4j-unreachable, neo4j-refused or neo4j-failed (server older than 5.24)
 */
export async function connect(address: ServerAddress): Promise<Connection> {
  const driver = makeDriver(address);
  const database = address.database ?? '';
  const scope = database === '' ? {} : { database };
  let session: Session | null = null;
  try {
    const info = await bounded(driver.getServerInfo(scope), CONNECT_TIMEOUT_MS);
    checkVersion(info.agent ?? '');
    session = driver.session(scope);
  } catch (error) {
    // A silent peer would also make the driver wait with its farewell.
    await Promise.race([driver.close(), pause(1_000)]).catch(() => undefined);
    throw explain(error, address);
  }
  const opened = session;
  return {
    async run(statement, parameters) {
      try {
        const work = opened.executeWrite((transaction) => transaction.run(statement, parameters));
        return await bounded(work, STATEMENT_TIMEOUT_MS);
      } catch (error) {
        throw explain(error, address);
      }
    },
    close: async () => void (await Promise.race([opened.close().then(() => driver.close()), pause(5_000)])),
  };
}

function makeDriver({ uri, user, password }: ServerAddress): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      connectionTimeout: CONNECT_TIMEOUT_MS / 2,
      connectionAcquisitionTimeout: CONNECT_TIMEOUT_MS,
      maxTransactionRetryTime: RETRY_TIME_MS,
      disableLosslessIntegers: true,
    });
  } catch (error) {
    throw new KnownError(
      'bad-input',
      `push: expected an address like bolt://localhost:7687, found "${uri}" (${messageOf(error)}).`,
      'Begin the address with bolt://, neo4j://, bolt+s:// or neo4j+s://.',
      error,
    );
  }
}

/** Labels from parameters need 5.24; versions of 2025 and later are greater. */
function checkVersion(agent: string): void {
  const match = /^Neo4j\/(\d+)\.(\d+)/.exec(agent);
  if (match === null) return;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  if (major > 5 || (major === 5 && minor >= 24)) return;
  throw new KnownError('neo4j-failed', `push: expected Neo4j 5.24 or newer, found ${agent}.`, 'Use Neo4j 5.26 LTS.');
}

class Overdue extends Error {}

async function bounded<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue(`no answer in ${timeoutMs / 1000} s`)), timeoutMs);
  });
  try {
    return await Promise.race([work, overdue]);
  } finally {
    clearTimeout(timer);
  }
}

const pause = (timeoutMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, timeoutMs).unref();
  });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The server's or driver's error in our words; what is already in our words passes. */
export function explain(error: unknown, { uri, user, database }: ServerAddress): KnownError {
  if (error instanceof KnownError) return error;
  const code = String((error as { readonly code?: unknown } | null)?.code ?? '');
  const message = messageOf(error).split('\n')[0] ?? '';
  if (/Security\.(AuthenticationRateLimit)/.test(code)) {
    const hint = 'Wait a minute and try again with the right password.';
    return new KnownError('neo4j-refused', `push: ${uri} refuses ${user} after too many wrong passwords.`, hint, error);
  }
  if (code.includes('.Security.')) {
    const hint = 'Check user and password (NEO4J_PASSWORD), and that this user may write.';
    return new KnownError('neo4j-refused', `push: ${uri} refuses user "${user}": ${message}`, hint, error);
  }
  if (code.endsWith('Database.DatabaseNotFound')) {
    const hint = 'Name a database that exists; Community Edition has only "neo4j".';
    return new KnownError('neo4j-failed', `push: ${uri} has no database "${database}".`, hint, error);
  }
  if (code === 'ServiceUnavailable' || code === 'SessionExpired' || code === 'N/A' || error instanceof Overdue) {
    const hint = 'Start Neo4j (`docker compose up -d`) and give the address of its Bolt port (7687, not 7474).';
    return new KnownError('neo4j-unreachable', `push: no Neo4j answers at ${uri}: ${message}`, hint, error);
  }
  const hint =
    'Nothing is lost: a second push goes on from here. If it fails again, the message of the server says why.';
  return new KnownError('neo4j-failed', `push: ${uri} could not carry out a step: ${message} [${code}]`, hint, error);
}
