// The one place where the rooms are joined: files → documents → extractions → graph → one file on the disk.
import { existsSync } from 'node:fs';
import { resolve as toAbsolute } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { untilStored } from './change-graph.ts';
import { KnownError } from './errors.ts';
import type { openExtractor } from './extract/index.ts';
import { drawnBy, type GraphMemory, memoryOf, stateOf } from './graph-memory.ts';
import { countWords, type Document, type Note } from './model/document.ts';
import type { Extraction } from './model/extraction.ts';
import type { DocumentRecord } from './model/graph.ts';
import type { StoredGraph } from './model/graph-view.ts';
import type { DocumentId } from './model/id.ts';
import type { Ontology } from './model/ontology.ts';
import type { ReadFailure } from './model/reader.ts';
import { type FileEntry, holdsDocument, listFiles, readListed, refuseEmpty } from './read/index.ts';
import {
  chooseOntology,
  countChanges,
  type DocumentCounts,
  engineOf,
  extractionVersion,
  type Find,
  filesToRead,
  type GraphState,
  GraphStore,
  isOfEngine,
  isSameDrawing,
  keptOf,
  type ListedDocument,
  liesIn,
  loadOntology,
  openStoredGraph,
  type Place,
  type PlannedDocument,
  placeExtraction,
  planDocuments,
  planScope,
  type Scope,
} from './store/index.ts';

export { addDecisions, drawGraph, readJudgements, removeDocument, undoDecisions } from './change-graph.ts';
export { loadOntology };

export interface BuildOptions {
  /** Files and folders. The graph is made to match them; see planScope for a path inside an earlier one. */
  readonly paths: readonly string[];
  readonly graphPath: string;
  /** A file of the user's own, remembered in the graph; `default` goes back to the built-in one. */
  readonly ontologyPath?: string;
  /** Whether "Moscow" and "the Kremlin", where they act, stand for Russia. Remembered in the graph; at first they do not. */
  readonly metonyms?: boolean;
  /** Any failure, or note above `info`, throws bad-document and leaves the graph as it was. */
  readonly strict?: boolean;
  /** Aborting ends the build after the document at hand, with the graph as it was; the next one goes on from there. */
  readonly signal?: AbortSignal;
  /** Keeps what was worked out in the memory of the process: the next build of the graph in it works out only what is new. */
  readonly stays?: boolean;
  readonly onProgress?: (event: ProgressEvent) => void;
}

export interface ProgressEvent {
  readonly phase: 'list' | 'read' | 'extract' | 'resolve' | 'store';
  /** Files, documents or rows; of `total`, which is 0 where it is not known yet. */
  readonly done: number;
  readonly total: number;
  /** The file or document just done. */
  readonly source?: string;
  /** Words extracted so far in this run. */
  readonly words?: number;
}

export interface BuildSummary {
  readonly documents: DocumentCounts;
  /** Documents that this run had to extract. */
  readonly extracted: number;
  readonly failures: readonly ReadFailure[];
  readonly notes: readonly { readonly source: string; readonly note: Note }[];
  readonly entities: number;
  readonly claims: number;
  readonly conflicts: number;
  /** Documents that repeat another one, wholly or in passages. */
  readonly copies: number;
  /** In all documents of the graph. */
  readonly words: number;
  /** True where the signal ended it: the counts are those of the graph as it was. */
  readonly interrupted: boolean;
}

/**
 * Brings the graph file in line with the paths, and makes it where it is missing.
 * @throws KnownError path-missing, path-unreadable, nothing-to-read, bad-ontology, bad-document (strict), not-a-graph,
 * graph-newer, graph-damaged, graph-busy, write-failed
 */
export async function buildGraph(options: BuildOptions): Promise<BuildSummary> {
  refuseEmpty(options.paths);
  // A mistyped path must not leave an empty graph behind.
  if (!existsSync(options.graphPath)) await listFiles(options.paths);
  const store = new GraphStore(options.graphPath);
  try {
    return await untilStored(options.graphPath, () => attemptBuild(store, options));
  } finally {
    store.close();
  }
}

/** The picture: list, read, extract, resolve, store. Null where another writer changed the graph meanwhile. */
async function attemptBuild(store: GraphStore, options: BuildOptions): Promise<BuildSummary | null> {
  const { signal, onProgress } = options;
  const before = stateOf(store);
  const ontology = chooseOntology(before.ontology, options.ontologyPath);
  // The extractor and its weights are loaded only where the graph can be written: they take longer than all the rest.
  const { EXTRACTOR_VERSION, openExtractor } = await import('./extract/index.ts');
  const engine = engineOf(EXTRACTOR_VERSION, ontology.used);
  const given = options.paths.map((path) => toAbsolute(path));
  const scope = planScope(before, given, engine);

  const files = await list(before, scope, onProgress);
  const reading = await read(files, placesBefore(before, engine), options);
  const plan = planDocuments(before, scope, files, reading.finds);
  const metonyms = options.metonyms ?? before.metonyms;
  const drawnSo = { ...before, model: EXTRACTOR_VERSION, ontology: ontology.own, metonyms };
  const wanted = listPlanned(plan.documents, engine);
  const planned: GraphState = { ...drawnSo, paths: scope.roots, documents: wanted, withheld: plan.withheld };
  // A process that stays wants its memory filled, by a build of nothing new too.
  if (!options.stays && !signal?.aborted && isSameDrawing(before, { ...planned, drawnBy: drawnBy() }))
    return unchangedSummary(store, reading.failures, options);

  const memory = memoryOf(options.graphPath, drawnSo, options.stays ?? false);
  const engines = { openExtractor, ontology: ontology.used, memory };
  const made = await extract(store, wanted, engines, options);
  const failures = [...reading.failures, ...made.failures];
  if (signal?.aborted) return interruptedSummary(store, failures, made.extracted);
  const notes = notesOf(made.extractions);
  if (options.strict) refuseTrouble(failures, notes);

  onProgress?.({ phase: 'resolve', done: 0, total: 1 });
  const next = { ...planned, documents: made.listed };
  const graph = memory.draw(store, next, made.extractions, {
    onResolved: () => onProgress?.({ phase: 'resolve', done: 1, total: 1 }),
    onRows: (done, total) => onProgress?.({ phase: 'store', done, total }),
  });
  if (graph === null) return null;
  return {
    documents: countChanges(before.documents, made.listed),
    extracted: made.extracted,
    failures,
    notes,
    entities: graph.entities.length,
    claims: graph.claims.length,
    conflicts: graph.conflicts.length,
    ...countTexts(graph.documents),
    interrupted: false,
  };
}

/**
 * The graph as it is now; a build that runs meanwhile does not show. Close it.
 * @throws KnownError graph-missing, path-unreadable, not-a-graph, graph-newer, graph-damaged, graph-busy
 */
export function openGraph(graphPath: string): StoredGraph {
  return openStoredGraph(graphPath);
}

async function list(before: GraphState, scope: Scope, onProgress: BuildOptions['onProgress']): Promise<FileEntry[]> {
  onProgress?.({ phase: 'list', done: 0, total: 0 });
  const entries = await listFiles(scope.roots);
  const places = before.documents.flatMap((document) => document.places);
  for (const part of scope.given) {
    // A part that is gone with its documents is an update; a mistyped one is told by the listing of it alone.
    if (![...entries, ...places].some(({ path }) => liesIn(path, part))) await listFiles([part]);
  }
  const files = filesToRead(before, scope, entries);
  onProgress?.({ phase: 'list', done: files.length, total: files.length });
  return files;
}

/** What was read from each file, by its path, as far as this engine extracted it. */
function placesBefore({ documents }: GraphState, engine: string): ReadonlyMap<string, readonly KnownPlace[]> {
  const places = new Map<string, KnownPlace[]>();
  for (const { id, version, places: own } of documents) {
    if (!isOfEngine(version, engine)) continue;
    for (const { source, path } of own) {
      const known = places.get(path);
      if (known) known.push({ source, path, id, version });
      else places.set(path, [{ source, path, id, version }]);
    }
  }
  return places;
}

type KnownPlace = Place & { readonly id: DocumentId; readonly version: string };

/** Of files that a process which stays has hashed: their stamps and what they hold. Not written since, they are not hashed again. */
const hashedFiles = new Map<string, string>();

/** A few hundredths of a second of hashing. */
const FILES_A_TURN = 1_000;

async function read(
  files: readonly FileEntry[],
  places: ReadonlyMap<string, readonly KnownPlace[]>,
  { signal, onProgress, stays }: BuildOptions,
): Promise<{ readonly finds: readonly Find[]; readonly failures: readonly ReadFailure[] }> {
  const finds: Find[] = [];
  const failures: ReadFailure[] = [];
  for (const [index, file] of files.entries()) {
    // Lets Ctrl-C be heard: hashing never waits for anything.
    if (index % FILES_A_TURN === 0) await nextTurn();
    if (signal?.aborted) break;
    const [known, second] = places.get(file.path) ?? [];
    // Hashing bytes takes a twentieth of the time of reading them as a text.
    const seen = `${file.stamp} ${known?.id}`;
    const isKnown =
      known?.source === file.source &&
      second === undefined &&
      (hashedFiles.get(file.path) === seen || holdsDocument(file, known.id));
    if (known !== undefined && isKnown) {
      finds.push({ ...known, document: null });
      if (stays) hashedFiles.set(file.path, seen);
    } else {
      const result = await readListed(file);
      failures.push(...result.failures);
      for (const document of result.documents)
        finds.push({ source: document.source, path: file.path, id: document.id, document });
    }
    onProgress?.({ phase: 'read', done: index + 1, total: files.length, source: file.source });
  }
  return { finds, failures };
}

interface Made {
  readonly extractions: readonly Extraction[];
  readonly listed: readonly ListedDocument[];
  readonly failures: readonly ReadFailure[];
  readonly extracted: number;
}

interface Engine {
  readonly openExtractor: typeof openExtractor;
  readonly ontology: Ontology;
  readonly memory: GraphMemory;
}

/** With the text where it was read, null where it need not be: its extraction is there. */
interface WantedDocument extends ListedDocument {
  readonly document: Document | null;
}

/** Sorted by id. */
function listPlanned(planned: readonly PlannedDocument[], engine: string): readonly WantedDocument[] {
  return planned
    .map((plan): WantedDocument => {
      const version = plan.document === null ? plan.version : extractionVersion(engine, plan.document);
      return { id: plan.id, version, places: plan.places, document: plan.document };
    })
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** Takes from the store what was extracted before, extracts the rest and puts it there, one transaction a document. */
async function extract(
  store: GraphStore,
  wanted: readonly WantedDocument[],
  { openExtractor, ontology, memory }: Engine,
  { signal, onProgress }: BuildOptions,
): Promise<Made> {
  const work = wanted
    .map((each) => ({ ...each, isNew: !store.hasExtraction(each.id, each.version) }))
    .sort((left, right) => ((left.places[0]?.source ?? '') < (right.places[0]?.source ?? '') ? -1 : 1));
  const fresh = work.flatMap(({ document, isNew }) => (isNew && document !== null ? [document] : []));
  const made: { extraction: Extraction; listed: ListedDocument }[] = [];
  const failures: ReadFailure[] = [];
  let extracted = 0;
  let words = 0;
  // Said before the first one is done, which may take long.
  if (fresh.length > 0) onProgress?.({ phase: 'extract', done: 0, total: fresh.length, words });
  const extractor = openExtractor(fresh, ontology);
  try {
    for (const { id, places, document, version, isNew } of work) {
      if (signal?.aborted) break;
      const listed = { id, version, places };
      if (!isNew || document === null) made.push({ extraction: memory.load(store, listed), listed });
      else {
        const extraction = await tryExtract(document, () => extractor.next());
        if ('message' in extraction) {
          failures.push(extraction);
          continue;
        }
        store.putExtraction(version, extraction);
        extracted += 1;
        words += countWords(document.text);
        onProgress?.({ phase: 'extract', done: extracted, total: fresh.length, source: document.source, words });
        // Lets Ctrl-C be heard: extraction itself never waits for anything.
        await nextTurn();
        made.push({ extraction: placeExtraction(keptOf(extraction), places), listed });
      }
    }
  } finally {
    await extractor.close();
  }
  made.sort((left, right) => (left.listed.id < right.listed.id ? -1 : 1));
  return {
    extractions: made.map(({ extraction }) => extraction),
    listed: made.map(({ listed }) => listed),
    ...{ failures, extracted },
  };
}

/** A bug that one document brings to light fails that document, not the folder. */
async function tryExtract(
  { source }: Document,
  extractIt: () => Promise<Extraction>,
): Promise<Extraction | ReadFailure> {
  try {
    return await extractIt();
  } catch (cause) {
    if (cause instanceof KnownError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `extract: ${source} could not be understood (${reason})`;
    return { source, message, hint: 'Please report this file.' };
  }
}

function notesOf(documents: readonly { readonly document: Document }[]): { source: string; note: Note }[] {
  return documents.flatMap(({ document }) => document.notes.map((note) => ({ source: document.source, note })));
}

/** @throws KnownError bad-document */
function refuseTrouble(failures: readonly ReadFailure[], notes: BuildSummary['notes']): void {
  const troubles = [
    ...failures.map(({ message }) => message),
    ...notes.filter(({ note }) => note.level !== 'info').map(({ source, note }) => `${source}: ${note.text}`),
  ];
  if (troubles.length === 0) return;
  const shown = troubles.slice(0, 5).join('; ');
  throw new KnownError(
    'bad-document',
    `build: expected documents without trouble (--strict), found ${troubles.length}: ${shown}`,
    'Mend or move these files, or build without --strict; the graph is as it was before.',
  );
}

function interruptedSummary(store: GraphStore, failures: readonly ReadFailure[], extracted: number): BuildSummary {
  return { ...keptSummary(store), failures, extracted, notes: [], interrupted: true };
}

/** The graph is what a build would draw: nothing is loaded, worked out or written. */
function unchangedSummary(
  store: GraphStore,
  failures: readonly ReadFailure[],
  { strict, onProgress }: BuildOptions,
): BuildSummary {
  const summary = keptSummary(store);
  if (strict) refuseTrouble(failures, summary.notes);
  onProgress?.({ phase: 'resolve', done: 1, total: 1 });
  return { ...summary, failures };
}

/** Of the graph as it is in the file. */
function keptSummary(store: GraphStore): BuildSummary {
  const view = openStoredGraph(store.path);
  try {
    const { documents: total, entities, claims, conflicts } = view.counts;
    const documents = [...view.documents()];
    return {
      documents: { total, added: 0, changed: 0, removed: 0, unchanged: total },
      ...{ extracted: 0, failures: [], notes: notesOf(documents), entities, claims, conflicts },
      ...countTexts(documents),
      interrupted: false,
    };
  } finally {
    view.close();
  }
}

function countTexts(documents: readonly DocumentRecord[]): Pick<BuildSummary, 'copies' | 'words'> {
  return {
    copies: documents.filter(({ lineage }) => lineage.copyOf !== null).length,
    words: documents.reduce((sum, { document }) => sum + wordsIn(document), 0),
  };
}

const wordCounts = new WeakMap<Document, number>();

function wordsIn(document: Document): number {
  const count = wordCounts.get(document) ?? countWords(document.text);
  wordCounts.set(document, count);
  return count;
}
