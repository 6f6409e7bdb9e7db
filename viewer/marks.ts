// Which stretch of a text is lit and how: by stored offsets alone, the text is never searched.
import type { Range } from '../src/server/payload.ts';

export type MarkKind = 'subject' | 'object' | 'cue';

export interface Mark {
  readonly kind: MarkKind;
  readonly range: Range;
}

export interface Segment {
  readonly text: string;
  /** The first mark that covers it, or null. */
  readonly kind: MarkKind | null;
}

/** The marks of a piece of evidence; mentions come before the cue where they overlap. */
export function marksOf(evidence: { subject: Range | null; object: Range | null; cue: Range | null }): Mark[] {
  return (['subject', 'object', 'cue'] as const).flatMap((kind) => {
    const range = evidence[kind];
    return range === null ? [] : [{ kind, range }];
  });
}

/** Cuts a quote, which starts at `offset` of its document, at the edges of the marks. The parts join to the quote. */
export function cutQuote(quote: string, offset: number, marks: readonly Mark[]): Segment[] {
  const inside = (place: number): number => Math.min(Math.max(place - offset, 0), quote.length);
  const edges = marks.flatMap(({ range }) => [inside(range[0]), inside(range[1])]);
  const cuts = [...new Set([0, ...edges, quote.length])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  cuts.slice(1).forEach((end, index) => {
    const start = cuts[index] ?? 0;
    const kind = marks.find(({ range }) => range[0] - offset <= start && end <= range[1] - offset)?.kind ?? null;
    const before = segments.at(-1);
    // A mark that another one begins in stays in one piece.
    if (before?.kind === kind) segments.splice(-1, 1, { text: before.text + quote.slice(start, end), kind });
    else segments.push({ text: quote.slice(start, end), kind });
  });
  return segments;
}

/** Paragraphs of a text as spans: its blocks, and what lies between them; white space alone is left out. */
export function paragraphs<Block extends { readonly start: number; readonly end: number; readonly kind: string }>(
  text: string,
  blocks: readonly Block[],
): { start: number; end: number; kind: string }[] {
  const spans: { start: number; end: number; kind: string }[] = [];
  let at = 0;
  const between = (end: number): void => {
    for (const line of text.slice(at, end).matchAll(/[^\n]+/g)) {
      const start = at + line.index;
      if (line[0].trim() !== '') spans.push({ start, end: start + line[0].length, kind: 'paragraph' });
    }
  };
  for (const { start, end, kind } of [...blocks].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    between(start);
    spans.push({ start, end, kind });
    at = end;
  }
  between(text.length);
  return spans;
}
