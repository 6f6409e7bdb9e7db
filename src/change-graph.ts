// Changes a graph without reading a file: a document taken out, a decision of a person added or taken back.
import { resolve as toAbsolute } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { KnownError } from './errors.ts';
import type { Extraction } from './model/extraction.ts';
import type { Decision } from './model/graph.ts';
import type { MentionId } from './model/id.ts';
import { resolve } from './resolve/index.ts';
import {
  chooseOntology,
  findAnchor,
  findListed,
  type GraphState,
  GraphStore,
  type ListedDocument,
  openStoredGraph,
  placeJudgements,
} from './store/index.ts';

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

/**
 * Keeps what a person decided, for ever, and draws the graph anew. A later decision on the same two mentions outranks it;
 * it holds on through new versions of the documents as long as the words are there.
 * @throws KnownError not-found where a mention is not in the graph, and those of openGraph and write-failed
 */
export async function addDecision(graphPath: string, decision: Decision): Promise<void> {
  return changeGraph(graphPath, (before, extractions) => {
    const anchor = (id: MentionId) => findAnchor(extractions, id) ?? notFound(`mention ${id} in the graph`);
    const judgement = { decision, left: anchor(decision.left), right: anchor(decision.right), isUndone: false };
    return { next: { ...before, judgements: [...before.judgements, judgement] }, result: undefined };
  });
}

/**
 * Takes back the newest decision of a person that still counts, and draws the graph anew; called again, the one before.
 * @throws KnownError not-found where none counts, and those of openGraph and write-failed
 */
export async function undoDecision(graphPath: string): Promise<Decision> {
  return changeGraph(graphPath, (before) => {
    const newest = before.judgements.findLast(({ isUndone }) => !isUndone) ?? notFound('a decision of a person');
    const judgements = before.judgements.map((each) => (each === newest ? { ...each, isUndone: true } : each));
    return { next: { ...before, judgements }, result: newest.decision };
  });
}

function notFound(what: string): never {
  throw new KnownError(
    'not-found',
    `build: expected ${what}, found none`,
    'Look at the graph as it is now: it may have been built anew.',
  );
}

/** Draws the graph of a changed state anew from the extractions it keeps; starts again where another writer was faster. */
async function changeGraph<Result>(
  graphPath: string,
  change: (before: GraphState, extractions: readonly Extraction[]) => { next: GraphState; result: Result },
): Promise<Result> {
  openStoredGraph(graphPath).close();
  const store = new GraphStore(graphPath);
  try {
    return await untilStored(graphPath, () => {
      const before = store.state();
      const extractions = before.documents.map((document) => store.load(document));
      const { next, result } = change(before, extractions);
      const ids = new Set(next.documents.map(({ id }) => id));
      const left = extractions.filter(({ document }) => ids.has(document.id));
      const decisions = placeJudgements(next.judgements, left);
      const graph = resolve(left, decisions, chooseOntology(next.ontology).used, next.model);
      return store.replace(next, graph) ? { result } : null;
    }).then(({ result }) => result);
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
