// Search that forgives typing and accents, over names and titles (and over quotes, in an exported file).
import MiniSearch from 'minisearch';
import type { ClaimPayload, GraphPayload, HitPayload } from '../src/server/payload.ts';

/** `place` is the place among entities or documents. */
export interface NameHit {
  readonly kind: 'entity' | 'document';
  readonly place: number;
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

/** Lower case without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Names added to the index in one turn of the page. */
const CHUNK = 400;
/** A graph with more names is indexed bit by bit, as soon as the page is at rest. */
const MANY = 3000;

export type NameSearch = (words: string, limit: number) => readonly NameHit[];

/**
 * Best first; among equals the entity that is mentioned more. Until a large index is ready, names that hold the words
 * as they are typed.
 */
export function makeNameSearch(payload: GraphPayload): NameSearch {
  const { entities } = payload;
  const index = new MiniSearch<NameEntry>({ ...OPTIONS, fields: ['name', 'more'] });
  let begun = false;
  let ready = false;
  const begin = (): void => {
    begun = true;
    if (entities.name.length > MANY) {
      void addSlowly(index, payload).then(() => {
        ready = true;
      });
      return;
    }
    for (const entry of nameEntries(payload)) index.add(entry);
    ready = true;
  };
  if (entities.name.length > MANY) whenIdle(begin);
  return (words, limit) => {
    if (!begun) begin();
    if (!ready) return scanNames(payload, words, limit);
    return index
      .search(words, {
        ...OPTIONS.searchOptions,
        boostDocument: (id: string) => {
          const place = Number(id.slice(1));
          return id.startsWith('d') ? 0.8 : 1 + Math.log2(1 + (entities.mentions[place] ?? 0)) / 10;
        },
      })
      .slice(0, limit)
      .map(({ id }) => ({
        kind: String(id).startsWith('e') ? 'entity' : 'document',
        place: Number(String(id).slice(1)),
      }));
  };
}

interface NameEntry {
  readonly id: string;
  readonly name: string;
  readonly more: string;
}

function* nameEntries({ entities, documents }: GraphPayload): Generator<NameEntry> {
  for (let place = 0; place < entities.name.length; place += 1) {
    yield { id: `e${place}`, name: entities.name[place] ?? '', more: (entities.aliases[place] ?? []).join(' · ') };
  }
  for (let place = 0; place < documents.title.length; place += 1) {
    yield { id: `d${place}`, name: documents.title[place] ?? '', more: '' };
  }
}

async function addSlowly(index: MiniSearch<NameEntry>, payload: GraphPayload): Promise<void> {
  let left = CHUNK;
  for (const entry of nameEntries(payload)) {
    index.add(entry);
    left -= 1;
    if (left > 0) continue;
    left = CHUNK;
    await new Promise<void>(whenIdle);
  }
}

/** When the page has nothing better to do (Safari knows no idle callbacks: then soon). */
function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => run());
  else setTimeout(run, 16);
}

/** Names that hold the words, in the order of the graph; those that begin with them first. */
export function scanNames({ entities }: GraphPayload, words: string, limit: number): NameHit[] {
  const wanted = fold(words).trim();
  if (wanted === '') return [];
  const begins: NameHit[] = [];
  const holds: NameHit[] = [];
  for (let place = 0; place < entities.name.length && begins.length < limit; place += 1) {
    const name = fold(entities.name[place] ?? '');
    const at = name.indexOf(wanted);
    if (at === 0) begins.push({ kind: 'entity', place });
    else if (at > 0 && holds.length < limit) holds.push({ kind: 'entity', place });
  }
  return [...begins, ...holds].slice(0, limit);
}

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
