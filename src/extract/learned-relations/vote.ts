// Rules and model vote: what both say is one relation, with both names and the higher score; of two directions one stays.
import type { Relation } from '../../model/extraction.ts';
import type { Ontology, RelationType } from '../../model/ontology.ts';

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
  const sensible = dropContradictions(known, learned, keys, ontology);
  const byKey = new Map(sensible.map((relation) => [keyOf(relation), relation]));
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

/** Families of which two things stand in one relation at a time: who leads a body is not stated as its member too. */
const EXCLUSIVE: Readonly<Record<string, string>> = {
  office: 'affiliation',
  affiliation: 'affiliation',
  meeting: 'meeting',
};

/**
 * The learned relations that fit what the rules say and one another: a pair has one relation of an exclusive family, a
 * functional type one object; the rules before the model, the surer before the less sure.
 */
function dropContradictions(
  known: readonly Relation[],
  learned: readonly Relation[],
  keys: ReadonlyMap<string, string>,
  ontology: Ontology,
): Relation[] {
  const types = new Map(ontology.relationTypes.map((type) => [type.name, type]));
  const keyAt = (id: string | null): string => keys.get(id ?? '') ?? id ?? '';
  const slotsOf = ({ subject, object, type }: Relation): [slot: string, filling: string][] => {
    const own = types.get(type ?? '');
    if (own === undefined) return [];
    const [left, right] = [keyAt(subject), keyAt(object)];
    const exclusive = EXCLUSIVE[own.family];
    return [
      ...(exclusive === undefined
        ? []
        : [[`${exclusive} ${[left, right].sort().join(' ')}`, own.name] satisfies [string, string]]),
      ...(isSingle(own) ? [[`${own.name} ${left}`, right] satisfies [string, string]] : []),
    ];
  };
  const filled = new Map<string, Set<string>>();
  for (const relation of known) {
    for (const [slot, filling] of slotsOf(relation)) filled.set(slot, (filled.get(slot) ?? new Set()).add(filling));
  }
  return [...learned]
    .sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1))
    .filter((relation) => {
      const slots = slotsOf(relation);
      if (slots.some(([slot, filling]) => filled.get(slot)?.has(filling) === false)) return false;
      for (const [slot, filling] of slots) if (!filled.has(slot)) filled.set(slot, new Set([filling]));
      return true;
    });
}

/** One object at a time; a person is born in a town and in its country, and may lead two bodies. */
function isSingle({ name, functional, family }: RelationType): boolean {
  return name === 'AGENCY_OF' || (functional === true && (family === 'office' || family === 'time'));
}
