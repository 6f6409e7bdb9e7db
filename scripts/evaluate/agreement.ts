// How far two readings of the same articles agree on the relations of named things.

import { SYMMETRIC } from './annotated.ts';
import { isNamed, type NewsAnnotation, type NewsEntity, type NewsRelation, ownersOf } from './news.ts';

interface Ends {
  readonly relation: NewsRelation;
  readonly ends: readonly [subject: NewsEntity, object: NewsEntity];
}

/**
 * Share of the relations of `one` that `other` has too, between the same things and of a type that both allow; of documents
 * that both hold. What is optional on either side counts neither way.
 */
export function agreementOf(one: readonly NewsAnnotation[], other: readonly NewsAnnotation[]) {
  const others = new Map(other.map((annotation) => [annotation.document, relationsOf(annotation)]));
  let [shared, all] = [0, 0];
  for (const annotation of one) {
    const rest = others.get(annotation.document);
    if (rest === undefined) continue;
    for (const stated of relationsOf(annotation)) {
      if (stated.relation.optional || !stated.ends.every(isNamed)) continue;
      const same = rest.filter((each) => saysSame(stated, each));
      const isShared = same.some(({ relation }) => !relation.optional);
      if (!isShared && same.length > 0) continue;
      all += 1;
      if (isShared) shared += 1;
    }
  }
  return { shared, all };
}

function relationsOf(annotation: NewsAnnotation): Ends[] {
  const owners = ownersOf(annotation);
  return annotation.relations.flatMap((relation) => {
    const [subject, object] = [owners.get(relation.subject.join(':')), owners.get(relation.object.join(':'))];
    return subject === undefined || object === undefined ? [] : [{ relation, ends: [subject, object] as const }];
  });
}

function saysSame(one: Ends, other: Ends): boolean {
  const types = new Set([one.relation.type, ...(one.relation.alternatives ?? [])]);
  if (![other.relation.type, ...(other.relation.alternatives ?? [])].some((type) => types.has(type))) return false;
  const [subject, object] = other.ends;
  const fits = (left: NewsEntity, right: NewsEntity): boolean => meet(one.ends[0], left) && meet(one.ends[1], right);
  return fits(subject, object) || (SYMMETRIC.has(one.relation.type) && fits(object, subject));
}

function meet(left: NewsEntity, right: NewsEntity): boolean {
  return left.mentions.some(([start, end]) => right.mentions.some(([from, to]) => start < to && from < end));
}
