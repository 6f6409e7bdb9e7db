// Every command, in the order in which help shows them; each is loaded only when it is called.
import type { Command } from './command.ts';

/** Loads one command. */
export type LoadCommand = () => Promise<Command>;

export const COMMANDS: Readonly<Record<string, LoadCommand>> = {
  parse: async () => (await import('./parse.ts')).parseCommand,
  facts: async () => (await import('./facts.ts')).factsCommand,
  extract: async () => (await import('./extract.ts')).extractCommand,
};
