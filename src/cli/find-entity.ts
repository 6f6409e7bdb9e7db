// A name as typed → the one entity that is meant: its id, its name or an alias, in any case; then part of a name.
import { KnownError } from '../errors.ts';
import type { Entity } from '../model/graph.ts';
import type { StoredGraph } from '../model/graph-view.ts';
import type { EntityId } from '../model/id.ts';
import { nameKey } from '../model/name-key.ts';
import type { Terminal } from './command.ts';

/** Names told where one of several was meant. */
const MOST_TOLD = 8;

/**
 * The entity that a person means by `name`; of several with that exact name the one with most mentions, and the others are
 * said in a line.
 * @throws KnownError not-found, ambiguous-name with the names to choose from, bad-input where no name is given
 */
export function findEntity(view: StoredGraph, name: string, { say }: Pick<Terminal, 'say'>): Entity {
  if (nameKey(name) === '')
    throw new KnownError('bad-input', 'stemma: expected a name, found none', 'Write a name, such as "Ada Quill".');
  const known = view.entity(name as EntityId);
  if (known !== undefined) return known;
  const [best, ...others] = byWeight(view.entitiesCalled(name, 'exactly'));
  if (best !== undefined) {
    const also = byWeight([...others, ...fullerNamesakes(view, best, name)]);
    if (also.length > 0) say(`This is ${best.name}; also: ${listNames(also, best)} — write more of the name.`);
    return best;
  }
  const partial = byWeight(view.entitiesCalled(name, 'in part'));
  const [only] = partial;
  if (only === undefined)
    throw new KnownError(
      'not-found',
      `stemma: no entity is called ${JSON.stringify(name)}`,
      'Look for it with `stemma search WORDS`.',
    );
  if (partial.length === 1) return only;
  throw new KnownError(
    'ambiguous-name',
    `stemma: ${JSON.stringify(name)} may be any of ${partial.length} entities: ${listNames(partial)}`,
    'Type more of the name.',
  );
}

/** Where only a part of its name was typed: others of its type whose names hold those words and who are not called so alone. */
function fullerNamesakes(view: StoredGraph, best: Entity, typed: string): readonly Entity[] {
  const words = nameKey(typed);
  if (nameKey(best.name) === words) return [];
  return view.entitiesCalled(typed, 'in part').filter((entity) => {
    const isCalledSo = [entity.name, ...entity.aliases.map(({ name }) => name)].some((name) => nameKey(name) === words);
    return entity.type === best.type && !isCalledSo && ` ${nameKey(entity.name)} `.includes(` ${words} `);
  });
}

/** Beside `best` of the same name only an id tells which is meant. */
function listNames(entities: readonly Entity[], best?: Entity): string {
  const isTwin = ({ name }: Entity): boolean => best !== undefined && nameKey(name) === nameKey(best.name);
  const names = entities.slice(0, MOST_TOLD).map((entity) => entity.name + (isTwin(entity) ? ` (${entity.id})` : ''));
  return `${names.join(', ')}${entities.length > MOST_TOLD ? ', …' : ''}`;
}

function byWeight(entities: readonly Entity[]): Entity[] {
  return [...entities].sort(
    (left, right) => right.mentionIds.length - left.mentionIds.length || (left.id < right.id ? -1 : 1),
  );
}
