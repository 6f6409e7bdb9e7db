// HTML pages: the article by Readability over linkedom, its blocks as plain text, and what the page says about itself.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Note } from '../model/document.ts';
import type { Reader } from '../model/reader.ts';
import { findCredits } from './credits.ts';
import { decodeBytes } from './decode.ts';
import { type HtmlElement, type HtmlNode, toPieces } from './html-blocks.ts';
import { flattenHtml } from './html-flatten.ts';
import { readMetadata } from './html-metadata.ts';
import {
  type Fields,
  joinPieces,
  type Layout,
  makeDocument,
  makeNote,
  mergeFields,
  NO_FIELDS,
  oneDocument,
  type Piece,
} from './make-document.ts';
import { notText } from './not-text.ts';
import { markBlocks } from './plain-text.ts';

/** Readability walks the tree many times; a page of more elements is read whole. */
const MAX_ELEMENTS = 50_000;
/** Parsing costs some hundred times the source in memory; more is read as text between tags. */
const MAX_LENGTH = 32 * 1024 * 1024;

export const htmlReader: Reader = {
  name: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['.html', '.htm', '.xhtml'],
  read(file) {
    const decoded = decodeBytes(file.bytes, declaredCharset(file.bytes));
    if (decoded === null) return notText(file.source);
    const { fields, layout } = readHtml(decoded.text, { isPage: true });
    return oneDocument(
      makeDocument(file, 'text/html', fields, { ...layout, notes: [...decoded.notes, ...layout.notes] }),
    );
  },
};

export interface HtmlOptions {
  /** A whole page with navigation around an article; a fragment (of a mail or a record) is all text. */
  readonly isPage: boolean;
}

/** Text, blocks and fields of HTML source. A title that the text does not hold is put before it as its first block. */
export function readHtml(
  source: string,
  { isPage }: HtmlOptions,
): { readonly fields: Fields; readonly layout: Layout } {
  const { html, droppedTags } = flattenHtml(source.slice(0, MAX_LENGTH));
  const notes: Note[] = [];
  if (source.length > MAX_LENGTH)
    notes.push(makeNote('warning', 'cut-off', 'The page is larger than 32 MB; the rest was left out.'));
  if (droppedTags > 0)
    notes.push(
      makeNote(
        'warning',
        'flattened',
        `The page is nested too deep; ${droppedTags} inner tags were left out, their text was kept.`,
      ),
    );
  const page = parsePage(html);
  const meta = isPage ? readMetadata(page) : NO_FIELDS;
  const article = isPage ? findArticle(page) : null;
  if (isPage && article === null)
    notes.push(makeNote('info', 'whole-page', 'No article was found on the page; all of its text was read.'));
  // Readability takes the tree apart, so the fallback reads a fresh one.
  const pieces = article ?? toPieces(bodyOf(parsePage(html)), { onlyText: isPage });
  const titled = isPage ? withTitle(pieces, meta.title) : pieces;
  const { text, blocks } = joinPieces(titled);
  const marked = markBlocks(text, blocks, meta.title);
  const fields = mergeFields(meta, { ...NO_FIELDS, ...findCredits(titled) });
  return { fields, layout: { text, blocks: marked.blocks, notes: [...notes, ...marked.notes] } };
}

function parsePage(html: string): HtmlElement {
  const hasRoot = /<html[\s>]/i.test(html.slice(0, 100_000));
  return parseHTML(hasRoot ? html : `<!DOCTYPE html><html><head></head><body>${html}</body></html>`)
    .document as unknown as HtmlElement;
}

function bodyOf(page: HtmlElement): HtmlNode {
  return page.querySelector('body') ?? page.querySelector('html') ?? page;
}

/** The blocks of the article, or null where Readability finds none, or gives up. */
function findArticle(page: HtmlElement): Piece[] | null {
  try {
    const reader = new Readability(page as never, {
      maxElemsToParse: MAX_ELEMENTS,
      serializer: (node: unknown) => node as HtmlNode,
    });
    const content = reader.parse()?.content;
    const pieces = content ? toPieces(content, { onlyText: false }) : [];
    return pieces.some((piece) => piece.text.trim() !== '') ? pieces : null;
  } catch {
    return null;
  }
}

/** Readability drops the heading that repeats the title; a reader wants it in the text, once. */
function withTitle(pieces: readonly Piece[], title: string | null): readonly Piece[] {
  if (title === null) return pieces;
  const isThere = pieces.slice(0, 3).some((piece) => piece.text.replace(/\s+/g, ' ') === title);
  return isThere ? pieces : [{ kind: 'title', level: null, text: title }, ...pieces];
}

/** The charset of a meta tag, which HTML wants in the first 1024 bytes. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,30})/i.exec(head)?.[1] ?? null;
}
