// The public names of this room: Extractions + Decisions → Graph.
export { explainSources, type SourceExplanation } from './lineage/explain-sources.ts';
export { makeResolver, type Resolver, resolve } from './resolve.ts';
