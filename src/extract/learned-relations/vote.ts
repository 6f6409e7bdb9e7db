// Rules and model vote: what both say is one relation, with both names and the higher score; of two directions one stays.
import type { Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';

/** Joins the names of the steps that say the same. */
export const VOTE_MARK = '+';

/** `known` with the learned names and scores where both say it, then the learned relations that are new. */
export function voteRelations(
  known: readonly Relation[],
  learned: readonly Relation[],
  keys: ReadonlyMap<string, string>,
  ontology: Ontology,
): Relation[] {
  const symmetric = new Set(ontology.relationTypes.filter((type) => type.symmetric).map(({ name }) => name));
  const keyOf = (relation: Relation): string => {
    const ends = [keys.get(relation.subject) ?? relation.subject, keys.get(relation.object ?? '') ?? relation.object];
    if (symmetric.has(relation.type ?? '')) ends.sort();
    return `${relation.type} ${ends.join(' ')}`;
  };
  const byKey = new Map(learned.map((relation) => [keyOf(relation), relation]));
  const seconded = new Set<string>();
  const voted = known.map((relation) => {
    const key = keyOf(relation);
    const second = relation.type === null ? undefined : byKey.get(key);
    if (second === undefined) return relation;
    seconded.add(key);
    return {
      ...relation,
      score: Math.max(relation.score, second.score),
      by: `${relation.by}${VOTE_MARK}${second.by}`,
    };
  });
  return [...voted, ...[...byKey].filter(([key]) => !seconded.has(key)).map(([, relation]) => relation)];
}
