// Cuts rows into batches that a server takes in one transaction, bounded in rows and in bytes.
import neo4j from 'neo4j-driver';
import type { Properties, PropertyValue } from '../model/property-graph.ts';

/** Neo4j's own import guide takes 5,000 relationships a transaction. */
export const MAX_BATCH_ROWS = 5_000;
/** Packing a batch blocks the event loop; 4 MB take some tens of milliseconds. In UTF-16 units of the JSON text. */
export const MAX_BATCH_LENGTH = 4_000_000;

export interface Batch<Row> {
  readonly rows: Row[];
  length: number;
}

export const makeBatch = <Row>(): Batch<Row> => ({ rows: [], length: 0 });

/** Adds a row and says whether the batch is full. */
export function addRow<Row>(batch: Batch<Row>, row: Row): boolean {
  batch.rows.push(row);
  batch.length += JSON.stringify(row).length;
  return batch.rows.length >= MAX_BATCH_ROWS || batch.length >= MAX_BATCH_LENGTH;
}

/** Takes all rows out of the batch. */
export function takeRows<Row>(batch: Batch<Row>): Row[] {
  batch.length = 0;
  return batch.rows.splice(0);
}

/** Properties as the driver sends them: a plain number would arrive as a float. */
export function toParameters(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, toParameter(value)]));
}

function toParameter(value: PropertyValue): unknown {
  if (typeof value !== 'object') return value;
  if ('integer' in value) return neo4j.int(value.integer);
  return value.map((item) => (typeof item === 'object' ? neo4j.int(item.integer) : item));
}
