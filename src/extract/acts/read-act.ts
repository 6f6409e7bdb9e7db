// A fact → what its subject did: the verb as predicate, and the words of what was done.
import type { Extraction, Fact, Literal } from '../../model/extraction.ts';
import { type Span, sliceSpan } from '../../model/span.ts';
import { closeMarks, isInsideTime } from '../facts/arguments.ts';
import { isParticle } from '../facts/read-clauses.ts';
import { isInfinitive } from '../facts/subjects.ts';
import { readLexicon } from '../lexicon.ts';
import { SAY } from '../reporting.ts';
import {
  childBy,
  childrenBy,
  childrenOf,
  fullRelationAt,
  headOf,
  markersOf,
  relationAt,
  topOf,
  uposOf,
} from '../tree.ts';
import { lemmaAt, spanOf, tokenAfter, wordAt } from '../words.ts';

interface Lists {
  readonly states: readonly string[];
  readonly alone: readonly string[];
  readonly vague: readonly string[];
}

const LISTS = readLexicon<Lists>('acts');
/** Verbs by which nothing is done. */
const STATES = new Set(LISTS.states);
/** Verbs that tell something without an object. */
const ALONE = new Set(LISTS.alone);
/** Nouns that only complete their verb or point to another. */
const VAGUE = new Set(LISTS.vague);
/** Prepositions whose phrase says when or why, not what was done. */
const ASIDE =
  /(?:^| )(?:as|since|during|until|till|despite|amid|before|after|following|because of|due to|without|by|like)$/;
const LASTING = /^(?:is|are|am|'s|'re|'m|gets?)$/;
/** "accused officials |of taking bribes|": what the object is said or made to do. */
const OF_DEED = /^(?:of|for|from|into|against)$/;
const ASKING = /^(?:how|what|which|whose|why|whether)$/;
/** Nouns before "of" that say how many. */
const COUNTING =
  /^(?:set|series|number|total|wave|round|range|variety|pair|couple|amount|piece|bit|majority|dozen|hundred|thousand|million|billion|handful|string|spate)$/;
const MOST_CONJUNCTS = 3;
/** Words of an act: longer ones are a story of their own. */
const LONGEST = 16;

export interface Act {
  /** Lemma with particle and preposition; of a passive with "be". */
  readonly predicate: string;
  readonly literal: Literal;
  /** Where the words of the literal stand. */
  readonly words: Span;
  readonly hasObject: boolean;
}

/** First and last place, inclusive. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/**
 * Null where nothing worth telling was done: no finite verb, a verb of being or saying, an object that only completes it.
 * @param further Facts of the same subject and verb whose objects stand behind that of this one.
 */
export function readAct(extraction: Extraction, fact: Fact, further: readonly Fact[]): Act | null {
  const verb = verbOf(extraction, fact.predicateSpan);
  if (verb === null || STATES.has(lemmaAt(extraction, verb))) return null;
  if (fact.object === null) return actAlone(extraction, verb, null);
  const done = doneAt(extraction, fact, fact.object, verb);
  if (done === null) return null;
  // "was given |Monday|": a date may be what is given.
  if (isAside(extraction, done))
    return relationAt(extraction, done.head) === 'obj' ? null : actAlone(extraction, verb, done);
  if (!isThing(extraction, done.head)) return null;
  const words = withNext(extraction, done, [fact, ...further]);
  return makeAct(extraction, [predicateOf(extraction, verb), done.link], words, done.head);
}

/** "resigned", "was arrested in Torva on Monday": the verb itself is among the words. */
function actAlone(extraction: Extraction, verb: number, aside: Stretch | null): Act | null {
  const auxiliary = passiveOf(extraction, verb);
  const word = wordAt(extraction, auxiliary ?? -1);
  // "is finished", "is held": a state, or what goes on again and again.
  if (auxiliary === null ? !ALONE.has(predicateOf(extraction, verb)) : LASTING.test(word)) return null;
  // "has been fined": without "has" the participle alone reads better.
  const opens = auxiliary === verb - 1 && /^(?:was|were|got)$/.test(word);
  const first = opens ? auxiliary : verb;
  const last = Math.max(aside?.last ?? -1, lastOfVerb(extraction, verb));
  return makeAct(extraction, [predicateOf(extraction, verb)], { first, last }, null);
}

function makeAct(
  extraction: Extraction,
  predicates: readonly string[],
  { first, last }: Stretch,
  head: number | null,
): Act | null {
  if (last - first >= LONGEST) return null;
  const predicate = predicates.filter((each) => each !== '').join(' ');
  const words = spanOf(extraction, first, last);
  const value = head === null ? predicate : `${predicate} ${lemmaAt(extraction, countedBy(extraction, head))}`;
  const literal: Literal = { type: 'Event', value, unit: null, text: sliceSpan(extraction.document.text, words) };
  return { predicate, literal, words, hasObject: head !== null };
}

/** The last of the verbs of a finite predicate ("managed to |close|"); null where it has none. */
function verbOf(extraction: Extraction, span: Span): number | null {
  const last = tokenAfter(extraction, span.end - 1);
  let verb = topOf(extraction, span);
  if (!isFiniteVerb(extraction, verb)) return null;
  for (;;) {
    const next = childrenBy(extraction, verb, 'xcomp').find(
      (each) => each > verb && each <= last && uposOf(extraction, each) === 'VERB',
    );
    if (next === undefined) return verb;
    // "was found shot": what one is found to be, and does not do.
    if (!isInfinitive(extraction, next) && !/ing$/.test(wordAt(extraction, next))) return null;
    verb = next;
  }
}

/** Has a subject of its own or shares it with the verb before, and is no gerund and no participle ("with the port closed"). */
function isFiniteVerb(extraction: Extraction, verb: number, depth = 0): boolean {
  if (uposOf(extraction, verb) !== 'VERB' || /\b(?:to|with)\b/.test(markersOf(extraction, verb))) return false;
  if (/ing$/.test(wordAt(extraction, verb)) && childBy(extraction, verb, 'aux') === undefined) return false;
  if (childBy(extraction, verb, 'nsubj') !== undefined) return true;
  const isNext = fullRelationAt(extraction, verb) === 'conj' && depth < MOST_CONJUNCTS;
  return isNext && isFiniteVerb(extraction, headOf(extraction, verb), depth + 1);
}

/** The auxiliary of a passive, also that of the verb before ("was fined and |jailed|"); null for an active verb. */
function passiveOf(extraction: Extraction, verb: number): number | null {
  const own = childBy(extraction, verb, 'aux:pass');
  if (own !== undefined) return own;
  const shares =
    fullRelationAt(extraction, verb) === 'conj' &&
    childBy(extraction, verb, 'nsubj', 'aux', 'obj') === undefined &&
    !ALONE.has(lemmaAt(extraction, verb)) &&
    wordAt(extraction, verb) !== lemmaAt(extraction, verb);
  return shares ? (childBy(extraction, headOf(extraction, verb), 'aux:pass') ?? null) : null;
}

/** "arrest" → "be arrested" where the subject is the one to whom it was done. */
function predicateOf(extraction: Extraction, verb: number): string {
  const particle = lastOfVerb(extraction, verb);
  const form = passiveOf(extraction, verb) === null ? lemmaAt(extraction, verb) : `be ${wordAt(extraction, verb)}`;
  return particle === verb ? form : `${form} ${wordAt(extraction, particle)}`;
}

/** With its particle. */
function lastOfVerb(extraction: Extraction, verb: number): number {
  return childrenOf(extraction, verb).find((child) => child > verb && isParticle(extraction, child, verb)) ?? verb;
}

interface Done extends Stretch {
  readonly head: number;
  /** Words that lead from the verb to the object: "in", "part in". */
  readonly link: string;
}

/** What stands behind the verb; null where it is a clause, a question, or only who is told something. */
function doneAt(extraction: Extraction, { predicateSpan }: Fact, object: Span, verb: number): Done | null {
  const head = topOf(extraction, object);
  const [first, last] = [tokenAfter(extraction, object.start), tokenAfter(extraction, object.end - 1)];
  const isClause = /^(?:ccomp|xcomp|advcl|acl|parataxis)/.test(fullRelationAt(extraction, head));
  if (isClause || childBy(extraction, head, 'cop') !== undefined || ASKING.test(wordAt(extraction, first))) return null;
  const from = lastOfVerb(extraction, verb) + 1;
  const end = tokenAfter(extraction, predicateSpan.end - 1);
  // "spoke of", unlike "was charged with".
  const isSaying = SAY.has(lemmaAt(extraction, verb)) && passiveOf(extraction, verb) === null;
  const own = childrenBy(extraction, head, 'case').find((each) => first <= each && each < head);
  if (own !== undefined) {
    // "banned imports |from the port|": the words between are what it is about.
    if (hasNoun(extraction, from, own - 1)) return null;
    const link = [...wordsBetween(extraction, from, end), wordAt(extraction, own)].join(' ');
    return isSaying ? null : { head, link, first: own + 1, last };
  }
  // "sold |Norland fuel|": whoever is given it stands among the words.
  const leads = end >= from && /^(?:ADP|ADV|SCONJ)$/.test(uposOf(extraction, end));
  if (leads && isSaying) return null;
  const link = leads ? wordsBetween(extraction, from, end).join(' ') : '';
  return { head, link, first: leads ? first : Math.min(first, end >= from ? from : first), last };
}

function hasNoun(extraction: Extraction, first: number, last: number): boolean {
  for (let place = first; place <= last; place += 1)
    if (/^(?:NOUN|PROPN)$/.test(uposOf(extraction, place)) && !isInsideTime(extraction, place)) return true;
  return false;
}

function wordsBetween(extraction: Extraction, first: number, last: number): string[] {
  const words: string[] = [];
  for (let place = first; place <= last; place += 1) words.push(wordAt(extraction, place));
  return words;
}

/** When, where or why, and not what. */
function isAside(extraction: Extraction, { head, link }: Done): boolean {
  return (
    isInsideTime(extraction, head) ||
    /^(?:day|week|month|year|night|morning|evening|hour|minute|weekend)$/.test(lemmaAt(extraction, head)) ||
    ASIDE.test(link) ||
    uposOf(extraction, head) === 'ADV'
  );
}

function isThing(extraction: Extraction, head: number): boolean {
  return /^(?:NOUN|PROPN)$/.test(uposOf(extraction, head)) && !VAGUE.has(lemmaAt(extraction, head));
}

/** "a series of |strikes|": the noun that tells what it is. */
function countedBy(extraction: Extraction, head: number): number {
  if (!COUNTING.test(lemmaAt(extraction, head))) return head;
  return childrenBy(extraction, head, 'nmod').find((each) => markersOf(extraction, each) === 'of') ?? head;
}

/** With the conjuncts and the phrases that follow at once ("turned |the hall into a museum|"), as long as all is short. */
function withNext(extraction: Extraction, { first, last }: Stretch, facts: readonly Fact[]): Stretch {
  let end = last;
  const takeIn = (span: Span, isJoined: boolean): boolean => {
    const [start, next] = [tokenAfter(extraction, span.start), tokenAfter(extraction, span.end - 1)];
    const head = topOf(extraction, span);
    const isApart = isJoined ? !isList(extraction, end + 1, start - 1) : start !== end + 1;
    if (isApart || next - first >= LONGEST || isInsideTime(extraction, head)) return false;
    const isClause = /^(?:advcl|ccomp)/.test(fullRelationAt(extraction, head));
    if (isClause && !OF_DEED.test(markersOf(extraction, head))) return false;
    end = next;
    return true;
  };
  const objects = facts.slice(1).flatMap(({ object }) => object ?? []);
  const whole = objects.every((object) => takeIn(object, true));
  if (whole) facts.at(-1)?.more.every((span) => takeIn(span, false));
  return closeMarks(extraction, first, end);
}

/** ", ", " and ", " or the ". */
function isList(extraction: Extraction, first: number, last: number): boolean {
  for (let place = first; place <= last; place += 1)
    if (!/^(?:PUNCT|CCONJ|DET|ADP)$/.test(uposOf(extraction, place))) return false;
  return true;
}
