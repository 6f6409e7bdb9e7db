// The tense of the verb nearest to a place, read off tags and word shapes: enough to choose between the last and the next Monday.
import type { Extraction, Sentence } from '../model/extraction.ts';
import type { Span } from '../model/span.ts';

const FUTURE =
  /^(?:will|wo|'ll|’ll|shall|would|plan|plans|planned|scheduled|due|expected|set|going|expect|expects|intend|intends|upcoming)$/i;
const PAST_AUXILIARY = /^(?:was|were|had|did|went|'d|’d)$/i;

/** Past, future or unknown, by the nearest verb of the sentence (of two equally near, the earlier). */
export function tenseNear(extraction: Extraction, sentence: Sentence, place: Span): 'past' | 'future' | 'unknown' {
  const { text } = extraction.document;
  let best: { distance: number; tense: 'past' | 'future' | 'unknown' } | null = null;
  for (let index = sentence.firstToken; index <= sentence.lastToken; index += 1) {
    const token = extraction.tokens[index];
    if (!token) continue;
    const word = text.slice(token.start, token.end);
    const future = FUTURE.test(word);
    if (!future && token.upos !== 'VERB' && token.upos !== 'AUX') continue;
    const tense = future ? 'future' : isPast(word, token.lemma) ? 'past' : 'unknown';
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
