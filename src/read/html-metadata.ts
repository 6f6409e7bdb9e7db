// What a page says about itself: JSON-LD (schema.org), Open Graph, meta tags, and its own head and heading.
import type { HtmlElement } from './html-blocks.ts';
import { cleanField, type Fields, mergeFields, NO_FIELDS } from './make-document.ts';

/** Names of meta tags, best first, as publishers use them; compared in lower case. */
const META = {
  title: ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'sailthru.title'],
  publisher: ['og:site_name', 'application-name', 'dc.publisher', 'citation_publisher', 'publisher'],
  author: ['author', 'article:author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author', 'citation_author'],
  published: [
    'article:published_time',
    'og:article:published_time',
    'article:published',
    'parsely-pub-date',
    'datepublished',
    'pubdate',
    'publishdate',
    'publish-date',
    'sailthru.date',
    'dc.date.issued',
    'dc.date',
    'dcterms.created',
    'citation_publication_date',
    'date',
  ],
  url: ['og:url', 'parsely-link', 'twitter:url'],
  language: ['og:locale', 'content-language', 'dc.language'],
} as const;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|WebPage)$/;
/** A page carries a handful of these; more is an attack. */
const MAX_SCRIPTS = 50;
const MAX_SCRIPT_LENGTH = 1024 * 1024;
const MAX_NODES = 2000;

/** The page's own words on title, publisher, author, date, address and language, best source first. */
export function readMetadata(page: HtmlElement): Fields {
  return [fromMeta(page), fromPage(page)].reduce(mergeFields, fromJsonLd(page));
}

function fromMeta(page: HtmlElement): Fields {
  const values = new Map<string, string>();
  for (const element of page.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('http-equiv') ??
      element.getAttribute('itemprop');
    const content = cleanField(element.getAttribute('content'));
    const key = name?.trim().toLowerCase();
    if (key !== undefined && content !== null && !values.has(key)) values.set(key, content);
  }
  const first = (names: readonly string[], accepts = (_: string): boolean => true): string | null =>
    names.map((name) => values.get(name)).find((value) => value !== undefined && accepts(value)) ?? null;
  return {
    title: first(META.title),
    publisher: first(META.publisher, isName),
    author: first(META.author, isName),
    published: first(META.published),
    url: first(META.url),
    language: first(META.language),
  };
}

/** Some sites give the address of a profile where a name is meant. */
function isName(value: string): boolean {
  return !/^(?:https?:)?\/\//i.test(value) && !/^@/.test(value);
}

function fromPage(page: HtmlElement): Fields {
  const textOf = (selector: string): string | null => cleanField(page.querySelector(selector)?.textContent ?? null);
  const time = page.querySelector('article time[datetime], main time[datetime], time[pubdate], time[datetime]');
  return {
    title: textOf('article h1') ?? textOf('main h1') ?? textOf('h1') ?? textOf('title'),
    publisher: null,
    author: textOf('[itemprop="author"] [itemprop="name"], [itemprop="author"], [rel="author"]'),
    published: cleanField(
      page.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime') ??
        time?.getAttribute('datetime') ??
        null,
    ),
    url: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
    language: page.querySelector('html')?.getAttribute('lang') ?? null,
  };
}

function fromJsonLd(page: HtmlElement): Fields {
  let fields = NO_FIELDS;
  let scripts = 0;
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    scripts += 1;
    if (scripts > MAX_SCRIPTS) break;
    for (const node of toNodes(parseJson(script.textContent ?? ''))) fields = mergeFields(fields, toFields(node));
  }
  return fields;
}

function parseJson(text: string): unknown {
  if (text.length > MAX_SCRIPT_LENGTH) return null;
  try {
    return JSON.parse(text.trim().replace(/^<!--|-->$|^\/\/<!\[CDATA\[|\/\/\]\]>$/g, ''));
  } catch {
    return null;
  }
}

/** The article nodes of a JSON-LD value: itself, in a list, in `@graph` or as `mainEntity`. */
function toNodes(value: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const queue = [value];
  for (let index = 0; index < queue.length && index < MAX_NODES; index += 1) {
    const node = queue[index];
    if (Array.isArray(node)) queue.push(...node.slice(0, MAX_NODES));
    else if (typeof node === 'object' && node !== null) {
      const record = node as Record<string, unknown>;
      if ([record['@type']].flat().some((type) => ARTICLE_TYPE.test(String(type)))) found.push(record);
      queue.push(record['@graph'], record['mainEntity']);
    }
  }
  return found.sort((left, right) => Number(isPage(left)) - Number(isPage(right)));
}

function isPage(node: Record<string, unknown>): boolean {
  return [node['@type']].flat().every((type) => String(type) === 'WebPage');
}

function toFields(node: Record<string, unknown>): Fields {
  return {
    title: toName(node['headline'] ?? (isPage(node) ? null : node['name'])),
    publisher: toName(node['publisher'] ?? null),
    author: toName(node['author'] ?? null),
    published: toName(node['datePublished'] ?? null),
    url: [node['url'], node['mainEntityOfPage']].find((value): value is string => typeof value === 'string') ?? null,
    language: toName(node['inLanguage'] ?? null),
  };
}

/** A string, `{"name": …}`, or a list of either joined by commas. */
function toName(value: unknown): string | null {
  const names = [value]
    .flat()
    .slice(0, 20)
    .map((part) => {
      const name = typeof part === 'object' && part !== null ? (part as { name?: unknown }).name : part;
      return typeof name === 'string' && isName(name) ? cleanField(name) : null;
    });
  return names.filter((name) => name !== null).join(', ') || null;
}
