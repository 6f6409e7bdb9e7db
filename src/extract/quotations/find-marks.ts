// Pairs quotation marks: curly, straight and single ones, apostrophes set apart, missing and wrong marks mended.
import type { Span } from '../../model/span.ts';

/** A stretch between marks. `start` … `end` is the content; `outer` includes the marks that are there. */
export interface Marked extends Span {
  readonly outer: Span;
  /** 0 for a quotation, 1 for a quotation inside it. */
  readonly depth: number;
  /** False where the mark is missing in the text. */
  readonly opened: boolean;
  readonly closed: boolean;
}

type Family = 'double' | 'single';
interface Open {
  readonly family: Family;
  readonly mark: number;
}

const DOUBLE = /["“”„«»″]/;
const MARKS = /["“”„«»″'‘’`]/g;
/** How far ahead the partner of a single mark is looked for (UTF-16 units); keeps the scan linear. */
const LONGEST_SINGLE = 1_000;
const LETTER = /[\p{L}\p{N}]/u;
const OPENS_AFTER = /[\s([{—–\-:“"‘'„«/]/;
const CLOSES_BEFORE = /[\s.,;:!?)\]}—–\-…”"’'»]/;

/** Marked stretches of one paragraph (`text[span]`), in order of their start. */
export function findMarked(text: string, paragraph: Span): Marked[] {
  const found: Marked[] = [];
  const stack: Open[] = [];
  // A closing mark without an opening one quotes from here: the paragraph's start, or the end of the quotation before.
  let free = paragraph.start;
  const slice = text.slice(paragraph.start, paragraph.end);
  for (const match of slice.matchAll(MARKS)) {
    const place = paragraph.start + match.index;
    const family: Family = DOUBLE.test(match[0]) ? 'double' : 'single';
    const role = roleOf(text, paragraph, place, stack);
    if (role === 'open') stack.push({ family, mark: place });
    if (role === 'close') {
      const from = stack.findLastIndex((open) => open.family === family);
      if (from >= 0) {
        const open = stack[from] as Open;
        stack.length = from;
        found.push(makeMarked(text, open.mark, place, stack.length, true, true));
        if (stack.length === 0) free = place + 1;
      } else if (family === 'double' && stack.length === 0) {
        const start = startOfBrokenQuote(text, free, place);
        if (start !== null) found.push(makeMarked(text, start, place, 0, false, true));
        free = place + 1;
      }
    }
  }
  for (const [depth, open] of stack.entries()) {
    if (open.family === 'double') found.push(makeMarked(text, open.mark, paragraph.end, depth, true, false));
  }
  return found.sort((left, right) => left.outer.start - right.outer.start || left.depth - right.depth);
}

function makeMarked(text: string, from: number, to: number, depth: number, opened: boolean, closed: boolean): Marked {
  let start = opened ? from + 1 : from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return { start, end, depth, opened, closed, outer: { start: opened ? from : start, end: closed ? to + 1 : end } };
}

function roleOf(text: string, paragraph: Span, place: number, stack: readonly Open[]): 'open' | 'close' | 'none' {
  const mark = text[place] ?? '';
  const before = place > paragraph.start ? (text[place - 1] ?? ' ') : ' ';
  const after = place + 1 < paragraph.end ? (text[place + 1] ?? ' ') : ' ';
  const single = !DOUBLE.test(mark);
  const isOpen = stack.some((open) => open.family === (single ? 'single' : 'double'));
  const looksOpen = OPENS_AFTER.test(before) && !/\s/.test(after);
  const looksClosed = !/\s/.test(before) && CLOSES_BEFORE.test(after);
  if (single) return singleRole(text, paragraph, place, isOpen, looksOpen, looksClosed);
  if (/\d/.test(before) && (mark === '"' || mark === '″') && !isOpen) return 'none'; // inches
  if (/[“„«]/.test(mark)) return isOpen && looksClosed && !looksOpen ? 'close' : 'open';
  if (/[”»]/.test(mark)) return !isOpen && looksOpen && !looksClosed ? 'open' : 'close';
  if (isOpen) return 'close';
  // "…, "said Ada Quill": the blank stands on the wrong side of the mark.
  if (
    /[,.?!]\s$/.test(text.slice(Math.max(0, place - 2), place)) &&
    /^\s?(?:said|says|added|according)\b/.test(text.slice(place + 1, place + 12))
  )
    return 'close';
  return looksOpen || !looksClosed ? 'open' : 'close';
}

/** Single marks double as apostrophes: one opens only where another one, after punctuation or a word, can close it. */
function singleRole(
  text: string,
  paragraph: Span,
  place: number,
  isOpen: boolean,
  looksOpen: boolean,
  looksClosed: boolean,
): 'open' | 'close' | 'none' {
  const before = text[place - 1] ?? ' ';
  const after = text[place + 1] ?? ' ';
  if (text[place] === '`' || (LETTER.test(before) && LETTER.test(after))) return 'none';
  if (!isOpen) {
    if (!looksOpen || /^\d0?s\b|^\d\ds?\b/.test(text.slice(place + 1, place + 5))) return 'none';
    if (/^(?:tis|twas|em|til|cause|n)\b/i.test(text.slice(place + 1, place + 6))) return 'none';
    return closerOf(text, place, paragraph) ? 'open' : 'none';
  }
  if (!looksClosed || text[place] === '‘') return 'none';
  // "the troops’ bases", inside: a plural's apostrophe, where a better closing mark follows.
  if (/s/i.test(before) && /\s/.test(after) && /^\s+[a-z]/.test(text.slice(place + 1, place + 4))) {
    return /[.,!?…][’']/.test(text.slice(place + 1, Math.min(paragraph.end, place + LONGEST_SINGLE)))
      ? 'none'
      : 'close';
  }
  return 'close';
}

function closerOf(text: string, place: number, paragraph: Span): boolean {
  const rest = text.slice(place + 1, Math.min(paragraph.end, place + LONGEST_SINGLE));
  return /[^\s’'][’'](?=$|[\s.,;:!?)\]}—–…”"-])/.test(rest);
}

/** Where a quotation whose opening mark is missing began: the first sentence after `free`; null where the mark is stray. */
function startOfBrokenQuote(text: string, free: number, close: number): number | null {
  if (!/[.,!?…—]/.test(text[close - 1] ?? '')) return null;
  const lead = /^[\s.,;:—–-]*/.exec(text.slice(free, close))?.[0].length ?? 0;
  const start = free + lead;
  return text.slice(start, close).split(/\s+/).length >= 3 ? start : null;
}

/** Stretches between blank lines; where a text has no blank line, each line. */
export function splitParagraphs(text: string): Span[] {
  const border = /\n[^\S\n]*\n/.test(text) ? /\n[^\S\n]*\n\s*/g : /\n+/g;
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(border)) {
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
