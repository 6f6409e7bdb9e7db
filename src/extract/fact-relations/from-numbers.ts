// Claims about numbers: who or what is counted, and how many ("over 1,200 Norlandic troops near the border").

import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { isAnonymous } from '../chain-index.ts';
import { makeMention } from '../names/make-mention.ts';
import { type NounPhrase, nounPhrases } from '../noun-phrases.ts';
import { SAY } from '../reporting.ts';
import { childrenBy, fullRelationAt, headOf, markersOf, relationAt } from '../tree.ts';
import { lemmaAt, spanOf, tagAt, tokenAfter, wordAt } from '../words.ts';
import { isBodyNoun } from './body-nouns.ts';
import { entityAt } from './entity-at.ts';
import { isPeople } from './from-nouns.ts';
import { DEFINITE, fateOf, SMALL, tollsOf } from './from-tolls.ts';
import { BY, type Edge } from './make-relation.ts';

const SCORE = 0.75;
/** A nominal that only this rule needed. */
const COUNTED_SCORE = 0.7;

/** Counted people that no earlier step has made a mention of: "Norlandic troops" in "1,200 Norlandic troops". In reading order. */
export function countedMentions(extraction: Extraction): Mention[] {
  const taken = new Set(
    extraction.mentions.filter((mention) => mention.type !== 'Quantity').map((mention) => mention.head),
  );
  const tolls = tollsOf(extraction, '');
  return quantities(extraction).flatMap(({ phrase, quantity }) => {
    if (taken.has(phrase.head) || !isPeople(extraction, phrase.head) || tolls.has(phrase.head)) return [];
    const first = firstAfter(extraction, phrase, quantity);
    // Troops act as a body, whose they are is said of them too (from-bodies.ts): one mention for both.
    const type = isBodyNoun(extraction, phrase.head) ? 'Organization' : 'Group';
    const seed = { first, last: phrase.head, type, kind: 'nominal' as const, referent: null };
    return [makeMention(extraction, { ...seed, score: COUNTED_SCORE, by: BY })];
  });
}

/** People who are counted for what they belong to. */
const MEMBERS = /^(?:members?|employees|workers|staff|seats|branches|countries|children|sons|daughters)$/;

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
      // "11 of the union's 19 members": the nearest number is that of them all.
      for (let index = phrase.head - 1; index >= phrase.first; index -= 1) {
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

/** "the two presidents", "two officials said": who is meant, not how many there are. */
function isOnlyNamed(extraction: Extraction, { phrase, quantity }: Counted): boolean {
  const first = tokenAfter(extraction, quantity.start);
  if (!SMALL.test(wordAt(extraction, first))) return false;
  if (DEFINITE.test(wordAt(extraction, first - 1))) return true;
  // "two companies, Norair and Harrow Motors"
  if (childrenBy(extraction, phrase.head, 'appos').length > 0) return true;
  const speaks =
    relationAt(extraction, phrase.head) === 'nsubj' && SAY.has(lemmaAt(extraction, headOf(extraction, phrase.head)));
  return speaks || /^according\b/.test(markersOf(extraction, phrase.head));
}

/** "its 57 members", "the 57 members of the union": whose they are, where the noun alone names nobody. */
function ownerOf(extraction: Extraction, head: number): Mention | null {
  const owner = childrenBy(extraction, head, 'nmod').find(
    (child) => fullRelationAt(extraction, child) === 'nmod:poss' || markersOf(extraction, child) === 'of',
  );
  const mention = owner === undefined ? null : entityAt(extraction, owner);
  return mention && !isAnonymous(extraction, mention) ? mention : null;
}

/** One edge a counted noun that has a mention: its number. */
export function numberEdges(
  extraction: Extraction,
  stanceAt: (token: number) => Pick<Edge, 'polarity' | 'modality'>,
): Edge[] {
  const tolls = tollsOf(extraction, '');
  return quantities(extraction).flatMap((counted) => {
    const { phrase, quantity } = counted;
    if (isOnlyNamed(extraction, counted) || tolls.has(phrase.head)) return [];
    const owner = MEMBERS.test(wordAt(extraction, phrase.head)) ? ownerOf(extraction, phrase.head) : null;
    const subject =
      owner ??
      mentionsAround(extraction, phrase.head).find(
        (mention) => mention.head === phrase.head && !['Time', 'Quantity', 'Role'].includes(mention.type),
      );
    const sentence = extraction.sentences[extraction.tokens[phrase.head]?.sentence ?? -1];
    // "1,300 Norwegians", "two Norland Marines": some of them, and the name stands for all.
    if (!subject || !sentence || (owner === null && subject.kind === 'name')) return [];
    return [
      {
        subject,
        object: quantity,
        literal: quantity.literal,
        predicate: owner ? 'have' : (fateOf(extraction, quantity)?.fate ?? 'number'),
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
