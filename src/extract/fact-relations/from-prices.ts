// What a thing was bought or sold for: "bought Norair for $3 billion", "in a deal worth $3 billion", "its $3 billion takeover of Norair".
import type { Extraction, Mention } from '../../model/extraction.ts';
import { stanceAt } from '../attributes/stance.ts';
import { isAnonymous } from '../chain-index.ts';
import { childrenBy, headOf, markersOf, topOf } from '../tree.ts';
import { lemmaAt } from '../words.ts';
import { entityAt } from './entity-at.ts';
import type { Edge } from './make-relation.ts';

const TRADING = /^(?:buy|acquire|purchase|sell|auction|sign)$/; // "signed Hale for $3 million"
const TRADES = /^(?:acquisition|purchase|takeover|buyout|sale)$/;
const DEALS = /^(?:deal|transaction|agreement|bid|offer|takeover|sale)$/;
/** No price hangs deeper below its verb. */
const DEEPEST = 4;
/** Uncalibrated. */
const SCORE = 0.75;
export const PRICE = 'price';

/** One edge for each price whose thing the text names. */
export function priceEdges(extraction: Extraction): Edge[] {
  return extraction.mentions.flatMap((quantity) => {
    const trade = /^[A-Z]{3}$/.test(quantity.literal?.unit ?? '') ? tradeOf(extraction, quantity) : null;
    const sentence = extraction.sentences[extraction.tokens[quantity.head]?.sentence ?? -1];
    const subject = trade === null ? null : thingOf(extraction, trade, quantity);
    if (trade === null || subject === null || !sentence || isAnonymous(extraction, subject)) return [];
    return [
      {
        ...{ subject, object: quantity, literal: quantity.literal, predicate: PRICE, triggers: [], passive: false },
        cue: { start: quantity.start, end: quantity.end },
        sentence: { start: sentence.start, end: sentence.end },
        ...stanceAt(extraction, trade),
        score: SCORE,
      },
    ];
  });
}

/** The verb or noun of the trade that a sum is the price of: by "for", by the deal that is worth it, or as its first word. */
function tradeOf(extraction: Extraction, quantity: Mention): number | null {
  let at = topOf(extraction, quantity);
  let isPrice = markersOf(extraction, at) === 'for';
  for (let step = 0; step < DEEPEST; step += 1) {
    const relation = extraction.tokens[at]?.deprel ?? '';
    at = headOf(extraction, at);
    if (at < 0) return null;
    if (TRADES.test(lemmaAt(extraction, at)))
      return isPrice || /^(?:compound|amod|nmod|nummod)$/.test(relation) ? at : null;
    if (TRADING.test(lemmaAt(extraction, at))) return isPrice ? at : null;
    isPrice ||= DEALS.test(lemmaAt(extraction, at));
  }
  return null;
}

/** What is bought or sold: the object, the subject of a passive, or "of Norair" behind the noun. */
function thingOf(extraction: Extraction, trade: number, { start, end }: Mention): Mention | null {
  const objects = childrenBy(extraction, trade, 'obj', 'iobj', 'nsubj:pass');
  const owned = childrenBy(extraction, trade, 'nmod').filter((child) => markersOf(extraction, child) === 'of');
  return (
    [...objects, ...owned]
      .flatMap((head) => entityAt(extraction, head) ?? [])
      .find((mention) => mention.end <= start || mention.start >= end) ?? null
  );
}
