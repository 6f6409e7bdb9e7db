// The stemma of the documents: who repeats whose text, and whom each names as its source.
import type { Document } from '../../model/document.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Lineage } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import { compareText } from '../fold.ts';
import { citesOf, publishersOf } from './cited-publishers.ts';
import {
  coveredShare,
  repeatedShare,
  SHINGLE_WORDS,
  shingleHashes,
  winnow,
  withoutQuotations,
} from './fingerprints.ts';

/** A copy has so much of its own words, quotations apart, from the original, in passages of PASSAGE words or more. */
const COPY_SHARE = 0.2;
const PASSAGE = 14;
/** So many words at least, so that short notes in set phrases are no copies. */
const LEAST_WORDS = 32;
/** Holders of a fingerprint that are remembered, the earliest first: bounds the work on a text that everybody ran. */
const MOST_HOLDERS = 12;
/** Likeliest originals whose share is counted exactly. */
const MOST_ORIGINALS = 5;

/** Of each document, by id. Independent of the order of the extractions. */
export function traceLineage(extractions: readonly Extraction[]): ReadonlyMap<DocumentId, Lineage> {
  const publishers = publishersOf(extractions.map(({ document }) => document));
  const cites = new Map<DocumentId, Lineage['cites']>(
    extractions.map((extraction) => [extraction.document.id, citesOf(extraction, publishers)]),
  );
  const copies = findCopies(orderByAge(extractions, cites));
  return new Map(
    extractions.map(({ document: { id } }) => [id, { copyOf: copies.get(id) ?? null, cites: cites.get(id) ?? [] }]),
  );
}

/**
 * The older first: by date (unknown last), then whoever is named as a source before those who name it, then by id. Who cite
 * each other in a ring are parted by id.
 */
function orderByAge(extractions: readonly Extraction[], cites: ReadonlyMap<DocumentId, Lineage['cites']>): Document[] {
  const dateOf = ({ publishedAt }: Document) => publishedAt ?? '~';
  const documents = extractions
    .map(({ document }) => document)
    .sort((a, b) => compareText(dateOf(a), dateOf(b)) || compareText(a.id, b.id));
  const known = new Map(documents.map((document) => [document.id, document]));
  const placed = new Set<DocumentId>();
  const ordered: Document[] = [];
  const place = (document: Document): void => {
    if (placed.has(document.id)) return;
    placed.add(document.id);
    for (const { document: source } of cites.get(document.id) ?? []) {
      const original = source === null ? undefined : known.get(source);
      if (original && dateOf(original) === dateOf(document)) place(original);
    }
    ordered.push(document);
  };
  for (const document of documents) place(document);
  return ordered;
}

/** For every document that repeats an older one: the one of which it holds most, the oldest of equals. */
function findCopies(ordered: readonly Document[]): ReadonlyMap<DocumentId, NonNullable<Lineage['copyOf']>> {
  const holders = new Map<number, number[]>();
  const shingles: (readonly number[])[] = [];
  const sets = new Map<number, ReadonlySet<number>>();
  const copies = new Map<DocumentId, NonNullable<Lineage['copyOf']>>();
  for (const [age, document] of ordered.entries()) {
    const hashes = shingleHashes(withoutQuotations(document.text));
    shingles.push(hashes);
    const shared = new Map<number, number>();
    for (const fingerprint of winnow(hashes)) {
      const known = holders.get(fingerprint) ?? [];
      holders.set(fingerprint, known);
      for (const holder of known) shared.set(holder, (shared.get(holder) ?? 0) + 1);
      if (known.length < MOST_HOLDERS) known.push(age);
    }
    const likeliest = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_ORIGINALS);
    let best: { readonly age: number; readonly share: number } | null = null;
    for (const [original] of likeliest.sort((a, b) => a[0] - b[0])) {
      const set = sets.get(original) ?? new Set(shingles[original]);
      sets.set(original, set);
      const share = repeatedShare(hashes, set, PASSAGE);
      const isEnough = share >= COPY_SHARE && share * (hashes.length + SHINGLE_WORDS - 1) >= LEAST_WORDS;
      if (isEnough && share > (best?.share ?? 0)) best = { age: original, share };
    }
    const original = best === null ? undefined : ordered[best.age];
    if (original) copies.set(document.id, { document: original.id, share: shareOf(document, original) });
  }
  return copies;
}

/** Share of all words of the copy, quotations included, in two decimals. */
function shareOf(copy: Document, original: Document): number {
  const share = coveredShare(shingleHashes(copy.text), new Set(shingleHashes(original.text)));
  return Math.round(share * 100) / 100;
}
