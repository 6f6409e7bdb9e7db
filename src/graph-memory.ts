// What a process keeps of the graph that it changed last: a server takes one decision after the other, a build that stays one
// file after the other, and each pays for what is new.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve as toAbsolute } from 'node:path';
import { CODE_FILES, hashFiles } from './hash-files.ts';
import type { Extraction } from './model/extraction.ts';
import type { Graph } from './model/graph.ts';
import type { DocumentId } from './model/id.ts';
import { makeResolver } from './resolve/index.ts';
import {
  chooseOntology,
  type GraphState,
  type GraphStore,
  type Held,
  isSameListed,
  type ListedDocument,
  placeJudgements,
  type ReplaceOptions,
} from './store/index.ts';

let drawer: string | null = null;

/**
 * 16 hex digits that change with the code that draws a graph from extractions, and with its weights. Lexicons and the nouns
 * are in the version of the extractor. Read at the first question: who only looks at a graph needs none.
 */
export function drawnBy(): string {
  drawer ??= nameDrawer();
  return drawer;
}

function nameDrawer(): string {
  const hash = createHash('sha256').update(readFileSync(new URL('../data/resolve-weights.json', import.meta.url)));
  for (const room of ['./resolve/', './store/']) hashFiles(hash, new URL(room, import.meta.url), CODE_FILES);
  return hash.digest('hex').slice(0, 16);
}

export interface GraphMemory {
  /** An extraction that was loaded before is the same object again: by that the resolver knows it. */
  load(store: GraphStore, listed: ListedDocument): Extraction;
  /**
   * Draws the next state and puts it into the file; null where another writer was faster.
   * @param extractions Of its documents, same places.
   */
  draw(store: GraphStore, next: GraphState, extractions: readonly Extraction[], watch?: DrawWatch): Graph | null;
}

export interface DrawWatch {
  /** The graph is worked out and not yet in the file. */
  readonly onResolved?: () => void;
  readonly onRows?: ReplaceOptions['onRows'];
}

interface Kept extends GraphMemory {
  /** Path, ontology and options, as one text. */
  readonly of: string;
  /** What was last put into the file. */
  readonly held: Held | null;
}

let lastChanged: Kept | null = null;

/** The state of the file; it is not read where the file still holds what this process put into it last. */
export function stateOf(store: GraphStore): GraphState {
  const held = lastChanged?.held ?? null;
  return held !== null && held.mark === store.mark() ? held.state : store.state();
}

/** The memory of a graph that is drawn so; `isKept` keeps it for the next change, in place of another graph's. */
export function memoryOf(graphPath: string, given: GraphState, isKept: boolean): GraphMemory {
  const of = JSON.stringify([toAbsolute(graphPath), given.ontology, given.model, given.metonyms]);
  if (lastChanged?.of === of) return lastChanged;
  const made = makeMemory(of, given);
  if (isKept) lastChanged = made;
  return made;
}

function makeMemory(of: string, { ontology, model, metonyms }: GraphState): Kept {
  const resolver = makeResolver(chooseOntology(ontology).used, model, { metonyms });
  let known = new Map<DocumentId, { readonly listed: ListedDocument; readonly extraction: Extraction }>();
  let held: Held | null = null;
  return {
    of,
    get held() {
      return held;
    },
    load: (store, listed) => {
      const found = known.get(listed.id);
      if (found !== undefined && isSameListed(found.listed, listed)) return found.extraction;
      const extraction = store.load(listed);
      known.set(listed.id, { listed, extraction });
      return extraction;
    },
    draw: (store, next, extractions, { onResolved, onRows } = {}) => {
      const graph = resolver.resolve(extractions, placeJudgements(next.judgements, extractions));
      onResolved?.();
      known = new Map(
        next.documents.map((listed, place) => [listed.id, { listed, extraction: extractions[place] as Extraction }]),
      );
      const drawn = { ...next, drawnBy: drawnBy() };
      if (!store.replace(drawn, graph, { onRows, held })) return null;
      held = { graph, state: { ...drawn, model: graph.model, generation: next.generation + 1 }, mark: store.mark() };
      return graph;
    },
  };
}
