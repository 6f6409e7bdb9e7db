// The writing side of a graph file: extractions as they are made, then the whole new state in one transaction.
import { randomUUID } from 'node:crypto';
import type { Extraction } from '../model/extraction.ts';
import type { Graph } from '../model/graph.ts';
import type { DocumentId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { type Database, damaged } from './database.ts';
import type { Judgement } from './judgements.ts';
import { closeWriting, openForWriting, type Writing } from './open-database.ts';
import { pack, unpack } from './pack.ts';
import { readMeta } from './stored-graph.ts';
import { type OnRows, writeGraph, writeMeta } from './write-graph.ts';

/** One place where a document was found. */
export interface Place {
  /** As in Document.source. */
  readonly source: string;
  /** Absolute path of the file on this machine. */
  readonly path: string;
}

/** A document of the graph; its text stands in its extraction. */
export interface ListedDocument {
  readonly id: DocumentId;
  /** Of the extraction that the graph was made from. */
  readonly version: string;
  /** One at least, sorted by source: the first is the source, the others `alsoAt`. */
  readonly places: readonly Place[];
}

/** A place that a person took out of the graph. */
export interface Withheld extends Place {
  readonly document: DocumentId;
}

/** All that is not derived, as of one generation. */
export interface GraphState {
  /** Goes up by one with each new state. */
  readonly generation: number;
  /** Version of the extractor that read the documents; empty in a new graph. */
  readonly model: string;
  /** Absolute paths that the graph was built from, sorted. */
  readonly paths: readonly string[];
  /** The user's own ontology, null for the built-in one. */
  readonly ontology: Ontology | null;
  /** Whether places that act stand for their states. */
  readonly metonyms: boolean;
  /** The program that drew the graph from all else here; empty where it is not drawn yet. */
  readonly drawnBy: string;
  /** Sorted by id. */
  readonly documents: readonly ListedDocument[];
  readonly withheld: readonly Withheld[];
  /** Every decision that people made, oldest first. */
  readonly judgements: readonly Judgement[];
}

/** A graph and its state, and the mark that the file bears as long as it holds them. */
export interface Held {
  readonly graph: Graph;
  readonly state: GraphState;
  readonly mark: string;
}

export interface ReplaceOptions {
  /** Hears how far it is. */
  readonly onRows?: OnRows | undefined;
  readonly held?: Held | null;
}

/** The extraction with its document under these places, the first as its source. */
export function placeExtraction(extraction: Extraction, places: readonly Place[]): Extraction {
  const [source = extraction.document.source, ...alsoAt] = new Set(places.map((place) => place.source));
  return { ...extraction, document: { ...extraction.document, source, alsoAt } };
}

/** What the graph is drawn from: without words and facts, which are nine tenths of an extraction and only serve to make it. */
export function keptOf(extraction: Extraction): Extraction {
  return { ...extraction, tokens: [], facts: [] };
}

/** A class because it must be closed. Every method throws KnownError graph-busy, graph-damaged, write-failed. */
export class GraphStore {
  readonly path: string;
  readonly #writing: Writing;
  readonly #database: Database;

  /**
   * Makes the file where it is missing.
   * @throws KnownError not-a-graph, graph-newer, graph-damaged, graph-busy, write-failed, path-unreadable
   */
  constructor(path: string) {
    this.path = path;
    this.#writing = openForWriting(path);
    this.#database = this.#writing.database;
  }

  state(): GraphState {
    const ontology = readMeta(this.#database, 'ontology');
    return {
      generation: this.#generation(),
      model: readMeta(this.#database, 'model') ?? '',
      paths: unpack<string[]>(this.path, readMeta(this.#database, 'paths') ?? '[]'),
      ontology: ontology === undefined ? null : unpack<Ontology | null>(this.path, ontology),
      metonyms: readMeta(this.#database, 'metonyms') === 'true',
      drawnBy: readMeta(this.#database, 'drawnBy') ?? '',
      documents: this.#listed(),
      withheld: this.#database
        .all<Withheld>('SELECT source, path, document FROM withheld ORDER BY source, document')
        .map(({ source, path, document }) => ({ source, path, document })),
      judgements: this.#database
        .all<{ data: string }>('SELECT data FROM judgement ORDER BY sequence')
        .map((row) => unpack<Judgement>(this.path, row.data)),
    };
  }

  hasExtraction(document: DocumentId, version: string): boolean {
    const sql = 'SELECT 1 AS found FROM extraction WHERE document = ? AND version = ?';
    return this.#database.get(sql, document, version) !== undefined;
  }

  /**
   * The extraction of a document, under the places where it is found now.
   * @throws KnownError graph-damaged where there is none of that version
   */
  load({ id, version, places }: ListedDocument): Extraction {
    const sql = 'SELECT data FROM extraction WHERE document = ? AND version = ?';
    const row = this.#database.get<{ data: Uint8Array }>(sql, id, version);
    if (row === undefined) throw damaged(this.path, `document ${id} has no extraction`);
    return placeExtraction(unpack<Extraction>(this.path, row.data), places);
  }

  /** On the disk when this returns, as far as `keptOf` keeps it. */
  putExtraction(version: string, extraction: Extraction): void {
    const sql = 'INSERT OR REPLACE INTO extraction (document, version, data) VALUES (?, ?, ?)';
    this.#database.run(sql, extraction.document.id, version, pack(keptOf(extraction)));
  }

  /**
   * Puts the new state in place of the old one, in one transaction, and drops extractions that no document of it needs.
   * Only rows that differ are written; `held` is what the file held when it bore its mark, which spares reading them.
   * False, and nothing written, where another writer has put a state in place since `next.generation`.
   */
  replace(next: GraphState, graph: Graph, { onRows, held = null }: ReplaceOptions = {}): boolean {
    return this.#database.transaction(() => {
      if (this.#generation() !== next.generation) return false;
      const isHeld = held !== null && held.mark === this.mark();
      writeMeta(this.#database, 'generation', String(next.generation + 1));
      writeMeta(this.#database, 'mark', randomUUID());
      writeMeta(this.#database, 'paths', JSON.stringify(next.paths));
      writeMeta(this.#database, 'ontology', JSON.stringify(next.ontology));
      writeMeta(this.#database, 'metonyms', String(next.metonyms));
      writeMeta(this.#database, 'drawnBy', next.drawnBy);
      this.#writeLists(next, isHeld ? held.state : null);
      writeGraph(this.#database, graph, isHeld ? held.graph : null, onRows);
      return true;
    });
  }

  /**
   * Keeps other judgements, with the graph as it was drawn before: the next state draws them.
   * False, and nothing written, where another writer has put a state in place since `generation`.
   */
  keepJudgements(generation: number, judgements: readonly Judgement[]): boolean {
    return this.#database.transaction(() => {
      if (this.#generation() !== generation) return false;
      writeMeta(this.#database, 'generation', String(generation + 1));
      writeMeta(this.#database, 'mark', randomUUID());
      writeMeta(this.#database, 'drawnBy', '');
      this.#writeJudgements(judgements);
      return true;
    });
  }

  /** Another one after each change of the state, also in a file that took the place of this one. */
  mark(): string {
    return readMeta(this.#database, 'mark') ?? '';
  }

  close(): void {
    closeWriting(this.#writing);
  }

  #generation(): number {
    return Number(readMeta(this.#database, 'generation') ?? 0);
  }

  #listed(): ListedDocument[] {
    const rows = this.#database.all<{ id: DocumentId; version: string; source: string; path: string }>(
      `SELECT listed.document AS id, version, source, path FROM listed JOIN place ON place.document = listed.document
       ORDER BY id, source, path`,
    );
    const documents = new Map<DocumentId, ListedDocument & { readonly places: Place[] }>();
    for (const { id, version, source, path } of rows) {
      const known = documents.get(id);
      if (known) known.places.push({ source, path });
      else documents.set(id, { id, version, places: [{ source, path }] });
    }
    return [...documents.values()];
  }

  #writeLists({ documents, withheld, judgements }: GraphState, before: GraphState | null): void {
    const database = this.#database;
    if (before?.judgements !== judgements) this.#writeJudgements(judgements);
    if (before?.documents === documents && before.withheld === withheld) return;
    const known = new Map(this.#listed().map((listed) => [listed.id, listed]));
    const drop = (id: DocumentId): void => {
      database.run('DELETE FROM listed WHERE document = ?', id);
      database.run('DELETE FROM place WHERE document = ?', id);
    };
    for (const listed of documents) {
      const before = known.get(listed.id);
      known.delete(listed.id);
      if (before !== undefined && isSameListed(before, listed)) continue;
      drop(listed.id);
      database.run('INSERT INTO listed (document, version) VALUES (?, ?)', listed.id, listed.version);
      for (const { source, path } of listed.places) {
        database.run('INSERT INTO place (source, document, path) VALUES (?, ?, ?)', source, listed.id, path);
      }
    }
    for (const id of known.keys()) drop(id);
    database.exec('DELETE FROM withheld');
    for (const { source, path, document } of withheld) {
      database.run('INSERT INTO withheld (source, document, path) VALUES (?, ?, ?)', source, document, path);
    }
    database.exec(
      `DELETE FROM extraction WHERE NOT EXISTS
       (SELECT 1 FROM listed WHERE listed.document = extraction.document AND listed.version = extraction.version)`,
    );
  }

  #writeJudgements(judgements: readonly Judgement[]): void {
    this.#database.exec('DELETE FROM judgement');
    for (const judgement of judgements) {
      this.#database.run('INSERT INTO judgement (data) VALUES (?)', JSON.stringify(judgement));
    }
  }
}

/** True where both are drawn by one program from the same documents, decisions and options: they hold one graph. */
export function isSameDrawing(left: GraphState, right: GraphState): boolean {
  const rest = ({ model, drawnBy, paths, ontology, metonyms, withheld, judgements }: GraphState): string =>
    JSON.stringify([model, drawnBy, paths, ontology, metonyms, withheld, judgements]);
  return (
    left.drawnBy !== '' &&
    left.documents.length === right.documents.length &&
    left.documents.every((listed, place) => isSameListed(listed, right.documents[place] as ListedDocument)) &&
    rest(left) === rest(right)
  );
}

/** True where both list one document, made from one extraction and found in the same places. */
export function isSameListed(left: ListedDocument, right: ListedDocument): boolean {
  if (left === right) return true;
  return (
    left.id === right.id &&
    left.version === right.version &&
    left.places.length === right.places.length &&
    left.places.every(({ source, path }, place) => {
      const other = right.places[place];
      return source === other?.source && path === other.path;
    })
  );
}
