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

/** Best first; among equals the entity that is mentioned more. */
export function makeNameSearch({ entities, documents }: GraphPayload): (words: string, limit: number) => NameHit[] {
  const index = new MiniSearch<{ id: string; name: string; more: string }>({ ...OPTIONS, fields: ['name', 'more'] });
  index.addAll(
    entities.name.map((name, place) => ({ id: `e${place}`, name, more: (entities.aliases[place] ?? []).join(' · ') })),
  );
  index.addAll(documents.title.map((name, place) => ({ id: `d${place}`, name, more: '' })));
  return (words, limit) =>
    index
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
