// The living page: facts, state and what follows from them, as signals; the address is the state's twin.
import { computed, signal } from '@preact/signals';
import { countAllAlone } from './alone.ts';
import type { Source } from './api.ts';
import { findAround, keepInside, MOST_LINES } from './around.ts';
import type { Drawn } from './composition.ts';
import type { Desk } from './desk.ts';
import { applyFilter, applyInStretches, countInStretches, failInStretches, NO_COUNTS } from './facets.ts';
import { type Facts, findPair } from './facts.ts';
import { findGroups, type Groups, groupColour } from './groups.ts';
import { findLit, NOWHERE, PAGE, type Pointed, rankNeighbours } from './look.ts';
import { once } from './once.ts';
import type { PageHistory } from './page-history.ts';
import { findPath } from './paths.ts';
import { makeNameSearch } from './search-index.ts';
import { finish, follow } from './slices.ts';
import { type Clock, type Filter, START, type ViewState } from './state.ts';
import { type Bar, makeTimeline } from './timeline.ts';
import { decodeState, encodeState } from './url-codec.ts';

export type Store = ReturnType<typeof makeStore>;

let made = 0;

/** Statements up to which everything follows within a frame. */
const AT_ONCE = 3000;
/** Parts of the page that come after the picture, one a turn. */
export const ALL_OPEN = 2;

/** What outlives a store: where facts come from, the page's history, and what a reader decides. */
export interface Surroundings {
  readonly source: Source;
  readonly history: PageHistory;
  readonly desk: Desk;
}

/** Everything that panels read and call. */
export function makeStore({ source, history, desk }: Surroundings, facts: Facts, positions: Float32Array | null) {
  const state = signal<ViewState>(decodeState(location.hash));
  const filter = computed(() => state.value.filter);
  const entity = computed(() => facts.entityPlace.get(state.value.entity ?? '') ?? -1);
  const steps = computed(() => state.value.steps);
  const nearOnly = computed(() => state.value.nearOnly && entity.value >= 0);
  /** A large graph is filtered and counted in slices: the page answers in between, and shows each result when it comes. */
  const atOnce = facts.claimCount <= AT_ONCE;
  /** How much of the page stands: the picture first, then part after part. A page drawn anew stands at once. */
  const opened = signal(made === 0 ? 0 : ALL_OPEN);
  const filterAndShow = function* (now: Filter) {
    const fails = yield* failInStretches(facts, now);
    return { fails, shown: yield* applyInStretches(facts, now, fails) };
  };
  /** What the filter lets through, before the picture is kept near the name in focus. */
  const filtered = follow(filter, filterAndShow, {
    ...{ atOnce, first: finish(filterAndShow(filter.peek())), known: true },
  });
  /** What lies within the chosen steps around the name in focus. */
  const around = computed(() => findAround(facts, filtered.value.shown, entity.value, steps.value));
  const failures = computed(() =>
    nearOnly.value ? keepInside(facts, filtered.value.fails, around.value.inside) : filtered.value.fails,
  );
  const shown = computed(() => {
    if (!nearOnly.value) return filtered.value.shown;
    const connected: Filter = { ...filter.value, unconnected: false };
    return applyFilter(facts, connected, failures.value);
  });
  const counted = computed(() => (opened.value === 0 ? null : failures.value));
  const counts = follow(counted, (fails) => countInStretches(facts, fails), {
    ...{ atOnce, first: NO_COUNTS },
  });
  const unfiltered = computed(() => (opened.value === 0 ? null : new Uint16Array(facts.claimCount)));
  const barsOf = (clock: Clock) =>
    follow(counted, (fails) => makeTimeline(facts, clock, fails), { atOnce, first: [] as readonly Bar[] });
  const pair = computed(() => {
    const ids = state.value.pair;
    if (ids === null) return -1;
    return findPair(facts, facts.entityPlace.get(ids[0]) ?? -1, facts.entityPlace.get(ids[1]) ?? -1);
  });
  /** The statement that is open; else the one whose sentence is open in its article. */
  const claim = computed(() => facts.claimPlace.get(state.value.claim ?? state.value.reading?.claim ?? '') ?? -1);
  /** Pairs from the entity in focus to the other end; null where none is sought or found. */
  const path = computed(() => {
    const end = facts.entityPlace.get(state.value.path ?? '') ?? -1;
    return end < 0 || entity.value < 0 ? null : findPath(facts, shown.value, entity.value, end);
  });
  const neighbours = computed(() => rankNeighbours(facts, shown.value, entity.value));
  const near = computed(() => neighbours.value.slice(0, PAGE * state.value.pages));
  const passage = signal<readonly number[]>([]);
  const lines = computed(() => (steps.value > 1 ? around.value.pairs.slice(0, MOST_LINES) : near.value));
  const lit = computed(() =>
    findLit(facts, shown.value, {
      ...{ entity: entity.value, pair: pair.value, near: lines.value, path: path.value ?? [], passage: passage.value },
    }),
  );
  const colours = computed(() => state.value.colours);
  /** Groups of what is shown; null while the colours tell kinds. */
  const grouped = computed(() => (colours.value === 'group' ? shown.value : null));
  const groupsFound = follow(grouped, (now) => findGroups(facts, now), { atOnce, first: null as Groups | null });
  const groups = computed(() => (colours.value === 'group' ? groupsFound.value : null));
  history.listen(() => {
    gesture = '';
    state.value = decodeState(location.hash);
  });
  /** The gesture that wrote last: a slider that still moves makes one step of history, not a hundred. */
  let gesture = '';
  const write = (next: ViewState, how: 'new' | 'same'): void => {
    const fragment = encodeState(next);
    if (fragment !== encodeState(state.value)) {
      history.write(fragment, how);
      if (how === 'new') desk.forget();
    }
    state.value = next;
  };
  made += 1;
  return {
    /** Tells one store from the next. */
    number: made,
    source,
    desk,
    facts,
    /** Where the nodes came to rest, on an earlier visit or on this one; null while they move for the first time. */
    positions,
    state,
    failures,
    shown,
    counts,
    /** Counts without any filter. */
    whole: follow(unfiltered, (fails) => countInStretches(facts, fails), {
      ...{ atOnce, first: NO_COUNTS },
    }),
    /** Statements by stretch of time on each clock. */
    bars: { published: barsOf('published'), happened: barsOf('happened') },
    opened,
    /** True while the list of keys lies over the page. */
    keysOpen: signal(false),
    entity,
    pair,
    claim,
    /** Pairs of the entity in focus, the strongest first; and those of the pages that are shown. */
    neighbours,
    near,
    path,
    around,
    /** By document: claims that stand in it and its copies alone. */
    alone: computed(() => countAllAlone(facts)),
    /** True where only what is near the name in focus is shown. */
    nearOnly,
    groups,
    /** Place among the colours of an entity, where they do not tell its kind. */
    colourOf: (place: number): number | null => (groups.value === null ? null : groupColour(groups.value, place)),
    /** Entities named in the stretch of the open article that is selected. */
    passage,
    lit,
    /** Layout progress 0–1; 1 = at rest. */
    layout: signal(0),
    /** What is under the pointer, or under the walk of the arrow keys. */
    pointed: signal<Pointed>(NOWHERE),
    /** How much of what is shown the picture has drawn; null before it opens. */
    drawn: signal<Drawn | null>(null),
    /** Reads the names at the first question, or before it where the page has nothing else to do. */
    searchNames: once(() => makeNameSearch(facts.payload)),
    /** An act: one step of history. Acts of one gesture (a slider, a brush) in a row are one. */
    change: (edit: (state: ViewState) => ViewState, by = ''): void => {
      const goesOn = by !== '' && by === gesture;
      gesture = by;
      write(edit(state.value), goesOn ? 'same' : 'new');
    },
    /** No act of its own, such as a letter typed into the search. */
    replace: (edit: (state: ViewState) => ViewState): void => write(edit(state.value), 'same'),
    history,
    /** Takes back the newest act, of the page or of what was decided in the graph; Back alone never changes a graph. */
    undo: (): void => (desk.isLast(history.at.value) ? void desk.undo() : history.undo()),
    redo: (): void => (desk.isNext(history.at.value + 1) ? void desk.redo() : history.redo()),
    reset: (): void => write(START, 'new'),
  };
}
