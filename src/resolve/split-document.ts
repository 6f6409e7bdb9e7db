// One document → its units: chains and single mentions, with values and unresolved pronouns left out.
import type { Extraction, Mention } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import { isValue, makeUnit, type Unit } from './unit.ts';

/** The units of a document in reading order. A mention is in one unit at most. */
export function splitDocument(extraction: Extraction): Unit[] {
  const byId = new Map(extraction.mentions.map((mention) => [mention.id, mention]));
  const related = relatedMentions(extraction);
  const taken = new Set<MentionId>();
  const groups: Mention[][] = [];
  for (const { mentionIds } of extraction.chains) {
    const members = mentionIds.flatMap((id) => {
      const mention = byId.get(id);
      return mention && !taken.has(id) && !isValue(mention) ? [mention] : [];
    });
    for (const { id } of members) taken.add(id);
    groups.push(members);
  }
  for (const mention of extraction.mentions) {
    if (!taken.has(mention.id) && (mention.kind !== 'pronoun' || mention.referent !== null)) {
      if (!isValue(mention) || related.asEntity.has(mention.id)) groups.push([mention]);
    }
  }
  return groups
    .filter((members) => members.some((mention) => standsForItself(mention) || related.any.has(mention.id)))
    .filter((members) => members.some(({ kind, referent }) => kind !== 'pronoun' || referent !== null))
    .map((members) => makeUnit(extraction, members))
    .sort((left, right) => (left.mentions[0]?.start ?? 0) - (right.mentions[0]?.start ?? 0));
}

/** A nominal ("the car") is an entity only where something is said about it; a name always is. */
function standsForItself({ kind, referent }: Mention): boolean {
  return kind === 'name' || referent !== null;
}

function relatedMentions({ relations, mentions }: Extraction): {
  readonly any: ReadonlySet<MentionId>;
  readonly asEntity: ReadonlySet<MentionId>;
} {
  const literals = new Set(mentions.filter(({ literal }) => literal !== null).map(({ id }) => id));
  const any = new Set<MentionId>();
  const asEntity = new Set<MentionId>();
  for (const { subject, object, literal } of relations) {
    any.add(subject);
    asEntity.add(subject);
    if (object === null) continue;
    any.add(object);
    if (literal === null && !literals.has(object)) asEntity.add(object);
  }
  return { any, asEntity };
}
