// What the rules find in a text as a stand-off annotation without negatives (form: data/annotations/relations/README.md).
import type { Extraction, Mention, Relation } from '../../src/model/extraction.ts';
import type { MentionId } from '../../src/model/id.ts';
import type { NewsAnnotation, NewsRelation, Offsets } from '../evaluate/news.ts';

/** Titles, appositions and fixed constructions: what no learned step has a part in but for tags, tree and names. */
const RULES = /^(titles|person-rules|body-rules|place-rules|meeting-rules|addresses)@/;

/** Null where the rules find nothing. Every mention becomes part of an entity, those of one chain of the same. */
export function toSilver(extraction: Extraction, id: string, corpus: string): NewsAnnotation | null {
  const found = extraction.relations.filter((relation) => isSure(relation));
  if (found.length === 0) return null;
  const toCodePoints = codePointsOf(extraction.document.text);
  const place = ({ start, end }: Mention): Offsets => [toCodePoints(start), toCodePoints(end)];
  const byId = new Map(extraction.mentions.map((mention) => [mention.id, mention]));
  const chainOf = new Map(
    extraction.chains.flatMap(({ id: chain, mentionIds }) => mentionIds.map((one) => [one, chain])),
  );
  const groups = new Map<string, Mention[]>();
  const taken = new Set<string>();
  for (const mention of extraction.mentions) {
    const key: string = chainOf.get(mention.id) ?? mention.id;
    if (taken.has(place(mention).join(':'))) continue;
    taken.add(place(mention).join(':'));
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  const keyOf = (mention: MentionId): string => chainOf.get(mention) ?? mention;
  const relations = found.flatMap(({ subject, object, type }): NewsRelation[] => {
    const [left, right] = [byId.get(subject), byId.get(object as MentionId)];
    if (left === undefined || right === undefined || type === null || keyOf(left.id) === keyOf(right.id)) return [];
    return [{ type, subject: place(left), object: place(right), sentence: 0 }];
  });
  const entities = [...groups.values()].map((mentions, index) => ({
    id: index,
    type: mentions[0]?.type ?? 'Other',
    mentions: mentions.map((mention) => [...place(mention), mention.kind] as const).sort((a, b) => a[0] - b[0]),
  }));
  return { document: id, corpus, split: 'train', exhaustive: false, entities, relations: distinct(relations) };
}

function isSure({ by, type, object, polarity, modality }: Relation): boolean {
  return RULES.test(by) && type !== null && object !== null && polarity === 'positive' && modality === 'actual';
}

function distinct(relations: readonly NewsRelation[]): readonly NewsRelation[] {
  return [...new Map(relations.map((relation) => [JSON.stringify(relation), relation])).values()];
}

/** UTF-16 offset → code points before it. */
function codePointsOf(text: string): (offset: number) => number {
  const counts: number[] = [];
  let count = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) counts.push(count);
    count++;
  }
  return (offset) => counts[offset] ?? count;
}
