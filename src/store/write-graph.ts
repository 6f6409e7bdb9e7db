// Writes the derived part of a graph into its tables, in place of what stood there.
import type { Claim, DocumentRecord, Entity, Graph, MentionRecord } from '../model/graph.ts';
import type { Database } from './database.ts';
import { pack } from './pack.ts';
import { WORDS } from './schema.ts';

const DERIVED = ['document', 'entity', 'mention', 'claim', 'conflict', 'decision'] as const;

/** Hears of progress: rows written, rows in all. */
export type OnRows = (done: number, total: number) => void;

/** Rows between two calls of OnRows: a tenth of a second. */
const ROWS_A_CALL = 5_000;

/** Inside a transaction of the caller. `graph.model` is written with it. */
export function writeGraph(database: Database, graph: Graph, onRows?: OnRows): void {
  for (const table of DERIVED) database.exec(`DELETE FROM ${table}`);
  database.exec(`DROP TABLE words; ${WORDS}`);
  writeMeta(database, 'model', graph.model);
  const { documents, entities, mentions, claims, conflicts, decisions } = graph;
  const total = [documents, entities, mentions, claims, conflicts, decisions].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  let done = 0;
  for (const write of rowWriters(database, graph)) {
    write();
    done += 1;
    if (done % ROWS_A_CALL === 0 || done === total) onRows?.(done, total);
  }
}

/** One action a row, in the order of Graph. */
function* rowWriters(database: Database, graph: Graph): Iterable<() => void> {
  for (const record of graph.documents) yield () => writeDocument(database, record);
  for (const entity of graph.entities) yield () => writeEntity(database, entity);
  for (const record of graph.mentions) yield () => writeMention(database, record);
  for (const claim of graph.claims) yield () => writeClaim(database, claim);
  for (const { id, ...rest } of graph.conflicts) {
    const data = JSON.stringify({ id, ...rest });
    yield () => database.run('INSERT INTO conflict (id, data) VALUES (?, ?)', id, data);
  }
  for (const [position, decision] of graph.decisions.entries()) {
    const data = JSON.stringify(decision);
    yield () => database.run('INSERT INTO decision (position, data) VALUES (?, ?)', position, data);
  }
}

function writeDocument(database: Database, record: DocumentRecord): void {
  const { id, title, source, text } = record.document;
  database.run('INSERT INTO document (id, data) VALUES (?, ?)', id, pack(record));
  writeWords(database, 'document', id, title ?? source, text);
}

function writeEntity(database: Database, entity: Entity): void {
  database.run('INSERT INTO entity (id, data) VALUES (?, ?)', entity.id, JSON.stringify(entity));
  writeWords(database, 'entity', entity.id, entity.name, aliasesOf(entity));
}

function writeMention(database: Database, record: MentionRecord): void {
  const { id, start, end } = record.mention;
  database.run(
    'INSERT INTO mention (id, document, start, stop, data) VALUES (?, ?, ?, ?, ?)',
    ...[id, record.documentId, start, end, JSON.stringify(record)],
  );
}

function writeClaim(database: Database, claim: Claim): void {
  database.run(
    'INSERT INTO claim (id, subject, object, data) VALUES (?, ?, ?, ?)',
    ...[claim.id, claim.subject, claim.object, JSON.stringify(claim)],
  );
  const [quote, ...others] = quotesOf(claim);
  if (quote !== undefined) writeWords(database, 'claim', claim.id, quote, others.join('\n'));
}

/** Sets a value of the table meta. */
export function writeMeta(database: Database, key: string, value: string): void {
  database.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
}

function writeWords(database: Database, kind: string, id: string, title: string, body: string): void {
  database.run('INSERT INTO words (kind, id, title, body) VALUES (?, ?, ?, ?)', kind, id, title, body);
}

const aliasesOf = ({ name, aliases }: Entity): string =>
  aliases
    .map((alias) => alias.name)
    .filter((alias) => alias !== name)
    .join(', ');

const quotesOf = ({ evidence }: Claim): string[] => [...new Set(evidence.map((piece) => piece.quote))];
