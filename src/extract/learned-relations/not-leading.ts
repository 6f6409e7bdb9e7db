// Who speaks for a body, founded it or opposes it is not thereby its leader, and who has a stake in a firm no part of it: the head
// takes anybody so close to a body for one.
import type { Relation } from '../../model/extraction.ts';

const OF_STAKE = /\bstake in$/;
const CLOSE = /^(?:PART_OF|FOUNDED_BY|WORKS_FOR|LEADS|MEMBER_OF)$/;

/** `person body` of those who a rule says founded the body, speak for it or oppose it, by keys of the two things. */
export function otherwiseTied(relations: readonly Relation[], keys: ReadonlyMap<string, string>): ReadonlySet<string> {
  const keyOf = (id: string | null): string => keys.get(id ?? '') ?? id ?? '';
  return new Set(
    relations.flatMap(({ type, subject, object, predicate }) => {
      if (type === null && OF_STAKE.test(predicate)) return [`stake ${keyOf(subject)} ${keyOf(object)}`];
      if (type === 'SPOKESPERSON_OF' || type === 'OPPOSES') return [`${keyOf(subject)} ${keyOf(object)}`];
      return type === 'FOUNDED_BY' ? [`${keyOf(object)} ${keyOf(subject)}`] : [];
    }),
  );
}

/** True for the leading of one so tied, and for the part of one with a stake; a rule that reads a word of it says it all the same. */
export function isOtherwiseTied(
  { type, subject, object }: Relation,
  tied: ReadonlySet<string>,
  keys: ReadonlyMap<string, string>,
): boolean {
  const pair = [keys.get(subject) ?? subject, keys.get(object ?? '') ?? object];
  if (CLOSE.test(type ?? '') && [pair, [...pair].reverse()].some((ends) => tied.has(`stake ${ends.join(' ')}`)))
    return true;
  return type === 'LEADS' && tied.has(pair.join(' '));
}
