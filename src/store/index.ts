// The public names of this room: a graph kept in one SQLite file.
export { type GraphState, GraphStore, type ListedDocument, type Place, type Withheld } from './graph-store.ts';
export { openStoredGraph } from './stored-graph.ts';
