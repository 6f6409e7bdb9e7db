// Clauses of the dependency tree: who, what predicate, whom, and the rest, after ClausIE (Del Corro and Gemulla 2013) and PredPatt
// (White et al. 2016).
import type { Extraction, Sentence } from '../../model/extraction.ts';
import { containsSpan } from '../../model/span.ts';
import { quotationsAround } from '../by-sentence.ts';
import { dateBehind } from '../reporting.ts';
import { childBy, childrenBy, childrenOf, fullRelationAt, headOf, runAround, subtreeOf, uposOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { type Argument, argumentOf, conjunctsOf } from './arguments.ts';
import { stretchOfClause } from './clause-stretch.ts';
import { type Complement, complementsOf } from './complements.ts';
import { objectsOf } from './objects.ts';
import { calledUpon, isInfinitive, isPredicate, nameBeside, ownSubject, subjectHeads } from './subjects.ts';

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
  /** Who is told what `content` says ("told |reporters| that prices fell"). */
  readonly addressees: readonly Argument[];
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
  const subjects = subjectHeads(extraction, start).map((each) =>
    argumentOf(extraction, nameBeside(extraction, each) ?? each, told),
  );
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
    objects: objectsOf(extraction, start, head, copula)
      .filter((object) => !isBehindSaying(extraction, head, object.head))
      .flatMap((object) => behind(object, first, last)),
    addressees:
      childBy(extraction, head, 'ccomp') === undefined
        ? []
        : childrenBy(extraction, head, 'iobj').map((each) => argumentOf(extraction, each)),
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

/** "are |not| done", "Quill did": what the predicate holds is no object, nor a part of one. */
function behind(object: Argument, first: number, last: number): Argument[] {
  if (object.last < first || object.first > last) return [object];
  return object.head > last ? [{ ...object, first: last + 1 }] : [];
}

/** "“We want peace,” said her father, |Boris Hale|": who speaks is no part of what is said, whatever the parser hung it on. */
function isBehindSaying(extraction: Extraction, verb: number, word: number): boolean {
  const [said, other] = [extraction.tokens[verb], extraction.tokens[word]];
  return (
    said !== undefined &&
    other !== undefined &&
    quotationsAround(extraction, verb).some(
      ({ direct, cue, content }) =>
        direct && cue !== null && containsSpan(content, said) && content.end <= cue.start && cue.start < other.start,
    )
  );
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
    addressees: [],
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
export function isParticle(extraction: Extraction, child: number, head: number): boolean {
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

/** The clause that is the object ("said that …"). */
function contentOf(extraction: Extraction, head: number): Argument | null {
  const clause = childBy(extraction, head, 'ccomp');
  if (clause === undefined) return null;
  const content = stretchOfClause(extraction, clause, () => false);
  const date = dateBehind(extraction, head);
  return date !== null && content.first === date.first ? { ...content, first: date.last + 1 } : content;
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
