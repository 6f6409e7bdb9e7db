// Looks at the first bytes of a file before SQLite does: what is not a graph of ours is refused with a reason.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { KnownError } from '../errors.ts';
import { damaged } from './database.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\u0000';

/**
 * The schema version in the header, https://sqlite.org/fileformat2.html#the_database_header
 * @throws KnownError graph-missing, path-unreadable, not-a-graph, graph-newer, graph-damaged
 */
export function checkFile(path: string): number {
  const { header, sizeBytes } = readHeader(path);
  if (sizeBytes === 0) throw notGraph(path, 'an empty file');
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw notGraph(path, 'another kind of file');
  if (sizeBytes < HEADER_BYTES) throw damaged(path, `it ends after ${sizeBytes} bytes`);
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw notGraph(path, 'a database of another program');
  const version = header.readUInt32BE(60);
  if (version > SCHEMA_VERSION) {
    throw new KnownError(
      'graph-newer',
      `store: expected a graph of format ${SCHEMA_VERSION} or older in ${path}, found format ${version}`,
      'Use the newer version of Stemma that made it, or build the graph again into another file.',
    );
  }
  checkLength(path, header, sizeBytes);
  return version;
}

function readHeader(path: string): { header: Buffer; sizeBytes: number } {
  const header = Buffer.alloc(HEADER_BYTES);
  try {
    const status = statSync(path);
    if (!status.isFile()) throw notGraph(path, 'a folder');
    const file = openSync(path, 'r');
    try {
      readSync(file, header, 0, HEADER_BYTES, 0);
    } finally {
      closeSync(file);
    }
    return { header, sizeBytes: status.size };
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

/** A file that was cut short. While a write-ahead log lies beside it, the header may run ahead of the pages. */
function checkLength(path: string, header: Buffer, sizeBytes: number): void {
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const expected = header.readUInt32BE(28) * pageSize;
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (sizeBytes < expected && (log === undefined || log.size === 0)) {
    throw damaged(path, `it holds ${sizeBytes} of ${expected} bytes`);
  }
}

function notGraph(path: string, found: string): KnownError {
  return new KnownError(
    'not-a-graph',
    `store: expected a graph of Stemma in ${path}, found ${found}`,
    'Name another file with --graph; this one was left as it is.',
  );
}
