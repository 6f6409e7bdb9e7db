// Copies a graph into an engine in memory, node for node as it would stand in Neo4j. Thrown away after use.
import type { BatchEdgeInput, GrafeoDB } from '@grafeo-db/js';
import type { GraphView } from '../model/graph-view.ts';
import type { Properties, PropertyGraph, PropertyNode, PropertyValue } from '../model/property-graph.ts';
import { BASE_LABELS, toPropertyGraph } from '../model/to-property-graph.ts';

const BATCH_ROWS = 5_000;

/** Fills an empty database, then makes an index on `id` a base label (never its constraints, which are O(n) a write). */
export async function fillProjection(database: GrafeoDB, view: GraphView): Promise<void> {
  const graph = toPropertyGraph(view);
  const places = await addNodes(database, graph);
  await addRelationships(database, graph, places);
  await restoreFloats(database, graph);
  for (const label of BASE_LABELS) {
    await database.executeCypher(`CREATE INDEX ${label.toLowerCase()}_id FOR (n:${label}) ON (n.id)`);
  }
}

/** The engine's own number of each node, by label and id. */
type Places = ReadonlyMap<string, number>;

async function addNodes(database: GrafeoDB, graph: PropertyGraph): Promise<Places> {
  const places = new Map<string, number>();
  const open = new Map<string, PropertyNode[]>();
  const flush = async (nodes: readonly PropertyNode[]): Promise<void> => {
    const [first] = nodes;
    if (!first) return;
    const rows = nodes.map((node) => plain(node.properties));
    const numbers = await database.batchCreateNodesWithProps([...first.labels], rows);
    for (const [index, node] of nodes.entries()) places.set(`${node.labels[0]} ${node.id}`, numbers[index] ?? -1);
  };
  for (const node of graph.nodes()) {
    const key = node.labels.join(' ');
    const batch = open.get(key) ?? [];
    open.set(key, batch);
    batch.push(node);
    if (batch.length >= BATCH_ROWS) await flush(batch.splice(0));
  }
  for (const batch of open.values()) await flush(batch);
  return places;
}

async function addRelationships(database: GrafeoDB, graph: PropertyGraph, places: Places): Promise<void> {
  let batch: BatchEdgeInput[] = [];
  for (const { type, from, to, properties } of graph.relationships()) {
    const src = places.get(`${from.label} ${from.id}`);
    const dst = places.get(`${to.label} ${to.id}`);
    // A server drops an edge without an end in the same way: MATCH finds nothing to join.
    if (src === undefined || dst === undefined) continue;
    batch.push({ src, dst, type, properties: plain(properties) });
    if (batch.length < BATCH_ROWS) continue;
    await database.batchCreateEdges(batch);
    batch = [];
  }
  if (batch.length > 0) await database.batchCreateEdges(batch);
}

/** The engine takes a whole JavaScript number for an integer, and 1 / 2 for 0: floats are set as floats again. */
async function restoreFloats(database: GrafeoDB, graph: PropertyGraph): Promise<void> {
  const nodes = new Set<string>();
  const relationships = new Set<string>();
  for (const { labels, properties } of graph.nodes()) {
    for (const name of wholeFloats(properties)) nodes.add(`${labels[0]} ${name}`);
  }
  for (const { type, properties } of graph.relationships()) {
    for (const name of wholeFloats(properties)) relationships.add(`${type} ${name}`);
  }
  for (const key of nodes) {
    const [label, name] = key.split(' ');
    await database.executeCypher(`MATCH (n:${label}) SET n.${name} = toFloat(n.${name})`);
  }
  for (const key of relationships) {
    const [type, name] = key.split(' ');
    await database.executeCypher(`MATCH ()-[r:\`${type}\`]->() SET r.${name} = toFloat(r.${name})`);
  }
}

/** `value` of a claim is never among them: whole numbers stand there as integers, on a server too. */
function wholeFloats(properties: Properties): string[] {
  return Object.keys(properties).filter((name) => name !== 'value' && Number.isInteger(properties[name]));
}

function plain(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: PropertyValue): unknown {
  if (typeof value !== 'object') return value;
  return 'integer' in value ? value.integer : value.map((item) => (typeof item === 'object' ? item.integer : item));
}
