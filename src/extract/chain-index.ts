// Which chain a mention is in, and whether anything in it has a name: worked out once for each layer.
import type { Chain, Extraction, Mention } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';

const chainIndex = new WeakMap<readonly Chain[], ReadonlyMap<MentionId, number>>();
const namedIndex = new WeakMap<readonly Mention[], ReadonlySet<number>>();

/** Place of the chain of each mention. */
export function chainsByMention({ chains }: Extraction): ReadonlyMap<MentionId, number> {
  let index = chainIndex.get(chains);
  if (!index) {
    index = new Map(chains.flatMap((chain, place) => chain.mentionIds.map((id) => [id, place] as const)));
    chainIndex.set(chains, index);
  }
  return index;
}

/** True where both are one mention or in one chain. */
export function areOne(extraction: Extraction, left: MentionId, right: MentionId): boolean {
  const chain = chainsByMention(extraction).get(left);
  return left === right || (chain !== undefined && chain === chainsByMention(extraction).get(right));
}

/** True for a nominal or pronoun for which neither its chain nor its own words have a name. */
export function isAnonymous(extraction: Extraction, mention: Mention): boolean {
  if (isNamed(mention)) return false;
  const chains = chainsByMention(extraction);
  let named = namedIndex.get(extraction.mentions);
  if (!named) {
    named = new Set(extraction.mentions.filter(isNamed).map(({ id }) => chains.get(id) ?? -1));
    namedIndex.set(extraction.mentions, named);
  }
  const chain = chains.get(mention.id);
  return chain === undefined || !named.has(chain);
}

function isNamed({ kind, referent }: Mention): boolean {
  return kind === 'name' || referent !== null;
}
