// The documents of a folder, the oldest first: whoever repeats whom, the younger is the copy.
import type { Document } from '../../model/document.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Lineage } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import { compareText } from '../fold.ts';

/** Sorts; remembers each day that is as it was. Extractions come in the order of their ids, `cites` in the same places. */
export type AgeSorter = (extractions: readonly Extraction[], cites: readonly Lineage['cites'][]) => readonly Document[];

interface Day {
  readonly documents: Document[];
  readonly cites: Lineage['cites'][];
  ordered: readonly Document[];
}

/**
 * By date (unknown last), then whoever is named as a source before those who name it, then by id. Who cite each other in a
 * ring are parted by id.
 */
export function makeAgeSorter(): AgeSorter {
  let known = new Map<string, Day>();
  return (extractions, cites) => {
    const days = new Map<string, Day>();
    for (const [place, { document }] of extractions.entries()) {
      const date = document.publishedAt ?? '~';
      const day = days.get(date) ?? { documents: [], cites: [], ordered: [] };
      days.set(date, day);
      day.documents.push(document);
      day.cites.push(cites[place] ?? []);
    }
    for (const [date, day] of days) {
      const before = known.get(date);
      day.ordered = before && isAsItWas(day, before) ? before.ordered : orderDay(day);
    }
    known = days;
    return [...days].sort((a, b) => compareText(a[0], b[0])).flatMap(([, day]) => day.ordered);
  };
}

function isAsItWas(day: Day, before: Day): boolean {
  return (
    day.documents.length === before.documents.length &&
    day.documents.every((document, place) => document === before.documents[place]) &&
    day.cites.every((cites, place) => cites === before.cites[place])
  );
}

function orderDay({ documents, cites }: Day): readonly Document[] {
  if (cites.every(({ length }) => length === 0)) return documents;
  const places = new Map<DocumentId, number>(documents.map(({ id }, place) => [id, place]));
  const placed = new Set<number>();
  const ordered: Document[] = [];
  const put = (place: number): void => {
    if (placed.has(place)) return;
    placed.add(place);
    for (const { document: source } of cites[place] ?? []) {
      const original = source === null ? undefined : places.get(source);
      if (original !== undefined) put(original);
    }
    ordered.push(documents[place] as Document);
  };
  for (const place of documents.keys()) put(place);
  return ordered;
}
