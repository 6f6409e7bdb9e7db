// Clauses of the dependency tree: who, what predicate, whom, and the rest, after ClausIE (Del Corro and Gemulla 2013) and PredPatt
// (White et al. 2016).
import type { Extraction, Sentence } from '../../model/extraction.ts';
import { childBy, childrenBy, childrenOf, fullRelationAt, headOf, runAround, subtreeOf, uposOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { type Argument, argumentOf, conjunctsOf, isInsideTime, isNominal } from './arguments.ts';
import { stretchOfClause } from './clause-stretch.ts';
import {
  antecedentOf,
  calledUpon,
  gerundSubject,
  isInfinitive,
  isPredicate,
  ownSubject,
  subjectHeads,
} from './subjects.ts';

/** A prepositional or bare phrase of the predicate; its conjuncts share the preposition. */
export interface Complement {
  /** First place of the preposition, null for a bare phrase ("last week", "home"). */
  readonly preposition: number | null;
  /** The preposition in lower case ("in", "because of"); empty for a bare phrase. */
  readonly link: string;
  readonly phrases: readonly Argument[];
}

export interface PredicateClause {
  readonly sentence: Sentence;
  /** The word that predicates: the last verb of a chain, or the complement of a copula. */
  readonly head: number;
  /** Verbs that govern the head with the same subject ("plans" in "plans to leave"), outermost first. */
  readonly chain: readonly number[];
  /** First and last place of the predicate, without preposition. */
  readonly first: number;
  readonly last: number;
  readonly copula: boolean;
  readonly passive: boolean;
  readonly subjects: readonly Argument[];
  /** For a copula the complement. */
  readonly objects: readonly Argument[];
  /** The one that is given something ("gave him the book"). */
  readonly recipients: readonly Argument[];
  readonly complements: readonly Complement[];
  /** The clause that is said, thought or shown; `first` excludes "that". */
  readonly content: Argument | null;
  /** Clauses of time, reason and purpose behind the verb ("when prices fell"), with their marker. */
  readonly circumstances: readonly Argument[];
  /** What the object becomes or is said to be or do ("made him president", "urged them to leave"). */
  readonly result: Argument | null;
}

/** Clauses of a sentence, in the order of their heads. Those without a subject are left out. */
export function predicateClauses(extraction: Extraction, sentence: Sentence): PredicateClause[] {
  const clauses: PredicateClause[] = [];
  for (let index = sentence.firstToken; index <= sentence.lastToken; index += 1) {
    if (!isPredicate(extraction, index) || isChained(extraction, index)) continue;
    const outer = linkedClause(extraction, sentence, index);
    const inner = readClause(extraction, sentence, index);
    clauses.push(...(outer ? [outer] : []), ...(inner ? [inner] : []));
  }
  return clauses;
}

function readClause(extraction: Extraction, sentence: Sentence, start: number): PredicateClause | null {
  const chain = chainFrom(extraction, start);
  const head = chain.at(-1) ?? start;
  const told = fullRelationAt(extraction, start).startsWith('acl') ? start : -1;
  const subjects = subjectHeads(extraction, start).map((each) => argumentOf(extraction, each, told));
  if (subjects.length === 0) return null;
  const copula = uposOf(extraction, head) !== 'VERB';
  const { first, last } = predicateRun(extraction, start, head, copula);
  return {
    sentence,
    head,
    chain: chain.slice(0, -1),
    first,
    last,
    copula,
    passive: childBy(extraction, head, 'aux:pass') !== undefined || isPassiveParticiple(extraction, head),
    subjects,
    objects: objectsOf(extraction, start, head, copula),
    recipients:
      childBy(extraction, head, 'obj', 'ccomp') === undefined
        ? []
        : childrenBy(extraction, head, 'iobj').flatMap((each) => conjunctsOf(extraction, each)),
    complements: complementsOf(extraction, start, chain, last),
    content: contentOf(extraction, head),
    result: resultOf(extraction, head),
    circumstances: circumstancesOf(extraction, head),
  };
}

/** "The idea is that prices fall": a predicate with a subject inside and one outside, which the copula links to the whole. */
function linkedClause(extraction: Extraction, sentence: Sentence, head: number): PredicateClause | null {
  const outer = childBy(extraction, head, 'nsubj:outer');
  const inner = childrenBy(extraction, head, 'nsubj', 'expl', 'csubj').filter((each) => each !== outer);
  const copula = childBy(extraction, head, 'cop');
  if (outer === undefined || copula === undefined || inner.length === 0) return null;
  return {
    sentence,
    head: copula,
    chain: [],
    first: copula,
    last: copula,
    copula: true,
    passive: false,
    subjects: conjunctsOf(extraction, outer),
    objects: [],
    recipients: [],
    complements: [],
    result: null,
    circumstances: [],
    content: stretchOfClause(
      extraction,
      head,
      (child) => /^(?:nsubj:outer|discourse)$/.test(fullRelationAt(extraction, child)) || child === copula,
    ),
  };
}

/** "books sold there": a past participle after its noun. */
function isPassiveParticiple(extraction: Extraction, head: number): boolean {
  return fullRelationAt(extraction, head) === 'acl' && /(?:ed|en|wn|pt|lt|ld|de)$/.test(wordAt(extraction, head));
}

/** True for a verb that stands in the chain of the one it hangs on ("leave" in "plans to leave"). */
function isChained(extraction: Extraction, index: number): boolean {
  const governor = headOf(extraction, index);
  return governor >= 0 && isPredicate(extraction, governor) && chainedTo(extraction, governor) === index;
}

/** The open complement that goes on with the same subject; none where the governor has an object to control it. */
function chainedTo(extraction: Extraction, governor: number): number | undefined {
  if (childBy(extraction, governor, 'obj', 'iobj') !== undefined) return undefined;
  // "It is necessary to climb": the infinitive stands for "it".
  if (childBy(extraction, governor, 'expl') !== undefined) {
    const infinitive = childrenBy(extraction, governor, 'csubj').find(
      (child) => child > governor && isInfinitive(extraction, child),
    );
    if (infinitive !== undefined) return infinitive;
  }
  return childrenBy(extraction, governor, 'xcomp').find(
    (child) =>
      uposOf(extraction, child) === 'VERB' &&
      child > governor &&
      ownSubject(extraction, child) === null &&
      calledUpon(extraction, child, governor) === null,
  );
}

function chainFrom(extraction: Extraction, start: number): number[] {
  const chain = [start];
  for (let next = chainedTo(extraction, start); next !== undefined; next = chainedTo(extraction, next))
    chain.push(next);
  return chain;
}

/** From the first auxiliary to the last word of the verb or its particle; of a broken stretch the run around the head. */
function predicateRun(
  extraction: Extraction,
  start: number,
  head: number,
  copula: boolean,
): { readonly first: number; readonly last: number } {
  const chained = start !== head;
  const verbs = childrenBy(extraction, start, 'aux', 'cop');
  const nominal = copula && uposOf(extraction, start) !== 'VERB' && !chained;
  const center = nominal ? (childrenBy(extraction, head, 'cop').at(-1) ?? head) : head;
  const words = new Set<number>([center, ...verbs]);
  if (!nominal) {
    words.add(start);
    for (const child of childrenOf(extraction, head)) if (isParticle(extraction, child, head)) words.add(child);
  }
  for (const child of childrenBy(extraction, start, 'advmod')) if (isNegation(extraction, child)) words.add(child);
  const [first, last] = [Math.min(...words), Math.max(...words)];
  const foreign = new Set<number>();
  for (const verb of new Set([start, head]))
    for (const child of childrenBy(extraction, verb, 'nsubj', 'expl', 'obj', 'iobj', 'obl', 'parataxis', 'advcl'))
      for (const place of subtreeOf(extraction, child)) foreign.add(place);
  const inside: number[] = [];
  for (let place = first; place <= last; place += 1) if (!foreign.has(place) || words.has(place)) inside.push(place);
  const run = runAround(inside, center);
  let end = run.last;
  if (nominal) while (end + 1 < head && isNegation(extraction, end + 1)) end += 1;
  return { first: trimStart(extraction, run.first, center), last: end };
}

/** "gave up", "pulled back": right after the verb, or between it and its preposition. */
function isParticle(extraction: Extraction, child: number, head: number): boolean {
  if (fullRelationAt(extraction, child) === 'compound:prt') return true;
  return (
    child === head + 1 && /^(?:back|out|up|down|off|away|forward|together|aside|apart)$/.test(wordAt(extraction, child))
  );
}

function trimStart(extraction: Extraction, first: number, center: number): number {
  let place = first;
  while (place < center && /^(?:PUNCT|CCONJ)$/.test(uposOf(extraction, place))) place += 1;
  return place;
}

function isNegation(extraction: Extraction, index: number): boolean {
  return /^(?:not|n't|never)$/.test(wordAt(extraction, index));
}

function objectsOf(extraction: Extraction, start: number, head: number, copula: boolean): Argument[] {
  if (copula && uposOf(extraction, start) !== 'VERB') {
    if (childBy(extraction, head, 'case') !== undefined || uposOf(extraction, head) === 'VERB') return [];
    return conjunctsOf(extraction, head);
  }
  if (childrenBy(extraction, head, 'expl').some((child) => wordAt(extraction, child) === 'there')) {
    return childrenBy(extraction, head, 'nsubj')
      .filter((each) => fullRelationAt(extraction, each) !== 'nsubj:outer')
      .flatMap((each) => conjunctsOf(extraction, each));
  }
  // "ordered the ministry to close": with nothing else given, the one addressed is the object.
  const given = childrenBy(extraction, head, 'obj');
  const addressed =
    given.length === 0 && childBy(extraction, head, 'xcomp') !== undefined ? childrenBy(extraction, head, 'iobj') : [];
  const own = [...given, ...addressed].filter((each) => !isRelativePronoun(extraction, each));
  if (own.length > 0) return own.flatMap((each) => conjunctsOf(extraction, each));
  const bareOne = bareObject(extraction, head);
  if (bareOne !== null) return conjunctsOf(extraction, bareOne);
  const gap = gapObject(extraction, head);
  if (gap !== null) return [argumentOf(extraction, gap)];
  const shared = sharedObject(extraction, head);
  if (shared.length > 0) return shared;
  // "became president", "remain calm"
  return childrenBy(extraction, head, 'xcomp')
    .filter((each) => uposOf(extraction, each) !== 'VERB' && childBy(extraction, each, 'case', 'mark') === undefined)
    .flatMap((each) => conjunctsOf(extraction, each));
}

/** "had visited Norland in March": a name right behind its verb that the parser took for a circumstance. */
function bareObject(extraction: Extraction, head: number): number | null {
  const child = childrenBy(extraction, head, 'obl').find((each) => argumentOf(extraction, each).first === head + 1);
  if (child === undefined || uposOf(extraction, child) !== 'PROPN' || childBy(extraction, child, 'case') !== undefined)
    return null;
  if (childBy(extraction, head, 'ccomp', 'aux:pass') !== undefined) return null;
  return isInsideTime(extraction, child) ? null : child;
}

function isRelativePronoun(extraction: Extraction, index: number): boolean {
  return /^(?:who|whom|which|that)$/.test(wordAt(extraction, index)) && uposOf(extraction, index) === 'PRON';
}

/** "the book that he wrote", "the book he wrote": the noun is the object. */
function gapObject(extraction: Extraction, head: number): number | null {
  const relative = childrenBy(extraction, head, 'obj').find((each) => isRelativePronoun(extraction, each));
  if (relative !== undefined) return antecedentOf(extraction, head);
  if (fullRelationAt(extraction, head) !== 'acl:relcl') return null;
  const subject = ownSubject(extraction, head);
  const others = childrenOf(extraction, head).filter((child) =>
    /^(?:ccomp|xcomp|aux:pass|cop|mark)$/.test(fullRelationAt(extraction, child)),
  );
  const relativeWord = subtreeOf(extraction, head).some(
    (place) => /^(?:who|which|that|whom|whose|where|when|why)$/.test(wordAt(extraction, place)) && place < head,
  );
  return subject !== null && others.length === 0 && !relativeWord ? antecedentOf(extraction, head) : null;
}

/** "bought and sold cars": the object after the last of conjoined verbs belongs to all. */
function sharedObject(extraction: Extraction, head: number): Argument[] {
  if (fullRelationAt(extraction, head) !== 'conj') return [];
  return childrenBy(extraction, headOf(extraction, head), 'obj')
    .filter((each) => each > head && !isRelativePronoun(extraction, each))
    .flatMap((each) => conjunctsOf(extraction, each));
}

function complementsOf(extraction: Extraction, start: number, chain: readonly number[], last: number): Complement[] {
  const own = new Set(chain);
  const found: Complement[] = [];
  for (const verb of own) {
    const taken = [bareObject(extraction, verb), gerundSubject(extraction, verb)];
    for (const child of childrenOf(extraction, verb)) {
      const relation = fullRelationAt(extraction, child);
      const nominal =
        /^obl\b/.test(relation) ||
        (relation === 'nmod' &&
          verb === start &&
          childBy(extraction, verb, 'cop') !== undefined &&
          childBy(extraction, verb, 'case') !== undefined);
      // "responds to the vote withdrawing": what stands inside a chain is no complement of its end.
      if (child > start && child < (chain.at(-1) ?? start) && verb !== chain.at(-1)) continue;
      if (nominal && !taken.includes(child)) found.push(...complementAt(extraction, child, verb));
      else if (relation === 'advmod' && child > last && isPlacing(extraction, child))
        found.push(bare(extraction, child));
    }
  }
  // "is in Torva": the phrase that the copula links.
  const head = chain.at(-1) ?? start;
  const placed = childrenBy(extraction, head, 'case').some((each) => each < head);
  if (childBy(extraction, head, 'cop') !== undefined && placed)
    found.push(...complementAt(extraction, head, headOf(extraction, head)));
  if (found.length === 0)
    for (const child of closingPhrases(extraction, start)) found.push(...complementAt(extraction, child, start));
  for (const child of strayPhrases(extraction, start)) found.push(...complementAt(extraction, child, start));
  for (const child of openingPhrases(extraction, start)) found.push(...complementAt(extraction, child, start));
  return found.sort((left, right) => (left.phrases[0]?.first ?? 0) - (right.phrases[0]?.first ?? 0));
}

/** "A book was published |by Hale|": behind the verb stands no phrase of the subject, whatever it hangs on. */
function strayPhrases(extraction: Extraction, start: number): number[] {
  const subject = ownSubject(extraction, start);
  if (subject === null || subject > start) return [];
  return childrenBy(extraction, subject, 'nmod').filter(
    (child) => child > start && childBy(extraction, child, 'case') !== undefined,
  );
}

/** "On Monday X was sold and renamed": what opens the sentence is said of all its conjuncts. */
function openingPhrases(extraction: Extraction, start: number): number[] {
  if (fullRelationAt(extraction, start) !== 'conj' || ownSubject(extraction, start) !== null) return [];
  const first = headOf(extraction, start);
  const subject = ownSubject(extraction, first);
  return childrenBy(extraction, first, 'obl').filter((child) => subject !== null && child < subject);
}

/** "is known and governed |as a city|": a phrase behind the last of conjoined verbs belongs to it too, wherever the parser hung it. */
function closingPhrases(extraction: Extraction, start: number): number[] {
  if (fullRelationAt(extraction, start) !== 'conj' || ownSubject(extraction, start) !== null) return [];
  if (childBy(extraction, start, 'obj', 'ccomp', 'xcomp') !== undefined) return [];
  return childrenBy(extraction, headOf(extraction, start), 'obl').filter((child) => child > start);
}

function complementAt(extraction: Extraction, child: number, verb: number): Complement[] {
  const relative = /^(?:whom|which|that)$/.test(wordAt(extraction, child));
  const target = relative ? antecedentOf(extraction, verb) : child;
  if (
    target === null ||
    (!relative &&
      !isNominal(extraction, child) &&
      uposOf(extraction, child) !== 'ADJ' &&
      uposOf(extraction, child) !== 'ADV')
  )
    return [];
  const cases = childrenBy(extraction, child, 'case').filter(
    (each) => each < child && !hasVerbBetween(extraction, each, child),
  );
  const preposition = cases[0] ?? null;
  const words = cases.flatMap((each) => [each, ...childrenBy(extraction, each, 'fixed')]);
  const link = words.map((each) => wordAt(extraction, each)).join(' ');
  if (relative) return [{ preposition: null, link, phrases: [argumentOf(extraction, target)] }];
  return [{ preposition, link, phrases: conjunctsOf(extraction, child) }];
}

/** "is referred |to| as a city but governed as a |prefecture|": no preposition reaches over a verb. */
function hasVerbBetween(extraction: Extraction, first: number, last: number): boolean {
  for (let place = first + 1; place < last; place += 1)
    if (uposOf(extraction, place) === 'AUX' || isPredicate(extraction, place)) return true;
  return false;
}

function bare(extraction: Extraction, child: number): Complement {
  return { preposition: null, link: '', phrases: [argumentOf(extraction, child)] };
}

/** Adverbs that say where or when, or that carry words of their own ("seven years too early"). */
function isPlacing(extraction: Extraction, child: number): boolean {
  return (
    childrenOf(extraction, child).length > 0 ||
    /^(?:home|abroad|here|there|elsewhere|away|north|south|east|west|today|yesterday|tomorrow|tonight|ago|earlier|later|early|late|once|twice|daily|weekly|monthly|annually|together|alone|overseas|online|nationwide|worldwide|upstairs|downtown|ashore)$/.test(
      wordAt(extraction, child),
    )
  );
}

/** The clause that is the object ("said that …"). */
function contentOf(extraction: Extraction, head: number): Argument | null {
  const clause = childBy(extraction, head, 'ccomp');
  return clause === undefined ? null : stretchOfClause(extraction, clause, () => false);
}

function circumstancesOf(extraction: Extraction, head: number): Argument[] {
  return childrenBy(extraction, head, 'advcl')
    .filter((child) => child > head && childBy(extraction, child, 'mark', 'advmod') !== undefined)
    .map((child) => stretchOfClause(extraction, child, () => false))
    .filter(({ first, last }) => last - first < 20);
}

function resultOf(extraction: Extraction, head: number): Argument | null {
  if (childBy(extraction, head, 'obj', 'iobj') === undefined) return null;
  const result = childrenBy(extraction, head, 'xcomp').find((each) => each > head);
  return result === undefined ? null : stretchOfClause(extraction, result, () => false);
}
