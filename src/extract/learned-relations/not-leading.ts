// Who speaks for a body, founded it or opposes it is not thereby its leader: the head takes any person so close to a body for one.
import type { Relation } from '../../model/extraction.ts';

/** `person body` of those who a rule says founded the body, speak for it or oppose it, by keys of the two things. */
export function otherwiseTied(relations: readonly Relation[], keys: ReadonlyMap<string, string>): ReadonlySet<string> {
  const keyOf = (id: string | null): string => keys.get(id ?? '') ?? id ?? '';
  return new Set(
    relations.flatMap(({ type, subject, object }) => {
      if (type === 'SPOKESPERSON_OF' || type === 'OPPOSES') return [`${keyOf(subject)} ${keyOf(object)}`];
      return type === 'FOUNDED_BY' ? [`${keyOf(object)} ${keyOf(subject)}`] : [];
    }),
  );
}

/** True for the leading of one so tied; a rule that reads a word of leading says it all the same. */
export function isOtherwiseTied(
  { type, subject, object }: Relation,
  tied: ReadonlySet<string>,
  keys: ReadonlyMap<string, string>,
): boolean {
  return type === 'LEADS' && tied.has(`${keys.get(subject) ?? subject} ${keys.get(object ?? '') ?? object}`);
}
