// Cypher without a server.
export type { CypherEngine, QueryResult } from './cypher-engine.ts';
export { openCypher } from './cypher-engine.ts';
export type { JsonValue } from './json-value.ts';
