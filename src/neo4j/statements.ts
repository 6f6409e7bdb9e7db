// Every Cypher text that is sent to a server. Names come from safeName and stand in backticks; values are parameters.
import { RETIRED_LABEL as RETIRED } from '../model/reserved-names.ts';
import { BASE_LABELS, OPTIONAL_PROPERTIES } from '../model/to-property-graph.ts';

/** Set on all that is ours: the name of the graph. Whatever lacks it belongs to someone else and is left alone. */
export const OWNER = 'stemma';
/** Hash of content, by which a second push finds what has changed. */
export const HASH = 'stemmaHash';

const optional = (names: readonly string[], target: string): string =>
  names.map((name) => `, ${target}.${name} = row.properties.${name}`).join('');

/** Uniqueness is of graph and id together, so that two graphs with one document in common do not share its nodes. */
export function schemaStatements(): string[] {
  const perLabel = BASE_LABELS.flatMap((label) => [
    `CREATE CONSTRAINT stemma_${label.toLowerCase()} IF NOT EXISTS FOR (n:${label}) REQUIRE (n.${OWNER}, n.id) IS UNIQUE`,
    `CREATE INDEX stemma_${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
  ]);
  return [
    ...perLabel,
    `CREATE CONSTRAINT stemma_graph IF NOT EXISTS FOR (n:StemmaGraph) REQUIRE n.${OWNER} IS UNIQUE`,
    'CREATE INDEX stemma_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)',
  ];
}

/** After the load, when it is built at once instead of word by word. */
export const FULL_TEXT_STATEMENTS: readonly string[] = [
  'CREATE FULLTEXT INDEX stemma_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases]',
  'CREATE FULLTEXT INDEX stemma_texts IF NOT EXISTS FOR (n:Chunk) ON EACH [n.text]',
];

/** Where the graph was last pushed from, and whether any of its documents is among `$documents` or `$sources`. */
export const FIND_GRAPH = `OPTIONAL MATCH (g:StemmaGraph {${OWNER}: $graph})
WITH g.location AS location
OPTIONAL MATCH (d:Document {${OWNER}: $graph})
RETURN location, count(d) AS documents, count(CASE WHEN d.id IN $documents OR d.source IN $sources THEN 1 END) AS shared`;

export const REMEMBER_GRAPH = `MERGE (g:StemmaGraph {${OWNER}: $graph})
WITH g WHERE g.location IS NULL OR g.location <> $location OR g.model <> $model
SET g.location = $location, g.model = $model`;

/** `type` is the entity's, by which an outdated label is found. */
export const existingNodes = (label: string): string =>
  `MATCH (n:${label}) WHERE n.${OWNER} = $graph RETURN n.id AS id, n.${HASH} AS hash, n.type AS type`;

/** Rows `{id, hash, labels, outdated, properties}`. Properties that others added stay; ours that are absent go. */
export const writeNodes = (label: (typeof BASE_LABELS)[number]): string =>
  `UNWIND $rows AS row
MERGE (n:${label} {${OWNER}: $graph, id: row.id})
REMOVE n:$(row.outdated)
SET n += row.properties, n.${HASH} = row.hash${optional(OPTIONAL_PROPERTIES[label], 'n')}
SET n:$(row.labels)`;

/** Takes back a node that was retired, with what others hung on it. Rows `{id}`. */
export const reviveNodes = (label: string): string =>
  `UNWIND $rows AS row
MATCH (n:${RETIRED} {${OWNER}: $graph, id: row.id})
SET n:${label}
REMOVE n:${RETIRED}`;

export const RETIRED_NODES = `MATCH (n:${RETIRED}) WHERE n.${OWNER} = $graph RETURN n.id AS id`;

/** Rows `{id}`. Only nodes on which nothing hangs any more; ours were removed before. */
export const deleteNodes = (label: string): string =>
  `UNWIND $rows AS row
MATCH (n:${label} {${OWNER}: $graph, id: row.id})
WHERE NOT EXISTS { (n)--() }
DELETE n`;

/** Rows `{id, labels}`: the nodes that are left, because others hung relationships on them. */
export const retireNodes = (label: string): string =>
  `UNWIND $rows AS row
MATCH (n:${label} {${OWNER}: $graph, id: row.id})
SET n:${RETIRED}
REMOVE n:$(row.labels), n.${HASH}`;

export const RELATIONSHIP_TYPES = 'CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS type';

export const existingRelationships = (type: string): string =>
  `MATCH (a)-[r:\`${type}\`]->(b) WHERE r.${OWNER} = $graph
RETURN r.id AS id, r.${HASH} AS hash, elementId(r) AS element`;

/** Rows `{id, from, to, hash, properties}`, sorted by `from` and `to`. */
export const writeRelationships = (type: string, from: string, to: string): string =>
  `UNWIND $rows AS row
MATCH (a:${from} {${OWNER}: $graph, id: row.from})
MATCH (b:${to} {${OWNER}: $graph, id: row.to})
MERGE (a)-[r:\`${type}\` {${OWNER}: $graph, id: row.id}]->(b)
SET r += row.properties, r.${HASH} = row.hash${optional(OPTIONAL_PROPERTIES.relationship, 'r')}
RETURN count(r) AS written`;

/** Rows `{element}`. */
export const DELETE_RELATIONSHIPS = `UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.element
DELETE r`;
