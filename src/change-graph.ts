// Changes a graph without reading a file: a document taken out, decisions of people added or taken back.
import { resolve as toAbsolute } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { askWords, type Contradicts, contradicted, type Load } from './contradiction.ts';
import { KnownError } from './errors.ts';
import { memoryOf, stateOf } from './graph-memory.ts';
import type { Decision } from './model/graph.ts';
import {
  addAct,
  findListed,
  type GraphState,
  GraphStore,
  type Judgement,
  type ListedDocument,
  openStoredGraph,
  undoAct,
} from './store/index.ts';

export { openStoredGraph as openGraph };

/**
 * Takes a document out, by its source, id or path on the disk, with all that only it says. It stays out, also where its
 * bytes turn up elsewhere, until its file itself is named in a build.
 * @throws KnownError not-found, ambiguous-name, and those of openGraph and write-failed
 */
export async function removeDocument(graphPath: string, sourceOrId: string): Promise<ListedDocument> {
  return changeGraph(graphPath, (before) => {
    const removed = findListed(before, sourceOrId, toAbsolute(sourceOrId));
    const places = removed.places.map((place) => ({ ...place, document: removed.id }));
    const documents = before.documents.filter(({ id }) => id !== removed.id);
    return { next: { ...before, documents, withheld: [...before.withheld, ...places] }, result: removed };
  });
}

/** Who decided is in the decisions; `at` tells when, as the person's machine has it. */
export interface DecidingOptions {
  readonly at?: string | null;
  /** False keeps the decisions and leaves the graph as it is until the next change or drawGraph. */
  readonly draw?: boolean;
}

/**
 * Keeps what a person decided in one act, for ever, and draws the graph anew. A later decision on the same two mentions
 * outranks it; it holds on through new versions of the documents as long as the words are there.
 * @throws KnownError not-found where a mention is not in the graph, bad-input where earlier decisions say otherwise (a decision
 * that changes nothing would only look like one), and those of openGraph and write-failed
 */
export async function addDecisions(
  graphPath: string,
  decisions: readonly Decision[],
  { at = null, draw = true }: DecidingOptions = {},
): Promise<void> {
  await judge(graphPath, draw, (before, contradicts) => {
    const view = openStoredGraph(graphPath);
    try {
      const after = addAct(before, decisions, view, at) ?? missing();
      const refused = contradicts(after);
      if (refused !== null) throw contradicted(refused);
      return { after, result: undefined };
    } finally {
      view.close();
    }
  });
}

/**
 * Takes back the newest act of a person that still counts, and draws the graph anew; called again, the one before.
 * @throws KnownError not-found where none counts, and those of openGraph and write-failed
 */
export async function undoDecisions(
  graphPath: string,
  { draw = true }: DecidingOptions = {},
): Promise<readonly Decision[]> {
  return judge(graphPath, draw, (before) => {
    const { after, undone } = undoAct(before) ?? nothingToUndo();
    return { after, result: undone };
  });
}

/**
 * Keeps decisions that were made on another graph, as the acts they were, and draws the graph anew. Those that it already
 * holds are passed over, and acts that contradict what stands before them left out. One whose words are not in these documents
 * waits until they are.
 */
export async function importJudgements(
  graphPath: string,
  given: readonly Judgement[],
): Promise<{ readonly added: number; readonly known: number; readonly refused: readonly Judgement[] }> {
  return judge(graphPath, true, (before, contradicts) => {
    const held = new Set(before.map(keyOf));
    const fresh = given.filter((judgement) => !held.has(keyOf(judgement)));
    const last = Math.max(0, ...before.map(({ act }) => act));
    const added = fresh.map((judgement) => ({ ...judgement, act: last + judgement.act }));
    const known = given.length - fresh.length;
    const all = [...before, ...added];
    if (contradicts(all) === null) return { after: all, result: { added: added.length, known, refused: [] } };
    let after = before;
    const refused: Judgement[] = [];
    for (const act of new Set(added.map((judgement) => judgement.act))) {
      const own = added.filter((judgement) => judgement.act === act);
      const longer = [...after, ...own];
      if (contradicts(longer) === null) after = longer;
      else refused.push(...own);
    }
    return { after, result: { added: added.length - refused.length, known, refused } };
  });
}

/** Every judgement ever made on the graph, oldest first, those taken back among them. */
export function readJudgements(graphPath: string): readonly Judgement[] {
  openStoredGraph(graphPath).close();
  const store = new GraphStore(graphPath);
  try {
    return store.state().judgements;
  } finally {
    store.close();
  }
}

/** Draws the graph anew from what it keeps. */
export async function drawGraph(graphPath: string): Promise<void> {
  await changeGraph(graphPath, (before) => ({ next: before, result: undefined }));
}

type Judging<Result> = (
  before: readonly Judgement[],
  contradicts: Contradicts,
) => { readonly after: readonly Judgement[]; readonly result: Result };

function judge<Result>(graphPath: string, draw: boolean, change: Judging<Result>): Promise<Result> {
  if (draw)
    return changeGraph(graphPath, (before, load) => {
      const { after, result } = change(before.judgements, askWords(before, load));
      return { next: { ...before, judgements: after }, result };
    });
  return withStore(graphPath, (store) => {
    const before = store.state();
    const { after, result } = change(
      before.judgements,
      askWords(before, (listed) => store.load(listed)),
    );
    return store.keepJudgements(before.generation, after) ? { result } : null;
  });
}

/** What makes two judgements one: who said what, when, about which words, and whether it counts. */
function keyOf({ decision, left, right, at, isUndone }: Judgement): string {
  const ends = [left, right].map(({ document, source, start, end, type }) => [document, source, start, end, type]);
  return JSON.stringify([decision.verdict, decision.by, decision.reasons, at, isUndone, ends]);
}

function missing(): never {
  throw new KnownError(
    'not-found',
    'build: expected these mentions in the graph, found none',
    'Look at the graph as it is now: it may have been built anew.',
  );
}

function nothingToUndo(): never {
  throw new KnownError(
    'not-found',
    'undo: expected a decision of a person in this graph, found none',
    'Nothing is left to take back; see `stemma decisions --all`.',
  );
}

/** Draws the graph of a changed state anew from the extractions it keeps. */
function changeGraph<Result>(
  graphPath: string,
  change: (before: GraphState, load: Load) => { readonly next: GraphState; readonly result: Result },
): Promise<Result> {
  return withStore(graphPath, (store) => {
    const before = stateOf(store);
    const memory = memoryOf(graphPath, before, true);
    const load: Load = (listed) => memory.load(store, listed);
    const { next, result } = change(before, load);
    const extractions = next.documents.map(load);
    return memory.draw(store, next, extractions) === null ? null : { result };
  });
}

/** Opens a graph that is there for one change, which starts again where another writer was faster. */
async function withStore<Result>(
  graphPath: string,
  attempt: (store: GraphStore) => { readonly result: Result } | null,
): Promise<Result> {
  openStoredGraph(graphPath).close();
  const store = new GraphStore(graphPath);
  try {
    return (await untilStored(graphPath, () => attempt(store))).result;
  } finally {
    store.close();
  }
}

/** How often a change starts again because another writer was faster. What was extracted is not extracted again. */
const MAX_ATTEMPTS = 5;

/**
 * Tries `attempt` until it gives something else than null, which means that another writer changed the graph meanwhile.
 * @throws KnownError graph-busy after five times
 */
export async function untilStored<Result extends object>(
  graphPath: string,
  attempt: () => Promise<Result | null> | Result | null,
): Promise<Result> {
  for (let count = 1; count <= MAX_ATTEMPTS; count += 1) {
    const result = await attempt();
    if (result !== null) return result;
    await nextTurn();
  }
  throw new KnownError(
    'graph-busy',
    `build: expected ${graphPath} to stay as it is for a moment, found that others changed it ${MAX_ATTEMPTS} times`,
    'Wait until they are done, then run this again; what was read is not read twice.',
  );
}
