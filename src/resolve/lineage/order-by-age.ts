// The documents of a folder, the oldest first: whoever repeats whom, the younger is the copy.
import type { Document } from '../../model/document.ts';
import type { Lineage } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import { compareText } from '../fold.ts';
import { type Change, updateSorted } from '../sorted-list.ts';

/** What is told of a document that has an age. */
export interface Dated {
  readonly document: Document;
}

/**
 * By date (unknown last), then whoever is named as a source before those who name it, then by id. Who cite each other in a
 * ring are parted by id. Remembers, and sorts only days to which a document came, from which one left, or in which one cites
 * otherwise than before.
 */
export type AgeSorter<Item extends Dated> = (
  change: Change<Item>,
  recited: Iterable<Document>,
  citesOf: (document: DocumentId) => Lineage['cites'],
) => readonly Item[];

interface Day<Item> {
  /** By id. */
  items: readonly Item[];
  ordered: readonly Item[];
  came: Item[];
  left: Item[];
}

export function makeAgeSorter<Item extends Dated>(): AgeSorter<Item> {
  const days = new Map<string, Day<Item>>();
  const dayOf = ({ publishedAt }: Document): Day<Item> => {
    const date = publishedAt ?? '~';
    const day = days.get(date) ?? { items: [], ordered: [], came: [], left: [] };
    days.set(date, day);
    return day;
  };
  return ({ came, left }, recited, citesOf) => {
    const open = new Set<Day<Item>>();
    for (const item of left) {
      open.add(dayOf(item.document));
      dayOf(item.document).left.push(item);
    }
    for (const item of came) {
      open.add(dayOf(item.document));
      dayOf(item.document).came.push(item);
    }
    for (const document of recited) open.add(dayOf(document));
    for (const day of open) {
      day.items = updateSorted(day.items, day.left, day.came, byId);
      day.ordered = orderDay(day.items, citesOf);
      day.came = [];
      day.left = [];
    }
    return [...days].sort((a, b) => compareText(a[0], b[0])).flatMap(([, { ordered }]) => ordered);
  };
}

const byId = (left: Dated, right: Dated): number => compareText(left.document.id, right.document.id);

function orderDay<Item extends Dated>(
  items: readonly Item[],
  citesOf: (document: DocumentId) => Lineage['cites'],
): readonly Item[] {
  const cites = items.map(({ document }) => citesOf(document.id));
  if (cites.every(({ length }) => length === 0)) return items;
  const places = new Map<DocumentId, number>(items.map(({ document }, place) => [document.id, place]));
  const placed = new Set<number>();
  const ordered: Item[] = [];
  const put = (place: number): void => {
    if (placed.has(place)) return;
    placed.add(place);
    for (const { document: source } of cites[place] ?? []) {
      const original = source === null ? undefined : places.get(source);
      if (original !== undefined) put(original);
    }
    ordered.push(items[place] as Item);
  };
  for (const place of items.keys()) put(place);
  return ordered;
}
