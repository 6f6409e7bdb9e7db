// Which documents of the folder a text names as its source: publishers beside a word of reporting, and which of their texts is meant.
import type { Document } from '../../model/document.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Lineage } from '../../model/graph.ts';
import { compareText, foldName } from '../fold.ts';

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
export interface Publishers {
  /** The documents of each by `outletKey`, the youngest first. */
  readonly documents: ReadonlyMap<string, readonly Document[]>;
  /** Numbers of words of their names by the first word, the longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

/** @param before The last publishers: a list of documents that is as it was is the same object. */
export function publishersOf(all: readonly Document[], before: Publishers | null): Publishers {
  const grouped = new Map<string, Document[]>();
  for (const document of all) {
    const key = document.publisher === null ? '' : outletKey(document.publisher);
    if (key === '') continue;
    const own = grouped.get(key);
    if (own) own.push(document);
    else grouped.set(key, [document]);
  }
  const documents = new Map<string, readonly Document[]>();
  for (const [key, own] of grouped) {
    own.sort((a, b) => compareText(b.publishedAt ?? '', a.publishedAt ?? '') || compareText(a.id, b.id));
    const known = before?.documents.get(key);
    const holds = known?.length === own.length && own.every((document, place) => document === known[place]);
    documents.set(key, known && holds ? known : own);
  }
  const lengths = new Map<string, number[]>();
  for (const key of documents.keys()) {
    const words = key.split(' ');
    const known = lengths.get(words[0] ?? '') ?? [];
    lengths.set(words[0] ?? '', known);
    if (!known.includes(words.length)) known.push(words.length);
  }
  for (const counts of lengths.values()) counts.sort((a, b) => b - a);
  return { documents, lengths };
}

/** A publisher's name in a text. */
interface Naming {
  readonly key: string;
  readonly text: string;
  readonly start: number;
}

/** What is remembered of a document. */
interface Page {
  /** Folded words with a capital: a publisher whose name begins with none of them is not named. */
  readonly capitals: readonly string[];
  namings: readonly Naming[];
  /** Documents of the publishers named, same places. */
  named: readonly (readonly Document[] | undefined)[];
  cites: Lineage['cites'];
  seenIn: number;
}

/** Whom each document names as its source, same places; the same list as the last time where nothing has changed. */
export type CitationFinder = (extractions: readonly Extraction[]) => readonly Lineage['cites'][];

export function makeCitationFinder(): CitationFinder {
  const pages = new Map<Extraction, Page>();
  const words = new Map<string, string>();
  let publishers: Publishers = { documents: new Map(), lengths: new Map() };
  let run = 0;
  return (extractions) => {
    run += 1;
    const before = publishers;
    publishers = publishersOf(
      extractions.map(({ document }) => document),
      before,
    );
    const changed = changedWords(before, publishers);
    const cites = extractions.map((extraction) => {
      const known = pages.get(extraction);
      const page = known ?? openPage(extraction, words);
      pages.set(extraction, page);
      page.seenIn = run;
      const isOld = known !== undefined && (changed.size === 0 || !page.capitals.some((word) => changed.has(word)));
      const namings = isOld ? page.namings : namingsIn(extraction, publishers);
      const named = namings.map(({ key }) => publishers.documents.get(key));
      if (isOld && named.every((documents, place) => documents === page.named[place])) return page.cites;
      page.namings = namings.length === 0 ? NO_NAMINGS : namings;
      page.named = named.length === 0 ? NO_LISTS : named;
      page.cites = namings.length === 0 ? NO_CITES : citesOf(extraction, namings, publishers);
      return page.cites;
    });
    for (const [extraction, { seenIn }] of pages) if (seenIn !== run) pages.delete(extraction);
    return cites;
  };
}

const NO_CITES: Lineage['cites'] = [];
const NO_NAMINGS: readonly Naming[] = [];
const NO_LISTS: Page['named'] = [];

/** @param words Every word once: a folder writes a name a thousand times, and each fold of it is a text of its own. */
function openPage({ document: { text } }: Extraction, words: Map<string, string>): Page {
  const capitals = new Set<string>();
  for (const [surface] of text.matchAll(CAPITAL)) {
    const word = foldName(surface);
    const known = words.get(word) ?? word;
    words.set(known, known);
    capitals.add(known);
  }
  return { capitals: [...capitals], namings: NO_NAMINGS, named: NO_LISTS, cites: NO_CITES, seenIn: 0 };
}

/** First words of the names of publishers that came or went. */
function changedWords(before: Publishers, after: Publishers): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const key of after.documents.keys()) if (!before.documents.has(key)) changed.add(key.split(' ')[0] ?? '');
  for (const key of before.documents.keys()) if (!after.documents.has(key)) changed.add(key.split(' ')[0] ?? '');
  return changed;
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
