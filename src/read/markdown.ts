// Markdown (CommonMark through mdast) to the plain text of its blocks; a line broken in the source is one line here.
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as toPlainText } from 'mdast-util-to-string';
import type { BlockKind, Note } from '../model/document.ts';
import type { Reader } from '../model/reader.ts';
import { findCredits } from './credits.ts';
import { decodeBytes } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { stripTags } from './html-flatten.ts';
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
import { layOutText, markBlocks } from './plain-text.ts';

/** The parser is not linear in delimiters of one paragraph, nor in nesting: past these the text is taken as it is. */
const MAX_LENGTH = 4 * 1024 * 1024;
const MAX_DELIMITERS = 2000;
const MAX_NESTING = 60;

export const markdownReader: Reader = {
  name: 'markdown',
  mediaTypes: ['text/markdown'],
  extensions: ['.md', '.markdown'],
  read(file) {
    const decoded = decodeBytes(file.bytes);
    if (decoded === null) return notText(file.source);
    const { fields, body, notes } = splitFrontMatter(decoded.text);
    const layout = isTame(body) ? layOutMarkdown(body, fields.title) : layOutPlainly(body, fields.title);
    return oneDocument(
      makeDocument(file, 'text/markdown', mergeFields(fields, layout.fields), {
        ...layout,
        notes: [...decoded.notes, ...notes, ...layout.notes],
      }),
    );
  },
};

function layOutMarkdown(source: string, title: string | null): Layout & { readonly fields: Fields } {
  const pieces = toPieces(fromMarkdown(source));
  const heading = pieces[0]?.kind === 'heading' ? pieces[0].text : null;
  const { text, blocks } = joinPieces(pieces);
  const marked = markBlocks(text, blocks, title ?? heading);
  const fields = { ...NO_FIELDS, title: heading, ...findCredits(pieces) };
  return { text, ...marked, fields };
}

function layOutPlainly(source: string, title: string | null): Layout & { readonly fields: Fields } {
  const layout = layOutText(source, title);
  const note: Note = makeNote(
    'warning',
    'not-parsed',
    'The Markdown is too large or too deeply nested; it was read as plain text.',
  );
  return { ...layout, notes: [note, ...layout.notes] };
}

/** Blocks in reading order. The tree is at most MAX_NESTING deep, so the recursion is short. */
function toPieces(node: Nodes | Root, inside: BlockKind = 'paragraph'): Piece[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: toLine(toPlainText(node)) }];
    case 'code':
      return [{ kind: 'code', level: null, text: node.value }];
    case 'html':
      return [{ kind: inside, level: null, text: toLine(stripTags(node.value)) }];
    case 'paragraph':
      return toLines(toPlainText(node, { includeHtml: false })).map((text) => ({ kind: inside, level: null, text }));
    case 'listItem':
      return node.children.flatMap((child) => toPieces(child, 'list-item'));
    case 'blockquote':
      return node.children.flatMap((child) => toPieces(child, 'quote'));
    default:
      return 'children' in node ? node.children.flatMap((child) => toPieces(child, inside)) : [];
  }
}

/** "Founder: Otto Quill", one under the other: a field stays a line of its own. */
const FIELD = /^\p{Lu}[^\n:]{0,40}:\s+\S/u;

/** A paragraph on one line; one that is a list of fields on as many. */
function toLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => FIELD.test(line.trim())) ? lines.map(toLine) : [toLine(text)];
}

function toLine(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** True where the parser will be done in time in proportion to the length. */
function isTame(source: string): boolean {
  if (source.length > MAX_LENGTH) return false;
  let delimiters = 0;
  for (const line of source.split('\n')) {
    if (line.trim() === '') delimiters = 0;
    let nesting = 0;
    for (let index = 0; index < line.length; index += 1) {
      const letter = line.charAt(index);
      if ('*_`[]<>!&~\\('.includes(letter)) delimiters += 1;
      if (nesting >= 0 && '>-+*0123456789.) \t'.includes(letter)) nesting += letter === ' ' ? 0 : 1;
      else if (nesting >= 0) nesting = nesting > MAX_NESTING ? nesting : -1;
      if (delimiters > MAX_DELIMITERS) return false;
    }
    if (
      nesting > MAX_NESTING &&
      /[>+*.)-]\s*[>+*\d-]/.test(line.slice(0, 200)) &&
      !/^\s*([-*_])(?:\s*\1)*\s*$/.test(line.slice(0, 2000))
    )
      return false;
  }
  return true;
}
