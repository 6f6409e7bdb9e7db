// What we foresaw going wrong: one error type that tells a person what to do next. Anything else is a bug.

/** Stable, greppable causes; the command line prints them in brackets. */
export type ErrorCode =
  | 'path-missing'
  | 'path-unreadable'
  | 'nothing-to-read'
  | 'unknown-format'
  | 'bad-document'
  | 'bad-ontology'
  | 'bad-weights'
  | 'not-a-graph'
  | 'graph-missing'
  | 'graph-ambiguous'
  | 'graph-damaged'
  | 'graph-newer'
  | 'graph-busy'
  | 'write-failed'
  | 'not-found'
  | 'ambiguous-name'
  | 'bad-query'
  | 'engine-missing'
  | 'neo4j-unreachable'
  | 'neo4j-refused'
  | 'neo4j-failed'
  | 'port-taken'
  | 'tool-missing'
  | 'bad-input'
  | 'bad-option'
  | 'interrupted';

/**
 * An error that we foresaw.
 * `message`: who speaks, what was expected, what was found. `hint`: the next action, an imperative sentence.
 */
export class KnownError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'KnownError';
    this.code = code;
    this.hint = hint;
  }
}

/** An error on its way between threads, where errors lose their class. */
export type Failure =
  | { readonly known: { readonly code: ErrorCode; readonly message: string; readonly hint: string } }
  | { readonly bug: string };

export function packError(error: unknown): Failure {
  if (error instanceof KnownError) {
    const { code, message, hint } = error;
    return { known: { code, message, hint } };
  }
  return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

export function unpackError(failure: Failure): Error {
  if ('bug' in failure) return new Error(failure.bug);
  const { code, message, hint } = failure.known;
  return new KnownError(code, message, hint);
}
