// Search that forgives typing and accents, over names and titles (and over quotes, in an exported file).
import MiniSearch from 'minisearch';
import type { ClaimPayload, GraphPayload, HitPayload } from '../src/server/payload.ts';
import { fold, openWords, type WordTable } from './word-table.ts';

/** `place` is the place among entities or documents. */
export interface NameHit {
  readonly kind: 'entity' | 'document';
  readonly place: number;
}

export { fold, holdsWords } from './word-table.ts';

export type NameSearch = (words: string, limit: number) => readonly NameHit[];

/** Names taken into the table in one turn of the page. */
const CHUNK = 2000;
/** A graph with more names is read bit by bit, as soon as the page is at rest. */
const MANY = 3000;
/** What a title is worth beside a name. */
const TITLE = 0.8;
/** What an alias is worth beside the name that the page shows. */
const ALIAS = 1 / 3;

/**
 * Every word must be found, as it is typed, as a beginning, or with a slip. Best first; among equals the entity that is
 * mentioned more. Of a large graph the names that are read by then.
 */
export function makeNameSearch(payload: GraphPayload): NameSearch {
  const table = openWords();
  const rest = readNames(payload, table);
  let done = false;
  const read = (count: number): void => {
    for (let step = 0; step < count && !done; step += 1) done = rest.next().done === true;
  };
  if (payload.entities.name.length > MANY)
    whenIdle(function goOn() {
      read(CHUNK);
      if (!done) whenIdle(goOn);
    });
  return (words, limit) => {
    if (!done && payload.entities.name.length <= MANY) read(Number.POSITIVE_INFINITY);
    const { mentions, name } = payload.entities;
    const count = name.length;
    return table
      .find(words, limit, (place) => (place < count ? 1 + Math.log2(1 + (mentions[place] ?? 0)) / 10 : TITLE))
      .map((place) => (place < count ? { kind: 'entity', place } : { kind: 'document', place: place - count }));
  };
}

/** Entities first, then documents: the places of the table. */
function* readNames({ entities, documents }: GraphPayload, table: WordTable): Generator<void> {
  for (let place = 0; place < entities.name.length; place += 1) {
    table.add(place, entities.name[place] ?? '', 1);
    for (const alias of entities.aliases[place] ?? []) table.add(place, alias, ALIAS);
    yield;
  }
  for (let place = 0; place < documents.title.length; place += 1) {
    table.add(entities.name.length + place, documents.title[place] ?? '', 1);
    yield;
  }
}

/** When the page has nothing better to do (Safari knows no idle callbacks: then soon). */
function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => run());
  else setTimeout(run, 16);
}

const OPTIONS = {
  // Letters and digits are words; the default takes `<` and `=` for parts of them.
  tokenize: (text: string) => text.split(/[^\p{L}\p{M}\p{N}]+/u),
  processTerm: (term: string) => fold(term) || null,
  searchOptions: {
    prefix: true,
    combineWith: 'AND',
    // One slip in a word of four letters, two in a long one.
    fuzzy: (term: string) => (term.length > 7 ? 2 : term.length > 3 ? 1 : 0),
    boost: { name: 3 },
  },
} as const;

/** Indexes the quotes at the first search. */
export function makeQuoteSearch(load: () => readonly ClaimPayload[]): (words: string) => readonly HitPayload[] {
  let index: MiniSearch<{ id: string; quote: string }> | null = null;
  const quotes = new Map<string, string>();
  return (words) => {
    if (index === null) {
      index = new MiniSearch({ ...OPTIONS, fields: ['quote'] });
      for (const claim of load()) {
        const quote = claim.evidence[0]?.quote;
        if (quote === undefined) continue;
        quotes.set(claim.id, quote);
        index.add({ id: claim.id, quote });
      }
    }
    return index
      .search(words, OPTIONS.searchOptions)
      .slice(0, 30)
      .map(({ id }) => ({ kind: 'claim', id: String(id), title: quotes.get(String(id)) ?? '', snippet: '' }));
  };
}
