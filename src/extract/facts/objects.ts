// The objects of a predicate: its own, the noun that a relative clause tells of, one that conjoined verbs share.
import type { Extraction } from '../../model/extraction.ts';
import { childBy, childrenBy, childrenOf, fullRelationAt, headOf, subtreeOf, uposOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { type Argument, argumentOf, conjunctsOf, isInsideTime } from './arguments.ts';
import { antecedentOf, ownSubject } from './subjects.ts';

/** What the predicate of this head is done to or, for a copula, what it links; conjuncts apart. */
export function objectsOf(extraction: Extraction, start: number, head: number, copula: boolean): Argument[] {
  if (copula && uposOf(extraction, start) !== 'VERB') {
    if (childBy(extraction, head, 'case') !== undefined || uposOf(extraction, head) === 'VERB') return [];
    // "was ill and left": what the second verb says is a clause of its own.
    return conjunctsOf(extraction, head).filter(
      (each) => each.head === head || uposOf(extraction, each.head) !== 'VERB',
    );
  }
  if (childrenBy(extraction, head, 'expl').some((child) => wordAt(extraction, child) === 'there')) {
    return childrenBy(extraction, head, 'nsubj')
      .filter((each) => fullRelationAt(extraction, each) !== 'nsubj:outer')
      .flatMap((each) => conjunctsOf(extraction, each));
  }
  // "ordered the ministry to close", "believed her": with nothing else given, the one addressed is the object.
  const given = childrenBy(extraction, head, 'obj');
  const addressed =
    given.length === 0 && childBy(extraction, head, 'ccomp') === undefined ? childrenBy(extraction, head, 'iobj') : [];
  const own = [...given, ...addressed].filter((each) => !isRelativePronoun(extraction, each));
  if (own.length > 0) return own.flatMap((each) => conjunctsOf(extraction, each));
  const bareOne = bareObject(extraction, head);
  if (bareOne !== null) return conjunctsOf(extraction, bareOne);
  const gap = gapObject(extraction, head);
  // "the offer that he made": what tells of the noun is no part of it, also where the parser takes the clause for a participle.
  if (gap !== null) return [argumentOf(extraction, gap, start)];
  const shared = sharedObject(extraction, head);
  if (shared.length > 0) return shared;
  // "became president", "remain calm"
  return childrenBy(extraction, head, 'xcomp')
    .filter((each) => uposOf(extraction, each) !== 'VERB' && childBy(extraction, each, 'case', 'mark') === undefined)
    .flatMap((each) => conjunctsOf(extraction, each));
}

/** "had visited Norland in March": a name right behind its verb that the parser took for a circumstance. */
export function bareObject(extraction: Extraction, head: number): number | null {
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
