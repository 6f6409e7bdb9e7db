// Verb groups over tags ("has threatened to invade"), to tell which date stands in which clause. Interim, until the tree says it.
import type { Extraction, Sentence } from '../../model/extraction.ts';
import type { NounPhrase } from '../noun-phrases.ts';
import { tagAt, wordAt } from '../words.ts';

/** Places in Extraction.tokens, inclusive. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
}

/** Participles that English uses as prepositions. */
const PREPOSITIONS = new Set([
  'according',
  'including',
  'regarding',
  'following',
  'concerning',
  'given',
  'compared',
  'based',
  'owing',
  'depending',
  'excluding',
  'considering',
]);
const NEGATION = new Set(['not', "n't", 'never']);
const BE = /^(?:be|is|are|was|were|been|being|am|'s|'re|'m|s)$/;

/** Verb groups of a sentence in order. Verbs inside noun phrases ("the announced talks") are none. */
export function verbGroups(extraction: Extraction, sentence: Sentence, phrases: readonly NounPhrase[]): VerbGroup[] {
  const covered = new Set<number>();
  for (const phrase of phrases) for (let index = phrase.first; index <= phrase.last; index += 1) covered.add(index);
  const groups: VerbGroup[] = [];
  let place = sentence.firstToken;
  while (place <= sentence.lastToken) {
    const group = covered.has(place) ? null : readGroup(extraction, place, sentence.lastToken, covered);
    if (group) groups.push(group);
    place = (group?.last ?? place) + 1;
  }
  return groups;
}

function isTo(extraction: Extraction, place: number): boolean {
  return (
    wordAt(extraction, place) === 'to' &&
    /^(?:VERB|AUX|ADV)$/.test(tagAt(extraction, place + 1)) &&
    verbSoon(extraction, place + 1)
  );
}

function verbSoon(extraction: Extraction, place: number): boolean {
  return [place, place + 1].some(
    (index) => /^(?:VERB|AUX)$/.test(tagAt(extraction, index)) && !/ing$/.test(wordAt(extraction, index)),
  );
}

function readGroup(
  extraction: Extraction,
  first: number,
  limit: number,
  covered: ReadonlySet<number>,
): VerbGroup | null {
  const opener = tagAt(extraction, first);
  if (opener !== 'VERB' && opener !== 'AUX' && !isTo(extraction, first)) return null;
  if (PREPOSITIONS.has(wordAt(extraction, first)) && !BE.test(wordAt(extraction, first - 1))) return null;
  const verbs: number[] = [];
  let place = first;
  let last = -1;
  while (place <= limit && !covered.has(place)) {
    const tag = tagAt(extraction, place);
    const word = wordAt(extraction, place);
    if (tag === 'VERB' || tag === 'AUX') {
      if (last >= 0 && !continues(extraction, verbs.at(-1) ?? -1, place)) break;
      verbs.push(place);
      last = place;
    } else if (NEGATION.has(word) && verbs.length > 0) last = place;
    else if (
      !(
        isTo(extraction, place) ||
        (tag === 'ADV' && verbAhead(extraction, place, limit)) ||
        (linksGoing(extraction, place) && verbs.length > 0)
      )
    )
      break;
    place += 1;
  }
  return verbs.length === 0 ? null : { first, last };
}

/** "is due to meet", "is ready to", "went on to say": one word between the verb and its infinitive. */
function linksGoing(extraction: Extraction, place: number): boolean {
  return (
    (tagAt(extraction, place) === 'ADJ' || /^(?:due|on)$/.test(wordAt(extraction, place))) &&
    isTo(extraction, place + 1)
  );
}

function verbAhead(extraction: Extraction, place: number, limit: number): boolean {
  let index = place;
  while (index <= limit && index < place + 3 && tagAt(extraction, index) === 'ADV') index += 1;
  return /^(?:VERB|AUX)$/.test(tagAt(extraction, index)) || isTo(extraction, index);
}

/** May this verb stand in one group with the one before? After a full verb only an infinitive may. */
function continues(extraction: Extraction, before: number, place: number): boolean {
  if (before < 0) return true;
  const to = wordAt(extraction, place - 1) === 'to' || wordAt(extraction, place - 2) === 'to';
  if (tagAt(extraction, before) === 'AUX' || to) return true;
  return /^(?:has|have|had|having)$/.test(wordAt(extraction, before)) && !/ing$/.test(wordAt(extraction, place));
}
