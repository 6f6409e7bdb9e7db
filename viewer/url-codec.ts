// ViewState ⇄ the fragment of the address: only what differs from the start is written, so links stay short.
import {
  CLOCKS,
  type Clock,
  COLUMNS,
  FACETS,
  type FacetName,
  type Filter,
  MOST_STEPS,
  type Reading,
  START,
  type Stretch,
  TABS,
  type TableView,
  type ViewState,
} from './state.ts';

const FACET_KEYS: Readonly<Record<FacetName, string>> = {
  entityTypes: 'type',
  relationTypes: 'relation',
  publishers: 'publisher',
  documents: 'document',
  months: 'month',
  polarities: 'polarity',
  modalities: 'modality',
  disputes: 'dispute',
  speakers: 'speaker',
};

/** Of the first and the last day. */
const CLOCK_KEYS: Readonly<Record<Clock, readonly [string, string]>> = {
  published: ['from', 'to'],
  happened: ['since', 'until'],
};

/** Fragment without `#`; empty for the start. `decodeState(encodeState(s))` equals s. */
export function encodeState(state: ViewState): string {
  const parts = new URLSearchParams();
  if (state.tab !== START.tab) parts.set('tab', state.tab);
  if (state.query !== '') parts.set('q', state.query);
  if (state.entity !== null) parts.set('entity', state.entity);
  if (state.pages > 1) parts.set('pages', String(state.pages));
  if (state.steps > 1) parts.set('steps', String(state.steps));
  if (state.nearOnly) parts.set('near', 'only');
  if (state.colours !== START.colours) parts.set('colours', state.colours);
  encodeTable(parts, state.table);
  if (state.pair !== null) for (const id of state.pair) parts.append('pair', id);
  if (state.path !== null) parts.set('path', state.path);
  if (state.claim !== null) parts.set('claim', state.claim);
  if (state.reading !== null) encodeReading(parts, state.reading);
  if (state.follow) parts.set('follow', '1');
  for (const facet of state.unfolded) parts.append('all', FACET_KEYS[facet]);
  if (state.plays !== null) parts.set('play', state.plays);
  const { filter } = state;
  for (const facet of FACETS) for (const value of filter[facet]) parts.append(FACET_KEYS[facet], value);
  if (filter.without !== null) parts.set('without', filter.without);
  if (filter.minSources > 1) parts.set('sources', String(filter.minSources));
  if (filter.minConfidence > 0) parts.set('sure', String(Math.round(filter.minConfidence * 100)));
  for (const clock of CLOCKS) {
    const { from, to } = filter[clock];
    const [fromKey, toKey] = CLOCK_KEYS[clock];
    if (from !== null) parts.set(fromKey, from);
    if (to !== null) parts.set(toKey, to);
  }
  if (filter.unconnected) parts.set('unconnected', '1');
  return parts.toString();
}

/** Reads any text; what is not understood is left at the start value. */
export function decodeState(fragment: string): ViewState {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const tab = TABS.find((name) => name === parts.get('tab')) ?? START.tab;
  const [left, right] = parts.getAll('pair');
  return {
    tab,
    query: parts.get('q') ?? '',
    entity: parts.get('entity'),
    pages: decodeNumber(parts.get('pages')),
    steps: Math.min(MOST_STEPS, decodeNumber(parts.get('steps'))),
    nearOnly: parts.get('near') === 'only' && parts.has('entity'),
    colours: parts.get('colours') === 'group' ? 'group' : 'type',
    table: decodeTable(parts),
    pair: left !== undefined && right !== undefined ? [left, right] : null,
    path: parts.get('path'),
    claim: parts.get('claim'),
    reading: decodeReading(parts),
    follow: parts.get('follow') === '1',
    unfolded: FACETS.filter((facet) => parts.getAll('all').includes(FACET_KEYS[facet])),
    plays: CLOCKS.find((clock) => clock === parts.get('play')) ?? null,
    filter: decodeFilter(parts),
  };
}

/** `sort=-sources`: the minus stands for the largest first. */
function encodeTable(parts: URLSearchParams, { by, down, find }: TableView): void {
  if (by !== START.table.by || down !== START.table.down) parts.set('sort', `${down ? '-' : ''}${by}`);
  if (find !== '') parts.set('find', find);
}

function decodeTable(parts: URLSearchParams): TableView {
  const sort = parts.get('sort') ?? '';
  const by = COLUMNS.find((column) => column === sort.replace(/^-/, ''));
  const order = by === undefined ? START.table : { by, down: sort.startsWith('-') };
  return { ...order, find: parts.get('find') ?? '' };
}

/** Where the camera looks: x and y of the middle and the part of the graph that is in view, as Sigma counts them. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** An address that also restores where the camera looks, which is no act of its own and not in the history. */
export function withCamera(address: string, { x, y, ratio }: Camera): string {
  const [page, fragment = ''] = address.split('#');
  const parts = new URLSearchParams(fragment);
  parts.set('view', [x, y, ratio].map((number) => number.toFixed(3)).join());
  return `${page}#${parts}`;
}

/** Null where the address names none, or none that can be looked at. */
export function decodeCamera(fragment: string): Camera | null {
  const view = new URLSearchParams(fragment.replace(/^#/, '')).get('view');
  const [x, y, ratio] = view?.split(',').map(Number) ?? [];
  if (x === undefined || y === undefined || ratio === undefined) return null;
  return [x, y, ratio].every(Number.isFinite) && ratio > 0 ? { x, y, ratio } : null;
}

function encodeReading(parts: URLSearchParams, { document, claim, start, end }: Reading): void {
  parts.set('read', document);
  if (claim !== null) parts.set('for', claim);
  if (start !== null && end !== null) parts.set('at', `${start}-${end}`);
}

function decodeReading(parts: URLSearchParams): Reading | null {
  const document = parts.get('read');
  if (document === null) return null;
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(parts.get('at') ?? '') ?? [];
  return {
    document,
    claim: parts.get('for'),
    start: start === undefined ? null : Number(start),
    end: end === undefined ? null : Number(end),
  };
}

function decodeFilter(parts: URLSearchParams): Filter {
  const sure = Number(parts.get('sure') ?? '0');
  return {
    ...(Object.fromEntries(FACETS.map((facet) => [facet, parts.getAll(FACET_KEYS[facet])])) as Record<
      FacetName,
      string[]
    >),
    without: parts.get('without'),
    minSources: decodeNumber(parts.get('sources')),
    minConfidence: Number.isInteger(sure) && sure > 0 && sure <= 100 ? sure / 100 : 0,
    published: decodeStretch(parts, 'published'),
    happened: decodeStretch(parts, 'happened'),
    unconnected: parts.get('unconnected') === '1',
  };
}

function decodeStretch(parts: URLSearchParams, clock: Clock): Stretch {
  const [from, to] = CLOCK_KEYS[clock].map((key) => decodeDay(parts.get(key)));
  return { from: from ?? null, to: to ?? null };
}

/** A whole number above 1, else 1. */
function decodeNumber(text: string | null): number {
  const number = Number(text ?? '1');
  return Number.isSafeInteger(number) && number > 1 ? number : 1;
}

function decodeDay(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
