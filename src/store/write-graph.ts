// Writes the derived part of a graph into its tables, in place of what stood there.
import type { Claim, Entity, Graph } from '../model/graph.ts';
import type { Database } from './database.ts';
import { pack } from './pack.ts';

const DERIVED = ['document', 'entity', 'mention', 'claim', 'conflict', 'decision', 'words'] as const;

/** Inside a transaction of the caller. */
export function writeGraph(database: Database, graph: Graph): void {
  for (const table of DERIVED) database.exec(`DELETE FROM ${table}`);
  writeMeta(database, 'model', graph.model);
  for (const record of graph.documents) {
    const { id, title, source, text } = record.document;
    database.run('INSERT INTO document (id, data) VALUES (?, ?)', id, pack(record));
    writeWords(database, 'document', id, title ?? source, text);
  }
  for (const entity of graph.entities) {
    database.run('INSERT INTO entity (id, data) VALUES (?, ?)', entity.id, JSON.stringify(entity));
    writeWords(database, 'entity', entity.id, entity.name, aliasesOf(entity));
  }
  for (const record of graph.mentions) {
    const { id, start, end } = record.mention;
    database.run(
      'INSERT INTO mention (id, document, start, stop, data) VALUES (?, ?, ?, ?, ?)',
      ...[id, record.documentId, start, end, JSON.stringify(record)],
    );
  }
  for (const claim of graph.claims) {
    database.run(
      'INSERT INTO claim (id, subject, object, data) VALUES (?, ?, ?, ?)',
      ...[claim.id, claim.subject, claim.object, JSON.stringify(claim)],
    );
    const [quote, ...others] = quotesOf(claim);
    if (quote !== undefined) writeWords(database, 'claim', claim.id, quote, others.join('\n'));
  }
  for (const conflict of graph.conflicts) {
    database.run('INSERT INTO conflict (id, data) VALUES (?, ?)', conflict.id, JSON.stringify(conflict));
  }
  for (const [position, decision] of graph.decisions.entries()) {
    database.run('INSERT INTO decision (position, data) VALUES (?, ?)', position, JSON.stringify(decision));
  }
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
