// Finds the document that a person means by a source, an id or a path.
import { KnownError } from '../errors.ts';
import type { GraphState, ListedDocument } from './graph-store.ts';

/**
 * The document with that id or source, or found at the absolute `path`.
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
      `store: expected a document "${name}" in the graph, found none with that source or id`,
      'Take the source as the viewer shows it under the title of a document.',
    );
  }
  throw new KnownError(
    'ambiguous-name',
    `store: expected one document "${name}", found ${found.length} (${found.map(({ id }) => id).join(', ')})`,
    'Name it by its id.',
  );
}
