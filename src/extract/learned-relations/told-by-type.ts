// Open relations that say no more than a typed one of the same two: "was born just outside Torva" beside BORN_IN.
import type { Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { overlapsSpan } from '../../model/span.ts';

/** The word that leads from a verb to its object. */
const LINK = / (?:in|at|near|to|with|for|from|against|over|of)$/;

/**
 * The relations without each open one whose sentence shows a typed one of the same two, of the same stance, by the same verb.
 * `keys`: things by the ids of their mentions (`keysOf`).
 */
export function withoutTold(
  relations: readonly Relation[],
  keys: ReadonlyMap<string, string>,
  { relationTypes }: Ontology,
): Relation[] {
  const keyOf = (id: string | null): string => keys.get(id ?? '') ?? id ?? '';
  const pairOf = ({ subject, object }: Relation): string => [keyOf(subject), keyOf(object)].sort().join(' ');
  const verbs = new Map(
    relationTypes.map(({ name, triggers }) => [name, triggers.map((each) => each.replace(LINK, ''))]),
  );
  const typed = new Map<string, Relation[]>();
  for (const relation of relations) {
    if (relation.type === null || relation.object === null) continue;
    typed.set(pairOf(relation), [...(typed.get(pairOf(relation)) ?? []), relation]);
  }
  const isTold = (open: Relation): boolean =>
    open.type === null &&
    open.object !== null &&
    (typed.get(pairOf(open)) ?? []).some(
      ({ type, evidence, polarity, modality }) =>
        overlapsSpan(evidence, open.evidence) &&
        polarity === open.polarity &&
        modality === open.modality &&
        (verbs.get(type ?? '') ?? []).some((verb) => `${open.predicate} `.startsWith(`${verb} `)),
    );
  return relations.filter((relation) => !isTold(relation));
}
