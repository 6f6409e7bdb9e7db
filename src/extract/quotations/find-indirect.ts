// Indirect speech: "X said that …", "X said …", "according to X, …", "…, X said", without marks; nested speech included.

import type { Extraction, Quotation, Sentence } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { mentionsAround } from '../by-sentence.ts';
import type { NounPhrase } from '../noun-phrases.ts';
import { ADDRESSED, CLAUSE_ONLY, QUOTE_ONLY, SPEAKER_NOUNS, STATEMENT_NOUNS, sayingLemma } from '../reporting.ts';
import { lemmaAt, spanOf, tagAt, tokenAfter, wordAt } from '../words.ts';
import type { Marked } from './find-marks.ts';
import { findInvertedSubject, findSubject, mentionFor, speakerOf } from './find-speaker.ts';

const OPENERS = new Set(['whether', 'if', 'how', 'why', 'what', 'when', 'where', 'who']);
/** How far "that" may stand from its verb ("stated on Monday in a letter to members that"). */
const LONGEST_GAP = 16;

/** Indirect quotations of a sentence. `marked`: the quotations in marks, whose borders speech does not cross from inside. */
export function findIndirect(
  extraction: Extraction,
  sentence: Sentence,
  phrases: readonly NounPhrase[],
  marked: readonly Marked[],
): Quotation[] {
  const found: Quotation[] = [];
  for (let index = sentence.firstToken; index <= sentence.lastToken; index += 1) {
    const lemma = sayingLemma(extraction, index);
    const quotation =
      lemma !== null && !QUOTE_ONLY.has(lemma)
        ? (readClause(extraction, sentence, phrases, marked, index, lemma) ??
          readTrailing(extraction, sentence, phrases, marked, index))
        : wordAt(extraction, index) === 'according' && wordAt(extraction, index + 1) === 'to'
          ? readAccording(extraction, sentence, phrases, marked, index)
          : null;
    if (quotation) found.push(quotation);
  }
  return found;
}

function readClause(
  extraction: Extraction,
  sentence: Sentence,
  phrases: readonly NounPhrase[],
  marked: readonly Marked[],
  verb: number,
  lemma: string,
): Quotation | null {
  const first = clauseStart(extraction, sentence, phrases, verb, lemma);
  if (first === null) return null;
  const content = endClause(extraction, sentence, marked, first, verb);
  if (content === null) return null;
  // "the 12 groups were told that": the subject of a passive hears, it does not speak.
  const passive =
    tagAt(extraction, verb - 1) === 'AUX' &&
    /^(?:is|are|was|were|be|been|being)$/.test(wordAt(extraction, verb - 1)) &&
    !/ing$/.test(wordAt(extraction, verb));
  const subject = passive ? null : findSubject(extraction, phrases, verb, sentence.firstToken);
  if (!subject) return null;
  return {
    content,
    direct: false,
    cue: spanOf(extraction, verb, verb),
    speaker: speakerOf(extraction, phrases, subject),
  };
}

/** First token of the reported clause, or null where the verb takes none. */
function clauseStart(
  extraction: Extraction,
  sentence: Sentence,
  phrases: readonly NounPhrase[],
  verb: number,
  lemma: string,
): number | null {
  const limit = Math.min(sentence.lastToken, verb + LONGEST_GAP);
  for (let index = verb + 1; index <= limit; index += 1) {
    const word = wordAt(extraction, index);
    const tag = tagAt(extraction, index);
    if (word === 'that') {
      // Right after the verb "that" is enough: taggers miss verbs ("that the army plans to").
      const opens =
        index === verb + 1 && sentence.lastToken - index > 4 && phrases.some((phrase) => phrase.first === index + 1);
      if (opens || clauseFollows(extraction, phrases, index + 1, sentence.lastToken)) return index + 1;
    }
    if (
      OPENERS.has(word) &&
      !CLAUSE_ONLY.has(lemma) &&
      index <= verb + 3 &&
      (tag === 'SCONJ' || tag === 'ADV' || tag === 'PRON')
    )
      return index;
    if (tag === 'VERB' || tag === 'AUX' || /^["“”;:.]$/.test(word)) break;
  }
  let place = verb + 1;
  if (ADDRESSED.has(lemma)) place = (phrases.find((phrase) => phrase.first === place)?.last ?? place - 1) + 1;
  place = skipAdjuncts(extraction, phrases, place, limit);
  return clauseFollows(extraction, phrases, place, sentence.lastToken) ? place : null;
}

/** Passes over adverbs, dates, and "on/in …" phrases that follow the verb. */
function skipAdjuncts(extraction: Extraction, phrases: readonly NounPhrase[], from: number, limit: number): number {
  let place = from;
  while (place < limit) {
    const start = extraction.tokens[place]?.start ?? 0;
    const preposition = /^(?:on|in|at|during|to)$/.test(wordAt(extraction, place)) ? 1 : 0;
    const offset = extraction.tokens[place + preposition]?.start ?? start;
    const date = mentionsAround(extraction, place).find(
      (mention) => mention.type === 'Time' && mention.start === offset,
    );
    if (date) place = tokenAfter(extraction, date.end);
    else if (preposition === 1) {
      const phrase = phrases.find((each) => each.first === place + 1);
      if (!phrase) break;
      place = phrase.last + 1;
    } else if (tagAt(extraction, place) === 'ADV' && !OPENERS.has(wordAt(extraction, place))) place += 1;
    else break;
  }
  return place;
}

/** A subject and a finite verb begin at `place`. */
function clauseFollows(extraction: Extraction, phrases: readonly NounPhrase[], place: number, last: number): boolean {
  let at = place;
  if (/^(?:after|if|when|once|while|although|since|because|unless|until|there|despite)$/.test(wordAt(extraction, at)))
    return at > 0 && hasVerb(extraction, at, Math.min(last, at + 30)) && tagAt(extraction, place - 1) !== 'VERB';
  let phrase = phrases.find((each) => each.first === at);
  if (wordAt(extraction, at) === '"' || /^[“‘]$/.test(wordAt(extraction, at)))
    phrase = phrases.find((each) => each.first === at + 1);
  if (!phrase) return false;
  for (let step = 0; step < 24 && at <= last; step += 1) {
    at = phrase.last + 1;
    const word = wordAt(extraction, at);
    const tag = tagAt(extraction, at);
    if (tag === 'AUX' || (tag === 'VERB' && !/ing$/.test(word))) return true;
    if (word === 'who' || word === 'which' || word === ',' || word === '(' || word === 'that')
      return hasVerb(extraction, at + 1, Math.min(last, at + 20));
    const skip =
      tag === 'ADV' ||
      tag === 'ADP' ||
      tag === 'CCONJ' ||
      word === "n't" ||
      word === 'not' ||
      /^["“”‘’]$/.test(word) ||
      /ing$/.test(word)
        ? 1
        : 0;
    if (skip === 0) return false;
    const next = phrases.find((each) => each.first === at + 1);
    if (next) phrase = next;
    else phrase = { first: at, last: at, head: at };
  }
  return false;
}

function hasVerb(extraction: Extraction, from: number, to: number): boolean {
  for (let index = from; index <= to; index += 1) {
    if (tagAt(extraction, index) === 'AUX' || tagAt(extraction, index) === 'VERB') return true;
  }
  return false;
}

/** From the clause's first token to the end of the sentence, of the quotation around it, or of what the next speaker says. */
function endClause(
  extraction: Extraction,
  sentence: Sentence,
  marked: readonly Marked[],
  first: number,
  verb: number,
): Span | null {
  const { text } = extraction.document;
  const start = extraction.tokens[first]?.start ?? sentence.end;
  const around = marked.find((each) => inside(each, extraction.tokens[verb]?.start ?? 0));
  const limit = around ? Math.min(around.end, sentence.end) : sentence.end;
  let end = limit;
  for (let index = first + 1; index <= sentence.lastToken; index += 1) {
    const token = extraction.tokens[index];
    if (!token || token.start >= limit) break;
    if (marked.some((each) => each !== around && inside(each, token.start))) continue;
    const word = wordAt(extraction, index);
    const cites =
      (word === 'according' && wordAt(extraction, index + 1) === 'to') ||
      (word === '(' && /^(?:per|via|source)$/.test(wordAt(extraction, index + 1)));
    const another = /^(?:and|but|while)$/.test(word) && nextSpeech(extraction, index + 1);
    if (cites || another) {
      end = extraction.tokens[index - 1]?.end ?? end;
      break;
    }
  }
  while (end > start && /[\s.,;:!?—–-]/.test(text[end - 1] ?? '')) end -= 1;
  return end - start > 1 ? { start, end } : null;
}

function inside(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** "… and warned that", "but added": the same speaker begins a new clause. */
function nextSpeech(extraction: Extraction, from: number): boolean {
  const place = tagAt(extraction, from) === 'ADV' ? from + 1 : from;
  return sayingLemma(extraction, place) !== null && /(?:ed|said|told|ing)$/.test(wordAt(extraction, place));
}

/** "Troops left the town, the ministry said." and "…, said the ministry." */
function readTrailing(
  extraction: Extraction,
  sentence: Sentence,
  phrases: readonly NounPhrase[],
  marked: readonly Marked[],
  verb: number,
): Quotation | null {
  const inverted = wordAt(extraction, verb - 1) === ',';
  const subject = inverted
    ? findInvertedSubject(extraction, phrases, verb + 1, sentence.lastToken)
    : findSubject(extraction, phrases, verb, sentence.firstToken);
  if (!subject) return null;
  const comma = inverted ? verb - 1 : subject.first - 1;
  const rest = (inverted ? subject.last : verb) + 1;
  if (wordAt(extraction, comma) !== ',' || comma - sentence.firstToken < 3) return null;
  // Only a date, a place or an apposition may follow: another clause would make this one the main clause.
  if (hasVerb(extraction, rest, Math.min(sentence.lastToken, rest + 40))) return null;
  const start = extraction.tokens[sentence.firstToken]?.start ?? 0;
  const end = extraction.tokens[comma - 1]?.end ?? start;
  if (!hasVerb(extraction, sentence.firstToken, comma - 1)) return null;
  if (marked.some((each) => each.start < end && each.end > start)) return null;
  return {
    content: { start, end },
    direct: false,
    cue: spanOf(extraction, verb, verb),
    speaker: speakerOf(extraction, phrases, subject),
  };
}

function readAccording(
  extraction: Extraction,
  sentence: Sentence,
  phrases: readonly NounPhrase[],
  marked: readonly Marked[],
  index: number,
): Quotation | null {
  const source = phrases.find((phrase) => phrase.first === index + 2);
  if (!source || !canSpeak(extraction, source)) return null;
  const cue = spanOf(extraction, index, index + 1);
  const speaker = speakerOf(extraction, phrases, source);
  if (index === sentence.firstToken || /^["“(]$/.test(wordAt(extraction, index - 1))) {
    let comma = source.last + 1;
    while (comma < sentence.lastToken && wordAt(extraction, comma) !== ',') comma += 1;
    const content = comma < sentence.lastToken ? endClause(extraction, sentence, marked, comma + 1, index) : null;
    return content && { content, direct: false, cue, speaker };
  }
  let last = index - 1;
  if (wordAt(extraction, last) === ',') last -= 1;
  const place = extraction.tokens[index]?.start ?? 0;
  const around = marked.find((each) => inside(each, place));
  const start = Math.max(extraction.tokens[sentence.firstToken]?.start ?? 0, around?.start ?? 0);
  const end = extraction.tokens[last]?.end ?? start;
  // A quotation that ended before, but began in an earlier sentence, would be cut in two.
  if (marked.some((each) => each !== around && each.outer.start < start && each.outer.end > start)) return null;
  // Where marks end just before, the words in marks are the quotation and another step gives them their speaker.
  if (
    marked.some((each) => each.depth === 0 && each.end <= end && each.outer.end + 40 >= end && each.start <= start + 1)
  )
    return null;
  return end > start ? { content: { start, end }, direct: false, cue, speaker } : null;
}

/** A name, a person or a text: "according to its own plans" is nobody's speech. */
function canSpeak(extraction: Extraction, phrase: NounPhrase): boolean {
  const lemma = lemmaAt(extraction, phrase.head);
  const word = wordAt(extraction, phrase.head);
  return (
    [lemma, word].some((form) => SPEAKER_NOUNS.has(form) || STATEMENT_NOUNS.has(form)) ||
    mentionFor(extraction, phrase) !== null
  );
}
