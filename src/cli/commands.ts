// Every command, in the order in which help shows them; each is loaded only when it is called.
import type { Command } from './command.ts';

/** Loads one command. */
export type LoadCommand = () => Promise<Command>;

export const COMMANDS: Readonly<Record<string, LoadCommand>> = {
  build: async () => (await import('./build.ts')).buildCommand,
  view: async () => (await import('./view.ts')).viewCommand,
  show: async () => (await import('./show.ts')).showCommand,
  query: async () => (await import('./query.ts')).queryCommand,
  search: async () => (await import('./search.ts')).searchCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  push: async () => (await import('./push.ts')).pushCommand,
  remove: async () => (await import('./remove.ts')).removeCommand,
  stats: async () => (await import('./stats.ts')).statsCommand,
  parse: async () => (await import('./parse.ts')).parseCommand,
  facts: async () => (await import('./facts.ts')).factsCommand,
  extract: async () => (await import('./extract.ts')).extractCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
};
