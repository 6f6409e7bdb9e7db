// Speakers whom the text brings in with "a": coreference may give them to somebody named before, but who comes in is nobody yet.
import { type Extraction, type Mention, type Quotation, withLayers } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { chainsByMention } from '../chain-index.ts';
import { tokenAfter, wordAt } from '../words.ts';

/** "Hale left. “It is over,” said |a former aide|": the aide is taken out of a chain whose names all stand before. */
export function withoutNewcomers(extraction: Extraction, quotations: readonly Quotation[]): Extraction {
  const byId = new Map<MentionId, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  const places = chainsByMention(extraction);
  const isNew = (mention: Mention): boolean => {
    const chain = extraction.chains[places.get(mention.id) ?? -1];
    const names = (chain?.mentionIds ?? []).flatMap((id) => byId.get(id) ?? []).filter(({ kind }) => kind === 'name');
    return names.length > 0 && names.every(({ end }) => end <= mention.start);
  };
  const parted = new Set(
    quotations
      .flatMap(({ speaker }) => byId.get(speaker?.mention as MentionId) ?? [])
      .filter((mention) => isIndefinite(extraction, mention) && isNew(mention))
      .map(({ id }) => id),
  );
  if (parted.size === 0) return extraction;
  const chains = extraction.chains.map((chain) =>
    chain.mentionIds.some((id) => parted.has(id))
      ? { ...chain, mentionIds: chain.mentionIds.filter((id) => !parted.has(id)) }
      : chain,
  );
  return withLayers(extraction, { chains });
}

function isIndefinite(extraction: Extraction, { kind, start }: Mention): boolean {
  const first = tokenAfter(extraction, start);
  return kind === 'nominal' && [first, first - 1].some((place) => /^(?:an?|another)$/.test(wordAt(extraction, place)));
}
