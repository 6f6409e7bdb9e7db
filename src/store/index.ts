// The public names of this room: a graph kept in one SQLite file, and the plan of what a build changes in it.
export { engineOf, extractionVersion, isOfEngine } from './extraction-version.ts';
export { findListed } from './find-listed.ts';
export {
  type GraphState,
  GraphStore,
  type Held,
  isSameDrawing,
  isSameListed,
  keptOf,
  type ListedDocument,
  type Place,
  placeExtraction,
  type ReplaceOptions,
  type Withheld,
} from './graph-store.ts';
export { type Anchor, addAct, findAnchor, type Judgement, placeJudgements, undoAct } from './judgements.ts';
export { chooseOntology, loadOntology } from './load-ontology.ts';
export {
  countChanges,
  type DocumentCounts,
  type DocumentPlan,
  type Find,
  type PlannedDocument,
  planDocuments,
} from './plan-documents.ts';
export { filesToRead, liesIn, planScope, type Scope } from './plan-scope.ts';
export { openStoredGraph } from './stored-graph.ts';
