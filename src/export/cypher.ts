// Writes a Cypher script for cypher-shell, the Neo4j Browser or Memgraph: one statement a line, safe to run twice.
import type { Exporter } from '../model/exporter.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { Properties, PropertyValue } from '../model/property-graph.ts';
import { BASE_LABELS, toPropertyGraph } from '../model/to-property-graph.ts';
import { makeTextWriter } from './text-writer.ts';

export const cypherExporter: Exporter = {
  name: 'cypher',
  extension: '.cypher',
  mediaType: 'application/x-cypher-query',
  loses:
    'Decisions, notes and mentions without an entity are left out; document texts stand in chunks, NUL is removed.',
  async write(view, sink) {
    const writer = makeTextWriter(sink);
    for (const statement of statements(view)) await writer.write(`${statement};\n`);
    await writer.flush();
  },
};

/** Small enough for the parser of cypher-shell, which reads a statement whole; in UTF-16 units and rows. */
const MAX_BATCH_LENGTH = 200_000;
const MAX_BATCH_ROWS = 500;

/** As in a push, all that is ours says of which graph it is; so a script and a push get on in one database. */
const OWNER = "stemma: 'script'";

function* statements(view: GraphView): Iterable<string> {
  for (const label of BASE_LABELS) {
    const name = label.toLowerCase();
    yield `CREATE CONSTRAINT stemma_${name} IF NOT EXISTS FOR (n:${label}) REQUIRE (n.stemma, n.id) IS UNIQUE`;
    yield `CREATE INDEX stemma_${name}_id IF NOT EXISTS FOR (n:${label}) ON (n.id)`;
  }
  const graph = toPropertyGraph(view);
  yield* batches(graph.nodes(), (node) => ({
    head: 'UNWIND [',
    row: literalMap({ id: node.id, properties: node.properties }),
    tail: `] AS row MERGE (n:${node.labels[0]} {${OWNER}, id: row.id}) SET n += row.properties${setLabels(node.labels.slice(1))}`,
  }));
  yield* batches(graph.relationships(), ({ id, type, from, to, properties }) => ({
    head: 'UNWIND [',
    row: literalMap({ id, from: from.id, to: to.id, properties }),
    tail: `] AS row MATCH (a:${from.label} {${OWNER}, id: row.from}) MATCH (b:${to.label} {${OWNER}, id: row.to}) MERGE (a)-[r:\`${type}\` {${OWNER}, id: row.id}]->(b) SET r += row.properties`,
  }));
}

const setLabels = (labels: readonly string[]): string => labels.map((label) => ` SET n:\`${label}\``).join('');

interface Part {
  readonly head: string;
  readonly row: string;
  readonly tail: string;
}

/** Gathers rows that end alike; what is left goes out in the order in which the endings first came. */
function* batches<Item>(items: Iterable<Item>, toPart: (item: Item) => Part): Iterable<string> {
  const open = new Map<string, { rows: string[]; length: number }>();
  for (const item of items) {
    const { head, row, tail } = toPart(item);
    const batch = open.get(tail) ?? { rows: [], length: 0 };
    open.set(tail, batch);
    batch.rows.push(row);
    batch.length += row.length;
    if (batch.rows.length < MAX_BATCH_ROWS && batch.length < MAX_BATCH_LENGTH) continue;
    yield `${head}${batch.rows.join(', ')}${tail}`;
    open.delete(tail);
  }
  for (const [tail, { rows }] of open) yield `UNWIND [${rows.join(', ')}${tail}`;
}

function literalMap(values: Readonly<Record<string, PropertyValue | Properties>>): string {
  return `{${Object.entries(values)
    .map(([name, value]) => `${name}: ${toLiteral(value)}`)
    .join(', ')}}`;
}

function toLiteral(value: PropertyValue | Properties): string {
  if (typeof value === 'string') return toStringLiteral(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return toFloatLiteral(value);
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(', ')}]`;
  if ('integer' in value && typeof value.integer === 'number') return String(value.integer);
  return literalMap(value as Properties);
}

/** With a point or an exponent, since `1` would be an integer. */
function toFloatLiteral(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/**
 * Cypher decodes `\uXXXX` before it looks for the closing quote, so the backslash is escaped first. Line breaks of
 * every kind are escaped, or a statement would not stay on its line.
 */
function toStringLiteral(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  return `'${escaped}'`;
}
