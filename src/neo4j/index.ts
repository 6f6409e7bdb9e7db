// Push a graph to a Neo4j server.
export type { ServerAddress } from './connection.ts';
export type { PushOptions, PushProgress, PushSummary } from './push-graph.ts';
export { pushGraph } from './push-graph.ts';
