// Works out what a build looks at, what it keeps as it was, and what is different afterwards; pure.
import { sep } from 'node:path';
import { KnownError } from '../errors.ts';
import type { Document } from '../model/document.ts';
import type { DocumentId } from '../model/id.ts';
import type { GraphState, ListedDocument, Place, Withheld } from './graph-store.ts';

/** True where `path` is `folder` or lies below it. Both absolute. */
export function liesIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

export interface Scope {
  /** Absolute paths to list and to remember, sorted. */
  readonly roots: readonly string[];
  /** The paths given: what lies in them is read anew, the rest of the roots stays as it was. */
  readonly given: readonly string[];
}

/**
 * The graph matches the paths given. A path strictly inside a remembered one updates only that part, and is listed from
 * the remembered path, so that every source stays what it was.
 */
export function planScope(remembered: readonly string[], given: readonly string[]): Scope {
  const outermost = [...new Set(given)].filter((path) => !given.some((other) => other !== path && liesIn(path, other)));
  const around = (path: string): string | undefined => remembered.find((root) => root !== path && liesIn(path, root));
  const isPart = outermost.every((path) => around(path) !== undefined);
  const roots = isPart ? remembered : outermost.map((path) => around(path) ?? path);
  return { roots: [...new Set(roots)].sort(), given: outermost.sort() };
}

/** Places of earlier documents that this build does not look at: inside the roots, outside of what was given. */
export function keptPlaces(
  state: GraphState,
  { roots, given }: Scope,
): (Place & { readonly document: ListedDocument })[] {
  return state.documents.flatMap((document) =>
    document.places
      .filter(({ path }) => roots.some((root) => liesIn(path, root)) && !given.some((part) => liesIn(path, part)))
      .map((place) => ({ ...place, document })),
  );
}

/**
 * Documents that people took out stay out, wherever their bytes or their place turn up, until their file itself is named.
 * Gives the withheld that are left, and a test for the rest.
 */
export function planWithheld(
  withheld: readonly Withheld[],
  named: ReadonlySet<string>,
  documentsNamed: ReadonlySet<DocumentId>,
): { readonly withheld: readonly Withheld[]; readonly isOut: (document: DocumentId, place: Place) => boolean } {
  const left = withheld.filter(({ path, document }) => !named.has(path) && !documentsNamed.has(document));
  const ids = new Set(left.map(({ document }) => document));
  const places = new Set(left.map(({ source, path }) => `${path}\n${source}`));
  return {
    withheld: left,
    isOut: (document, { source, path }) => ids.has(document) || places.has(`${path}\n${source}`),
  };
}

/** One document of the next state, before it is known whether it can be extracted. */
export interface FoundDocument {
  readonly id: DocumentId;
  readonly places: readonly Place[];
  /** As read now; null where it is kept from the last build under `version`. */
  readonly read: Document | null;
  readonly version: string | null;
}

export interface Find extends Place {
  readonly id: DocumentId;
  readonly read: Document | null;
  readonly version: string | null;
}

/** Equal bytes are one document: the first source, in order of code units, is its source. Sorted by that. */
export function joinFinds(finds: readonly Find[]): FoundDocument[] {
  const documents = new Map<DocumentId, Find[]>();
  for (const find of [...finds].sort(comparePlaces)) {
    const same = documents.get(find.id);
    if (same) same.push(find);
    else documents.set(find.id, [find]);
  }
  return [...documents].map(([id, same]) => ({
    id,
    places: same.map(({ source, path }) => ({ source, path })),
    read: same[0]?.read ?? null,
    version: same[0]?.version ?? null,
  }));
}

function comparePlaces(left: Place, right: Place): number {
  return compareText(left.source, right.source) || compareText(left.path, right.path);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

export interface DocumentCounts {
  readonly total: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** Changed: other bytes under a source that was there. A file that only moved is unchanged. */
export function countChanges(before: readonly ListedDocument[], after: readonly ListedDocument[]): DocumentCounts {
  const idsBefore = new Set(before.map(({ id }) => id));
  const idsAfter = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !idsAfter.has(id));
  const fresh = after.filter(({ id }) => !idsBefore.has(id));
  const gonePlaces = new Set(gone.flatMap(({ places }) => places.map(({ path, source }) => `${path}\n${source}`)));
  const changed = fresh.filter(({ places }) => places.some(({ path, source }) => gonePlaces.has(`${path}\n${source}`)));
  return {
    total: after.length,
    added: fresh.length - changed.length,
    changed: changed.length,
    removed: Math.max(0, gone.length - changed.length),
    unchanged: after.length - fresh.length,
  };
}

/**
 * The document of that id, source or path on the disk.
 * @throws KnownError not-found, ambiguous-name
 */
export function findListed(state: GraphState, name: string, path: string): ListedDocument {
  const found = state.documents.filter(
    ({ id, places }) => id === name || places.some((place) => place.source === name || place.path === path),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only === undefined) {
    throw new KnownError(
      'not-found',
      `store: expected a document "${name}" in the graph, found none of that source or id`,
      'Take its source as `stemma stats` or the viewer shows it.',
    );
  }
  throw new KnownError(
    'ambiguous-name',
    `store: expected one document "${name}", found ${found.length} (${found.map(({ id }) => id).join(', ')})`,
    'Name it by its id.',
  );
}
