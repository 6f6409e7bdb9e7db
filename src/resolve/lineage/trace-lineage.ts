// The stemma of the documents: who repeats whose text, and whom each names as its source.
import type { Extraction } from '../../model/extraction.ts';
import type { Lineage } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import { makeCitationFinder } from './cited-publishers.ts';
import { makeCopyFinder } from './copies.ts';
import { makeAgeSorter } from './order-by-age.ts';

/**
 * Of each document, by id; extractions come in the order of their ids. The same object as the last time for a document whose
 * line is as it was.
 */
export type LineageTracer = (extractions: readonly Extraction[]) => ReadonlyMap<DocumentId, Lineage>;

export function makeLineageTracer(): LineageTracer {
  const findCitations = makeCitationFinder();
  const sortByAge = makeAgeSorter();
  const findCopies = makeCopyFinder();
  let known: ReadonlyMap<DocumentId, Lineage> = new Map();
  return (extractions) => {
    const cites = findCitations(extractions);
    const copies = findCopies(sortByAge(extractions, cites));
    const lineages = new Map<DocumentId, Lineage>();
    for (const [place, { document }] of extractions.entries()) {
      const lineage = { copyOf: copies.get(document.id) ?? null, cites: cites[place] ?? [] };
      const before = known.get(document.id);
      lineages.set(document.id, before && isEqual(lineage, before) ? before : lineage);
    }
    known = lineages;
    return lineages;
  };
}

/** Of a folder that is asked only once, in any order. */
export function traceLineage(extractions: readonly Extraction[]): ReadonlyMap<DocumentId, Lineage> {
  const sorted = [...extractions].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  return makeLineageTracer()(sorted);
}

function isEqual(left: Lineage, right: Lineage): boolean {
  return (
    left.cites === right.cites &&
    left.copyOf?.document === right.copyOf?.document &&
    left.copyOf?.share === right.copyOf?.share
  );
}
