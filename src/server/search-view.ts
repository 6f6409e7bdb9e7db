// Words → places in a graph: the store's own index where there is one, else a plain walk over a graph in memory.
import type { GraphView, SearchHit, StoredGraph } from '../model/graph-view.ts';

/** True for a graph that lives in a file: it brings its own search and must be closed. */
export function isStored(view: GraphView): view is StoredGraph {
  return 'search' in view && 'close' in view;
}

/** Same contract as StoredGraph.search: every word must occur, the last may be a beginning. */
export function searchView(view: GraphView, words: string, limit = 30): readonly SearchHit[] {
  if (isStored(view)) return view.search(words, limit);
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const hits: SearchHit[] = [];
  for (const hit of candidates(view)) {
    const text = ` ${fold(`${hit.title} ${hit.snippet}`)}`;
    if (!wanted.every((word) => text.includes(` ${word}`))) continue;
    hits.push(hit);
    if (hits.length >= limit) break;
  }
  return hits;
}

function* candidates(view: GraphView): Generator<SearchHit> {
  for (const entity of view.entities()) {
    const snippet = entity.aliases.map((alias) => alias.name).join(' · ');
    yield { kind: 'entity', id: entity.id, title: entity.name, snippet };
  }
  for (const claim of view.claims()) {
    const quote = claim.evidence[0]?.quote;
    if (quote !== undefined) yield { kind: 'claim', id: claim.id, title: quote, snippet: claim.predicate };
  }
  for (const { document } of view.documents()) {
    yield {
      kind: 'document',
      id: document.id,
      title: document.title ?? document.source,
      snippet: document.publisher ?? document.source,
    };
  }
}

/** Lower case, accents and punctuation away. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
