// Who is the subject of a verb of saying: its noun phrase, by the tree and by the tags.

import type { Extraction } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { nearestPerson } from '../facts/subjects.ts';
import type { NounPhrase } from '../noun-phrases.ts';
import { SPEAKER_BODIES, SPEAKER_NOUNS, STATEMENT_NOUNS } from '../reporting.ts';
import { childrenBy, headOf, markersOf, relationAt, subjectOf } from '../tree.ts';
import { isMarkedOwner, lemmaAt, spanOf, tagAt, tokenAfter, wordAt } from '../words.ts';
import { mentionFor, nameHolding, personIn } from './speaker-mention.ts';

const SKIPPED_BEFORE_VERB = new Set(['AUX', 'ADV', 'PART']);
const COMPLEMENT = new Set(['of', 'for', 'in', 'at', 'from', 'with', 'to', 'on', 'by', 'about']);
/** Words that give the verb after them the subject of the verb before them. */
const LINKS = new Set(['and', 'but', 'or', 'while', 'after', 'before', 'by', 'then', 'when', 'without']);
/** Clauses between a participle of saying and the one that names the speaker. */
const FARTHEST_CLIMB = 5;
/** Roles and their owners before the name that holds them. */
const MOST_ROLES = 4;
/** Left walks are bounded: no subject stands further from its verb. */
const LONGEST_WALK = 60;

/**
 * The phrase of the subject by the tree, the name in apposition first ("the minister, Jane Roe, said"); by the tags alone
 * where the tree has none.
 */
export function subjectPhrase(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  verb: number,
  floor = extraction.sentences[extraction.tokens[verb]?.sentence ?? 0]?.firstToken ?? 0,
): NounPhrase | null {
  // "the office of Boris Hale, |who| vowed to stay".
  const who = childrenBy(extraction, verb, 'nsubj').at(0);
  const person = who === undefined ? null : nearestPerson(extraction, who);
  if (person !== null) return phraseAt(extraction, phrases, person);
  const sender = who === undefined ? null : senderOf(extraction, verb, who);
  if (sender !== null) return subjectPhrase(extraction, phrases, sender);
  let at = verb;
  let topmost: NounPhrase | null = null;
  for (let step = 0; step < FARTHEST_CLIMB && at >= 0; step += 1) {
    const subject = subjectOf(extraction, at);
    const phrase = subject && phraseAt(extraction, phrases, subject.head);
    const closing = step === 0 && subject ? closingSubject(extraction, phrases, verb, subject.head) : null;
    if (closing) return closing;
    if (phrase && canUtter(extraction, phrase))
      return (phrase.first > at && namedAfter(extraction, phrases, phrase)) || phrase;
    topmost = phrase ?? topmost;
    // "In response to critics saying that": the parser may have taken another noun.
    const beside = step === 0 && subject ? phrases.find((each) => each.last === verb - 1) : undefined;
    if (beside && canUtter(extraction, beside)) return beside;
    if (step === 0 && subject === null) return findSubject(extraction, phrases, verb, floor);
    // "…, saying": hung on a noun or clause that cannot speak; who can stands further up.
    if (!/^(?:acl|advcl|conj|ccomp|xcomp|csubj|parataxis|nsubj|obj|nmod|obl)$/.test(relationAt(extraction, at))) break;
    at = headOf(extraction, at);
  }
  // A thing may be said to say ("the rule says"); of "…, saying" the subject of the whole is nearer the truth.
  if (/ing$/.test(wordAt(extraction, verb))) return topmost;
  const subject = subjectOf(extraction, verb);
  const own = subject && phraseAt(extraction, phrases, subject.head);
  // "Shares fell after the airline cut its forecast and |said|": of two verbs before it the parser may have joined it to the wrong one.
  const near = relationAt(extraction, verb) === 'conj' ? findSubject(extraction, phrases, verb, floor) : null;
  return own && near && !canUtter(extraction, own) && canUtter(extraction, near) ? near : own;
}

/** "|sent| a letter to Hale saying": the parser takes him who gets it for the subject; null elsewhere. */
function senderOf(extraction: Extraction, verb: number, subject: number): number | null {
  const isGetting = /ing$/.test(wordAt(extraction, verb)) && markersOf(extraction, subject) === 'to';
  const text = headOf(extraction, verb);
  const sender = headOf(extraction, text);
  return isGetting && relationAt(extraction, text) === 'obj' && tagAt(extraction, sender) === 'VERB' ? sender : null;
}

/** "Hale has arrived in Torva, |a spokeswoman| told reporters": of what is told before the comma, the parser may have taken the subject. */
function closingSubject(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  verb: number,
  subject: number,
): NounPhrase | null {
  if (!childrenBy(extraction, verb, 'ccomp').some((content) => subject < content && content < verb)) return null;
  const beside = phrases.find((each) => each.last === verb - 1 && each.first > subject);
  return beside && wordAt(extraction, beside.first - 1) === ',' && canUtter(extraction, beside) ? beside : null;
}

/** People, bodies, texts and pronouns speak; "the existence" does not. */
function canUtter(extraction: Extraction, phrase: NounPhrase): boolean {
  if (tagAt(extraction, phrase.head) === 'PRON' || mentionFor(extraction, phrase) !== null) return true;
  const forms = [lemmaAt(extraction, phrase.head), wordAt(extraction, phrase.head)];
  return forms.some((form) => [SPEAKER_NOUNS, SPEAKER_BODIES, STATEMENT_NOUNS].some((nouns) => nouns.has(form)));
}

/** The noun phrase of a head word, or of the name beside it in apposition ("the airline, Norair"). */
export function phraseAt(extraction: Extraction, phrases: readonly NounPhrase[], head: number): NounPhrase | null {
  if (head < 0) return null;
  const around = phrases.find((each) => each.first <= head && head <= each.last) ?? { first: head, last: head, head };
  const own = upToPerson(extraction, around, head);
  if (mentionFor(extraction, own)?.kind === 'name') return own;
  // "Hale's agent and cousin, |Ada Quill|": two nouns for one.
  const second = childrenBy(extraction, head, 'conj').filter(
    (each) => childrenBy(extraction, each, 'det').length === 0,
  );
  for (const beside of [head, ...second].flatMap((each) => childrenBy(extraction, each, 'appos', 'flat'))) {
    const named = phrases.find((each) => each.first <= beside && beside <= each.last);
    if (named && mentionFor(extraction, named)?.kind === 'name') return named;
  }
  return own;
}

/** "|Minister Ada Quill| of Norland": the person whom the tree calls the head, where the tags let the phrase run on to another name. */
function upToPerson(extraction: Extraction, phrase: NounPhrase, head: number): NounPhrase {
  const person = nameHolding(extraction, head);
  const other = nameHolding(extraction, phrase.head);
  if (person?.type !== 'Person' || other === undefined || other.type === 'Person') return phrase;
  const last = tokenAfter(extraction, person.end - 1);
  return last < phrase.head && !isMarkedOwner(extraction, person) ? { ...phrase, last, head: person.head } : phrase;
}

/** "|Ada Quill|’s words": the name of an owner, which its phrase does not stand for; else as phraseAt. */
export function ownerAt(extraction: Extraction, phrases: readonly NounPhrase[], owner: number): NounPhrase | null {
  const name = nameHolding(extraction, owner);
  return name !== undefined && isMarkedOwner(extraction, name)
    ? { first: tokenAfter(extraction, name.start), last: tokenAfter(extraction, name.end - 1), head: name.head }
    : phraseAt(extraction, phrases, owner);
}

/** The subject phrase of the verb at `verb`, looking left no further than token `floor`; null where none is found. */
export function findSubject(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  verb: number,
  floor: number,
): NounPhrase | null {
  const lowest = Math.max(floor, verb - LONGEST_WALK);
  let place = skipVerbGroup(extraction, verb, lowest);
  const participle = /ing$/.test(wordAt(extraction, verb)) && place === verb - 1;
  const before = wordAt(extraction, place);
  if (LINKS.has(before) || (participle && !endsPhrase(phrases, place))) {
    const earlier = previousVerb(extraction, place, lowest);
    if (earlier === null) return null;
    return (
      findSubject(extraction, phrases, earlier, floor) ??
      // "said Jane Roe, adding": the subject of an inverted verb.
      findInvertedSubject(extraction, phrases, earlier + 1, verb)
    );
  }
  if (['who', 'which', 'that'].includes(before)) {
    place -= 1;
    if (wordAt(extraction, place) === ',') place -= 1;
    // The nearest noun is meant, but "who" wants a person: "a spokesman for the ministry, who".
    const nearest = phrases.find((phrase) => phrase.last === place && phrase.first >= lowest);
    if (nearest && (before !== 'who' || personIn(extraction, nearest))) return nearest;
    return phraseEndingAt(extraction, phrases, place, lowest);
  }
  if (before === ',') return beforeApposition(extraction, phrases, place, lowest);
  return phraseEndingAt(extraction, phrases, place, lowest);
}

/** Steps left over "has also", "went on to", "was quick to". Gives the place before the group. */
function skipVerbGroup(extraction: Extraction, verb: number, lowest: number): number {
  let place = verb - 1;
  while (place >= lowest) {
    if (wordAt(extraction, place) === 'to' && tagAt(extraction, place) !== 'ADP') {
      place -= 1;
      while (
        place >= lowest &&
        (/^(?:on|quick|out|forward|back)$/.test(wordAt(extraction, place)) || tagAt(extraction, place) === 'ADV')
      )
        place -= 1;
      if (tagAt(extraction, place) === 'VERB' || tagAt(extraction, place) === 'AUX') place -= 1;
    } else if (SKIPPED_BEFORE_VERB.has(tagAt(extraction, place)) && !/^['’]s?$/.test(wordAt(extraction, place)))
      place -= 1;
    else if (
      /^(?:no|longer)$/.test(wordAt(extraction, place)) &&
      /^(?:no|longer)$/.test(wordAt(extraction, wordAt(extraction, place) === 'no' ? place + 1 : place - 1))
    )
      place -= 1;
    else if (isOpeningMark(extraction, place)) place -= 1;
    else if (/^(?:'s|'d|'ve|'ll)$/.test(wordAt(extraction, place)) && tagAt(extraction, place) === 'AUX') place -= 1;
    else break;
  }
  return place;
}

function previousVerb(extraction: Extraction, place: number, lowest: number): number | null {
  for (let index = place; index >= lowest; index -= 1) {
    if (tagAt(extraction, index) !== 'VERB' && tagAt(extraction, index) !== 'AUX') continue;
    if (/ing$/.test(wordAt(extraction, index)) && tagAt(extraction, index - 1) !== 'AUX') continue;
    // "the withdraw", "of concern": a noun that the tagger took for a verb.
    if (/^(?:DET|ADJ|ADP|NUM)$/.test(tagAt(extraction, index - 1))) continue;
    return index;
  }
  return null;
}

function endsPhrase(phrases: readonly NounPhrase[], place: number): boolean {
  return phrases.some((phrase) => phrase.last === place);
}

/** "a spokesman for the ministry |said|" → a spokesman: complements are climbed, adjuncts at the sentence's start are not. */
function phraseEndingAt(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  place: number,
  lowest: number,
): NounPhrase | null {
  let at = place;
  if (wordAt(extraction, at) === ')') {
    while (at > lowest && wordAt(extraction, at) !== '(') at -= 1;
    at -= 1;
  }
  let phrase = phrases.find((each) => each.last === at || (each.first <= at && at <= each.last)) ?? null;
  while (phrase && phrase.first - 1 > lowest) {
    const link: number = phrase.first - 1;
    if (!COMPLEMENT.has(wordAt(extraction, link))) break;
    // "researchers |led by| Ada Quill"
    const led = wordAt(extraction, link) === 'by' && tagAt(extraction, link - 1) === 'VERB' ? 1 : 0;
    const outer: NounPhrase | undefined = phrases.find((each) => each.last === link - 1 - led);
    if (!outer) break;
    phrase = outer;
  }
  if (phrase && /^(?:and|or)$/.test(wordAt(extraction, phrase.first - 1))) {
    const conjunct = phrases.find((each) => each.last === (phrase?.first ?? 0) - 2);
    if (conjunct && conjunct.first >= lowest && !COMPLEMENT.has(wordAt(extraction, conjunct.first - 1))) {
      return { first: conjunct.first, last: phrase.last, head: conjunct.head };
    }
  }
  return phrase && phrase.first >= lowest ? phrase : null;
}

/** "Jane Roe, a spokesperson for the ministry, |said|" → Jane Roe; "the minister, Jane Roe, |said|" → Jane Roe. */
function beforeApposition(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  comma: number,
  lowest: number,
): NounPhrase | null {
  for (let index = comma - 1; index > lowest; index -= 1) {
    if (wordAt(extraction, index) !== ',') continue;
    const outer = phraseEndingAt(extraction, phrases, index - 1, lowest);
    if (!outer) continue;
    const inner = phrases.find((each) => each.first === index + 1 && each.last === comma - 1);
    return inner && personIn(extraction, inner) && !personIn(extraction, outer) ? inner : outer;
  }
  return phraseEndingAt(extraction, phrases, comma - 1, lowest);
}

/** A name with the words before it that say who it is: "|his chief of staff, Amy Lund|, said". */
export interface Introduced {
  /** First word of the description. */
  readonly first: number;
  readonly name: NounPhrase;
}

/** Between commas before a verb, someone's description and name, whatever the parser hung them on; null where none stand there. */
export function introducedBefore(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  verb: number,
  floor: number,
): Introduced | null {
  const comma = skipVerbGroup(extraction, verb, floor);
  const name = phrases.find((each) => each.last === comma - 1);
  if (wordAt(extraction, comma) !== ',' || !name || !personIn(extraction, name)) return null;
  if (wordAt(extraction, name.first - 1) !== ',') return null;
  const role = phraseEndingAt(extraction, phrases, name.first - 2, floor);
  if (!role || personIn(extraction, role) || !isRole(extraction, role)) return null;
  return role.first === floor || wordAt(extraction, role.first - 1) === ',' ? { first: role.first, name } : null;
}

function isRole(extraction: Extraction, { head }: NounPhrase): boolean {
  const lemma = lemmaAt(extraction, head);
  return SPEAKER_NOUNS.has(lemma) || /^(?:officer|executive|manager)$/.test(lemma);
}

/** The phrase that begins at or after `from` within `limit`, dates passed over: the subject after an inverted verb. */
export function findInvertedSubject(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  from: number,
  limit: number,
): NounPhrase | null {
  const phrase = phrases.find(
    (each) => each.first >= from && each.first <= Math.min(limit, from + 6) && !isTime(extraction, each),
  );
  if (!phrase) return null;
  return namedAfter(extraction, phrases, phrase) ?? phrase;
}

/** "said the minister, Jane Roe", "said company president and head of sales, Jane Roe": the name after the roles is the speaker. */
function namedAfter(extraction: Extraction, phrases: readonly NounPhrase[], role: NounPhrase): NounPhrase | null {
  if (!isRole(extraction, role)) return null;
  let last = role;
  for (let step = 0; step < MOST_ROLES; step += 1) {
    if (!/^(?:and|of|for|at)$/.test(wordAt(extraction, last.last + 1))) break;
    const next = phrases.find((each) => each.first === last.last + 2);
    if (!next || personIn(extraction, next)) break;
    last = next;
  }
  if (wordAt(extraction, last.last + 1) !== ',') return null;
  const named = phrases.find((each) => each.first === last.last + 2);
  return named && personIn(extraction, named) ? named : null;
}

function isTime(extraction: Extraction, phrase: NounPhrase): boolean {
  const span = spanOf(extraction, phrase.first, phrase.last);
  return mentionsAround(extraction, phrase.head).some(
    (mention) => mention.type === 'Time' && mention.start <= span.start && mention.end >= span.end,
  );
}

/** A mark glued to the word after it: words in marks may begin between a subject and its verb ("the state “is ready”"). */
function isOpeningMark(extraction: Extraction, place: number): boolean {
  const token = extraction.tokens[place];
  if (!token || !/^["“‘']$/.test(wordAt(extraction, place)) || tagAt(extraction, place) !== 'PUNCT') return false;
  return token.end === extraction.tokens[place + 1]?.start && token.start > (extraction.tokens[place - 1]?.end ?? 0);
}
