// "was born in Torva, Norland" says so of Torva and of Norland: what is true of a place in an address is true of the larger one.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';

/** Types that hold of the larger place, too. */
const LIFTED = new Set(['BORN_IN', 'DIED_IN', 'RESIDES_IN']);
/** How much less sure the second place is: a comma may belong to a list. */
const SURENESS = 0.95;

/** For each relation to a place that an address ("Torva, Norland") puts in a larger one, the same relation to that one. */
export function largerPlaces(extraction: Extraction, relations: readonly Relation[]): Relation[] {
  const larger = new Map(
    relations.flatMap(({ type, by, subject, object }) =>
      type === 'LOCATED_IN' && by.startsWith('addresses@') && object !== null ? [[subject, object] as const] : [],
    ),
  );
  return relations.flatMap((relation) => {
    const object = relation.object === null ? undefined : larger.get(relation.object);
    if (!LIFTED.has(relation.type ?? '') || object === undefined) return [];
    const id = makeId(
      'relation',
      extraction.document.id,
      relation.subject,
      object,
      relation.type,
      relation.cue?.start ?? null,
      relation.by,
    );
    return [{ ...relation, id, object, score: relation.score * SURENESS }];
  });
}
