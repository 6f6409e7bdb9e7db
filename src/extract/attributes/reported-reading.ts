// The stance of what is said, thought, denied or demanded: who speaks does not change it; who denies, doubts or demands does.
import type { Extraction } from '../../model/extraction.ts';
import { SAY } from '../reporting.ts';
import { childrenBy, headOf, markersOf, relationAt } from '../tree.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';
import { hasPastAuxiliary } from './adverbial-reading.ts';
import { effectOf, isConditionNoun, PLAIN, type Reading, raisesNegation } from './effects.ts';
import { isHearsay, isUnconfirmed, readOwn } from './own-stance.ts';

/** "it is not true that", "it is not the case that". */
const TRUTH = /^(?:true|case|correct|accurate)$/;
const ASSURANCE = /^(?:assurance|guarantee|reassurance|undertaking|promise|pledge|commitment)$/;
/** What a statement is called that nobody should believe. */
const UNTRUE =
  /^(?:false|untrue|wrong|baseless|unfounded|groundless|incorrect|nonsense|lie|fabrication|invention|fake)$/;
const TALK = /^(?:rumou?r|gossip|legend|hearsay|word)$/;

/** "said that X left", "denied that X left", "demands that X leave". `outer`: the stance of the saying. */
export function reportedReading(extraction: Extraction, at: number, governor: number, outer: Reading): Reading {
  const effect = effectOf(extraction, governor, 'clause') ?? PLAIN;
  const denies = outer.negations % 2 === 1;
  const marker = markersOf(extraction, at);
  if (isCondition(extraction, at, governor, marker)) return { negations: 0, modality: 'conditional' };
  // "unless it is given assurances that", "wants guarantees that": what is to be assured is demanded.
  if (ASSURANCE.test(lemmaAt(extraction, governor)) && outer.modality !== 'actual')
    return { negations: 0, modality: 'demanded' };
  // "Rumour has it that"
  const talk = lemmaAt(extraction, governor) === 'have' ? childrenBy(extraction, governor, 'nsubj')[0] : undefined;
  if (talk !== undefined && TALK.test(lemmaAt(extraction, talk))) return { negations: 0, modality: 'possible' };
  if (isCalledFalse(extraction, governor)) return { negations: 1, modality: 'actual' };
  if (isDoubted(extraction, governor)) return { negations: 0, modality: 'possible' };
  const open = marker === 'whether' || marker === 'if';
  if (effect.negations > 0)
    return denies
      ? { negations: 0, modality: 'possible' }
      : { negations: effect.negations, modality: open ? 'possible' : effect.modality };
  if (open) return { negations: 0, modality: 'possible' };
  if (isSubjunctive(extraction, at, governor)) return { negations: denies ? 1 : 0, modality: 'demanded' };
  // "I wish they had come": they did not, but might have.
  if (lemmaAt(extraction, governor) === 'wish' && hasPastAuxiliary(extraction, at))
    return { negations: 0, modality: 'conditional' };
  if (denies) {
    if (raisesNegation(extraction, governor)) return { negations: 1, modality: effect.modality };
    if (TRUTH.test(lemmaAt(extraction, governor))) return { negations: 1, modality: 'actual' };
    // "rejected claims that", unlike "no evidence that": what the noun tells is denied.
    if (tagAt(extraction, governor) === 'NOUN' && readOwn(extraction, governor).negations === 0)
      return { negations: 1, modality: 'actual' };
    // "did not say that", "no evidence that": nothing is claimed.
    const claims = SAY.has(lemmaAt(extraction, governor)) || /^(?:NOUN|ADJ)$/.test(tagAt(extraction, governor));
    return { negations: 0, modality: claims && !/^doubt$/.test(lemmaAt(extraction, governor)) ? 'possible' : 'actual' };
  }
  if (effect.modality === 'demanded' && !isDemand(extraction, at, governor)) return conditionalOnly(outer);
  return effect.modality === 'actual' ? conditionalOnly(outer) : effect;
}

/** "the claim that X left is false", "the report that X left was wrong". */
function isCalledFalse(extraction: Extraction, noun: number): boolean {
  const verdict = headOf(extraction, noun);
  return (
    tagAt(extraction, noun) === 'NOUN' &&
    relationAt(extraction, noun) === 'nsubj' &&
    UNTRUE.test(lemmaAt(extraction, verdict)) &&
    readOwn(extraction, verdict).negations % 2 === 0
  );
}

/** "cast doubt on claims that X left", "unconfirmed reports say that X left". */
function isDoubted(extraction: Extraction, governor: number): boolean {
  const doubt = childrenBy(extraction, headOf(extraction, governor), 'obj').some(
    (each) => each < governor && lemmaAt(extraction, each) === 'doubt',
  );
  if (tagAt(extraction, governor) === 'NOUN') return doubt;
  if (isHearsay(extraction, governor)) return true;
  return childrenBy(extraction, governor, 'nsubj').some((each) => isUnconfirmed(extraction, each));
}

/** "will pay provided that X left", "says it will pay if X left": conditions that parsers take for what is said. */
function isCondition(extraction: Extraction, at: number, governor: number, marker: string): boolean {
  if (marker === 'if') return childrenBy(extraction, governor, 'ccomp').some((each) => each < at);
  const that = childrenBy(extraction, at, 'mark', 'obj').find((each) => wordAt(extraction, each) === 'that');
  return (
    that !== undefined &&
    (/^(?:provided|providing|assuming)$/.test(wordAt(extraction, that - 1)) || isConditionNoun(extraction, that - 1))
  );
}

/** A statement under "if" or "would" is no statement; under "will say" it is one. */
function conditionalOnly({ modality }: Reading): Reading {
  return modality === 'conditional' ? { negations: 0, modality } : PLAIN;
}

/** "suggested that he leave", unlike "suggested that he left" and "that they leave", which may be either. */
function isSubjunctive(extraction: Extraction, at: number, governor: number): boolean {
  if (!/^(?:suggest|recommend|propose|advise|insist|ask|request|demand|urge)$/.test(lemmaAt(extraction, governor)))
    return false;
  const subject = childrenBy(extraction, at, 'nsubj')[0];
  if (subject === undefined || !isInfinitiveForm(extraction, at)) return false;
  const word = wordAt(extraction, subject);
  return (
    tagAt(extraction, subject) === 'PROPN' || /^(?:he|she|it)$/.test(word) || word === lemmaAt(extraction, subject)
  );
}

function isInfinitiveForm(extraction: Extraction, at: number): boolean {
  const auxiliaries = childrenBy(extraction, at, 'aux', 'cop');
  if (auxiliaries.length > 0) return auxiliaries.every((each) => wordAt(extraction, each) === 'be');
  return tagAt(extraction, at) === 'VERB' && wordAt(extraction, at) === lemmaAt(extraction, at);
}

/** "insisted that he leave" demands; "insisted that he left" states. Verbs that only demand need no such form. */
function isDemand(extraction: Extraction, at: number, governor: number): boolean {
  if (!/^(?:insist|ask|propose|urge|move)$/.test(lemmaAt(extraction, governor))) return true;
  return wordAt(extraction, at) === lemmaAt(extraction, at) && childrenBy(extraction, at, 'aux').length === 0;
}
