// Which documents of the folder a text names as its source: publishers beside a word of reporting, and which of their texts is meant.
import type { Document } from '../../model/document.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Lineage } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import { compareText, foldName } from '../fold.ts';
import { type Change, updateSorted } from '../sorted-list.ts';

/** Documents of one publisher that are weighed against one another, the youngest first. */
const MOST_CANDIDATES = 40;
/** Characters before and after a name in which a word of reporting is looked for. */
const REACH = 48;
/** Characters on either side whose words tell which article is meant, at most to the ends of the paragraph. */
const CONTEXT = 400;

const BEFORE =
  /\b(?:via|per|citing|cites|cited by|according to|quoting|quoted (?:\w+ ){0,2}by|saying by|told|reported (?:\w+ )?(?:by|in)|published (?:by|in)|reports? (?:by|in|from)|piece (?:by|in)|stor(?:y|ies) (?:by|in)|article (?:by|in)|interview with|first seen by|obtained by|by)\s+(?:the\s+)?$/i;
const AFTER =
  /^(?:['’]s?)?,?\s+(?:(?:has|had|also|first|earlier)\s+){0,2}(?:report(?:s|ed|ing)?|quot(?:es|ed|ing)|cit(?:es|ed|ing)|said|says|wr(?:ote|ites)|reveal(?:s|ed)|learned|announced|published|story|article|account)\b/i;

/** Folded name of an outlet, without "the". */
export function outletKey(name: string): string {
  return foldName(name).replace(/^the /, '');
}

/** Who publishes in the folder. */
interface Publishers {
  /** The documents of each by `outletKey`, the youngest first; another list whenever it changes. */
  readonly documents: Map<string, readonly Document[]>;
  /** Numbers of words of their names by the first word, the longest first. */
  readonly lengths: Map<string, readonly number[]>;
}

/** Takes in what came and takes out what left; the keys of those who publish another list than before. */
function update(
  { documents, lengths }: Publishers,
  { came, left }: Change<Extraction>,
): ReadonlyMap<string, 'list' | 'name'> {
  const open = new Map<string, { readonly came: Document[]; readonly left: Document[] }>();
  const gather = (all: readonly Extraction[], how: 'came' | 'left'): void => {
    for (const { document } of all) {
      const key = document.publisher === null ? '' : outletKey(document.publisher);
      if (key === '') continue;
      const own = open.get(key) ?? { came: [], left: [] };
      open.set(key, own);
      own[how].push(document);
    }
  };
  gather(left, 'left');
  gather(came, 'came');
  const changed = new Map<string, 'list' | 'name'>();
  for (const [key, change] of open) {
    const before = documents.get(key);
    const own = updateSorted(before ?? [], change.left, change.came, youngestFirst);
    if (own.length > 0) documents.set(key, own);
    else documents.delete(key);
    changed.set(key, before === undefined || own.length === 0 ? 'name' : 'list');
  }
  if ([...changed.values()].includes('name')) countWords(documents, lengths);
  return changed;
}

function youngestFirst(left: Document, right: Document): number {
  return compareText(right.publishedAt ?? '', left.publishedAt ?? '') || compareText(left.id, right.id);
}

function countWords(documents: Publishers['documents'], lengths: Publishers['lengths']): void {
  const counts = new Map<string, Set<number>>();
  for (const key of documents.keys()) {
    const words = key.split(' ');
    counts.set(words[0] ?? '', (counts.get(words[0] ?? '') ?? new Set<number>()).add(words.length));
  }
  lengths.clear();
  for (const [word, own] of counts)
    lengths.set(
      word,
      [...own].sort((a, b) => b - a),
    );
}

/** A publisher's name in a text. */
interface Naming {
  readonly key: string;
  readonly text: string;
  readonly start: number;
}

/** What is remembered of a document. */
interface Page {
  readonly extraction: Extraction;
  /** Folded words with a capital: a publisher whose name begins with none of them is not named. */
  readonly capitals: readonly string[];
  namings: readonly Naming[];
  cites: Lineage['cites'];
}

/** Whom each document names as its source. */
export interface CitationFinder {
  /** The documents that name others than the last time, those that came and name any among them. */
  update(change: Change<Extraction>): ReadonlySet<Document>;
  /** The same list as the last time where nothing has changed. */
  of(document: DocumentId): Lineage['cites'];
}

export function makeCitationFinder(): CitationFinder {
  const pages = new Map<DocumentId, Page>();
  const words = new Map<string, string>();
  const citers = new Map<string, Set<Page>>();
  const publishers: Publishers = { documents: new Map(), lengths: new Map() };
  const setNamings = (page: Page, namings: readonly Naming[]): void => {
    for (const { key } of page.namings) citers.get(key)?.delete(page);
    page.namings = namings.length === 0 ? NO_NAMINGS : namings;
    for (const { key } of namings) {
      const own = citers.get(key);
      if (own) own.add(page);
      else citers.set(key, new Set([page]));
    }
  };
  return {
    of: (document) => pages.get(document)?.cites ?? NO_CITES,
    update: (change) => {
      const changed = update(publishers, change);
      for (const { document } of change.left) {
        const page = pages.get(document.id);
        if (page !== undefined) setNamings(page, NO_NAMINGS);
        pages.delete(document.id);
      }
      const first = new Set([...changed].flatMap(([key, how]) => (how === 'name' ? [key.split(' ')[0] ?? ''] : [])));
      const open = new Set<Page>();
      if (first.size > 0)
        for (const page of pages.values()) if (page.capitals.some((word) => first.has(word))) open.add(page);
      for (const extraction of change.came) {
        const page = openPage(extraction, words);
        pages.set(extraction.document.id, page);
        open.add(page);
      }
      for (const page of open) setNamings(page, namingsIn(page.extraction, publishers));
      for (const key of changed.keys()) for (const page of citers.get(key) ?? []) open.add(page);
      const recited = new Set<Document>();
      for (const page of open) {
        const cites = page.namings.length === 0 ? NO_CITES : citesOf(page.extraction, page.namings, publishers);
        if (isEqual(cites, page.cites)) continue;
        page.cites = cites;
        recited.add(page.extraction.document);
      }
      return recited;
    },
  };
}

function isEqual(left: Lineage['cites'], right: Lineage['cites']): boolean {
  return (
    left.length === right.length &&
    left.every(({ document, text }, place) => document === right[place]?.document && text === right[place]?.text)
  );
}

const NO_CITES: Lineage['cites'] = [];
const NO_NAMINGS: readonly Naming[] = [];

/** @param words Every word once: a folder writes a name a thousand times, and each fold of it is a text of its own. */
function openPage(extraction: Extraction, words: Map<string, string>): Page {
  const { text } = extraction.document;
  const capitals = new Set<string>();
  for (const [surface] of text.matchAll(CAPITAL)) {
    const word = foldName(surface);
    const known = words.get(word) ?? word;
    words.set(known, known);
    capitals.add(known);
  }
  return { extraction, capitals: [...capitals], namings: NO_NAMINGS, cites: NO_CITES };
}

function namingsIn({ document, citations }: Extraction, publishers: Publishers): readonly Naming[] {
  const stated = citations.map(({ span, text }) => ({ key: outletKey(text), text, start: span.start }));
  return [...stated, ...publishersNamed(document, publishers)].sort((a, b) => a.start - b.start);
}

/** Each outlet and document once, in reading order; none cites itself. */
function citesOf({ document }: Extraction, namings: readonly Naming[], publishers: Publishers): Lineage['cites'] {
  const own = document.publisher === null ? null : outletKey(document.publisher);
  const cites = new Map<string, Lineage['cites'][number]>();
  for (const naming of namings) {
    if (naming.key === '' || naming.key === own) continue;
    const target = targetOf(naming, document, publishers);
    const key = `${naming.key} ${target?.id ?? ''}`;
    if (!cites.has(key)) cites.set(key, { document: target?.id ?? null, text: naming.text });
  }
  // An outlet of which one passage tells the article needs no second line without one.
  const told = new Set([...cites.values()].flatMap(({ document: target, text }) => (target ? [outletKey(text)] : [])));
  return [...cites.values()].filter(({ document: target, text }) => target !== null || !told.has(outletKey(text)));
}

const CAPITAL = /\p{Lu}[\p{L}\p{N}&.-]*/gu;

/** Names of publishers of the folder that stand beside a word of reporting. */
function publishersNamed({ text }: Document, { documents, lengths }: Publishers): Naming[] {
  const found: Naming[] = [];
  let end = 0;
  for (const match of text.matchAll(CAPITAL)) {
    if (match.index < end) continue;
    for (const count of lengths.get(foldName(match[0])) ?? []) {
      const surface = wordsAt(text, match.index, count);
      const key = outletKey(surface);
      if (!documents.has(key)) continue;
      end = match.index + surface.length;
      if (isReporting(text, match.index, end)) found.push({ key, text: surface, start: match.index });
      break;
    }
  }
  return found;
}

/** So many words from a place on, on one line, without a possessive ending. */
function wordsAt(text: string, start: number, count: number): string {
  const pattern = new RegExp(`^(?:[^\\s,;:()“”"]+ ){${count - 1}}[\\p{L}\\p{N}&-]+`, 'u');
  return pattern.exec(text.slice(start, start + 80))?.[0] ?? '';
}

function isReporting(text: string, start: number, end: number): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - REACH), start)) || AFTER.test(text.slice(end, end + REACH));
}

/** The document that is meant: the only one of its publisher, else the one that shares most of the passage's words. */
function targetOf({ key, start }: Naming, document: Document, { documents }: Publishers): Document | null {
  const date = document.publishedAt;
  const candidates = (documents.get(key) ?? [])
    .filter(
      ({ id, publishedAt }) => id !== document.id && (date === null || publishedAt === null || publishedAt <= date),
    )
    .slice(0, MOST_CANDIDATES);
  if (candidates.length < 2) return candidates[0] ?? null;
  const texts = candidates.map(({ text }) => new Set(wordsOf(text)));
  const scores = texts.map(() => 0);
  for (const word of new Set(wordsOf(contextOf(document.text, start)))) {
    const holders = texts.flatMap((words, place) => (words.has(word) ? [place] : []));
    for (const place of holders) scores[place] = (scores[place] ?? 0) + 1 / holders.length - 1 / candidates.length;
  }
  const [best, second] = scores.map((score, place) => ({ score, place })).sort((a, b) => b.score - a.score);
  return best && second && best.score > second.score ? (candidates[best.place] ?? null) : null;
}

function contextOf(text: string, at: number): string {
  const before = text.lastIndexOf('\n', at);
  const after = text.indexOf('\n', at);
  return text.slice(Math.max(before + 1, at - CONTEXT), Math.min(after < 0 ? text.length : after, at + CONTEXT));
}

/** Words of four letters and more, in small letters. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
