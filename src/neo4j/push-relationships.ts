// Brings the relationships of one graph in a server up to date, one type at a time, in sorted batches.
import { KnownError } from '../errors.ts';
import type { PropertyGraph } from '../model/property-graph.ts';
import { addRow, type Batch, MAX_BATCH_ROWS, makeBatch, takeRows, toParameters } from './batches.ts';
import type { Connection } from './connection.ts';
import { hashEnds, hashRelationship } from './content-hash.ts';
import { DELETE_RELATIONSHIPS, existingRelationships, RELATIONSHIP_TYPES, writeRelationships } from './statements.ts';

export interface RelationshipChanges {
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
}

interface Row {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly hash: string;
  readonly properties: Record<string, unknown>;
}

interface Existing {
  readonly hash: string;
  readonly element: string;
}

/** Adds, changes and removes relationships; `onStep` hears how many of the graph's are done. */
export async function writeAllRelationships(
  connection: Connection,
  graph: string,
  content: PropertyGraph,
  changes: RelationshipChanges,
  onStep: (relationships: number) => void,
): Promise<void> {
  const existing = await readExisting(connection, graph);
  const moved: Existing[] = [];
  const open = new Map<string, Batch<Row>>();
  let done = 0;
  for (const relationship of content.relationships()) {
    const { id, type, from, to } = relationship;
    const hash = hashRelationship(relationship);
    const before = existing.get(`${type} ${id}`);
    existing.delete(`${type} ${id}`);
    if (before?.hash === hash) changes.unchanged += 1;
    else {
      if (before && !before.hash.startsWith(hashEnds(relationship))) moved.push(before);
      const statement = writeRelationships(type, from.label, to.label);
      const batch = open.get(statement) ?? makeBatch<Row>();
      open.set(statement, batch);
      const row = { id, from: from.id, to: to.id, hash, properties: toParameters(relationship.properties) };
      if (addRow(batch, row)) await write(connection, graph, statement, batch, changes);
    }
    done += 1;
    if (done % 1_000 === 0) onStep(done);
  }
  for (const [statement, batch] of open) await write(connection, graph, statement, batch, changes);
  onStep(done);
  await remove(connection, [...moved, ...existing.values()], changes);
}

async function readExisting(connection: Connection, graph: string): Promise<Map<string, Existing>> {
  const existing = new Map<string, Existing>();
  const types = (await connection.run(RELATIONSHIP_TYPES, {})).records.map((record) => String(record.get('type')));
  for (const type of types) {
    const { records } = await connection.run(existingRelationships(type.replaceAll('`', '``')), { graph });
    for (const record of records) {
      existing.set(`${type} ${record.get('id')}`, { hash: record.get('hash') ?? '', element: record.get('element') });
    }
  }
  return existing;
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Sorted by ends, since creating a relationship locks both: two writers then wait for each other instead of dying. */
async function write(
  connection: Connection,
  graph: string,
  statement: string,
  batch: Batch<Row>,
  changes: RelationshipChanges,
): Promise<void> {
  const rows = takeRows(batch).sort((left, right) => compare(left.from, right.from) || compare(left.to, right.to));
  if (rows.length === 0) return;
  const { records, summary } = await connection.run(statement, { graph, rows });
  const written = Number(records[0]?.get('written') ?? 0);
  // A row without one of its ends is dropped by MATCH without a word.
  if (written !== rows.length) {
    throw new KnownError(
      'neo4j-failed',
      `push: expected ${rows.length} relationships to find their ends, ${rows.length - written} did not.`,
      'Someone else may be changing the same graph: push again when they are done.',
    );
  }
  const { relationshipsCreated } = summary.counters.updates();
  changes.created += relationshipsCreated;
  changes.updated += rows.length - relationshipsCreated;
}

async function remove(connection: Connection, gone: readonly Existing[], changes: RelationshipChanges): Promise<void> {
  for (let start = 0; start < gone.length; start += MAX_BATCH_ROWS) {
    const rows = gone.slice(start, start + MAX_BATCH_ROWS).map(({ element }) => ({ element }));
    const { summary } = await connection.run(DELETE_RELATIONSHIPS, { rows });
    changes.removed += summary.counters.updates().relationshipsDeleted;
  }
}
