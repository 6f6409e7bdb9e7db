// How bytes come into the house: one file a format in src/read, all with this interface.
import type { Document } from './document.ts';

export interface RawFile {
  /** Path below the PATH given, with `/`. */
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** A record that could not be read; the run goes on, the exit code tells. */
export interface ReadFailure {
  readonly source: string;
  /** Who speaks, what was expected, what was found. */
  readonly message: string;
  readonly hint: string;
}

export interface ReadResult {
  readonly documents: readonly Document[];
  readonly failures: readonly ReadFailure[];
}

export interface Reader {
  readonly name: string;
  readonly mediaTypes: readonly string[];
  /** Lower-case, with the dot. */
  readonly extensions: readonly string[];
  /** Pure. Never throws for what the bytes hold: that is a failure or a note. */
  read(file: RawFile): Promise<ReadResult> | ReadResult;
}
