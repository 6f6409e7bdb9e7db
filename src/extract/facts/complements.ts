// The phrases of place, time and manner of a predicate, with those that the parser hung elsewhere.
import type { Extraction } from '../../model/extraction.ts';
import { dateBehind, sayingBefore } from '../reporting.ts';
import { childBy, childrenBy, childrenOf, fullRelationAt, headOf, uposOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { type Argument, argumentOf, conjunctsOf, headWithin, isInsideTime, isNominal } from './arguments.ts';
import { bareObject } from './objects.ts';
import { antecedentOf, gerundSubject, isPredicate, ownSubject } from './subjects.ts';

/** A prepositional or bare phrase of the predicate; its conjuncts share the preposition. */
export interface Complement {
  /** First place of the preposition, null for a bare phrase ("last week", "home"). */
  readonly preposition: number | null;
  /** The preposition in lower case ("in", "because of"); empty for a bare phrase. */
  readonly link: string;
  readonly phrases: readonly Argument[];
}

/** In order of their words. `start`: the outermost verb of the chain; `last`: the last place of the predicate. */
export function complementsOf(
  extraction: Extraction,
  start: number,
  chain: readonly number[],
  last: number,
): Complement[] {
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
      if (nominal && !taken.includes(child) && !isDateOfSaying(extraction, child, verb))
        found.push(...complementAt(extraction, child, verb));
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
  for (const child of saidOn(extraction, head)) found.push(...complementAt(extraction, child, head));
  return found.sort((left, right) => (left.phrases[0]?.first ?? 0) - (right.phrases[0]?.first ?? 0));
}

/** "Prices rose, Hale said |on Monday|": the date right behind a verb of saying is that verb's. */
function isDateOfSaying(extraction: Extraction, child: number, verb: number): boolean {
  if (!isInsideTime(extraction, child)) return false;
  const saying = sayingBefore(extraction, argumentOf(extraction, child).first);
  return saying !== null && saying.verb !== verb && saying.last >= child;
}

/** The date right behind a verb of saying, where the parser hung it on another word. */
function saidOn(extraction: Extraction, verb: number): number[] {
  const date = dateBehind(extraction, verb);
  const head = date && headWithin(extraction, date);
  return head !== null && headOf(extraction, head) !== verb ? [head] : [];
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

/** The prepositions of a phrase; of "by the owner Ada Quill" a parser may hang them on the description. */
function casesOf(extraction: Extraction, head: number): number[] {
  const own = childrenBy(extraction, head, 'case');
  if (own.length > 0) return own;
  return childrenBy(extraction, head, 'nmod:desc')
    .filter((each) => each < head)
    .flatMap((each) => childrenBy(extraction, each, 'case'));
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
  const cases = casesOf(extraction, child).filter((each) => each < child && !hasVerbBetween(extraction, each, child));
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
