// What a verb or noun of saying says: the stretch of the sentence that the tree hangs on it, without its marker.
import type { Extraction } from '../../model/extraction.ts';
import { isInsideTime } from '../facts/arguments.ts';
import type { NounPhrase } from '../noun-phrases.ts';
import { STATEMENT_NOUNS } from '../reporting.ts';
import { childrenBy, headOf, markersOf, predicateOf, relationAt, stretchOf } from '../tree.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';

/** Nouns for what somebody says, beside the texts that hold it; only with their owner do they name a speaker. */
const SPEECH_NOUNS =
  /^(?:claim|allegation|accusation|warning|announcement|suggestion|remark|assertion|denial|admission|pledge|promise|complaint|comment|prediction|demand|insistence|declaration|assurance|assessment|estimate|view|belief)$/;
/** Verbs whose gerund or infinitive is what they say: "denied having met", "accused X of lying". */
const ADMITTING = /^(?:deny|admit|acknowledge|recall|claim|accuse|promise|pledge|vow|swear)$/;
/** Words between a verb of saying and "that". */
export const LONGEST_BETWEEN = 10;

/** Places in Extraction.tokens, inclusive. */
export interface Content {
  readonly first: number;
  readonly last: number;
}

/** What the verb of saying at a place says; null where it says nothing that is told. */
export function contentOf(extraction: Extraction, verb: number, lemma: string): Content | null {
  const clause = childrenBy(extraction, verb, 'ccomp').findLast(
    (each) =>
      !isAfterthought(extraction, verb, each) && !isParted(extraction, verb, each) && !isInsideTime(extraction, each),
  );
  // "agreed on who would pay": what it is about, not what is said.
  if (clause !== undefined && /^(?:on|about|over)\b/.test(markersOf(extraction, clause))) return null;
  if (clause !== undefined && isClause(extraction, clause)) {
    // "The ship will be the basis for others, announced last year": what comes first needs its own speaker.
    // "In a letter dated Monday, Hale wrote |that they had left|"
    const behind =
      clause < verb && wordAt(extraction, verb + 1) === 'that'
        ? childrenBy(extraction, verb, 'ccomp', 'parataxis', 'advcl', 'obj').find((each) => each > verb)
        : undefined;
    if (behind !== undefined) return withoutMarker(extraction, behind);
    const led = clause > verb || childrenBy(extraction, verb, 'nsubj').length > 0;
    return led ? behindSubject(extraction, verb, clause) : null;
  }
  const heard = clauseOfHearer(extraction, verb, lemma);
  if (heard !== undefined) return withoutMarker(extraction, heard);
  const inText = clauseInText(extraction, verb);
  if (inText !== undefined) {
    const { first, last } = withoutMarker(extraction, inText);
    return { first: wordAt(extraction, first) === 'that' ? first + 1 : first, last };
  }
  const told = lemma === 'deny' ? toldByObject(extraction, verb) : null;
  if (told !== null) return told;
  const opens = ADMITTING.test(lemma)
    ? childrenBy(extraction, verb, 'xcomp', 'advcl').find(
        (each) =>
          (relationAt(extraction, each) === 'xcomp' ? /^(?:|of|to)$/ : /^(?:of|to)$/).test(
            markersOf(extraction, each),
          ) && tagAt(extraction, each) === 'VERB',
      )
    : undefined;
  if (opens !== undefined) return withoutMarker(extraction, opens);
  const relation = relationAt(extraction, verb);
  const head = headOf(extraction, verb);
  const headline = beforeClosing(extraction, verb);
  if (headline) return headline;
  if (head < 0 || childrenBy(extraction, verb, 'obj').some((each) => !isAfterthought(extraction, verb, each)))
    return null;
  // "Troops left, the ministry said", "As the ministry put it, troops left".
  const aside =
    (relation === 'parataxis' && childrenBy(extraction, verb, 'nsubj').length > 0) ||
    (relation === 'advcl' && markersOf(extraction, verb) === 'as' && childrenBy(extraction, verb, 'nsubj').length > 0);
  if (!aside) return null;
  // "With new ships, X said that there was …": what follows "that" is said, though the parser hung it the other way round.
  const whole = stretchOf(extraction, head);
  if (wordAt(extraction, verb + 1) === 'that' && whole.last > verb + 1) return whole;
  return without(extraction, whole, stretchOf(extraction, verb));
}

/** "told |the inquiry| that she had left": a parser may hang what is told on who hears it. */
function clauseOfHearer(extraction: Extraction, verb: number, lemma: string): number | undefined {
  if (!/^(?:tell|inform|assure|remind|warn|notify|advise)$/.test(lemma)) return undefined;
  return childrenBy(extraction, verb, 'obj', 'iobj')
    .flatMap((hearer) => childrenBy(extraction, hearer, 'acl'))
    .find((each) => markersOf(extraction, each) === 'that' && tagAt(extraction, each) === 'VERB');
}

/** "The firm said it had left": of two subjects the parser may give the one before the verb to what is said as well. */
function behindSubject(extraction: Extraction, verb: number, clause: number): Content {
  const content = withoutMarker(extraction, clause);
  const isDoubled = content.first < verb && childrenBy(extraction, clause, 'nsubj', 'expl').some((each) => each > verb);
  return isDoubled && verb < clause ? { first: verb + 1, last: content.last } : content;
}

/**
 * "denied |the government| had paid", "|Hale| has left, an aide told reporters": a finite clause has a subject, though the parser gave
 * it to the verb of saying.
 */
export function withSubject(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  verb: number,
  content: Content,
): Content {
  const isPhrase = relationAt(extraction, content.first) === 'case';
  const predicate = predicateOf(
    extraction,
    isPhrase ? headOf(extraction, headOf(extraction, content.first)) : content.first,
  );
  const opensFinite =
    /^(?:VERB|AUX)$/.test(tagAt(extraction, content.first)) && !/ing$/.test(wordAt(extraction, content.first));
  if (!opensFinite && !(isPhrase && childrenBy(extraction, predicate, 'cop', 'aux').length > 0)) return content;
  const subjects = childrenBy(extraction, predicate, 'nsubj', 'csubj', 'expl');
  if (subjects.some((each) => markersOf(extraction, each) === '' || !isPhrase)) return content;
  // "promising |an answer| from Hale is forthcoming": with all that hangs on it, or what hangs on the predicate by mistake.
  const [object] = childrenBy(extraction, verb, 'obj', 'iobj').map((each) => stretchOf(extraction, each));
  if (object?.first === verb + 1 && object.last === content.first - 1) return { ...content, first: object.first };
  if (isPhrase) return content;
  const subject = phrases.find(({ last }) => last === content.first - 1);
  const opening = extraction.sentences[extraction.tokens[verb]?.sentence ?? -1]?.firstToken;
  const isOwn = subject?.first === (verb < content.first ? verb + 1 : opening);
  return subject !== undefined && isOwn ? { ...content, first: subject.first } : content;
}

/** "Prices rose, figures showed on Friday, |the highest since 1998|": behind a comma stands more of what is said before the verb. */
function isAfterthought(extraction: Extraction, verb: number, part: number): boolean {
  const before = relationAt(extraction, verb) === 'parataxis' && headOf(extraction, verb) < verb;
  const said = before || childrenBy(extraction, verb, 'ccomp').some((each) => each < verb);
  if (!said || part < verb) return false;
  const { first } = stretchOf(extraction, part);
  return [first, first - 1].some((place) => wordAt(extraction, place) === ',');
}

/** "Port to close, mayor says; |ferry waits|": nobody says what stands behind a semicolon. */
function isParted(extraction: Extraction, verb: number, clause: number): boolean {
  for (let place = verb + 1; place < clause; place += 1) if (wordAt(extraction, place) === ';') return true;
  return false;
}

/** "Port to close, says mayor": of two subjects the second speaks, though a headline has no finite verb to hang it on. */
function beforeClosing(extraction: Extraction, verb: number): Content | null {
  const [subject, speaker] = childrenBy(extraction, verb, 'nsubj');
  if (subject === undefined || speaker === undefined || wordAt(extraction, verb - 1) !== ',') return null;
  return subject < verb && speaker > verb ? { first: stretchOf(extraction, subject).first, last: verb - 2 } : null;
}

/** "denied |reports that X left|": what the object tells. */
function toldByObject(extraction: Extraction, verb: number): Content | null {
  const [object] = childrenBy(extraction, verb, 'obj').filter((each) => each > verb);
  const clause = object === undefined ? undefined : contentOfNoun(extraction, object);
  return clause === undefined ? null : withoutMarker(extraction, clause);
}

/** "stated in a letter that X left": parsers hang what is said on the letter. */
function clauseInText(extraction: Extraction, verb: number): number | undefined {
  if (childrenBy(extraction, verb, 'obj').length > 0) return undefined;
  return childrenBy(extraction, verb, 'obl')
    .filter((text) => text > verb && /^(?:in|at|during|on|through|via)$/.test(markersOf(extraction, text)))
    .flatMap((text) => childrenBy(extraction, text, 'acl'))
    .find((clause) => {
      const { first } = stretchOf(extraction, clause);
      return (
        wordAt(extraction, first) === 'that' && childrenBy(extraction, clause, 'nsubj').some((each) => each > first)
      );
    });
}

/** A clause with a subject, no infinitive and no bare noun ("announced the first of its ships to use oil"). */
function isClause(extraction: Extraction, clause: number): boolean {
  if (isInfinitive(extraction, clause)) return false;
  const nominal = /^(?:NOUN|PROPN)$/.test(tagAt(extraction, clause));
  return !nominal || childrenBy(extraction, clause, 'nsubj', 'csubj', 'expl', 'cop').length > 0;
}

function isInfinitive(extraction: Extraction, clause: number): boolean {
  return childrenBy(extraction, clause, 'mark').some((each) => wordAt(extraction, each) === 'to');
}

/** The clause without "that" and without marks at its rim. */
export function withoutMarker(extraction: Extraction, clause: number): Content {
  const { first, last } = stretchOf(extraction, clause);
  const marker = childrenBy(extraction, clause, 'mark').find((each) => /^(?:that|of)$/.test(wordAt(extraction, each)));
  // "announced on Monday that": what the parser took from the verb is no part of what is said.
  const close = marker !== undefined && (marker - first <= 1 || isBehind(extraction, clause, marker));
  return { first: close ? marker + 1 : first, last };
}

/** The marker stands behind the verb of saying, with nothing but a circumstance between the two. */
function isBehind(extraction: Extraction, clause: number, marker: number): boolean {
  const verb = headOf(extraction, clause);
  if (verb < 0 || verb > marker || marker - verb > LONGEST_BETWEEN) return false;
  for (let place = verb + 1; place < marker; place += 1) if (tagAt(extraction, place) === 'VERB') return false;
  return true;
}

/** The stretch less a part at its rim; whole where the part stands inside it ("Troops, he said, left"). */
export function without(extraction: Extraction, whole: Content, part: Content): Content | null {
  let { first, last } = whole;
  const isRim = (place: number): boolean => tagAt(extraction, place) === 'PUNCT';
  while (last > first && isRim(last)) last -= 1;
  while (first < last && isRim(first)) first += 1;
  let [from, to] = [part.first, part.last];
  while (to > from && isRim(to)) to -= 1;
  while (from < to && isRim(from)) from += 1;
  if (from <= first) return to >= last ? null : { first: to + 1, last };
  return to >= last ? { first, last: from - 1 } : { first, last };
}

/** The clause with "that" of a noun for what is said or written. */
export function contentOfNoun(extraction: Extraction, noun: number): number | undefined {
  const lemma = lemmaAt(extraction, noun);
  if (tagAt(extraction, noun) !== 'NOUN' || !(SPEECH_NOUNS.test(lemma) || STATEMENT_NOUNS.has(lemma))) return undefined;
  return childrenBy(extraction, noun, 'acl', 'ccomp').find((each) => markersOf(extraction, each) === 'that');
}
