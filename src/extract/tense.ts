// The tense of the clause around a place: enough to choose between the last and the next Monday.
import type { Extraction, Sentence } from '../model/extraction.ts';
import type { Span } from '../model/span.ts';
import { sayingLemma } from './reporting.ts';
import { childrenBy, headOf, topOf } from './tree.ts';
import { lemmaAt, tagAt, tokenAfter, wordAt } from './words.ts';

const FUTURE =
  /^(?:will|wo|'ll|’ll|shall|would|plan|plans|planned|scheduled|due|expected|set|going|expect|expects|intend|intends|upcoming)$/i;
/** Verbs whose past looks like the present; news with a subject and no auxiliary tells of what was. */
const UNCHANGED =
  /^(?:beat|bet|burst|cast|cost|cut|hit|hurt|let|put|quit|read|rid|set|shed|shut|slit|split|spread|thrust|upset)$/;
const PAST_AUXILIARY = /^(?:was|were|been|had|did|went|'d|’d)$/i;

/** Past, future or unknown: of the verb that the place hangs on, else of the nearest verb. */
export function tenseNear(extraction: Extraction, sentence: Sentence, place: Span): 'past' | 'future' | 'unknown' {
  const above = verbAbove(extraction, topOf(extraction, place));
  const saying = sayingBehind(extraction, sentence, place);
  const verb = saying !== null && (above === null || above < saying) ? saying : above;
  const tense = verb === null ? 'unknown' : tenseOf(extraction, sentence, verb);
  return tense === 'unknown' ? tenseByNearness(extraction, sentence, place) : tense;
}

/** "“I would go,” she |said| in Torva on Monday": the last verb before a date, where it is one of saying; the parser may have hung the date on what is said. */
function sayingBehind(extraction: Extraction, sentence: Sentence, place: Span): number | null {
  for (let at = tokenAfter(extraction, place.start) - 1; at >= sentence.firstToken; at -= 1) {
    if (/^[,"“”]$/.test(wordAt(extraction, at))) return null;
    if (tagAt(extraction, at) === 'VERB') return sayingLemma(extraction, at) === null ? null : at;
  }
  return null;
}

/** The first verb above a token; null where a noun of an event or the root comes first. */
function verbAbove(extraction: Extraction, index: number): number | null {
  let at = headOf(extraction, index);
  for (let step = 0; step < 6 && at >= 0; step += 1) {
    if (tagAt(extraction, at) === 'VERB') return at;
    at = headOf(extraction, at);
  }
  return null;
}

function tenseOf(extraction: Extraction, sentence: Sentence, verb: number): 'past' | 'future' | 'unknown' {
  const words = [verb, ...childrenBy(extraction, verb, 'aux')].map((each) => ({
    each,
    word: wordAt(extraction, each),
  }));
  if (words.some(({ each, word }) => FUTURE.test(word) || isLed(extraction, sentence, each))) return 'future';
  // "plans to leave", "is due to meet": the infinitive lies ahead.
  if (words.some(({ word }) => PAST_AUXILIARY.test(word))) return 'past';
  const infinitive = childrenBy(extraction, verb, 'mark').some((each) => wordAt(extraction, each) === 'to');
  const isAlone = !infinitive && childrenBy(extraction, verb, 'aux').length === 0;
  const isTold = isAlone && childrenBy(extraction, verb, 'nsubj').some((each) => each < verb);
  if (isTold && UNCHANGED.test(wordAt(extraction, verb))) return 'past';
  if (infinitive && isPresent(extraction, headOf(extraction, verb))) return 'future';
  return !infinitive && isPast(wordAt(extraction, verb), lemmaAt(extraction, verb)) ? 'past' : 'unknown';
}

/** "are forecast", "plans": what it opens lies ahead. */
function isPresent(extraction: Extraction, verb: number): boolean {
  const auxiliaries = childrenBy(extraction, verb, 'aux', 'cop').map((each) => wordAt(extraction, each));
  if (auxiliaries.length > 0) return auxiliaries.every((word) => /^(?:is|are|am|'s|'re|'m)$/.test(word));
  return (
    verb >= 0 && tagAt(extraction, verb) === 'VERB' && !isPast(wordAt(extraction, verb), lemmaAt(extraction, verb))
  );
}

/** By the nearest verb of the sentence (of two equally near, the earlier). */
function tenseByNearness(extraction: Extraction, sentence: Sentence, place: Span): 'past' | 'future' | 'unknown' {
  const { text } = extraction.document;
  let best: { distance: number; tense: 'past' | 'future' | 'unknown' } | null = null;
  for (let index = sentence.firstToken; index <= sentence.lastToken; index += 1) {
    const token = extraction.tokens[index];
    if (!token) continue;
    const word = text.slice(token.start, token.end);
    // "will be held": the participle is as future as its auxiliary.
    const future = FUTURE.test(word) || (tagAt(extraction, index) === 'VERB' && isLed(extraction, sentence, index));
    if (!future && tagAt(extraction, index) !== 'VERB' && token.upos !== 'AUX') continue;
    const isTold = UNCHANGED.test(word) && !/^(?:PART|AUX)$/.test(tagAt(extraction, index - 1));
    const tense = future ? 'future' : isTold || isPast(word, token.lemma) ? 'past' : 'unknown';
    const distance = token.start >= place.end ? token.start - place.end : Math.max(0, place.start - token.end);
    if (tense !== 'unknown' && (best === null || distance < best.distance)) best = { distance, tense };
  }
  return best?.tense ?? 'unknown';
}

/** True for a past form or past participle: "met", "went", "announced"; not "meets", "meeting". */
export function isPast(word: string, lemma: string): boolean {
  const lower = word.toLowerCase();
  if (PAST_AUXILIARY.test(lower) || /ed$/.test(lower)) return true;
  return (
    lower !== lemma.toLowerCase() &&
    !/(?:s|ing|'ll|’ll|'re|’re|'ve|’ve|'m|’m)$/.test(lower) &&
    lemma !== 'be' &&
    lemma !== 'will'
  );
}

function isLed(extraction: Extraction, sentence: Sentence, index: number): boolean {
  for (let place = index - 1; place >= Math.max(sentence.firstToken, index - 3); place -= 1) {
    const token = extraction.tokens[place];
    if (!token || (token.upos !== 'AUX' && token.upos !== 'ADV' && token.upos !== 'PART')) return false;
    if (/^(?:will|wo|'ll|’ll|shall|would)$/i.test(extraction.document.text.slice(token.start, token.end))) return true;
  }
  return false;
}
