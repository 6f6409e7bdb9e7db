// The shape of a command: plain data and one function. One file a command; its name and summary stand in commands.ts.

/** Where a command writes. Results go to `out`, progress and messages to `say`. */
export interface Terminal {
  /** Result text, as is; resolves when more may come. Rejects quietly never: a closed pipe ends the process. */
  out(text: string | Uint8Array): Promise<void>;
  /** One line for people, on stderr. */
  say(line: string): void;
  /** What a person types, one key at a time, or the characters of a piped stdin; ends with Ctrl-C or the input. */
  keys(): AsyncIterable<string>;
  /** True where a person looks at stderr. */
  readonly isInteractive: boolean;
  /** Aborted by Ctrl-C, which ends the process at once unless this was asked for. */
  readonly signal: AbortSignal;
}

export interface CommandOption {
  /** commander's notation: `--graph <file>`. */
  readonly flags: string;
  readonly summary: string;
  readonly choices?: readonly string[];
}

export type Options = Readonly<Record<string, string | boolean | undefined>>;

export interface Command {
  readonly options: readonly CommandOption[];
  /**
   * Exit code: 0 ok, 3 some documents failed. Known errors (1) are thrown.
   * `parameters` in the order of the line, a variadic one spread at the end.
   */
  run(parameters: readonly string[], options: Options, terminal: Terminal): Promise<number>;
}
