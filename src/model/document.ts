// What was read: one text with what is known about it. The text never changes after reading.
import { type DocumentId, makeId } from './id.ts';
import type { Span } from './span.ts';

/** Trouble or a remark inside a document; counted and shown at the end, never thrown. */
export interface Note {
  readonly level: 'info' | 'warning' | 'error';
  /** Stable, kebab-case: `repeated-title`, `boilerplate`, `decoded-as`, … */
  readonly code: string;
  readonly span: Span | null;
  /** A sentence for people. */
  readonly text: string;
}

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'list-item' | 'quote' | 'table' | 'code' | 'boilerplate';

/** A stretch of the text with one role on the page. Blocks are in reading order and do not overlap. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** 1–6 for headings, else null. */
  readonly level: number | null;
  /** 1-based page of a paged format, else null. */
  readonly page: number | null;
}

export interface Document {
  /** Hash of the bytes of the file (of the record, in files that hold several documents). */
  readonly id: DocumentId;
  /** Path below the PATH given to `build`, with `/`; `archive.zip/b.txt` inside an archive, `feed.jsonl/3` for record 3 (1-based). */
  readonly source: string;
  /** Other paths that hold the same bytes, sorted. */
  readonly alsoAt: readonly string[];
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** `YYYY-MM-DD`, the date in the document's own time zone. */
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly mediaType: string;
  /** BCP 47, `en` where nothing else is stated; null where unknown. */
  readonly language: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** A text of which nothing else is known, under the id of its words; `fields` say what is known after all. */
export function bareDocument(text: string, fields: Partial<Omit<Document, 'text'>> = {}): Document {
  return {
    id: makeId('document', text),
    source: 'text.txt',
    alsoAt: [],
    title: null,
    publisher: null,
    author: null,
    publishedAt: null,
    url: null,
    mediaType: 'text/plain',
    language: 'en',
    blocks: [],
    notes: [],
    ...fields,
    text,
  };
}

/** Where a document is from, for people: `Norland Post, 2031-05-02 (a.txt)`; what is not known is left out. */
export function tellPlace({
  publisher,
  publishedAt,
  source,
}: Pick<Document, 'publisher' | 'publishedAt' | 'source'>): string {
  const told = [publisher, publishedAt].filter((part) => part !== null).join(', ');
  return told === '' ? `(${source})` : `${told} (${source})`;
}

/** Number of stretches without white space. One code unit at a time: a list of the words of a huge text would fill the memory. */
export function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let place = 0; place < text.length; place += 1) {
    const isWord = !isSpace(text.charCodeAt(place));
    if (isWord && !isInside) count += 1;
    isInside = isWord;
  }
  return count;
}

/** White space as texts have it: ASCII, the no-break space, and the spaces of typographers. */
function isSpace(unit: number): boolean {
  return unit <= 0x20
    ? unit === 0x20 || (unit >= 9 && unit <= 13)
    : unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a);
}
