// Direct speech: which marked stretches are quotations, by what verb, and of whom (Pareti 2015 calls these source, cue, content).

import type { Extraction, Quotation, Speaker } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { mentionsAround } from '../by-sentence.ts';
import type { NounPhrase } from '../noun-phrases.ts';
import { CLAUSE_ONLY, isHearing, LABEL, sayingLemma, TITLE_CUES } from '../reporting.ts';
import { childrenBy, markersOf, relationAt } from '../tree.ts';
import { lemmaAt, spanOf, tagAt, tokenAfter, wordAt } from '../words.ts';
import type { Marked } from './find-marks.ts';
import { findInvertedSubject, introducedBefore, phraseAt, subjectPhrase } from './find-speaker.ts';
import { speakerOf } from './speaker-mention.ts';

/** What stands around a marked stretch and gives it to a speaker. */
export interface Source {
  readonly cue: Span | null;
  readonly speaker: Speaker | null;
  /** `strong`: the verb touches the marks; `weak`: the marks stand inside what is reported. */
  readonly strength: 'strong' | 'weak';
}

/** Scare quotes are hardly ever longer (words). */
const LONGEST_SCARE = 3;
const LONGEST_LOOSE = 6;
/** One word in marks is a name for a thing; more are somebody's. */
const SHORTEST_LABEL = 2;
/** Two words in marks behind "spoke of" may be the writer's own irony. */
const SHORTEST_TOLD = 3;
/** Verbs that tell with "of" what was said. */
const TELLS = /^(?:speak|talk|write|warn|complain|boast)$/;
/** Words between a labelling verb and the marks. */
const LONGEST_LABELLED = 14;

/** Number of words in a span. */
function countWords(text: string, span: Span): number {
  return text.slice(span.start, span.end).split(/\s+/).filter(Boolean).length;
}

/** The verb and speaker that touch the marks, before or after them; null where none does. `others`: stretches of the paragraph. */
export function findSource(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  marked: Marked,
  others: readonly Marked[],
  around: Span,
): Source | null {
  return (
    sourceBefore(extraction, phrases, marked, others, around) ??
    sourceAfter(extraction, phrases, marked, others, around) ??
    labelSource(extraction, phrases, marked, around)
  );
}

/** "X said, “…”", "X, saying: “…”", "X: “…”", "According to X, “…”". */
function sourceBefore(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  marked: Marked,
  others: readonly Marked[],
  around: Span,
): Source | null {
  if (!marked.opened) return null;
  const { text } = extraction.document;
  const open = tokenAfter(extraction, marked.outer.start);
  const last = open - 1;
  const previous = extraction.tokens[last];
  if (!previous || previous.start < around.start) return null;
  const previousWord = wordAt(extraction, last);
  const floor = floorOf(extraction, last, around, others);
  const colon = previousWord === ':';
  if (
    !colon &&
    previousWord !== ',' &&
    previousWord !== 'that' &&
    sayingLemma(extraction, last) === null &&
    !endsAddressee(extraction, last)
  )
    return null;
  if (/[.!?]/.test(text.slice(previous.start, previous.end))) return null;
  for (let index = last; index >= floor; index -= 1) {
    const lemma = sayingLemma(extraction, index);
    if (lemma !== null && !(CLAUSE_ONLY.has(lemma) && !colon && previousWord !== ',')) {
      if (
        others.some(
          (each) =>
            each.outer.start <= (extraction.tokens[index]?.start ?? 0) &&
            (extraction.tokens[index]?.start ?? 0) < each.outer.end,
        )
      )
        continue;
      const subject =
        subjectPhrase(extraction, phrases, index, floor) ??
        (wordAt(extraction, index - 1) === ',' ? findInvertedSubject(extraction, phrases, index + 1, last) : null);
      const inverted =
        subject === null && index < last ? findInvertedSubject(extraction, phrases, index + 1, last) : null;
      const source = subject ?? inverted;
      return {
        cue: spanOf(extraction, index, index),
        speaker: source ? speakerOf(extraction, phrases, source) : null,
        strength: 'strong',
      };
    }
    if (wordAt(extraction, index) === 'according' && wordAt(extraction, index + 1) === 'to') {
      const source = phrases.find((phrase) => phrase.first === index + 2);
      return source
        ? {
            cue: spanOf(extraction, index, index + 1),
            speaker: speakerOf(extraction, phrases, source),
            strength: 'strong',
          }
        : null;
    }
    if (!colon && tagAt(extraction, index) === 'VERB' && !/ing$/.test(wordAt(extraction, index))) break;
  }
  return colon ? beforeColon(extraction, phrases, last, floor) : null;
}

/** "X called the plan “a gift to nobody”", "was praised by X as “the best of its kind”". */
function labelSource(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  marked: Marked,
  around: Span,
): Source | null {
  const last = tokenAfter(extraction, marked.outer.start) - 1;
  const words = countWords(extraction.document.text, marked);
  if (!marked.opened || words < SHORTEST_LABEL) return null;
  for (let index = last; index > last - LONGEST_LABELLED; index -= 1) {
    const token = extraction.tokens[index];
    if (!token || token.start < around.start || token.sentence !== extraction.tokens[last]?.sentence) return null;
    if (tagAt(extraction, index) !== 'VERB') continue;
    // "dismissed a threat |to leave| as “…”": the verb of what is judged.
    if (wordAt(extraction, last) === 'as' && relationAt(extraction, index) === 'acl') continue;
    // "spoke of “…”", "warned of a “…”"
    const tells =
      words >= SHORTEST_TOLD &&
      TELLS.test(lemmaAt(extraction, index)) &&
      /^(?:of|about)$/.test(wordAt(extraction, index + 1));
    if (!tells && (index === last || !LABEL.has(lemmaAt(extraction, index)))) return null;
    const passive =
      childrenBy(extraction, index, 'aux').some((each) => wordAt(extraction, each) !== 'have') &&
      childrenBy(extraction, index, 'obj').length === 0;
    const agent = childrenBy(extraction, index, 'obl').find((each) => markersOf(extraction, each) === 'by');
    const source = passive ? phraseAt(extraction, phrases, agent ?? -1) : subjectPhrase(extraction, phrases, index);
    return source
      ? { cue: spanOf(extraction, index, index), speaker: speakerOf(extraction, phrases, source), strength: 'strong' }
      : null;
  }
  return null;
}

/** "told reporters “…" , "said in a statement “…": a phrase between the verb and the marks, without a comma. */
function endsAddressee(extraction: Extraction, last: number): boolean {
  // "said that the “Lion” release": words in marks inside what is reported.
  if (/^(?:DET|ADJ|ADP)$/.test(tagAt(extraction, last))) return false;
  for (let index = last; index > last - 5 && wordAt(extraction, index) !== 'that'; index -= 1)
    if (sayingLemma(extraction, index) !== null) return true;
  return false;
}

function beforeColon(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  colon: number,
  floor: number,
): Source | null {
  const opener = phrases.find((phrase) => phrase.first >= floor && phrase.last < colon);
  if (!opener) return null;
  return { cue: spanOf(extraction, colon, colon), speaker: speakerOf(extraction, phrases, opener), strength: 'strong' };
}

/** First token of the sentence that holds `last`, or the one after the quotation before. */
function floorOf(extraction: Extraction, last: number, around: Span, others: readonly Marked[]): number {
  const sentence = extraction.sentences[extraction.tokens[last]?.sentence ?? 0];
  let floor = Math.max(sentence?.firstToken ?? 0, tokenAfter(extraction, around.start));
  const start = extraction.tokens[floor]?.start ?? 0;
  // A quotation that ends inside this sentence ends the search only where its own sentence ended ("“No.” She said, “…”").
  for (const each of others) {
    const end = each.outer.end;
    if (
      end > start &&
      end <= (extraction.tokens[last]?.start ?? 0) &&
      /[.!?]/.test(extraction.document.text[each.end - 1] ?? '')
    ) {
      floor = Math.max(floor, tokenAfter(extraction, end));
    }
  }
  return floor;
}

/** "“…,” X said", "“…,” said X", "“…,” Jane Roe, a spokesperson for the ministry.", "“…,” according to X". */
function sourceAfter(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  marked: Marked,
  others: readonly Marked[],
  around: Span,
): Source | null {
  if (!marked.closed) return null;
  const { text } = extraction.document;
  let first = tokenAfter(extraction, marked.outer.end);
  while (/^[,—–-]+$/.test(wordAt(extraction, first))) first += 1;
  const token = extraction.tokens[first];
  if (!token || token.start >= around.end) return null;
  const lastMark = text[marked.end - 1] ?? '';
  const rest = text.slice(marked.outer.end, token.start + 1);
  if (/\n/.test(rest)) return null;
  const limit = limitOf(extraction, first, around, others, marked);
  if (lastMark === '.' && /^\s+[\p{Lu}(“"]/u.test(rest))
    return wordAt(extraction, limit) === '.' ? verbless(extraction, phrases, first, limit, rest) : null;
  const short = /[?!…]/.test(lastMark);
  for (let index = first; index <= Math.min(limit, first + 24); index += 1) {
    const lemma = sayingLemma(extraction, index);
    // "“…” works, Hale is accused of it": unlike "was quoted as saying".
    if (lemma !== null && !CLAUSE_ONLY.has(lemma) && !(lemma === 'accuse' && isHearing(extraction, index))) {
      const source = speakerAround(extraction, phrases, index, first, limit);
      if (source)
        return {
          cue: spanOf(extraction, index, index),
          speaker: speakerOf(extraction, phrases, source),
          strength: 'strong',
        };
    }
    if (index === first && wordAt(extraction, index) === 'according') {
      const source = phrases.find((phrase) => phrase.first === index + 2);
      return source
        ? {
            cue: spanOf(extraction, index, index + 1),
            speaker: speakerOf(extraction, phrases, source),
            strength: 'strong',
          }
        : null;
    }
    if (/^[:;“"]$/.test(wordAt(extraction, index)) || (short && index > first + 8)) break;
  }
  return verbless(extraction, phrases, first, limit, rest);
}

function speakerAround(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  verb: number,
  first: number,
  limit: number,
): NounPhrase | null {
  if (verb === first || (verb === first + 1 && tagAt(extraction, first) === 'ADV')) {
    return /ing$/.test(wordAt(extraction, verb)) ? null : findInvertedSubject(extraction, phrases, verb + 1, limit);
  }
  const subject = subjectPhrase(extraction, phrases, verb, first);
  // The subject must open the words after the marks, or another clause stands between them and the verb.
  if (subject && subject.first <= first + 3) return subject;
  const introduced = introducedBefore(extraction, phrases, verb, first);
  if (introduced && introduced.first <= first + 3) return introduced.name;
  // "a witness who gave her name as Anna said": the clause between belongs to the subject.
  const opener = phrases.find((phrase) => phrase.first === first);
  const ends = /^(?:[.,;"“]|)$/.test(wordAt(extraction, verb + 1)) || verb === limit;
  return opener && ends && /^(?:who|which|that)$/.test(wordAt(extraction, opener.last + 1)) ? opener : null;
}

/** A name alone in apposition to the marks: "“…,” Jane Roe, a spokesperson." Another verb would make it a subject. */
function verbless(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  first: number,
  limit: number,
  rest: string,
): Source | null {
  if (!/^\s*[,—–-]?\s*\S$/.test(rest)) return null;
  const phrase = phrases.find((each) => each.first === first);
  if (!phrase) return null;
  for (let index = first; index <= limit; index += 1) {
    if (tagAt(extraction, index) === 'VERB' || tagAt(extraction, index) === 'AUX') return null;
  }
  const next = wordAt(extraction, phrase.last + 1);
  if (next !== '' && !/^[,.(]$/.test(next) && phrase.last < limit) return null;
  const speaker = speakerOf(extraction, phrases, phrase);
  const mention = mentionsAround(extraction, phrase.head).find((each) => each.id === speaker.mention);
  return mention?.type === 'Person' ? { cue: null, speaker, strength: 'strong' } : null;
}

function limitOf(
  extraction: Extraction,
  first: number,
  around: Span,
  others: readonly Marked[],
  marked: Marked,
): number {
  const sentence = extraction.sentences[extraction.tokens[first]?.sentence ?? 0];
  let limit = Math.min(sentence?.lastToken ?? first, tokenAfter(extraction, around.end - 1));
  for (const each of others) {
    if (each.outer.start >= marked.outer.end) limit = Math.min(limit, tokenAfter(extraction, each.outer.start) - 1);
  }
  return Math.max(limit, first);
}

/** Titles ("the novel “Salt”"), single words in inverted commas, and short stretches that nobody is said to have spoken. */
export function isQuotation(extraction: Extraction, marked: Marked, source: Source | null): boolean {
  const { text } = extraction.document;
  const words = countWords(text, marked);
  if (words === 0) return false;
  const open = tokenAfter(extraction, marked.outer.start);
  const before = wordAt(extraction, open - 1);
  const content = text.slice(marked.start, marked.end);
  if (TITLE_CUES.has(before) && isTitleCase(content)) return false;
  if (source?.strength === 'strong') return true;
  const cue = [open - 1, open - 2].some((place) => TITLE_CUES.has(wordAt(extraction, place)));
  if (cue && before !== ':' && words <= 12) return false;
  const whole = /[.!?…,]$/.test(content) && /^\P{Ll}/u.test(content);
  // "dismissed an “Outcry,” saying": the comma is the sentence's, not the quotation's.
  if (words <= LONGEST_SCARE)
    return whole && source !== null && !/^(?:DET|ADJ|ADP|NOUN)$/.test(tagAt(extraction, open - 1));
  if (words <= 10 && isTitleCase(content)) return false;
  return whole || source !== null || words > LONGEST_LOOSE;
}

function isTitleCase(content: string): boolean {
  const words = content.split(/\s+/).filter((word) => word.replace(/\P{L}/gu, '').length > 3);
  return words.length > 0 && words.every((word) => /^\P{L}*\p{Lu}/u.test(word)) && !/[.!?,]$/.test(content);
}

/** A quotation out of a stretch and its source. */
export function makeQuotation(marked: Marked, source: Source | null): Quotation {
  return {
    content: { start: marked.start, end: marked.end },
    direct: true,
    cue: source?.cue ?? null,
    speaker: source?.speaker ?? null,
  };
}
