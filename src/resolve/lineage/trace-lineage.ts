// The stemma of the documents: who repeats whose text, and whom each names as its source.
import type { Extraction } from '../../model/extraction.ts';
import type { Lineage } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import type { Change } from '../sorted-list.ts';
import { makeCitationFinder } from './cited-publishers.ts';
import { makeCopyFinder } from './copies.ts';

/** What is known of the documents that are there, and of which of them it is not what it was. */
export interface ChangedLineages {
  readonly changed: ReadonlySet<DocumentId>;
  of(document: DocumentId): Lineage;
  /** The documents that repeat it. */
  copiesOf(document: DocumentId): Iterable<DocumentId>;
}

export type LineageTracer = (extractions: Change<Extraction>) => ChangedLineages;

const NO_LINEAGE: Lineage = { copyOf: null, cites: [] };
const NOBODY: ReadonlySet<DocumentId> = new Set();

export function makeLineageTracer(): LineageTracer {
  const citations = makeCitationFinder();
  const findCopies = makeCopyFinder();
  const known = new Map<DocumentId, Lineage>();
  const copies = new Map<DocumentId, Set<DocumentId>>();
  const put = (id: DocumentId, lineage: Lineage | null): void => {
    const before = known.get(id)?.copyOf?.document;
    if (before !== undefined) copies.get(before)?.delete(id);
    if (lineage === null) known.delete(id);
    else known.set(id, lineage);
    const original = lineage?.copyOf?.document;
    if (original === undefined) return;
    const own = copies.get(original);
    if (own) own.add(id);
    else copies.set(original, new Set([id]));
  };
  return (extractions) => {
    const recited = citations.update(extractions);
    const found = findCopies(extractions, recited, citations.of);
    for (const { document } of extractions.left) put(document.id, null);
    const changed = new Set<DocumentId>();
    const cited = [...extractions.came.map(({ document }) => document), ...recited].map(({ id }) => id);
    for (const id of new Set([...cited, ...found.changed])) {
      const lineage = { copyOf: found.of(id), cites: citations.of(id) };
      const before = known.get(id);
      if (before !== undefined && isEqual(lineage, before)) continue;
      put(id, lineage);
      changed.add(id);
    }
    return { changed, of: (id) => known.get(id) ?? NO_LINEAGE, copiesOf: (id) => copies.get(id) ?? NOBODY };
  };
}

/** Of a folder that is asked only once, in any order. */
export function traceLineage(extractions: readonly Extraction[]): ReadonlyMap<DocumentId, Lineage> {
  const { of } = makeLineageTracer()({ came: extractions, left: [] });
  return new Map(extractions.map(({ document }) => [document.id, of(document.id)]));
}

function isEqual(left: Lineage, right: Lineage): boolean {
  return (
    left.cites === right.cites &&
    left.copyOf?.document === right.copyOf?.document &&
    left.copyOf?.share === right.copyOf?.share
  );
}
