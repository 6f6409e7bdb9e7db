// Rules and model vote: what both say is one relation, with both names and the higher score; of two directions one stays.
import type { Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';

/** Joins the names of the steps that say the same. */
export const VOTE_MARK = '+';

/** Name of the country that a mention stands for, by its id; null for all others. */
export type CountryOf = (mention: string | null) => string | null;

/** `known` with the learned names and scores where both say it, then the learned relations that are new. */
export function voteRelations(
  known: readonly Relation[],
  learned: readonly Relation[],
  keys: ReadonlyMap<string, string>,
  ontology: Ontology,
  countryOf: CountryOf,
): Relation[] {
  const symmetric = new Set(ontology.relationTypes.filter((type) => type.symmetric).map(({ name }) => name));
  const keyOf = (relation: Relation): string => {
    const ends = [keys.get(relation.subject) ?? relation.subject, keys.get(relation.object ?? '') ?? relation.object];
    if (symmetric.has(relation.type ?? '')) ends.sort();
    return `${relation.type} ${ends.join(' ')}`;
  };
  const sensible = dropContradictions(known, learned, keys, ontology, countryOf);
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

/** Families of which a pair of things has one relation at a time: who leads a body is not stated as its member too. */
const EXCLUSIVE: Readonly<Record<string, string>> = { office: 'office', affiliation: 'office', meeting: 'meeting' };
/** The same for types: an officer is no news as a citizen, nor an agency as what lies in its state. */
const BESIDE_OFFICE = new Set(['CITIZEN_OF', 'BASED_IN', 'LOCATED_IN']);
/** A person serves one country, and is a citizen of it. */
const SERVES = new Set(['HEAD_OF_STATE_OF', 'HEAD_OF_GOVERNMENT_OF', 'OFFICIAL_OF', 'CITIZEN_OF']);
/** Of these a thing has one object at a time. A person is born in a town and in its country, and may lead two bodies. */
const SINGLE: Readonly<Record<string, string>> = {
  HEAD_OF_STATE_OF: 'rules',
  HEAD_OF_GOVERNMENT_OF: 'rules',
  SPOKESPERSON_OF: 'speaks for',
  AGENCY_OF: 'agency of',
  BORN_ON: 'born on',
  DIED_ON: 'died on',
  FOUNDED_ON: 'founded on',
};
/** Of these it has one country at a time. */
const IN_ONE_COUNTRY = new Set(['LOCATED_IN', 'BORN_IN', 'DIED_IN', 'BASED_IN']);

/**
 * The learned relations that fit what the rules say and one another: each fills slots (this pair's office, this agency's
 * state), and a slot holds one thing. The rules come before the model, the surer before the less sure.
 */
function dropContradictions(
  known: readonly Relation[],
  learned: readonly Relation[],
  keys: ReadonlyMap<string, string>,
  ontology: Ontology,
  countryOf: CountryOf,
): Relation[] {
  const families = new Map(ontology.relationTypes.map(({ name, family }) => [name, family]));
  const keyAt = (id: string | null): string => keys.get(id ?? '') ?? id ?? '';
  const slotsOf = ({ subject, object, type }: Relation): [slot: string, filling: string][] => {
    const [left, right, name] = [keyAt(subject), keyAt(object), type ?? ''];
    const slots: [string, string][] = [];
    const exclusive = BESIDE_OFFICE.has(name) ? 'office' : EXCLUSIVE[families.get(name) ?? ''];
    const filling = BESIDE_OFFICE.has(name) ? 'beside' : name; // a seat and a place do not exclude each other
    if (exclusive !== undefined) slots.push([`${exclusive} ${[left, right].sort().join(' ')}`, filling]);
    if (SINGLE[name] !== undefined) slots.push([`${SINGLE[name]} ${left}`, right]);
    if (name.startsWith('HEAD_OF_')) slots.push([`${name} of ${countryOf(object) ?? right}`, left]);
    const country = countryOf(object);
    if (country !== null && IN_ONE_COUNTRY.has(name)) slots.push([`${name} ${left}`, country]);
    if (country !== null && SERVES.has(name)) slots.push([`serves ${left}`, country]);
    return slots;
  };
  // "Norland accused Veldia of attacking Torva": whom a verb is done to, the tree has said.
  const said = new Map<string, Set<string>>();
  const verbOf = ({ subject, type, cue }: Relation): string | null =>
    cue !== null && families.get(type ?? '') === 'meeting' ? `${type} ${cue.start} ${keyAt(subject)}` : null;
  for (const relation of known) {
    const verb = verbOf(relation);
    if (verb !== null) said.set(verb, (said.get(verb) ?? new Set()).add(keyAt(relation.object)));
  }
  const isSaidOfAnother = (relation: Relation): boolean =>
    said.get(verbOf(relation) ?? '')?.has(keyAt(relation.object)) === false;
  const filled = new Map<string, Set<string>>();
  for (const relation of known) {
    for (const [slot, filling] of slotsOf(relation)) filled.set(slot, (filled.get(slot) ?? new Set()).add(filling));
  }
  return [...learned]
    .sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1))
    .filter((relation) => {
      if (isSaidOfAnother(relation)) return false;
      const slots = slotsOf(relation);
      if (slots.some(([slot, filling]) => filled.get(slot)?.has(filling) === false)) return false;
      for (const [slot, filling] of slots) if (!filled.has(slot)) filled.set(slot, new Set([filling]));
      return true;
    });
}
