// Verb groups over tags: auxiliaries, negation, chained infinitives ("has threatened to invade"). Interim, until the tree says it.
import type { Extraction, Sentence } from '../../model/extraction.ts';
import type { NounPhrase } from '../noun-phrases.ts';
import { isPast } from '../tense.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';

/** Places in Extraction.tokens, inclusive. `verb` is the main verb, `chain` the verbs that govern it inside the group. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  readonly verb: number;
  readonly chain: readonly number[];
  readonly passive: boolean;
  /** A form of "be" that links subject and complement. */
  readonly copula: boolean;
  readonly form: 'finite' | 'infinitive' | 'participle';
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
/** Verbs that link a subject to an adjective as "be" does. */
const LINKING = new Set([
  'remain',
  'become',
  'seem',
  'appear',
  'stay',
  'feel',
  'grow',
  'look',
  'get',
  'turn',
  'sound',
  'prove',
]);
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
  const verb = verbs.at(-1);
  if (verb === undefined) return null;
  const isBe = tagAt(extraction, verb) === 'AUX';
  const carrier = verbs.at(-2);
  const passive =
    !isBe && carrier !== undefined && BE.test(wordAt(extraction, carrier)) && !/ing$/.test(wordAt(extraction, verb));
  return {
    first,
    last,
    verb,
    chain: verbs.slice(0, -1),
    passive,
    copula: isBe && BE.test(wordAt(extraction, verb)),
    form: formOf(extraction, first, verbs),
  };
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

function formOf(extraction: Extraction, first: number, verbs: readonly number[]): VerbGroup['form'] {
  if (wordAt(extraction, first) === 'to') return 'infinitive';
  const head = verbs[0] ?? first;
  if (
    tagAt(extraction, head) !== 'AUX' &&
    /ing$/.test(wordAt(extraction, head)) &&
    lemmaAt(extraction, head) !== wordAt(extraction, head)
  )
    return 'participle';
  return 'finite';
}

/** A bare verb after "and" that continues an infinitive ("to close … and relocate …"). */
export function isBare(extraction: Extraction, group: VerbGroup): boolean {
  const word = wordAt(extraction, group.verb);
  return (
    group.chain.length === 0 &&
    word === lemmaAt(extraction, group.verb) &&
    !isPast(word, lemmaAt(extraction, group.verb))
  );
}

/** True where an adjective after the group says something of the subject ("are", "remain"). */
export function isLinking(extraction: Extraction, group: VerbGroup): boolean {
  return group.copula || LINKING.has(lemmaAt(extraction, group.verb));
}
