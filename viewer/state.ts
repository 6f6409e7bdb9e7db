// What is chosen on the page, as one immutable value that fits into an address; every change is a pure function.

export const TABS = ['graph', 'table', 'conflicts', 'doubts', 'articles'] as const;

export type Tab = (typeof TABS)[number];

export const CLOCKS = ['published', 'happened'] as const;

/** When a document came out, or when what it tells of took place. */
export type Clock = (typeof CLOCKS)[number];

/** Days `YYYY-MM-DD`, both inclusive; null for open. */
export interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
}

export const ALWAYS: Stretch = { from: null, to: null };

/** What the colours of the picture tell: the kind of a name, or the group of names that hang together. */
export type Colours = 'type' | 'group';

export const COLUMNS = ['subject', 'relation', 'object', 'sources', 'articles', 'confidence'] as const;

export type Column = (typeof COLUMNS)[number];

/** The order of the table, and the words that its rows must hold. */
export interface TableView {
  readonly by: Column;
  readonly down: boolean;
  readonly find: string;
}

/** Steps around the name in focus at most: after three, nearly everything is in. */
export const MOST_STEPS = 3;

/** Names or ids that are let through; an empty list lets everything through. */
export interface Filter {
  readonly entityTypes: readonly string[];
  /** Names of relation types; `open` for claims in the words of the text. */
  readonly relationTypes: readonly string[];
  readonly publishers: readonly string[];
  /** Ids of documents. */
  readonly documents: readonly string[];
  /** `YYYY-MM` of publication, or `undated`. */
  readonly months: readonly string[];
  /** `affirmed`, `denied`. */
  readonly polarities: readonly string[];
  readonly modalities: readonly string[];
  /** Ids of who says it, words in quotes where only these are known; `article` for what nobody is said to say. */
  readonly speakers: readonly string[];
  /** `disputed`, `undisputed`. */
  readonly disputes: readonly string[];
  /** Id of a document: what only it and its copies say is kept out; null for none. */
  readonly without: string | null;
  /** Only claims of at least this many independent sources. */
  readonly minSources: number;
  /** Only claims at least this sure, 0–1. */
  readonly minConfidence: number;
  /** Only claims published in these days, and only those of what happened in these; both at once where both are set. */
  readonly published: Stretch;
  readonly happened: Stretch;
  /** Entities without any shown relation are drawn too. */
  readonly unconnected: boolean;
}

/** The parts of a filter that are lists of values. */
export const FACETS = [
  'entityTypes',
  'relationTypes',
  'publishers',
  'documents',
  'months',
  'polarities',
  'modalities',
  'disputes',
  'speakers',
] as const;

export type FacetName = (typeof FACETS)[number];

/** A document open in the reader, at one piece of evidence of a claim or at one stretch. */
export interface Reading {
  readonly document: string;
  readonly claim: string | null;
  /** Stretch to light: the evidence's span; null for the top of the document. */
  readonly start: number | null;
  readonly end: number | null;
}

export interface ViewState {
  readonly tab: Tab;
  readonly query: string;
  /** Id of the entity in focus. */
  readonly entity: string | null;
  /** Ids of the two entities whose relation is open. */
  readonly pair: readonly [string, string] | null;
  /** How many pages of its neighbours are shown, 1 or more. */
  readonly pages: number;
  /** How many steps around the entity in focus are lit, 1 to MOST_STEPS. */
  readonly steps: number;
  /** True where only what lies within these steps is shown at all. */
  readonly nearOnly: boolean;
  /** Id of the entity to which a path from the one in focus is sought. */
  readonly path: string | null;
  /** Id of the claim that is lit in the pair. */
  readonly claim: string | null;
  readonly reading: Reading | null;
  /** True where the picture follows what is read: it lights what stands in view of the open article. */
  readonly follow: boolean;
  readonly colours: Colours;
  readonly table: TableView;
  /** Facets whose list shows all its values, in the order of FACETS. */
  readonly unfolded: readonly FacetName[];
  /** The clock on which the time passes by itself. */
  readonly plays: Clock | null;
  readonly filter: Filter;
}

export const NO_FILTER: Filter = {
  entityTypes: [],
  relationTypes: [],
  publishers: [],
  documents: [],
  months: [],
  polarities: [],
  modalities: [],
  disputes: [],
  speakers: [],
  without: null,
  minSources: 1,
  minConfidence: 0,
  published: ALWAYS,
  happened: ALWAYS,
  unconnected: false,
};

export const START: ViewState = {
  tab: 'graph',
  query: '',
  entity: null,
  pages: 1,
  steps: 1,
  nearOnly: false,
  pair: null,
  path: null,
  claim: null,
  reading: null,
  follow: false,
  colours: 'type',
  table: { by: 'sources', down: true, find: '' },
  unfolded: [],
  plays: null,
  filter: NO_FILTER,
};

export function focusEntity(state: ViewState, entity: string | null): ViewState {
  return {
    ...state,
    entity,
    pages: 1,
    nearOnly: entity !== null && state.nearOnly,
    pair: null,
    path: null,
    claim: null,
  };
}

/** Opens what is said about two entities; the focus stays on one of them. */
export function openPair(state: ViewState, pair: readonly [string, string], claim: string | null = null): ViewState {
  const entity = state.entity !== null && pair.includes(state.entity) ? state.entity : pair[0];
  return { ...state, entity, pages: entity === state.entity ? state.pages : 1, pair, path: null, claim };
}

export function closePair(state: ViewState): ViewState {
  return { ...state, pair: null, claim: null };
}

/** Seeks a path from the entity in focus. */
export function openPath(state: ViewState, path: string | null): ViewState {
  return { ...state, path, pair: null, claim: null };
}

export function openReading(state: ViewState, reading: Reading | null): ViewState {
  return { ...state, reading };
}

/** Lights so many steps around the entity in focus; with `nearOnly` it hides the rest. */
export function setSteps(state: ViewState, steps: number, nearOnly = state.nearOnly): ViewState {
  return { ...state, steps, nearOnly };
}

export function setTable(state: ViewState, change: Partial<TableView>): ViewState {
  return { ...state, table: { ...state.table, ...change } };
}

/** Takes a value into a facet, or out of it. */
export function toggleFacet(state: ViewState, facet: FacetName, value: string): ViewState {
  const chosen = state.filter[facet];
  const next = chosen.includes(value) ? chosen.filter((item) => item !== value) : [...chosen, value].sort();
  return { ...state, filter: { ...state.filter, [facet]: next } };
}

/** Shows all values of a facet, or the first of them again. */
export function unfoldFacet(state: ViewState, facet: FacetName): ViewState {
  const isOpen = (name: FacetName): boolean => state.unfolded.includes(name);
  return { ...state, unfolded: FACETS.filter((name) => (name === facet ? !isOpen(name) : isOpen(name))) };
}

export function setFilter(state: ViewState, change: Partial<Filter>): ViewState {
  return { ...state, filter: { ...state.filter, ...change } };
}

/** What is played stops with the time that it played in. */
export function clearFilter(state: ViewState): ViewState {
  return { ...setFilter(state, { ...NO_FILTER, unconnected: state.filter.unconnected }), plays: null };
}

/** What Escape does: the innermost open thing closes. */
export function stepBack(state: ViewState): ViewState {
  if (state.reading !== null) return openReading(state, null);
  if (state.pair !== null) return closePair(state);
  if (state.path !== null) return openPath(state, null);
  if (state.entity !== null) return focusEntity(state, null);
  if (state.query !== '') return { ...state, query: '' };
  return state.tab === 'graph' ? state : { ...state, tab: 'graph' };
}

export function isLimited({ from, to }: Stretch): boolean {
  return from !== null || to !== null;
}

export function isFiltered(filter: Filter): boolean {
  return (
    filter.minSources > 1 ||
    filter.minConfidence > 0 ||
    CLOCKS.some((clock) => isLimited(filter[clock])) ||
    filter.without !== null ||
    FACETS.some((facet) => filter[facet].length > 0)
  );
}
