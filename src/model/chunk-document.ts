// Cuts a document into passages of about a thousand characters, at paragraphs where it can: the unit that retrieval tools read.
import type { DocumentRecord } from './graph.ts';
import type { Span } from './span.ts';

/** Upper bound in UTF-16 code units: what common retrieval tools take for a passage, about 250 tokens. */
export const MAX_CHUNK_LENGTH = 1_000;

export interface Chunk extends Span {
  /** 0-based, in reading order. */
  readonly index: number;
  readonly text: string;
}

/**
 * Chunks in reading order: they do not overlap, and leave out nothing but white space between them. Cut before a block
 * where one begins in reach (never right after a heading), else before a sentence, else at white space, else anywhere.
 */
export function chunkDocument(record: DocumentRecord): Chunk[] {
  const { text, blocks } = record.document;
  const blockStarts = blocks
    .filter((_, index) => !['title', 'heading'].includes(blocks[index - 1]?.kind ?? ''))
    .map((block) => block.start);
  const sentenceStarts = record.sentences.map(([start]) => start);
  const chunks: Chunk[] = [];
  for (let start = 0; start < text.length; ) {
    const limit = start + MAX_CHUNK_LENGTH;
    const end =
      limit >= text.length
        ? text.length
        : (lastWithin(blockStarts, start, limit) ??
          lastWithin(sentenceStarts, start, limit) ??
          cutWords(text, start, limit));
    const piece = text.slice(start, end);
    const trimmed = piece.trim();
    if (trimmed !== '') {
      const from = start + piece.indexOf(trimmed);
      chunks.push({ index: chunks.length, start: from, end: from + trimmed.length, text: trimmed });
    }
    start = end;
  }
  return chunks;
}

/** The greatest of the sorted places in (start, limit], or undefined. */
function lastWithin(places: readonly number[], start: number, limit: number): number | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  const found = places[low - 1];
  return found !== undefined && found > start ? found : undefined;
}

/** A cut at white space in the second half, else at the limit, but not inside a surrogate pair. */
function cutWords(text: string, start: number, limit: number): number {
  for (let place = limit; place > start + MAX_CHUNK_LENGTH / 2; place -= 1) {
    if (/\s/.test(text[place] ?? '')) return place;
  }
  return /[\uDC00-\uDFFF]/.test(text[limit] ?? '') ? limit - 1 : limit;
}
