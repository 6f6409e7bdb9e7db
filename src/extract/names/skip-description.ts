// Words that describe a name and stand in front of it: "pro-Norlandish |Ada Quill|", "58-year-old |Quill|", "disputed |East Harbour|", "nearly 40 |Norlanders|".
import { isPeople } from '../lexicon/peoples.ts';
import { isGenericHead } from './find-runs.ts';
import type { SpanWord } from './span-words.ts';

/** Small words that may open a name: "de Quill", "al-Quill". */
const PARTICLE =
  /^(?:al|el|ul|ad|as|ash|de|del|della|di|da|dos|du|van|von|der|den|bin|ibn|la|le|lo|ter|ten|zu|af|av|ben|abu|y|e|d|o)$/;
/** One token with what follows: "pro-Norland". */
const PREFIXED = /^(?:pro|anti|ex|non|pre|post|mid)-\p{Lu}/u;
const POSSESSIVE = /^['\u2019]s?$/;
const PART = /^(?:much|most|part|parts|half|all|some)$/i;
const AMOUNT = /^\d[\d,.]*$/;
const COUNTED =
  /^(?:several|many|some|most|all|nearly|about|almost|around|at|least|more|than|up|to|over|other|both|few|hundreds|thousands|dozens|scores|of|the|an?|another|two|three|four|five|six|seven|eight|nine|ten|twelve)$/i;

/** How many words to leave out, all of "anti-Norland"; 0 where the span opens with its name. */
export function skipDescription(words: readonly SpanWord[]): number {
  const people = peopleAt(words);
  if (people > 0) return people;
  let at = 0;
  for (let step = stepOver(words, at); step > 0; step = stepOver(words, at)) at += step;
  const isName = words.slice(at).some(({ text }) => /^\p{Lu}/u.test(text));
  return isName || PREFIXED.test(words[at - 1]?.text ?? '') ? at : 0;
}

/** "Harbour Union administrator of Torva", "Police in Torva": names inside, and none as a whole. */
export function isDescription(words: readonly SpanWord[]): boolean {
  if (isGenericHead(words[0]?.text ?? '') && words[1]?.text === 'in') return true;
  return words.some(
    ({ text, upos }, at) =>
      at > 0 &&
      upos === 'NOUN' &&
      /^\p{Ll}+$/u.test(text) &&
      /^\p{Lu}/u.test(words[at - 1]?.text ?? '') &&
      words[at + 1]?.text === 'of',
  );
}

/** Place of the people behind an amount or description: "about 3,000 |Norlanders|"; 0 for none. */
function peopleAt(words: readonly SpanWord[]): number {
  const isBare = ({ text }: SpanWord): boolean =>
    AMOUNT.test(text) || COUNTED.test(text) || /^(?:\p{Ll}+|-)$/u.test(text);
  const first = words.findIndex((word) => !isBare(word));
  return first > 0 &&
    isPeople(
      words
        .slice(first)
        .map(({ text }) => text)
        .join(' '),
    )
    ? first
    : 0;
}

/** Words of one description at a place; 0 where none stands there. */
function stepOver(words: readonly SpanWord[], at: number): number {
  const word = words[at];
  if (word === undefined) return 0;
  const isHyphen = words[at + 1]?.text === '-';
  if (AMOUNT.test(word.text)) {
    let end = at + 1;
    while (words[end]?.text === '-' && /^\p{Ll}+$/u.test(words[end + 1]?.text ?? '')) end += 2;
    if (end > at + 1) return end - at;
    // "1,200 |Marines|", "12 |Norlandish Rangers|"; not "50 Cent" nor a year.
    return word.text.includes(',') || (word.text.length < 4 && isPeople(words[at + 1]?.text ?? '')) ? 1 : 0;
  }
  if (PREFIXED.test(word.text) || POSSESSIVE.test(word.text)) return 1;
  // "much of |Torva|"
  if (PART.test(word.text) && words[at + 1]?.text === 'of') return 2;
  const isDescription = /^\p{Ll}+$/u.test(word.text) && /^(?:ADJ|ADV|DET|NUM|PRON|VERB|NOUN|CCONJ)$/.test(word.upos);
  // "the |mayor| of Torva" is a title's to read.
  const isHead = isHyphen || words[at + 1]?.text === 'of';
  return isDescription && !isHead && !PARTICLE.test(word.text) ? 1 : 0;
}
