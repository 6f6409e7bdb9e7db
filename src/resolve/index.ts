// The public names of this room: Extractions + Decisions → Graph.
export { explainSources, type SourceExplanation } from './lineage/explain-sources.ts';
export { resolve } from './resolve.ts';
