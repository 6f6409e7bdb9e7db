// The verb of an act: the last of a finite chain, whether its subject does it or has it done, and the predicate made of it.
import type { Extraction } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { isParticle } from '../facts/read-clauses.ts';
import { isInfinitive } from '../facts/subjects.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { childBy, childrenBy, childrenOf, fullRelationAt, headOf, markersOf, topOf, uposOf } from '../tree.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';

/** Verbs that tell something without an object. */
export const ALONE = new Set(readLexicon<{ readonly alone: readonly string[] }>('acts').alone);
/** Verbs between a subject and one that shares it. */
const MOST_CONJUNCTS = 3;

/** The last of the verbs of a finite predicate ("managed to |close|"); null where it has none. */
export function verbOf(extraction: Extraction, span: Span): number | null {
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
export function passiveOf(extraction: Extraction, verb: number): number | null {
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
export function predicateOf(extraction: Extraction, verb: number): string {
  const particle = lastOfVerb(extraction, verb);
  const form = passiveOf(extraction, verb) === null ? lemmaAt(extraction, verb) : `be ${wordAt(extraction, verb)}`;
  return particle === verb ? form : `${form} ${wordAt(extraction, particle)}`;
}

/** With its particle. */
export function lastOfVerb(extraction: Extraction, verb: number): number {
  return childrenOf(extraction, verb).find((child) => child > verb && isParticle(extraction, child, verb)) ?? verb;
}
