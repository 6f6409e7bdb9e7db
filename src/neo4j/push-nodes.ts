// Brings the nodes of one graph in a server up to date: adds, changes, and removes what the graph no longer holds.
import type { PropertyGraph } from '../model/property-graph.ts';
import { BASE_LABELS, entityLabel } from '../model/to-property-graph.ts';
import { addRow, type Batch, MAX_BATCH_ROWS, makeBatch, takeRows, toParameters } from './batches.ts';
import type { Connection } from './connection.ts';
import { hashNode } from './content-hash.ts';
import { deleteNodes, existingNodes, RETIRED_NODES, retireNodes, reviveNodes, writeNodes } from './statements.ts';

type BaseLabel = (typeof BASE_LABELS)[number];

export interface NodeChanges {
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
  /** Gone from the graph, but kept without our labels, since others hung relationships on them. */
  retired: number;
}

/** What stood there before and was not yet met in the graph, by base label and id. */
export type Leftover = ReadonlyMap<BaseLabel, Map<string, { readonly hash: string; readonly labels: string[] }>>;

interface NodeRow {
  readonly id: string;
  readonly hash: string;
  readonly labels: readonly string[];
  readonly outdated: readonly string[];
  readonly properties: Record<string, unknown>;
}

/** Adds and changes nodes; `onWritten` hears of each batch. Returns what is left over for `removeNodes`. */
export async function writeAllNodes(
  connection: Connection,
  graph: string,
  content: PropertyGraph,
  changes: NodeChanges,
  onStep: (nodes: number) => void,
): Promise<Leftover> {
  const leftover = await readExisting(connection, graph);
  const retired = new Set((await connection.run(RETIRED_NODES, { graph })).records.map((record) => record.get('id')));
  const open = new Map<BaseLabel, Batch<NodeRow>>(BASE_LABELS.map((label) => [label, makeBatch<NodeRow>()]));
  const flush = async (label: BaseLabel, batch: Batch<NodeRow>): Promise<void> => {
    const rows = takeRows(batch);
    if (rows.length === 0) return;
    const back = rows.filter((row) => retired.has(row.id)).map((row) => ({ id: row.id }));
    if (back.length > 0) await connection.run(reviveNodes(label), { graph, rows: back });
    const result = await connection.run(writeNodes(label), { graph, rows });
    const { nodesCreated } = result.summary.counters.updates();
    changes.created += nodesCreated;
    changes.updated += rows.length - nodesCreated;
  };
  let done = 0;
  for (const node of content.nodes()) {
    const label = node.labels[0] as BaseLabel;
    const before = leftover.get(label)?.get(node.id);
    leftover.get(label)?.delete(node.id);
    const hash = hashNode(node);
    if (before?.hash === hash) changes.unchanged += 1;
    else {
      const outdated = before?.labels.filter((name) => !node.labels.includes(name)) ?? [];
      const row = { id: node.id, hash, labels: node.labels, outdated, properties: toParameters(node.properties) };
      const batch = open.get(label);
      if (batch && addRow(batch, row)) await flush(label, batch);
    }
    done += 1;
    if (done % 1_000 === 0) onStep(done);
  }
  for (const [label, batch] of open) await flush(label, batch);
  onStep(done);
  return leftover;
}

async function readExisting(connection: Connection, graph: string): Promise<Leftover> {
  const leftover = new Map<BaseLabel, Map<string, { hash: string; labels: string[] }>>();
  for (const label of BASE_LABELS) {
    const { records } = await connection.run(existingNodes(label), { graph });
    const known = new Map<string, { hash: string; labels: string[] }>();
    for (const record of records) {
      const type: unknown = record.get('type');
      const labels = label === 'Entity' && typeof type === 'string' ? [label, entityLabel(type)] : [label];
      known.set(record.get('id'), { hash: record.get('hash') ?? '', labels });
    }
    leftover.set(label, known);
  }
  return leftover;
}

/** Removes the nodes that are left over; call it when our relationships on them are gone. */
export async function removeNodes(
  connection: Connection,
  graph: string,
  leftover: Leftover,
  changes: NodeChanges,
): Promise<void> {
  for (const [label, nodes] of leftover) {
    const rows = [...nodes].map(([id, { labels }]) => ({ id, labels }));
    for (let start = 0; start < rows.length; start += MAX_BATCH_ROWS) {
      const batch = rows.slice(start, start + MAX_BATCH_ROWS);
      const { summary } = await connection.run(deleteNodes(label), { graph, rows: batch });
      const { nodesDeleted } = summary.counters.updates();
      changes.removed += nodesDeleted;
      if (nodesDeleted === batch.length) continue;
      await connection.run(retireNodes(label), { graph, rows: batch });
      changes.retired += batch.length - nodesDeleted;
    }
  }
}
