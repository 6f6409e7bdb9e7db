// Claims about numbers: who or what is counted, and how many ("over 1,200 Norlandic troops near the border").

import type { Extraction, Mention } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import { mentionsAround } from '../by-sentence.ts';
import { type NounPhrase, nounPhrases } from '../noun-phrases.ts';
import { spanOf, tagAt, wordAt } from '../words.ts';
import { isPeople } from './from-nouns.ts';
import { BY, type Edge } from './make-relation.ts';

const SCORE = 0.75;
/** A nominal that only this rule needed. */
const COUNTED_SCORE = 0.7;

/** Counted people that no earlier step has made a mention of: "Norlandic troops" in "1,200 Norlandic troops". In reading order. */
export function countedMentions(extraction: Extraction): Mention[] {
  const taken = new Set(
    extraction.mentions.filter((mention) => mention.type !== 'Quantity').map((mention) => mention.head),
  );
  return quantities(extraction).flatMap(({ phrase, quantity }) => {
    if (taken.has(phrase.head) || !isPeople(extraction, phrase.head)) return [];
    const first = firstAfter(extraction, phrase, quantity);
    const { start, end } = spanOf(extraction, first, phrase.head);
    const id = makeId('mention', extraction.document.id, start, end, 'Group', BY);
    return [
      {
        id,
        start,
        end,
        head: phrase.head,
        type: 'Group',
        kind: 'nominal' as const,
        referent: null,
        literal: null,
        score: COUNTED_SCORE,
        by: BY,
      },
    ];
  });
}

interface Counted {
  readonly phrase: NounPhrase;
  readonly quantity: Mention;
}

/** Quantities with the noun phrase whose head they count. */
function quantities(extraction: Extraction): Counted[] {
  const byHead = new Map(
    extraction.mentions
      .filter((mention) => mention.type === 'Quantity' && mention.literal)
      .map((mention) => [mention.head, mention]),
  );
  if (byHead.size === 0) return [];
  return extraction.sentences.flatMap((sentence) =>
    nounPhrases(extraction, sentence).flatMap((phrase) => {
      for (let index = phrase.first; index < phrase.head; index += 1) {
        const quantity = byHead.get(index);
        if (quantity && quantity.literal?.unit === wordsOf(extraction, phrase.head)) return [{ phrase, quantity }];
      }
      return [];
    }),
  );
}

function wordsOf(extraction: Extraction, index: number): string {
  const { start, end } = spanOf(extraction, index, index);
  return extraction.document.text.slice(start, end);
}

function firstAfter(extraction: Extraction, phrase: NounPhrase, quantity: Mention): number {
  let first = phrase.first;
  while (
    first < phrase.head &&
    ((extraction.tokens[first]?.start ?? 0) < quantity.end ||
      /^(?:DET|PUNCT)$/.test(tagAt(extraction, first)) ||
      wordAt(extraction, first) === 'of')
  )
    first += 1;
  return first;
}

/** One edge a counted noun that has a mention: its number. */
export function numberEdges(
  extraction: Extraction,
  stanceAt: (token: number) => Pick<Edge, 'polarity' | 'modality'>,
): Edge[] {
  return quantities(extraction).flatMap(({ phrase, quantity }) => {
    const subject = mentionsAround(extraction, phrase.head).find(
      (mention) => mention.head === phrase.head && !['Time', 'Quantity', 'Role'].includes(mention.type),
    );
    const sentence = extraction.sentences[extraction.tokens[phrase.head]?.sentence ?? -1];
    if (!subject || !sentence) return [];
    return [
      {
        subject,
        object: quantity,
        literal: quantity.literal,
        predicate: 'number',
        triggers: [],
        passive: false,
        cue: { start: quantity.start, end: quantity.end },
        sentence,
        ...stanceAt(phrase.head),
        score: SCORE,
      },
    ];
  });
}
