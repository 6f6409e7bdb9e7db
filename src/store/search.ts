// Full-text search over names, aliases, quotes, titles and texts, with FTS5 (https://sqlite.org/fts5.html).
import type { SearchHit } from '../model/graph-view.ts';
import type { Database } from './database.ts';

const DEFAULT_LIMIT = 20;
/** Words of context in a snippet; FTS5 allows 64. */
const SNIPPET_WORDS = 24;

/**
 * Places where every one of the words occurs, best first: a word in a name, a title or a quote weighs ten times one in
 * a text. Empty input gives no hits.
 */
export function searchWords(database: Database, words: string, limit = DEFAULT_LIMIT): readonly SearchHit[] {
  const query = toQuery(words);
  if (query === null) return [];
  const rows = database.all<SearchHit>(
    `SELECT kind, id, title, snippet(words, -1, '', '', '…', ${SNIPPET_WORDS}) AS snippet
     FROM words WHERE words MATCH ? ORDER BY bm25(words, 0, 0, 10, 1), kind DESC, id LIMIT ?`,
    query,
    Math.max(0, Math.floor(limit)),
  );
  return rows.map(({ kind, id, title, snippet }) => ({ kind, id, title, snippet }));
}

/** Each term in quotes, so that no character of it is an operator; the last one may be a beginning. */
function toQuery(words: string): string | null {
  const terms = words
    .split(/\s+/)
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .map((term) => `"${term.replaceAll('"', '""')}"`);
  return terms.length === 0 ? null : `${terms.join(' ')}*`;
}
