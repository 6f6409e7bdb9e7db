// What an event's own words say: negation in its scope, modals, hedges, "is to", negative subjects and objects.
import type { Extraction, Modality } from '../../model/extraction.ts';
import { isSpokenApart } from '../by-sentence.ts';
import { SAY } from '../reporting.ts';
import { isPast } from '../tense.ts';
import { childrenBy, childrenOf, fullRelationAt, headOf, markersOf, relationAt } from '../tree.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';
import { effectOf, HEDGES, modalityOfModal, NEGATIVE_WORDS, type Reading } from './effects.ts';

const BE = /^(?:is|are|was|were|'s|'re|am|'m)$/;
const FOCUS = /^(?:only|just|merely|simply|least|surprisingly)$/;

/** Negation and modality among the children of a predicate. `from`: the child by which the reader came, not counted again. */
export function readOwn(extraction: Extraction, at: number, from = -1): Reading {
  let negations = 0;
  let isDenied = false;
  let modality: Modality = 'actual';
  const isOr = (next: Modality): void => {
    if (modality === 'actual') modality = next;
  };
  for (const child of childrenOf(extraction, at)) {
    if (child === from) continue;
    const word = wordAt(extraction, child);
    if (isNegation(extraction, child) && !isOfOther(extraction, at, child)) {
      // "do not and will not have": parsers hang both on one verb.
      if (!(isDenied && /^(?:not|n't)$/.test(word))) negations += 1;
      isDenied = true;
    }
    switch (relationAt(extraction, child)) {
      case 'aux': {
        if (isOfOther(extraction, headOf(extraction, child - 1), child - 1)) negations += 1;
        const modal = modalityOfModal(word);
        if (modal) isOr(readModal(extraction, at, word, modal));
        break;
      }
      case 'advmod':
        if (HEDGES.has(word)) isOr('possible');
        break;
      case 'parataxis':
        // "He has left, officials believe."
        if (isAside(extraction, at, child)) isOr(effectOf(extraction, child, 'clause')?.modality ?? 'actual');
        if (isHearsay(extraction, child)) isOr('possible');
        break;
      default:
        if (isNegativeArgument(extraction, at, child)) negations += 1;
        if (/^according\b/.test(markersOf(extraction, child)) && isUnconfirmed(extraction, child)) isOr('possible');
    }
  }
  if (isMissed(extraction, at)) negations += 1;
  if (isToBe(extraction, at) || isHeadlinePlan(extraction, at)) isOr('planned');
  if (wordAt(extraction, at - 1) === 'better' && wordAt(extraction, at - 2) === 'had') isOr('demanded');
  isOr(fixedMarkReading(extraction, at));
  // "complex and potentially offsetting": the hedge right before the word, wherever it hangs.
  if (HEDGES.has(wordAt(extraction, at - 1))) isOr('possible');
  return { negations, modality };
}

/** "not", "never", "no longer"; "not only" denies nothing. */
function isNegation(extraction: Extraction, child: number): boolean {
  const word = wordAt(extraction, child);
  if (!/^(?:advmod|det|cc|discourse|dep)$/.test(relationAt(extraction, child))) return false;
  if (word === 'longer' || word === 'more')
    return childrenOf(extraction, child).some((each) => wordAt(extraction, each) === 'no');
  return NEGATIVE_WORDS.has(word) && !(word === 'not' && isFocus(extraction, child));
}

/** "Nor had they met, he said": the word before an auxiliary denies the auxiliary's verb, although it may hang on what frames it. */
function isOfOther(extraction: Extraction, at: number, negation: number): boolean {
  return (
    relationAt(extraction, negation + 1) === 'aux' &&
    headOf(extraction, negation + 1) !== at &&
    isNegation(extraction, negation)
  );
}

/** "not only", "not just". */
function isFocus(extraction: Extraction, not: number): boolean {
  return FOCUS.test(wordAt(extraction, not + 1));
}

/** "No one met", "found no troops", "at no point": one negative argument denies the event. */
function isNegativeArgument(extraction: Extraction, at: number, child: number): boolean {
  if (!/^(?:nsubj|obj|obl|iobj)$/.test(relationAt(extraction, child)) || tagAt(extraction, at) === 'PUNCT')
    return false;
  const word = wordAt(extraction, child);
  if (/^(?:nobody|none|nothing|neither|no-one)$/.test(word)) return true;
  if (relationAt(extraction, child) === 'obl' && isBeside(extraction, at, child)) return false;
  if (isFew(extraction, child)) return true;
  return childrenBy(extraction, child, 'det', 'advmod', 'cc').some((each) => {
    const determiner = wordAt(extraction, each);
    return (
      determiner === 'no' ||
      determiner === 'neither' ||
      (determiner === 'not' && each < child && !isFocus(extraction, each))
    );
  });
}

/** Verbs that take with "with" whom they need: "met with no officials". */
const WITH = /^(?:meet|speak|talk|agree|deal|comply|work|cooperate|negotiate|side|communicate)$/;

/** "left after no deal", "stopped with no warning", "no matter who left": what was missing, and it happened all the same. */
function isBeside(extraction: Extraction, at: number, child: number): boolean {
  const markers = markersOf(extraction, child);
  return (
    wordAt(extraction, child) === 'matter' ||
    /^(?:after|before|since|until|despite|amid|following|because of|due to)$/.test(markers) ||
    (markers === 'with' && !WITH.test(lemmaAt(extraction, at)))
  );
}

/** "Few ministers met", unlike "a few ministers", "the few who": hardly any did. */
function isFew(extraction: Extraction, child: number): boolean {
  const words = childrenBy(extraction, child, 'amod', 'det', 'nummod', 'nmod:poss');
  return (
    relationAt(extraction, child) === 'nsubj' &&
    words.some((each) => wordAt(extraction, each) === 'few') &&
    words.every((each) => /^(?:few|very|too)$/.test(wordAt(extraction, each)))
  );
}

/** "almost met", "did anything but meet", "was nowhere near meeting": right before the word, it did not come to it. */
function isMissed(extraction: Extraction, at: number): boolean {
  const before = wordAt(extraction, at - 1);
  if (/^(?:almost|nearly)$/.test(before)) return tagAt(extraction, at) === 'VERB';
  const pair = `${wordAt(extraction, at - 2)} ${before}`;
  return pair === 'anything but' || pair === 'nowhere near';
}

function isAside(extraction: Extraction, at: number, child: number): boolean {
  return (
    childrenBy(extraction, child, 'nsubj').length > 0 &&
    SAY.has(lemmaAt(extraction, child)) &&
    childrenBy(extraction, child, 'ccomp', 'obj', 'xcomp').length === 0 &&
    child !== headOf(extraction, at) &&
    // "Norland responds: we will believe it": what follows a colon qualifies nothing before it.
    !childrenBy(extraction, child, 'punct').some((each) => each < child && wordAt(extraction, each) === ':')
  );
}

/** "unconfirmed reports", "rumours": whoever cites them does not vouch for them. */
export function isUnconfirmed(extraction: Extraction, noun: number): boolean {
  return (
    /^(?:rumou?r|gossip|hearsay|speculation)$/.test(lemmaAt(extraction, noun)) ||
    childrenBy(extraction, noun, 'amod').some((each) =>
      /^(?:unconfirmed|unverified|unsubstantiated|uncorroborated|unproven)$/.test(wordAt(extraction, each)),
    )
  );
}

/** "They left, it is claimed", "it is alleged that they left". Of two subjects a parser may give the other verb "it". */
export function isHearsay(extraction: Extraction, child: number): boolean {
  const be = childrenBy(extraction, child, 'aux', 'cop').find((each) => /^(?:is|was)$/.test(wordAt(extraction, each)));
  return (
    be !== undefined &&
    wordAt(extraction, be - 1) === 'it' &&
    /^(?:claim|allege|rumou?r|believe|think|suppose|assume)$/.test(lemmaAt(extraction, child))
  );
}

/** "would not comment", "would not say": they were asked and did not. */
const SILENCE = /^(?:comment|say|discuss|confirm|reveal|disclose|elaborate|identify|speculate|specify)$/;

function readModal(extraction: Extraction, at: number, word: string, modal: Modality): Modality {
  const perfect = childrenBy(extraction, at, 'aux').some((each) => wordAt(extraction, each) === 'have');
  if (word === 'must' && perfect) return 'possible';
  if (word === 'would' && !perfect && SILENCE.test(lemmaAt(extraction, at)) && isDeniedByNot(extraction, at))
    return 'actual';
  if (/^(?:would|'d)$/.test(word)) return isReportedFuture(extraction, at) && !perfect ? 'planned' : 'conditional';
  return modal;
}

function isDeniedByNot(extraction: Extraction, at: number): boolean {
  return childrenBy(extraction, at, 'advmod').some((each) => /^(?:not|n't)$/.test(wordAt(extraction, each)));
}

/** "announced that it would leave", "It would leave, he said": the past of "will", a plan and no condition. */
function isReportedFuture(extraction: Extraction, at: number): boolean {
  const spoken = childrenBy(extraction, at, 'parataxis').find((each) => SAY.has(lemmaAt(extraction, each)));
  // "“I would leave,” she said": words in marks keep their own tense.
  if (spoken !== undefined) return !isSpokenApart(extraction, at, spoken);
  let place = at;
  for (let step = 0; step < 6 && place >= 0; step += 1) {
    const relation = isThatClause(extraction, place) ? 'ccomp' : fullRelationAt(extraction, place);
    const governor = headOf(extraction, place);
    if (governor < 0 || isSpokenApart(extraction, at, governor)) return false;
    if (relation === 'ccomp' || relation === 'acl') {
      const lemma = lemmaAt(extraction, governor);
      if (/^(?:NOUN|ADJ)$/.test(tagAt(extraction, governor))) return relation === 'acl';
      return isPast(wordAt(extraction, governor), lemma) && !/^(?:think|believe|wish|imagine|suggest)$/.test(lemma);
    }
    if (relation !== 'conj' && relation !== 'xcomp') return false;
    place = governor;
  }
  return false;
}

/** "denied that she would meet": a clause with "that" is finite, also where the parser takes it for an open complement. */
export function isThatClause(extraction: Extraction, at: number): boolean {
  return relationAt(extraction, at) === 'xcomp' && /^(?:that|whether)\b/.test(markersOf(extraction, at));
}

/** "is due to meet": an adjective and its "to" that the parser takes for one mark. */
function fixedMarkReading(extraction: Extraction, at: number): Modality {
  const mark = childrenBy(extraction, at, 'mark').find(
    (each) => tagAt(extraction, each) === 'ADJ' && wordAt(extraction, each + 1) === 'to',
  );
  return mark === undefined ? 'actual' : (effectOf(extraction, mark, 'infinitive')?.modality ?? 'actual');
}

/** "Norland to leave union": a headline leaves out the "is". */
function isHeadlinePlan(extraction: Extraction, at: number): boolean {
  const to = childrenBy(extraction, at, 'mark', 'aux').find((each) => wordAt(extraction, each) === 'to');
  const subject = childrenBy(extraction, at, 'nsubj')[0];
  return headOf(extraction, at) < 0 && to !== undefined && subject !== undefined && subject < to;
}

/** "is to meet", "were to be sent": a form of "be" before the "to" of the event. */
function isToBe(extraction: Extraction, at: number): boolean {
  const to = childrenBy(extraction, at, 'mark', 'aux').find((each) => wordAt(extraction, each) === 'to');
  if (to === undefined) return false;
  let before = to - 1;
  while (tagAt(extraction, before) === 'ADV' || /^(?:not|n't)$/.test(wordAt(extraction, before))) before -= 1;
  const be = BE.test(wordAt(extraction, before)) && tagAt(extraction, before) === 'AUX';
  return be && (headOf(extraction, before) === at || headOf(extraction, at) === before);
}
