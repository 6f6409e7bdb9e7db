// What provisioning knows about one tool: where it is, and how to get it.

export interface Tool {
  /** For people: `Chromium`. */
  readonly name: string;
  /** Where it is, or null where it is missing. Quick: no process is started where a look at the disk will do. */
  find(): string | null;
  /** Fetches it. @throws KnownError tool-missing with what a person should install. */
  install(): void;
}
