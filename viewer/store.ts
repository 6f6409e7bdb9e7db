// The living page: facts, state and what follows from them, as signals; the address is the state's twin.
import { computed, signal } from '@preact/signals';
import { openSource, type Source } from './api.ts';
import type { Drawn } from './composition.ts';
import { applyFilter, countFacets, findFailures } from './facets.ts';
import { type Facts, findPair, makeFacts } from './facts.ts';
import { findLit, PAGE, rankNeighbours } from './look.ts';
import { openPageHistory } from './page-history.ts';
import { findPath } from './paths.ts';
import { loadPositions } from './positions.ts';
import { makeNameSearch } from './search-index.ts';
import { START, type ViewState } from './state.ts';
import { decodeState, encodeState } from './url-codec.ts';

export type Store = ReturnType<typeof makeStore>;

/** Everything that panels read and call. */
export function makeStore(source: Source, facts: Facts, positions: Float32Array | null) {
  const state = signal<ViewState>(decodeState(location.hash));
  const filter = computed(() => state.value.filter);
  const failures = computed(() => findFailures(facts, filter.value));
  const shown = computed(() => applyFilter(facts, filter.value, failures.value));
  const counts = computed(() => countFacets(facts, filter.value, failures.value));
  const entity = computed(() => facts.entityPlace.get(state.value.entity ?? '') ?? -1);
  const pair = computed(() => {
    const ids = state.value.pair;
    if (ids === null) return -1;
    return findPair(facts, facts.entityPlace.get(ids[0]) ?? -1, facts.entityPlace.get(ids[1]) ?? -1);
  });
  /** Pairs from the entity in focus to the other end; null where none is sought or found. */
  const path = computed(() => {
    const end = facts.entityPlace.get(state.value.path ?? '') ?? -1;
    return end < 0 || entity.value < 0 ? null : findPath(facts, shown.value, entity.value, end);
  });
  const neighbours = computed(() => rankNeighbours(facts, shown.value, entity.value));
  const near = computed(() => neighbours.value.slice(0, PAGE * state.value.pages));
  const passage = signal<readonly number[]>([]);
  const lit = computed(() =>
    findLit(facts, shown.value, {
      ...{ entity: entity.value, pair: pair.value, near: near.value, path: path.value ?? [], passage: passage.value },
    }),
  );
  const history = openPageHistory(() => {
    gesture = '';
    state.value = decodeState(location.hash);
  });
  /** The gesture that wrote last: a slider that still moves makes one step of history, not a hundred. */
  let gesture = '';
  const write = (next: ViewState, how: 'new' | 'same'): void => {
    const fragment = encodeState(next);
    if (fragment !== encodeState(state.value)) history.write(fragment, how);
    state.value = next;
  };
  return {
    source,
    facts,
    /** Where the nodes came to rest on an earlier visit, or null. */
    positions,
    state,
    failures,
    shown,
    counts,
    /** Counts without any filter. */
    whole: countFacets(facts, START.filter),
    entity,
    pair,
    /** Pairs of the entity in focus, the strongest first; and those of the pages that are shown. */
    neighbours,
    near,
    path,
    /** Entities named in the stretch of the open article that is selected. */
    passage,
    lit,
    /** Layout progress 0–1; 1 = at rest. */
    layout: signal(0),
    /** Entity and pair under the pointer, -1 for none. */
    hovered: signal(-1),
    hoveredPair: signal(-1),
    /** How much of what is shown the picture has drawn; null before it opens. */
    drawn: signal<Drawn | null>(null),
    searchNames: makeNameSearch(facts.payload),
    /** An act: one step of history. Acts of one gesture (a slider, a brush) in a row are one. */
    change: (edit: (state: ViewState) => ViewState, by = ''): void => {
      const goesOn = by !== '' && by === gesture;
      gesture = by;
      write(edit(state.value), goesOn ? 'same' : 'new');
    },
    /** No act of its own, such as a letter typed into the search. */
    replace: (edit: (state: ViewState) => ViewState): void => write(edit(state.value), 'same'),
    history,
    reset: (): void => write(START, 'new'),
  };
}

/** Opens the source and reads the graph. @throws what a person should read where it cannot. */
export async function loadStore(): Promise<Store> {
  const source = openSource();
  const facts = makeFacts(await source.graph());
  return makeStore(source, facts, await loadPositions(facts));
}
