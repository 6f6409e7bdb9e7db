// What can be asked of a graph: Cypher without a server, and what the graph itself has to ask of people.
export type { CypherEngine, QueryResult } from './cypher-engine.ts';
export { openCypher } from './cypher-engine.ts';
export type { JsonValue } from './json-value.ts';
export { type Decider, makeDecision, partDocuments } from './make-decisions.ts';
export { compareMentions, type DocumentMention, mainMention, mentionsByDocument } from './name-mentions.ts';
export { listQuestions, type Passage, type Question } from './review-queue.ts';
