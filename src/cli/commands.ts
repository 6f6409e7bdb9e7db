// Every command, in the order in which help shows them; each is loaded only when it is called.
import type { Command } from './command.ts';

export interface CommandEntry {
  readonly name: string;
  /** commander's notation: `<path...>`. */
  readonly parameters: string;
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'build',
    parameters: '<path...>',
    summary: 'read files or folders into a graph; adds, changes and removes to match them',
    load: async () => (await import('./build.ts')).buildCommand,
  },
  {
    name: 'view',
    parameters: '',
    summary: 'browse the graph in a web page on this machine',
    load: async () => (await import('./view.ts')).viewCommand,
  },
  {
    name: 'show',
    parameters: '<name...>',
    summary: 'a dossier of one person, body or place, with quotes',
    load: async () => (await import('./show.ts')).showCommand,
  },
  {
    name: 'path',
    parameters: '<from> <to>',
    summary: 'how two names hang together, as a chain of quoted sentences',
    load: async () => (await import('./path.ts')).pathCommand,
  },
  {
    name: 'conflicts',
    parameters: '[name...]',
    summary: 'where the documents contradict one another, both sides with their sentences',
    load: async () => (await import('./conflicts.ts')).conflictsCommand,
  },
  {
    name: 'query',
    parameters: '<cypher>',
    summary: 'ask the graph in Cypher, read-only',
    load: async () => (await import('./query.ts')).queryCommand,
  },
  {
    name: 'search',
    parameters: '<words...>',
    summary: 'find names, quotes and texts',
    load: async () => (await import('./search.ts')).searchCommand,
  },
  {
    name: 'export',
    parameters: '[format]',
    summary: 'write the graph as graphml, gexf, csv, cypher, html and more',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'push',
    parameters: '',
    summary: 'write the graph into a Neo4j server; password from NEO4J_PASSWORD or a prompt',
    load: async () => (await import('./push.ts')).pushCommand,
  },
  {
    name: 'review',
    parameters: '',
    summary: 'decide about doubtful names, the most doubtful first, one key an answer',
    load: async () => (await import('./review.ts')).reviewCommand,
  },
  {
    name: 'same',
    parameters: '<one> <other>',
    summary: 'say that two names mean one thing; NAME@DOCUMENT where a name alone is not enough',
    load: async () => (await import('./decide.ts')).sameCommand,
  },
  {
    name: 'different',
    parameters: '<one> <other>',
    summary: 'say that two names mean different things',
    load: async () => (await import('./decide.ts')).differentCommand,
  },
  {
    name: 'split',
    parameters: '<name> [documents...]',
    summary: 'part what a name means in some documents from what it means in the others',
    load: async () => (await import('./split.ts')).splitCommand,
  },
  {
    name: 'undo',
    parameters: '',
    summary: 'take back what a person decided last',
    load: async () => (await import('./undo.ts')).undoCommand,
  },
  {
    name: 'decisions',
    parameters: '',
    summary: 'what people decided, as JSON lines; --import takes such a file over',
    load: async () => (await import('./decisions.ts')).decisionsCommand,
  },
  {
    name: 'remove',
    parameters: '<document>',
    summary: 'take a document (its path or id) out of the graph',
    load: async () => (await import('./remove.ts')).removeCommand,
  },
  {
    name: 'diff',
    parameters: '<old> <new>',
    summary: 'what is different between two graphs, and because of which documents',
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  {
    name: 'stats',
    parameters: '',
    summary: 'what the graph holds; --accuracy: how right the program was on gold data',
    load: async () => (await import('./stats.ts')).statsCommand,
  },
  {
    name: 'parse',
    parameters: '<path...>',
    summary: 'print the tokens, tags and trees of texts; - reads standard input',
    load: async () => (await import('./parse.ts')).parseCommand,
  },
  {
    name: 'facts',
    parameters: '<path...>',
    summary: 'print who does what to whom, one fact a line; - reads standard input',
    load: async () => (await import('./facts.ts')).factsCommand,
  },
  {
    name: 'extract',
    parameters: '<path...>',
    summary: 'print all that was understood of each document, one line of JSON each; - reads standard input',
    load: async () => (await import('./extract.ts')).extractCommand,
  },
  {
    name: 'doctor',
    parameters: '',
    summary: 'what is installed, what is missing, what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
];
