// Works out which documents the next state of a graph holds, and what is different from the last one; pure.
import type { Document } from '../model/document.ts';
import type { DocumentId } from '../model/id.ts';
import type { GraphState, ListedDocument, Place, Withheld } from './graph-store.ts';
import { liesIn, type Scope } from './plan-scope.ts';

/** A document as found at one place: read now, or known to be the one that was read there before. */
export type Find = Place &
  (
    | { readonly id: DocumentId; readonly document: Document }
    | { readonly id: DocumentId; readonly document: null; readonly version: string }
  );

/** A document of the next state: read now, or kept from the last build under its version. */
export type PlannedDocument =
  | { readonly id: DocumentId; readonly places: readonly Place[]; readonly document: Document }
  | { readonly id: DocumentId; readonly places: readonly Place[]; readonly document: null; readonly version: string };

export interface DocumentPlan {
  /** Sorted by source. */
  readonly documents: readonly PlannedDocument[];
  readonly withheld: readonly Withheld[];
}

/**
 * Equal bytes are one document: the first source, in order of code units, is its source. What people took out stays out,
 * wherever its bytes or its place turn up, until its file itself is among the paths given.
 */
export function planDocuments(
  before: GraphState,
  scope: Scope,
  files: readonly Place[],
  finds: readonly Find[],
): DocumentPlan {
  const withheld = leftWithheld(before.withheld, scope, files, finds);
  const ids = new Set(withheld.map(({ document }) => document));
  const places = new Set(withheld.map(placeKey));
  const fresh = finds
    .filter((find) => !ids.has(find.id) && !places.has(placeKey(find)))
    .map((find) => ({ version: '', ...find }));
  const kept = keptPlaces(before, scope, files).map(({ source, path, listed }) => {
    return { id: listed.id, source, path, document: null, version: listed.version };
  });
  const groups = new Map<DocumentId, (typeof fresh | typeof kept)[number][]>();
  for (const place of [...fresh, ...kept].sort(comparePlaces)) {
    groups.set(place.id, [...(groups.get(place.id) ?? []), place]);
  }
  const documents = [...groups].flatMap(([id, [first, ...others]]): PlannedDocument[] => {
    if (first === undefined) return [];
    const found = [first, ...others].map(({ source, path }) => ({ source, path }));
    const { document, version } = first;
    return [document === null ? { id, places: found, document, version } : { id, places: found, document }];
  });
  return { documents, withheld };
}

function leftWithheld(
  withheld: readonly Withheld[],
  { given }: Scope,
  files: readonly Place[],
  finds: readonly Find[],
): readonly Withheld[] {
  const named = new Set(files.map(({ path }) => path).filter((path) => given.includes(path)));
  const ids = new Set(finds.filter(({ path }) => named.has(path)).map(({ id }) => id));
  return withheld.filter(({ path, document }) => !named.has(path) && !ids.has(document));
}

/** Places inside the roots that this build does not look at. */
function keptPlaces(before: GraphState, { roots, given }: Scope, files: readonly Place[]) {
  const read = new Set(files.map(({ path }) => path));
  const isKept = ({ path }: Place): boolean =>
    !read.has(path) && roots.some((root) => liesIn(path, root)) && !given.some((part) => liesIn(path, part));
  return before.documents.flatMap((listed) => listed.places.filter(isKept).map((place) => ({ ...place, listed })));
}

export interface DocumentCounts {
  readonly total: number;
  readonly added: number;
  /** Other bytes under a source that was there. */
  readonly changed: number;
  readonly removed: number;
  /** Files that only moved among them. */
  readonly unchanged: number;
}

export function countChanges(before: readonly ListedDocument[], after: readonly ListedDocument[]): DocumentCounts {
  const idsBefore = new Set(before.map(({ id }) => id));
  const idsAfter = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !idsAfter.has(id));
  const fresh = after.filter(({ id }) => !idsBefore.has(id));
  const gonePlaces = new Set(gone.flatMap(({ places }) => places.map(placeKey)));
  const changed = fresh.filter(({ places }) => places.some((place) => gonePlaces.has(placeKey(place))));
  return {
    total: after.length,
    added: fresh.length - changed.length,
    changed: changed.length,
    removed: Math.max(0, gone.length - changed.length),
    unchanged: after.length - fresh.length,
  };
}

const placeKey = ({ source, path }: Place): string => `${path}\n${source}`;

function comparePlaces(left: Place, right: Place): number {
  return compareText(left.source, right.source) || compareText(left.path, right.path);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
