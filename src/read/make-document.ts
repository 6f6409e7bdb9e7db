// Puts a Document together: fields cleaned, text well formed, date brought to one form, notes in order.
import type { Block, BlockKind, Document, Note } from '../model/document.ts';
import { makeId } from '../model/id.ts';
import type { RawFile, ReadFailure, ReadResult } from '../model/reader.ts';
import { toPublishedAt } from './published-at.ts';

/** What a file says about itself, as spelt there; null where it is silent. */
export interface Fields {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** Any spelling of a date; Unix times as numbers. */
  readonly published: string | number | null;
  readonly url: string | null;
  readonly language: string | null;
}

export const NO_FIELDS: Fields = {
  title: null,
  publisher: null,
  author: null,
  published: null,
  url: null,
  language: null,
};

/** A text with its blocks and what was noticed on the way. */
export interface Layout {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** Longest title, name or address that is believed; what is longer is a paragraph in the wrong place. */
const MAX_FIELD = 500;

/** Fields of `first`, and those of `second` where the first is silent. */
export function mergeFields(first: Fields, second: Fields): Fields {
  return {
    title: first.title ?? second.title,
    publisher: first.publisher ?? second.publisher,
    author: first.author ?? second.author,
    published: first.published ?? second.published,
    url: first.url ?? second.url,
    language: first.language ?? second.language,
  };
}

/** The document of one file or record. Its id is the hash of `file.bytes`; lone surrogates and NUL become U+FFFD, same length. */
export function makeDocument(file: RawFile, mediaType: string, fields: Fields, layout: Layout): Document {
  const notes = [...layout.notes];
  const text = repairText(layout.text);
  if (text !== layout.text)
    notes.push(makeNote('warning', 'replaced-characters', 'Characters that no file can hold were replaced by U+FFFD.'));
  const publishedAt = fields.published === null ? null : toPublishedAt(fields.published);
  if (publishedAt === null && fields.published !== null) {
    const shown = cleanField(String(fields.published))?.slice(0, 80) ?? '';
    notes.push(
      makeNote('warning', 'unreadable-date', `The date "${shown}" could not be read, or can be read in two ways.`),
    );
  }
  if (text.trim() === '') notes.push(makeNote('warning', 'empty', 'There is no text in this document.'));
  return {
    id: makeId('document', file.bytes),
    source: file.source,
    alsoAt: [],
    title: cleanField(fields.title),
    publisher: cleanField(fields.publisher),
    author: cleanField(fields.author),
    publishedAt,
    url: cleanField(fields.url),
    mediaType,
    language: toLanguage(fields.language),
    text,
    blocks: layout.blocks,
    notes,
  };
}

/** A note on the whole document, or on `span`. */
export function makeNote(level: Note['level'], code: string, text: string, span: Note['span'] = null): Note {
  return { level, code, span, text };
}

export interface Piece {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly text: string;
}

/** Pieces one after another with a blank line between; empty ones are dropped. */
export function joinPieces(pieces: readonly Piece[]): { readonly text: string; readonly blocks: readonly Block[] } {
  const blocks: Block[] = [];
  const parts: string[] = [];
  let start = 0;
  for (const { kind, level, text } of pieces) {
    if (text.trim() === '') continue;
    blocks.push({ kind, level, page: null, start, end: start + text.length });
    parts.push(text);
    start += text.length + 2;
  }
  return { text: parts.join('\n\n'), blocks };
}

/** A result that holds this one document. */
export function oneDocument(document: Document): ReadResult {
  return { documents: [document], failures: [] };
}

/** A result that holds no document and says why. */
export function oneFailure(source: string, message: string, hint: string): ReadResult {
  const failure: ReadFailure = { source, message, hint };
  return { documents: [], failures: [failure] };
}

/** White space and control characters as single spaces, trimmed; null where nothing is left or it is too long to be a field. */
export function cleanField(value: string | null): string | null {
  if (value === null || value.length > MAX_FIELD * 8) return null;
  const text = repairText(value)
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  return text === '' || text.length > MAX_FIELD ? null : text;
}

function repairText(text: string): string {
  return text.replace(/[\p{Surrogate}\u0000]/gu, '\ufffd');
}

/** `en_GB` → `en-GB`; English where nothing (or nonsense) is stated, as design §5 has it. */
function toLanguage(value: string | null): string {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$/i.test(tag) ? tag : 'en';
}
