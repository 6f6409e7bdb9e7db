// Noun phrases over tags, without a tree: base phrases (determiner … head) and their "of" complements.

import type { Extraction, Sentence } from '../model/extraction.ts';
import { mentionsOf } from './by-sentence.ts';
import { byMentions, onceALayer } from './once-a-layer.ts';
import { tagAt, tokenAfter, wordAt } from './words.ts';

/** Places in Extraction.tokens, all inclusive. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

const POSSESSIVE = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', 'whose']);
/** Possessives that also stand alone. */
const OBJECT_PRONOUN = new Set(['her', 'his']);
const CLITIC = new Set(["'s", "'"]);
const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose', 'what']);
const INSIDE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'SYM']);
const APPROXIMATE = new Set(['over', 'about', 'around', 'nearly', 'almost', 'approximately', 'roughly', 'some']);

/** Tokens; a longer "sentence" is a table or an attack, and the rules over phrases cost the square of its length. */
const LONGEST_PROSE = 800;

/** Base noun phrases of a sentence in order, never overlapping; none where it is too long to be prose. A phrase that cuts a name in two is stretched over it. */
export const nounPhrases: (extraction: Extraction, sentence: Sentence) => readonly NounPhrase[] = onceALayer(
  byMentions,
  readPhrases,
);

function readPhrases(extraction: Extraction, sentence: Sentence): NounPhrase[] {
  if (sentence.lastToken - sentence.firstToken >= LONGEST_PROSE) return [];
  const stretch = nameEnds(extraction, sentence);
  const phrases: NounPhrase[] = [];
  let place = sentence.firstToken;
  while (place <= sentence.lastToken) {
    const phrase = readPhrase(extraction, place, sentence.lastToken, stretch);
    if (phrase) phrases.push(phrase);
    place = (phrase?.last ?? place) + 1;
  }
  return phrases;
}

/** Marks in the map of names: a date begins here, which no phrase before it may swallow ("Lund next week"). */
const DATE = -1;

/** For each first token of a name, its last token; for each first token of a date, DATE. */
function nameEnds(extraction: Extraction, sentence: Sentence): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const mention of mentionsOf(extraction, sentence.index)) {
    if (mention.type === 'Time') ends.set(tokenAfter(extraction, mention.start), DATE);
    if (mention.start < sentence.start || mention.end > sentence.end || mention.kind !== 'name') continue;
    const first = tokenAfter(extraction, mention.start);
    const last = tokenAfter(extraction, mention.end - 1);
    ends.set(first, Math.max(last, ends.get(first) ?? -1));
  }
  return ends;
}

function readPhrase(
  extraction: Extraction,
  from: number,
  limit: number,
  stretch: ReadonlyMap<number, number>,
): NounPhrase | null {
  const opener = wordAt(extraction, from);
  const tag = tagAt(extraction, from);
  if (tag === 'PRON' && !POSSESSIVE.has(opener)) {
    return RELATIVE.has(opener) ? null : { first: from, last: from, head: from };
  }
  let head = -1;
  let place = from;
  while (place <= limit) {
    const named = stretch.get(place);
    if (named === DATE && head >= 0) break;
    if (named !== undefined && named !== DATE && named <= limit) {
      head = named;
      place = named + 1;
      continue;
    }
    if (!isInside(extraction, from, place, limit, head)) break;
    const upos = tagAt(extraction, place);
    if (head >= 0 && upos === 'DET') break;
    // "operations 25 miles north": a measure after the noun is a phrase of its own.
    if (upos === 'NUM' && head === place - 1 && tagAt(extraction, head) === 'NOUN') break;
    if (NOMINAL.has(upos)) head = place;
    place += 1;
  }
  if (head >= 0) return { first: from, last: head, head };
  if (OBJECT_PRONOUN.has(opener)) return { first: from, last: from, head: from };
  return tag === 'DET' &&
    ['this', 'that', 'these', 'those', 'all', 'some', 'both'].includes(opener) &&
    !NOMINAL.has(tagAt(extraction, from + 1))
    ? { first: from, last: from, head: from }
    : null;
}

/** May the token at `place` stand inside a phrase that began at `from`? */
function isInside(extraction: Extraction, from: number, place: number, limit: number, head: number): boolean {
  const upos = tagAt(extraction, place);
  const word = wordAt(extraction, place);
  const next = place < limit ? tagAt(extraction, place + 1) : '';
  if (INSIDE.has(upos) || POSSESSIVE.has(word)) return true;
  if (CLITIC.has(word))
    return head === place - 1 && (NOMINAL.has(next) || next === 'ADJ' || next === 'VERB' || next === 'ADV');
  if (word === '-' || word === '–')
    return place > from && (NOMINAL.has(next) || next === 'VERB' || next === 'ADJ') && isGlued(extraction, place);
  if (APPROXIMATE.has(word) && next === 'NUM') return true;
  if (upos === 'ADV') return next === 'ADJ' || (next === 'NUM' && place > from);
  // "the announced pullback", "a shaken union": a participle between determiner and noun.
  if (upos === 'VERB') {
    const before = tagAt(extraction, place - 1);
    // "a state-led union": tokens of one hyphenated word.
    if (/^[-–]$/.test(wordAt(extraction, place - 1)) && place > from && isGlued(extraction, place))
      return NOMINAL.has(next) || next === 'ADJ';
    return (
      place > from &&
      head < 0 &&
      (before === 'DET' || before === 'ADV' || before === 'ADJ') &&
      (next === 'NOUN' || next === 'ADJ')
    );
  }
  return upos === 'CCONJ' && tagAt(extraction, place - 1) === 'ADJ' && next === 'ADJ' && head < 0;
}

function isGlued(extraction: Extraction, place: number): boolean {
  return extraction.tokens[place - 1]?.end === extraction.tokens[place]?.start;
}

/** A phrase with its "of" complements ("the president of the republic"), at most three deep. `phrases` as given by nounPhrases. */
export function withComplements(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): NounPhrase {
  let last = phrase.last;
  for (let depth = 0; depth < 3; depth += 1) {
    if (wordAt(extraction, last + 1) !== 'of') break;
    const next = phrases.find((each) => each.first === last + 2);
    if (!next) break;
    last = next.last;
  }
  return { ...phrase, last };
}
