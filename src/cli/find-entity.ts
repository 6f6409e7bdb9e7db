// A name as typed → the one entity that is meant: its id, its name or an alias, in any case; then part of a name.
import { KnownError } from '../errors.ts';
import type { Entity } from '../model/graph.ts';
import type { StoredGraph } from '../model/graph-view.ts';
import type { EntityId } from '../model/id.ts';

/**
 * The entity that a person means by `name`; of several with that exact name the one with most mentions.
 * @throws KnownError not-found, or ambiguous-name with the names to choose from
 */
export function findEntity(view: StoredGraph, name: string): Entity {
  const known = view.entity(name as EntityId);
  const exact = view.entitiesCalled(name, 'exactly');
  const [best] = byWeight(known === undefined ? exact : [known, ...exact]);
  if (best !== undefined) return best;
  const partial = byWeight(view.entitiesCalled(name, 'in part'));
  const [only] = partial;
  if (only === undefined)
    throw new KnownError(
      'not-found',
      `stemma: no entity is called ${JSON.stringify(name)}`,
      'Look for it with `stemma search WORDS`.',
    );
  if (partial.length === 1) return only;
  const names = partial.slice(0, 8).map((entity) => entity.name);
  throw new KnownError(
    'ambiguous-name',
    `stemma: ${JSON.stringify(name)} may be any of ${partial.length} entities: ${names.join(', ')}${partial.length > 8 ? ', …' : ''}`,
    'Type more of the name.',
  );
}

function byWeight(entities: readonly Entity[]): Entity[] {
  return [...entities].sort(
    (left, right) => right.mentionIds.length - left.mentionIds.length || (left.id < right.id ? -1 : 1),
  );
}
