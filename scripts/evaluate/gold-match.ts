// Which entity of data/gold a mention of ours stands for.
import type { Extraction, Mention } from '../../src/model/extraction.ts';
import type { MentionId } from '../../src/model/id.ts';
import { containsSpan } from '../../src/model/span.ts';
import type { GoldDocument, GoldEntityKey } from './gold.ts';

/** Looks mentions of one document up; null for what the gold does not know. */
export type EntityLookup = (mention: MentionId | null) => GoldEntityKey | null;

/**
 * A name or nominal stands for the gold mention at its place. A pronoun stands for what its chain names, since that is
 * where the graph will put it; without a named chain it stands for nothing.
 */
export function makeEntityLookup(extraction: Extraction, gold: GoldDocument): EntityLookup {
  const byId = new Map(extraction.mentions.map((mention) => [mention.id, mention]));
  const chainOf = new Map(extraction.chains.flatMap(({ mentionIds }) => mentionIds.map((id) => [id, mentionIds])));
  const direct = (mention: Mention): GoldEntityKey | null => entityAt(extraction, mention, gold);
  return (id) => {
    const mention = id === null ? undefined : byId.get(id);
    if (mention === undefined) return null;
    const own = mention.kind === 'pronoun' ? null : direct(mention);
    if (own !== null) return own;
    const mates = (chainOf.get(mention.id) ?? []).map((mate) => byId.get(mate)).filter((mate) => mate !== undefined);
    const names = [...mates.filter(({ kind }) => kind === 'name'), ...mates.filter(({ kind }) => kind === 'nominal')];
    return names.map(direct).find((entity) => entity !== null) ?? null;
  };
}

/** The gold mention with the same span; else the smallest one that covers our head word and lies inside ours or ends with it. */
function entityAt(extraction: Extraction, mention: Mention, gold: GoldDocument): GoldEntityKey | null {
  const exact = gold.mentions.find(({ start, end }) => start === mention.start && end === mention.end);
  if (exact) return exact.entity;
  const head = extraction.tokens[mention.head];
  if (head === undefined) return null;
  const near = gold.mentions
    .filter((other) => containsSpan(other, head) && (containsSpan(mention, other) || other.end === mention.end))
    .sort((left, right) => left.end - left.start - (right.end - right.start));
  return near[0]?.entity ?? null;
}
