// Picks the SQLite that this Node has: the built-in module, else the package with the same programming interface.
import { createRequire } from 'node:module';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** One connection. Both implementations share this interface; only what they share is used. */
export type Connection = Pick<DatabaseSyncInstance, 'prepare' | 'exec' | 'close'>;

interface Implementation {
  readonly DatabaseSync: new (
    location: string | URL,
    options?: { readonly readOnly?: boolean; readonly enableForeignKeyConstraints?: boolean },
  ) => Connection;
}

/**
 * Opens `location`, making the file where it is missing.
 * @throws the error of SQLite itself, with its result code in `errcode`
 */
export function connect(location: string | URL, options: { readonly readOnly: boolean }): Connection {
  const { DatabaseSync } = findImplementation();
  return new DatabaseSync(location, { readOnly: options.readOnly, enableForeignKeyConstraints: false });
}

/** Node before 22.13 has no `node:sqlite`, or hides it behind a flag; then the package is loaded. */
function findImplementation(): Implementation {
  return loadBuiltIn() ?? (createRequire(import.meta.url)('@photostructure/sqlite') as Implementation);
}

/** Node 22 and 24 warn on stderr that the module is experimental: of no use to a person who builds a graph. */
function loadBuiltIn(): Implementation | undefined {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite' as 'node:fs') as unknown as Implementation | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}
