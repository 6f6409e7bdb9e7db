// Lays out running text: paragraphs by blank lines, the title line and its repetitions, boilerplate, byline and dateline.
import type { Block, BlockKind, Note } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { isBoilerplate } from './boilerplate.ts';
import { findCredits, isCreditLine } from './credits.ts';
import { type Fields, type Layout, makeNote, NO_FIELDS } from './make-document.ts';

/** A headline is a line, not a paragraph. */
const MAX_TITLE = 200;

interface Line extends Span {
  readonly text: string;
  readonly isBlank: boolean;
}

/**
 * Blocks over `text` (which stays as it is), notes on them, and the fields that the text itself gives.
 * `title` is the title where the file states one: a first line that equals it is the title block, later ones are repetitions.
 */
export function layOutText(text: string, title: string | null = null): Layout & { readonly fields: Fields } {
  const lines = toLines(text);
  const titleLine = findTitle(lines, title);
  const blocks = toBlocks(lines, titleLine);
  const marked = markBlocks(text, blocks, title ?? titleLine?.text ?? null);
  const fields = { ...NO_FIELDS, title: titleLine?.text ?? null, ...findCredits(lines) };
  return { text, ...marked, fields };
}

/** Blocks with page furniture and repetitions of the title marked as boilerplate, and a note on each. Works for every format. */
export function markBlocks(
  text: string,
  blocks: readonly Block[],
  title: string | null,
): Pick<Layout, 'blocks' | 'notes'> {
  const notes: Note[] = [];
  const wanted = title === null ? null : foldTitle(title);
  let seen = false;
  const marked = blocks.map((block): Block => {
    const short = block.end - block.start <= MAX_TITLE * 2 ? text.slice(block.start, block.end) : '';
    const isTitle = wanted !== null && short !== '' && foldTitle(short) === wanted;
    if (isTitle && !seen) {
      seen = true;
      return block.kind === 'heading' || block.kind === 'paragraph' ? { ...block, kind: 'title' } : block;
    }
    if (isTitle) {
      notes.push(makeNote('info', 'repeated-title', 'The title stands here a second time.', spanOf(block)));
      return { ...block, kind: 'boilerplate', level: null };
    }
    if (block.kind === 'code' || !isBoilerplate(short)) return block;
    notes.push(makeNote('info', 'boilerplate', 'This line belongs to the page, not to the text.', spanOf(block)));
    return { ...block, kind: 'boilerplate', level: null };
  });
  return { blocks: marked, notes };
}

function toLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push(makeLine(text, start, match.index));
    start = match.index + match[0].length;
  }
  lines.push(makeLine(text, start, text.length));
  return lines;
}

function makeLine(text: string, start: number, end: number): Line {
  const whole = text.slice(start, end);
  const trimmed = whole.trim();
  const first = start + (whole.length - whole.trimStart().length);
  return { start: first, end: first + trimmed.length, text: trimmed, isBlank: trimmed === '' };
}

/** The first line with words, where it stands alone, is short and does not end like a sentence, or equals the stated title. */
function findTitle(lines: readonly Line[], title: string | null): Line | null {
  const index = lines.findIndex((line) => !line.isBlank);
  const line = lines[index];
  if (line === undefined || line.text.length > MAX_TITLE) return null;
  const folded = foldTitle(line.text);
  if (title !== null) return folded === foldTitle(title) ? line : null;
  const next = lines[index + 1];
  const standsAlone = next === undefined || next.isBlank || isCreditLine(next.text) || next.text === line.text;
  const following = lines.slice(index + 1, index + 40).find((other) => !other.isBlank);
  if (!standsAlone || following === undefined || !/\p{L}/u.test(line.text)) return null;
  if (isBoilerplate(line.text) || isCreditLine(line.text)) return null;
  const endsLikeSentence = /[.,;:…]["'”’)\]]*$/.test(line.text);
  return !endsLikeSentence || foldTitle(following.text) === folded ? line : null;
}

/** Runs of lines between blank ones; title, boilerplate and credit lines stand alone. */
function toBlocks(lines: readonly Line[], titleLine: Line | null): Block[] {
  const blocks: Block[] = [];
  let open: Span | null = null;
  const close = (): void => {
    if (open !== null) blocks.push(makeBlock('paragraph', open));
    open = null;
  };
  for (const line of lines) {
    if (line.isBlank) close();
    else if (line === titleLine || isBoilerplate(line.text) || (titleLine !== null && line.text === titleLine.text)) {
      close();
      blocks.push(makeBlock(line === titleLine ? 'title' : 'paragraph', line));
    } else open = { start: (open as Span | null)?.start ?? line.start, end: line.end };
  }
  close();
  return blocks;
}

function makeBlock(kind: BlockKind, { start, end }: Span): Block {
  return { kind, level: null, page: null, start, end };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Titles are compared without case, spacing and kinds of quotation mark. */
function foldTitle(title: string): string {
  return title
    .slice(0, MAX_TITLE * 3)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
