// A fact → what its subject did: the verb as predicate, and the words of what was done.
import type { Extraction, Fact, Literal } from '../../model/extraction.ts';
import { type Span, sliceSpan } from '../../model/span.ts';
import { isInsideTime } from '../facts/arguments.ts';
import type { Stretch } from '../facts/assemble.ts';
import { VERDICT } from '../judgements.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { SAY } from '../reporting.ts';
import { childBy, childrenBy, fullRelationAt, markersOf, relationAt, topOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, tokenAfter, wordAt } from '../words.ts';
import { ALONE, lastOfVerb, passiveOf, predicateOf, verbOf } from './act-verb.ts';
import { LONGEST, LONGEST_WITH_DEED, withNext } from './act-words.ts';

interface Lists {
  readonly states: readonly string[];
  readonly phrasal: readonly string[];
  readonly vague: readonly string[];
}

const LISTS = readLexicon<Lists>('acts');
/** Verbs by which nothing is done. */
const STATES = new Set(LISTS.states);
/** Such verbs, and verbs of saying, by which something is done together with these words. */
const PHRASAL = new Set(LISTS.phrasal);
/** Nouns that only complete their verb or point to another. */
const VAGUE = new Set(LISTS.vague);
/** Prepositions whose phrase says when or why, not what was done. */
const ASIDE =
  /(?:^| )(?:as|since|during|until|till|despite|amid|before|after|following|because of|due to|without|by|like)$/;
/** Auxiliaries of what lasts or goes on again and again. */
const LASTING = /^(?:is|are|am|'s|'re|'m|gets?)$/;
const ASKING = /^(?:how|what|which|whose|why|whether)$/;
/** Nouns before "of" that say how many. */
const COUNTING =
  /^(?:set|series|number|total|wave|round|range|variety|pair|couple|amount|piece|bit|majority|dozen|hundred|thousand|million|billion|handful|string|spate)$/;

export interface Act {
  /** Lemma with particle and preposition; of a passive with "be". */
  readonly predicate: string;
  readonly literal: Literal;
  /** Where the words of the literal stand. */
  readonly words: Span;
  readonly hasObject: boolean;
}

/**
 * Null where nothing worth telling was done: no finite verb, a verb of being or saying, an object that only completes it.
 * @param further Facts of the same subject and verb whose objects stand behind that of this one.
 */
export function readAct(extraction: Extraction, fact: Fact, further: readonly Fact[]): Act | null {
  const verb = verbOf(extraction, fact.predicateSpan);
  if (verb === null) return null;
  const isState = STATES.has(lemmaAt(extraction, verb));
  if (fact.object === null) return isState ? null : actAlone(extraction, verb, null);
  const done = doneAt(extraction, fact, fact.object, verb);
  if (done === null || (isState && !isPhrasal(extraction, verb, done.link))) return null;
  if (isAside(extraction, done)) return isGiven(extraction, verb, done) ? null : actAlone(extraction, verb, done);
  if (!isThing(extraction, done.head) || done.last - done.first >= LONGEST) return null;
  const words = withNext(extraction, done, [fact, ...further]);
  return makeAct(extraction, [predicateOf(extraction, verb), done.link], words, done.head);
}

/** "resigned", "was arrested in Torva on Monday": the verb itself is among the words. */
function actAlone(extraction: Extraction, verb: number, aside: Stretch | null): Act | null {
  const auxiliary = passiveOf(extraction, verb);
  const word = wordAt(extraction, auxiliary ?? -1);
  if (auxiliary === null ? !ALONE.has(predicateOf(extraction, verb)) : LASTING.test(word)) return null;
  // "has been fined": without "has" the participle alone reads better.
  const opens = auxiliary === verb - 1 && /^(?:was|were|got)$/.test(word);
  const first = opens ? auxiliary : verb;
  // "resigned |two days| after the vote": the days alone say nothing.
  const isCut = aside !== null && /^(?:after|before)$/.test(wordAt(extraction, aside.last + 1));
  const last = Math.max(isCut ? -1 : (aside?.last ?? -1), lastOfVerb(extraction, verb));
  return makeAct(extraction, [predicateOf(extraction, verb)], { first, last }, null);
}

function makeAct(
  extraction: Extraction,
  predicates: readonly string[],
  { first, last }: Stretch,
  head: number | null,
): Act | null {
  if (last - first >= LONGEST_WITH_DEED) return null;
  const predicate = predicates.filter((each) => each !== '').join(' ');
  const words = spanOf(extraction, first, last);
  const not = head !== null && wordAt(extraction, head - 1) === 'not' ? 'not ' : ''; // "found |not| guilty"
  const value = head === null ? predicate : `${predicate} ${not}${lemmaAt(extraction, countedBy(extraction, head))}`;
  const literal: Literal = { type: 'Event', value, unit: null, text: sliceSpan(extraction.document.text, words) };
  return { predicate, literal, words, hasObject: head !== null };
}

/** "called |for| a truce", "called |off| the talks", unlike "called it a truce". */
function isPhrasal(extraction: Extraction, verb: number, link: string): boolean {
  return PHRASAL.has(`${predicateOf(extraction, verb)} ${link}`.trim());
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
  const isVerdict = VERDICT.test(wordAt(extraction, head));
  const isClause = !isVerdict && /^(?:ccomp|xcomp|advcl|acl|parataxis)/.test(fullRelationAt(extraction, head));
  if (isClause || childBy(extraction, head, 'cop') !== undefined || ASKING.test(wordAt(extraction, first))) return null;
  const from = lastOfVerb(extraction, verb) + 1;
  const end = tokenAfter(extraction, predicateSpan.end - 1);
  const own = childrenBy(extraction, head, 'case').find((each) => first <= each && each < head);
  // "told of", "was asked about", unlike "was charged with".
  const isSaying =
    SAY.has(lemmaAt(extraction, verb)) &&
    !(passiveOf(extraction, verb) !== null && /^(?:with|of|for|to)$/.test(wordAt(extraction, own ?? end)));
  if (own !== undefined) {
    // "banned imports |from the port|": the words between are what it is about.
    if (hasNoun(extraction, from, own - 1)) return null;
    const link = [...wordsBetween(extraction, from, end), wordAt(extraction, own)].join(' ');
    return isSaying && !isPhrasal(extraction, verb, link) ? null : { head, link, first: own + 1, last };
  }
  // "sold |Norland fuel|": whoever is given it stands among the words.
  const leads = end >= from && /^(?:ADP|ADV|SCONJ)$/.test(uposOf(extraction, end));
  const link = leads ? wordsBetween(extraction, from, end).join(' ') : '';
  if (leads && isSaying && !isPhrasal(extraction, verb, link)) return null;
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
  // "was found guilty of fraud"
  if (VERDICT.test(wordAt(extraction, head))) return true;
  return /^(?:NOUN|PROPN)$/.test(uposOf(extraction, head)) && !VAGUE.has(lemmaAt(extraction, head));
}

/** "a series of |strikes|": the noun that tells what it is. */
function countedBy(extraction: Extraction, head: number): number {
  if (!COUNTING.test(lemmaAt(extraction, head))) return head;
  return childrenBy(extraction, head, 'nmod').find((each) => markersOf(extraction, each) === 'of') ?? head;
}

/** "was given |Monday|": a date may be what is given. */
function isGiven(extraction: Extraction, verb: number, { head, link }: Done): boolean {
  const gives = /^(?:give|offer|grant|set|assign|allot)$/.test(lemmaAt(extraction, verb));
  return relationAt(extraction, head) === 'obj' || (gives && link === '');
}
