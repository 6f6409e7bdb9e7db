// Where a result goes: stdout, or a file that is written whole or not at all.

import { once } from 'node:events';
import { createWriteStream, statSync, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { KnownError } from '../errors.ts';
import type { Sink } from '../model/exporter.ts';
import type { Options, Terminal } from './command.ts';

/** The file after `-o`; undefined for stdout, which `-` also names. */
export function outputOf({ output }: Options): string | undefined {
  return typeof output === 'string' && output !== '-' ? output : undefined;
}

/**
 * Gives `write` a sink to stdout, or to `path` through a temporary file beside it.
 * @throws KnownError write-failed; the file at `path` is then as it was
 */
export async function writeResult(
  path: string | undefined,
  terminal: Terminal,
  write: (sink: Sink) => Promise<void>,
): Promise<void> {
  if (path === undefined) return write({ write: (chunk) => terminal.out(chunk) });
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new KnownError(
      'write-failed',
      `stemma: expected a file to write to at ${path}, found a folder`,
      'Name a file in it.',
    );
  const temporary = `${path}.${process.pid}.part`;
  const stream = createWriteStream(temporary, { flags: 'wx' });
  let failure: unknown = null;
  stream.on('error', (error) => {
    failure ??= error;
  });
  try {
    await write({
      async write(chunk) {
        if (failure !== null) throw failure;
        if (terminal.signal.aborted) throw interrupted(path);
        if (!stream.write(chunk)) await drained(stream);
      },
    });
    stream.end();
    await once(stream, 'close');
    if (failure !== null) throw failure;
    await rename(temporary, path);
  } catch (error) {
    stream.destroy();
    await rm(temporary, { force: true });
    if (error instanceof KnownError || (failure === null && !isSystemError(error))) throw error;
    throw new KnownError(
      'write-failed',
      `stemma: ${path} could not be written (${error instanceof Error ? error.message : error})`,
      'Check that the folder exists, may be written to and has room.',
      error,
    );
  }
}

/** When the stream takes more, or has closed over an error; leaves no listener behind. */
async function drained(stream: WriteStream): Promise<void> {
  const done = new AbortController();
  try {
    await Promise.race(['drain', 'close'].map((event) => once(stream, event, { signal: done.signal })));
  } finally {
    done.abort();
  }
}

function interrupted(path: string): KnownError {
  return new KnownError('interrupted', `stemma: stopped before ${path} was whole`, 'Run it again to write it.');
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
