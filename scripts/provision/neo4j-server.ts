// Starts a Neo4j of its own for one test file: fresh home, free port on loopback, a password, and a clean stop.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { KnownError } from '../../src/errors.ts';
import { CACHE, runProgram } from './command.ts';
import { NEO4J_IMAGE, NEO4J_JARS, neo4jBackend } from './neo4j.ts';

export interface Neo4jServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Ends the server and removes its data. Stopping twice is fine. */
  stop(): Promise<void>;
}

const PASSWORD = 'quotation-9';
/** Under load a start took up to 12 s; ten times that is broken. */
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;
const HINT = 'Run `npx tsx scripts/provision/main.ts`; the log of a failed start stands in the message.';

/**
 * A server that answers Bolt, some 5 to 10 seconds after the call.
 * @throws KnownError tool-missing where none was provided or it does not come up
 */
export async function startNeo4j(): Promise<Neo4jServer> {
  const backend = neo4jBackend();
  if (backend === null) throw new KnownError('tool-missing', 'startNeo4j: expected a Neo4j, found none.', HINT);
  const port = await findFreePort();
  const running = backend === 'java' ? startJava(port) : startDocker(port);
  try {
    await waitForBolt(port, running);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: PASSWORD, stop: running.stop };
}

/** A port that is free on loopback at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

interface Running {
  /** Why it is not going to answer, or null while it may. */
  failure(): string | null;
  stop(): Promise<void>;
}

const ADD_OPENS = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

function startJava(port: number): Running {
  const homes = join(CACHE, 'neo4j', 'homes');
  mkdirSync(homes, { recursive: true });
  const home = mkdtempSync(join(homes, 'home-'));
  mkdirSync(join(home, 'conf'));
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(port));
  const classpath = ['-cp', join(NEO4J_JARS, '*')];
  const environment = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  const admin = ['org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', PASSWORD];
  runProgram('java', [...classpath, ...ADD_OPENS, '-XX:TieredStopAtLevel=1', ...admin], HINT, environment);
  const memory = ['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const entry = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`];
  const child = spawn('java', [...classpath, ...memory, ...ADD_OPENS, ...entry], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += String(data)));
  const killed = (): void => void child.kill('SIGKILL');
  process.once('exit', killed);
  return {
    failure: () => (hasEnded(child) ? `${said}\n${readLog(home)}`.trim() : null),
    async stop() {
      await end(child);
      process.removeListener('exit', killed);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

// Small, quiet and quick to stop; a name given twice or unknown is fatal to the server. Attempts are not limited, since
// a test of wrong passwords must not lock out the right one.
function configuration(port: number): string {
  return [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.memory.pagecache.size=16m',
    'dbms.usage_report.enabled=false',
    'dbms.security.auth_max_failed_attempts=0',
    'db.tx_log.preallocate=false',
    'db.tx_log.rotation.size=1m',
    'db.tx_log.rotation.retention_policy=false',
    'server.logs.debug.enabled=false',
    'db.logs.query.enabled=OFF',
    'internal.dbms.bolt.netty_server_shutdown_quiet_period=0',
    'internal.dbms.bolt.netty_server_shutdown_timeout=1',
    '',
  ].join('\n');
}

function startDocker(port: number): Running {
  const name = `stemma-test-${port}`;
  const settings = ['-e', `NEO4J_AUTH=neo4j/${PASSWORD}`, '-e', 'NEO4J_dbms_security_auth__max__failed__attempts=0'];
  runProgram('docker', ['run', '-d', '--name', name, '-p', `127.0.0.1:${port}:7687`, ...settings, NEO4J_IMAGE], HINT);
  const remove = (): void => void spawnSync('docker', ['rm', '-f', '-v', name], { stdio: 'ignore' });
  process.once('exit', remove);
  return {
    failure() {
      const state = spawnSync('docker', ['inspect', '-f', '{{.State.Running}}', name], { encoding: 'utf8' });
      return state.stdout.trim() === 'true' ? null : spawnSync('docker', ['logs', name], { encoding: 'utf8' }).stdout;
    },
    async stop() {
      remove();
      process.removeListener('exit', remove);
    },
  };
}

async function waitForBolt(port: number, running: Running): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const failure = running.failure();
    if (failure !== null)
      throw new KnownError('tool-missing', `startNeo4j: the server ended at once.\n${failure}`, HINT);
    if (await speaksBolt(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new KnownError('tool-missing', `startNeo4j: no answer on port ${port} in ${START_TIMEOUT_MS / 1000} s.`, HINT);
}

/** True where the peer answers the Bolt handshake (a docker proxy accepts connections before its server does). */
function speaksBolt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
    socket.once('data', (data) => done(data.length === 4));
    // Magic number, then four versions that we would take: 5.8 down to 5.0, 4.4, none, none.
    socket.once('connect', () => socket.write(Buffer.from(`6060b0170008080500000404${'0'.repeat(16)}`, 'hex')));
  });
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function readLog(home: string): string {
  try {
    return readFileSync(join(home, 'logs', 'neo4j.log'), 'utf8')
      .split('\n')
      .slice(-20)
      .join('\n');
  } catch {
    return '';
  }
}
