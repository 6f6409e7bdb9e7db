// The public names, nothing else: build a graph, look into it, change it, take it away.
export {
  addDecisions,
  type BuildOptions,
  type BuildSummary,
  buildGraph,
  loadOntology,
  openGraph,
  type ProgressEvent,
  removeDocument,
  undoDecisions,
} from './build-graph.ts';
export { type ErrorCode, KnownError } from './errors.ts';
export { EXPORTERS, findExporter } from './export/index.ts';
export type { Document, Note } from './model/document.ts';
export type { Exporter, Sink } from './model/exporter.ts';
export type { Extraction, Mention, Relation } from './model/extraction.ts';
export type { Claim, Conflict, Decision, Entity, Evidence, Graph } from './model/graph.ts';
export type { GraphView, SearchHit, StoredGraph } from './model/graph-view.ts';
export type { Ontology } from './model/ontology.ts';
