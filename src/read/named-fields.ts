// Columns by their usual names, in any case and spelling (`published_at`, `PublishedAt`): records and front matter.
import { type Fields, NO_FIELDS } from './make-document.ts';

/** Best name first; compared without case, spaces, `_`, `-`, `.` and `:`. */
const NAMES = {
  title: ['title', 'headline', 'subject', 'ogtitle'],
  publisher: ['publisher', 'source', 'outlet', 'sitename', 'site', 'newspaper', 'publication', 'ogsitename'],
  author: ['author', 'authors', 'byline', 'by', 'creator', 'writer'],
  published: [
    'publishedat',
    'datepublished',
    'published',
    'publicationdate',
    'publisheddate',
    'pubdate',
    'date',
    'datetime',
    'createdat',
    'timestamp',
  ],
  url: ['url', 'link', 'canonicalurl', 'sourceurl', 'permalink', 'href'],
  language: ['language', 'lang', 'locale', 'inlanguage'],
} as const;

const TEXT_NAMES = [
  'text',
  'body',
  'content',
  'articlebody',
  'fulltext',
  'article',
  'story',
  'maintext',
  'description',
  'summary',
  'html',
];

/** The fields of a mapping; nothing where it is no mapping. */
export function toFields(value: unknown): Fields {
  const columns = toColumns(value);
  if (columns === null) return NO_FIELDS;
  const published = findColumn(columns, NAMES.published);
  return {
    title: toText(findColumn(columns, NAMES.title)),
    publisher: toText(findColumn(columns, NAMES.publisher)),
    author: toText(findColumn(columns, NAMES.author)),
    published: typeof published === 'number' ? published : toText(published),
    url: toText(findColumn(columns, NAMES.url)),
    language: toText(findColumn(columns, NAMES.language)),
  };
}

/** The running text of a mapping, untouched; null where it has no column for one. */
export function toRunningText(value: unknown): string | null {
  const columns = toColumns(value);
  const text = columns === null ? null : findColumn(columns, TEXT_NAMES, (found) => typeof found === 'string');
  return typeof text === 'string' ? text : null;
}

function toColumns(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const columns = new Map<string, unknown>();
  for (const [name, column] of Object.entries(value)) {
    const folded = name
      .slice(0, 60)
      .toLowerCase()
      .replace(/[\s_.:-]/g, '');
    if (!columns.has(folded)) columns.set(folded, column);
  }
  return columns;
}

function findColumn(
  columns: ReadonlyMap<string, unknown>,
  names: readonly string[],
  accepts = (value: unknown): boolean => value !== null && value !== undefined && value !== '',
): unknown {
  for (const name of names) {
    const value = columns.get(name);
    if (accepts(value)) return value;
  }
  return null;
}

/** Strings and numbers as they are, lists joined, objects by their name (`{"name": "Norland Post"}`). */
function toText(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (depth > 1 || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    const parts = value.slice(0, 20).map((part) => toText(part, depth + 1));
    return parts.filter((part) => part !== null).join(', ') || null;
  }
  const { name, title } = value as { name?: unknown; title?: unknown };
  return toText(name ?? title ?? null, depth + 1);
}
