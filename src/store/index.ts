// The public names of this room: a graph kept in one SQLite file, and the plan of what a build changes in it.
export { type GraphState, GraphStore, type ListedDocument, type Place, type Withheld } from './graph-store.ts';
export { loadOntology } from './load-ontology.ts';
export {
  countChanges,
  type DocumentCounts,
  type Find,
  type FoundDocument,
  findListed,
  joinFinds,
  keptPlaces,
  liesIn,
  planScope,
  planWithheld,
  type Scope,
} from './plan-build.ts';
export { openStoredGraph } from './stored-graph.ts';
