// Reads a corpus whose entities carry `chain`, the same in all its documents (MEANTIME), and finds our mentions for its names.
import type { Document } from '../../src/model/document.ts';
import type { Extraction, Mention, Token } from '../../src/model/extraction.ts';
import { containsSpan, type Span } from '../../src/model/span.ts';
import { codePointOffsets, makeDocument, readRows } from './corpora.ts';

export interface ChainedName extends Span {
  /** The same for all names of one thing, whatever the document. */
  readonly chain: string;
}

export interface ChainedDocument {
  readonly document: Document;
  /** Names of people, organizations, places and products; events and amounts left out. */
  readonly names: readonly ChainedName[];
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly { start: number; end: number; type: string; kind: string; entity: number | null }[];
  readonly entities: readonly { chain?: string }[];
}

/** The documents of `NAME.jsonl.gz`; null where there is no such file. */
export function readChained(folder: string, name: string): readonly ChainedDocument[] | null {
  const rows = readRows<Row>(folder, name);
  return rows?.map(toChained) ?? null;
}

function toChained({ id, text, mentions, entities }: Row): ChainedDocument {
  const offsets = codePointOffsets(text);
  const names = mentions.flatMap(({ start, end, type, kind, entity }) => {
    const chain = entity === null ? undefined : entities[entity]?.chain;
    if (kind !== 'name' || type.startsWith('EVENT') || chain === undefined) return [];
    return [{ start: offsets[start] ?? 0, end: offsets[end] ?? 0, chain }];
  });
  return { document: makeDocument(id, text), names };
}

/**
 * Our mention of a name, null where there is none: the same span but for an article, else one that holds the head word of
 * the gold span and has its own head inside it. The corpus marks whole phrases ("Harrow director Ada Quill") as names.
 */
export function mentionFor(name: Span, extraction: Extraction): Mention | null {
  const { text } = extraction.document;
  const candidates = extraction.mentions.filter(({ kind, literal }) => kind !== 'pronoun' && literal === null);
  const bare = withoutArticle(name, text);
  const exact = candidates.find((mention) => {
    const own = withoutArticle(mention, text);
    return own.start === bare.start && own.end === bare.end;
  });
  if (exact) return exact;
  const head = headOf(name, extraction.tokens);
  const fitting = candidates.filter((mention) => {
    const own = extraction.tokens[mention.head];
    return head !== null && containsSpan(mention, head) && own !== undefined && containsSpan(name, own);
  });
  // Where the tree takes "director" for the head of "Harrow director Ada Quill", the name ends the phrase before its comma.
  const comma = text.slice(name.start, name.end).search(/,\s/);
  const ends = comma < 0 ? [name.end] : [name.start + comma, name.end];
  const last = candidates.filter(
    ({ kind, start, end }) => kind === 'name' && start >= name.start && ends.includes(end),
  );
  const rank = (mention: Mention): number => (mention.kind === 'name' ? 1e6 : 0) + overlap(mention, name);
  const ranked = [...(fitting.length > 0 ? fitting : last)].sort((a, b) => rank(b) - rank(a) || a.start - b.start);
  return ranked[0] ?? null;
}

function withoutArticle({ start, end }: Span, text: string): Span {
  const article = /^(?:the|a|an)\s+/i.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + article, end };
}

/** The first word of a span whose head lies outside of it. */
function headOf(span: Span, tokens: readonly Token[]): Token | null {
  const inside = tokens.filter((token) => containsSpan(span, token));
  return (
    inside.find(({ head }) => {
      const governor = tokens[head];
      return governor === undefined || !containsSpan(span, governor);
    }) ?? null
  );
}

function overlap(left: Span, right: Span): number {
  return Math.min(left.end, right.end) - Math.max(left.start, right.start);
}
