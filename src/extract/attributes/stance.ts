// Is it so, planned, possible, conditional, demanded, denied: read off the tree, from the event's own words outwards.
// The classes follow FactBank (Saurí & Pustejovsky 2009) and the implicative signatures of Karttunen (2012).
import type { Extraction, Modality, Polarity } from '../../model/extraction.ts';
import { isSpokenApart } from '../by-sentence.ts';
import { byTokens, onceALayer } from '../once-a-layer.ts';
import { SAY } from '../reporting.ts';
import { isPast } from '../tense.ts';
import { childrenBy, childrenOf, fullRelationAt, headOf, markersOf, predicateOf, relationAt } from '../tree.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';
import { adverbialReading, CONDITION, governingNoun, isGoingOn, leadOf } from './adverbial-reading.ts';
import { effectOf, NEGATIVE_WORDS, PLAIN, type Reading, raisesNegation, under } from './effects.ts';
import { moodOf } from './mood.ts';
import { nominalReading } from './nominal-reading.ts';
import { isThatClause, readOwn } from './own-stance.ts';
import { reportedReading } from './reported-reading.ts';

/** Polarity and modality of an event. */
export interface Stance {
  readonly polarity: Polarity;
  readonly modality: Modality;
}

/** No event hangs on more governors; bounds the climb in a broken tree. */
const DEEPEST = 12;

/** The stance of the event that a word names: a verb, the predicate of a copula, or an event noun ("talks"). Four steps ask: kept. */
export const stanceAt: (extraction: Extraction, token: number) => Stance = onceALayer(byTokens, readStance);

function readStance(extraction: Extraction, token: number): Stance {
  const { negations, modality } = readEvent(extraction, predicateOf(extraction, token), 0);
  return { polarity: negations % 2 === 0 ? 'positive' : 'negative', modality };
}

/** Own words and all that governs. `from`: the argument by which the reader came, not counted twice. */
export function readEvent(extraction: Extraction, at: number, depth: number, from = -1): Reading {
  if (at < 0 || depth > DEEPEST) return PLAIN;
  if (isNominal(extraction, at)) return nominalReading(extraction, at, depth, readEvent);
  if (isYetToBe(extraction, at)) return { negations: 1, modality: 'actual' };
  const own = ownOrShared(extraction, at, from);
  const governed = governedReading(extraction, at, depth);
  // "wants assurances that it will not be hit": "will" is the demand's, not a plan.
  const asked = own.modality === 'planned' && governed.modality === 'demanded';
  const reading = under(asked ? { ...own, modality: 'demanded' } : own, governed);
  if (isInverted(extraction, at) || isConditioned(extraction, at, own)) return { ...reading, modality: 'conditional' };
  return reading.modality === 'actual' ? { ...reading, modality: moodOf(extraction, at) } : reading;
}

/** "has yet to meet", "is yet to meet": not so far. */
function isYetToBe(extraction: Extraction, at: number): boolean {
  const to = childrenBy(extraction, at, 'mark', 'aux').find((each) => wordAt(extraction, each) === 'to');
  return to !== undefined && wordAt(extraction, to - 1) === 'yet';
}

/** A noun that names an event, unlike one that a copula makes a predicate. */
function isNominal(extraction: Extraction, at: number): boolean {
  return (
    /^(?:NOUN|PROPN|PRON)$/.test(tagAt(extraction, at)) &&
    // "skipped meeting him": a gerund that the tagger took for a noun.
    !(relationAt(extraction, at) === 'xcomp' && /ing$/.test(wordAt(extraction, at))) &&
    childrenBy(extraction, at, 'cop', 'nsubj', 'aux', 'mark').length === 0
  );
}

/** A conjunct without words of its own takes the auxiliaries and "not" of the first: "will not meet or talk". */
function ownOrShared(extraction: Extraction, at: number, from: number): Reading {
  const words = readOwn(extraction, at, from);
  if (relationAt(extraction, at) !== 'conj') return words;
  // "rather than wait", "instead of waiting".
  const instead = childrenBy(extraction, at, 'cc', 'case', 'mark').some((each) =>
    /^(?:rather|instead)$/.test(wordAt(extraction, each)),
  );
  const own = instead ? { ...words, negations: words.negations + 1 } : words;
  const first = headOf(extraction, at);
  if (!sharesVerb(extraction, at, first)) return own;
  const shared = readOwn(extraction, first);
  // "but" ends the negation, "nor" brings its own.
  const ends = childrenBy(extraction, at, 'cc').some((each) => /^(?:but|nor)$/.test(wordAt(extraction, each)));
  const negations = ends ? 0 : shared.negations;
  return under(own, { negations, modality: shared.modality });
}

function sharesVerb(extraction: Extraction, at: number, first: number): boolean {
  if (childrenBy(extraction, at, 'nsubj', 'aux', 'cop', 'expl').length > 0) return false;
  const auxiliaries = childrenBy(extraction, first, 'aux', 'mark').filter(
    (each) => tagAt(extraction, each) !== 'SCONJ',
  );
  if (auxiliaries.length === 0) return isSameForm(extraction, at, first);
  const bare = auxiliaries.some(
    (each) => /^(?:to|do|does|did|ca|wo)$/.test(wordAt(extraction, each)) || isModal(extraction, each),
  );
  const word = wordAt(extraction, at);
  const lemma = lemmaAt(extraction, at);
  return bare ? word === lemma : word !== lemma && !/[^s]s$/.test(word);
}

function isModal(extraction: Extraction, index: number): boolean {
  return /^(?:will|would|may|might|must|can|could|should|shall|'ll|'d)$/.test(wordAt(extraction, index));
}

/** Gerunds, bare imperatives: forms that are no finite verbs by themselves. */
function isSameForm(extraction: Extraction, at: number, first: number): boolean {
  return /ing$/.test(wordAt(extraction, at)) && /ing$/.test(wordAt(extraction, first));
}

function governedReading(extraction: Extraction, at: number, depth: number): Reading {
  const governor = headOf(extraction, at);
  // "If only they had come."
  if (governor < 0) return CONDITION.test(leadOf(extraction, at)) ? { negations: 0, modality: 'conditional' } : PLAIN;
  const reported = (): Reading =>
    reportedReading(extraction, at, governor, readEvent(extraction, governor, depth + 1, at));
  if (isDeniedByLead(extraction, at)) return { negations: 1, modality: 'actual' };
  switch (relationAt(extraction, at)) {
    case 'xcomp':
      if (isThatClause(extraction, at)) return reported();
      // "decided against signing": what the preposition says holds however the parser ties the gerund.
      return /^(?:against|from|without|instead of|rather than)\b/.test(markersOf(extraction, at))
        ? adverbialReading(extraction, at, governor, depth, readEvent)
        : opens(extraction, at, governor, depth);
    case 'csubj':
    case 'ccomp': {
      // "doubts it: “Beds are not homes.”": words in marks mean what they say, whatever the verb that leads them in.
      if (isSpokenApart(extraction, at, governor)) return PLAIN;
      const noun = contentNoun(extraction, at, governor);
      if (noun !== null) return reportedReading(extraction, at, noun, readEvent(extraction, noun, depth + 1, at));
      return isInfinitive(extraction, at) ? opens(extraction, at, governor, depth) : reported();
    }
    case 'acl':
      if (isContent(extraction, at)) return reported();
      // "the claim that they left": a mark opens what the noun tells; in a relative clause "that" is a pronoun.
      if (fullRelationAt(extraction, at) === 'acl:relcl' && !/^that\b/.test(markersOf(extraction, at))) return PLAIN;
      return isInfinitive(extraction, at) || isGerund(extraction, at)
        ? nounComplement(extraction, at, governor, depth)
        : markersOf(extraction, at) === ''
          ? PLAIN
          : reported();
    case 'advcl':
    case 'obl':
    case 'nmod': {
      const noun = governingNoun(extraction, at, governor);
      if (noun !== null) return nounComplement(extraction, at, noun, depth);
      return addressed(extraction, at, governor) || isDirectGerund(extraction, at, governor)
        ? opens(extraction, at, governor, depth)
        : adverbialReading(extraction, at, governor, depth, readEvent);
    }
    case 'conj':
      // "will weep unless X left": the conjunction makes the clause, however the parser ties it.
      return CONDITION.test(markersOf(extraction, at))
        ? { negations: 0, modality: 'conditional' }
        : governedReading(extraction, governor, depth + 1);
    case 'parataxis':
    case 'dep':
      return CONDITION.test(leadOf(extraction, at)) ? { negations: 0, modality: 'conditional' } : PLAIN;
    default:
      return PLAIN;
  }
}

/** "in the event that X left her": "that" is no object where the verb has one; parsers may say so. */
function isContent(extraction: Extraction, at: number): boolean {
  const [that, object] = childrenBy(extraction, at, 'obj', 'obl');
  return that !== undefined && object !== undefined && wordAt(extraction, that) === 'that' && object > at;
}

/** Words that open a clause and deny it, where the tree hides it, by the clause's relation. */
const DENYING_LEADS = new Map([
  ['ccomp', new Set(['short of', 'rather than'])],
  ['advcl', new Set(['short of'])],
]);

/** "short of leaving", "left rather than stay". */
function isDeniedByLead(extraction: Extraction, at: number): boolean {
  const leads = DENYING_LEADS.get(relationAt(extraction, at));
  if (leads === undefined) return false;
  return childrenBy(extraction, at, 'mark', 'case', 'cc').some((each) => {
    const [before, word, after] = [-1, 0, 1].map((step) => wordAt(extraction, each + step));
    return leads.has(`${before} ${word}`) || leads.has(`${word} ${after}`);
  });
}

/** "dismissed |reports| that they left": the clause tells what the noun right before it holds, although it hangs on the verb. */
function contentNoun(extraction: Extraction, at: number, governor: number): number | null {
  const that = childrenBy(extraction, at, 'mark').find((each) => wordAt(extraction, each) === 'that');
  if (that === undefined || that > at) return null;
  return relationAt(extraction, that - 1) === 'obj' && headOf(extraction, that - 1) === governor ? that - 1 : null;
}

/** "of leaving", "of being left". */
function isGerund(extraction: Extraction, at: number): boolean {
  return [at, ...childrenBy(extraction, at, 'aux', 'cop')].some((each) => /ing$/.test(wordAt(extraction, each)));
}

function isInfinitive(extraction: Extraction, at: number): boolean {
  return childrenBy(extraction, at, 'mark', 'aux').some((each) => wordAt(extraction, each) === 'to');
}

/** "refused to meet", "is ready to meet", "stopped meeting": the governor's effect, and all that the governor is under. */
function opens(extraction: Extraction, at: number, governor: number, depth: number): Reading {
  const outer = readEvent(extraction, governor, depth + 1, at);
  const lemma = lemmaAt(extraction, governor);
  if (isGoingOn(extraction, at, governor)) return outer;
  if (lemma === 'have' && !isInfinitive(extraction, at)) return outer;
  // "was able to", "would like to".
  if (
    lemma === 'able' &&
    childrenBy(extraction, governor, 'cop').some((each) => /^w(?:as|ere)$/.test(wordAt(extraction, each)))
  )
    return outer;
  if (isAsked(extraction, at, governor)) return under({ negations: 0, modality: 'demanded' }, outer);
  const wishes =
    /^(?:like|love|hate|care)$/.test(lemma) &&
    childrenBy(extraction, governor, 'aux').some((each) => /^(?:would|'d)$/.test(wordAt(extraction, each)));
  if (wishes) return { negations: outer.negations, modality: 'planned' };
  return under(effectOf(extraction, governor, 'infinitive') ?? PLAIN, outer);
}

/** "wants X to leave", "is supposed to leave", "said to leave", "let us leave": somebody else is to do it, or must. */
function isAsked(extraction: Extraction, at: number, governor: number): boolean {
  const passive = childrenBy(extraction, governor, 'aux').some(
    (each) => fullRelationAt(extraction, each) === 'aux:pass',
  );
  const objects = childrenBy(extraction, governor, 'obj', 'iobj');
  switch (lemmaAt(extraction, governor)) {
    case 'want':
      // A name behind the verb is its object, also where the parser says subject.
      return objects.length > 0 || childrenBy(extraction, governor, 'nsubj').some((each) => each > governor);
    case 'suppose':
      return passive && !childrenBy(extraction, at, 'aux').some((each) => wordAt(extraction, each) === 'have');
    case 'say':
      // "says X is to leave" has a subject of its own, and tells of a plan.
      return !passive && isInfinitive(extraction, at) && childrenBy(extraction, at, 'nsubj').length === 0;
    case 'let':
      return objects.some((each) => /^(?:us|'s)$/.test(wordAt(extraction, each)));
    default:
      return false;
  }
}

/** "called on X to leave", "appealed to X to leave": the phrase between the two names who is to do it. */
function addressed(extraction: Extraction, at: number, governor: number): boolean {
  if (!isInfinitive(extraction, at) || effectOf(extraction, governor, 'infinitive')?.modality !== 'demanded')
    return false;
  return childrenBy(extraction, governor, 'obl').some(
    (child) => child > governor && child < at && /^(?:on|upon|to|for|with)$/.test(markersOf(extraction, child)),
  );
}

/** "ruled out leaving": nothing between the two, and the verb is one that bears on what follows. */
function isDirectGerund(extraction: Extraction, at: number, governor: number): boolean {
  return (
    at > governor &&
    /ing$/.test(wordAt(extraction, at)) &&
    childrenBy(extraction, at, 'mark', 'case', 'nsubj', 'punct').length === 0 &&
    childrenBy(extraction, governor, 'obj', 'obl').every((each) => each > at) &&
    effectOf(extraction, governor, 'infinitive') !== null
  );
}

/** "a plan to leave", "the first to leave", "no hope of leaving": the noun's effect under the noun's own stance. */
function nounComplement(extraction: Extraction, at: number, noun: number, depth: number): Reading {
  const marker = markersOf(extraction, at);
  if (!isInfinitive(extraction, at) && marker === '') return PLAIN;
  const effect =
    effectOf(extraction, noun, 'infinitive') ??
    // "speculation about leaving", "the risk of being hit".
    (isInfinitive(extraction, at)
      ? null
      : (effectOf(extraction, noun, 'clause') ?? effectOf(extraction, noun, 'argument')));
  const ranked = /^(?:first|last|only|latest|next|second|third|one)$/;
  const isRanked =
    ranked.test(wordAt(extraction, noun)) ||
    childrenBy(extraction, noun, 'amod').some((each) => ranked.test(wordAt(extraction, each)));
  const base: Reading = effect ?? {
    negations: 0,
    modality: isRanked || !isInfinitive(extraction, at) ? 'actual' : 'planned',
  };
  return under(base, readEvent(extraction, noun, depth + 1));
}

/** "Had he known", "Should they attack": the auxiliary stands before its subject, and it is no question. */
function isInverted(extraction: Extraction, at: number): boolean {
  const auxiliary = childrenBy(extraction, at, 'aux', 'cop', 'mark')[0];
  return (
    auxiliary !== undefined &&
    hasSubjectBetween(extraction, auxiliary, at) &&
    /^(?:had|should|were)$/.test(wordAt(extraction, auxiliary)) &&
    /^(?:had|should|were|)$/.test(markersOf(extraction, at)) &&
    // "nor had she met him", "never had she met him"; not "do nothing should she meet him".
    !(NEGATIVE_WORDS.has(wordAt(extraction, auxiliary - 1)) && tagAt(extraction, auxiliary - 1) !== 'PRON') &&
    !childrenBy(extraction, at, 'cc', 'advmod').some(
      (each) => each < auxiliary && NEGATIVE_WORDS.has(wordAt(extraction, each)),
    ) &&
    /^(?:advcl|ccomp|parataxis|dep)$/.test(relationAt(extraction, at))
  );
}

/** The subject behind an auxiliary; parsers may hang it on the main clause that follows. */
function hasSubjectBetween(extraction: Extraction, auxiliary: number, at: number): boolean {
  const own = childrenBy(extraction, at, 'nsubj')[0];
  if (own !== undefined) return auxiliary < own;
  return (
    relationAt(extraction, at) === 'advcl' &&
    childrenBy(extraction, headOf(extraction, at), 'nsubj').some((each) => auxiliary < each && each < at)
  );
}

/** "If A, B": B too depends on it, unless B has already happened. Conditions reach along "and" and open complements. */
function isConditioned(extraction: Extraction, at: number, own: Reading): boolean {
  const happened = own.modality === 'actual' && isFinitePast(extraction, at);
  if (happened || isOpinion(extraction, at)) return false;
  let place = at;
  for (let step = 0; step < 4; step += 1) {
    if (childrenOf(extraction, place).some((child) => isConditionFor(extraction, child, at))) return true;
    const relation = relationAt(extraction, place);
    const governor = headOf(extraction, place);
    if (governor < 0) return false;
    if (relation === 'ccomp')
      // "If they attack, we will answer, he said": the parser hangs the condition on the saying.
      return (
        (SAY.has(lemmaAt(extraction, governor)) || isOpinion(extraction, governor)) &&
        childrenOf(extraction, governor).some(
          (child) =>
            child < at && (governor > at || isOpinion(extraction, governor)) && isConditionFor(extraction, child, at),
        )
      );
    if (relation !== 'xcomp' && !(relation === 'conj' && sharesVerb(extraction, place, governor))) return false;
    place = governor;
  }
  return false;
}

/** "If they come, I think we will stay": the condition is that of what is thought. */
function isOpinion(extraction: Extraction, at: number): boolean {
  return (
    raisesNegation(extraction, at) &&
    childrenBy(extraction, at, 'ccomp').length > 0 &&
    childrenBy(extraction, at, 'aux').length === 0
  );
}

function isConditionFor(extraction: Extraction, child: number, at: number): boolean {
  if (child === at || relationAt(extraction, child) !== 'advcl') return false;
  const marker = leadOf(extraction, child);
  const even = childrenBy(extraction, child, 'advmod').some((each) => wordAt(extraction, each) === 'even');
  if (even || /^(?:even if|lest|in case)/.test(marker)) return false;
  return CONDITION.test(marker) || isInverted(extraction, child);
}

function isFinitePast(extraction: Extraction, at: number): boolean {
  const auxiliaries = childrenBy(extraction, at, 'aux', 'cop');
  if (auxiliaries.some((each) => /^(?:has|have|had|was|were|did|'ve)$/.test(wordAt(extraction, each)))) return true;
  return auxiliaries.length === 0 && isPast(wordAt(extraction, at), lemmaAt(extraction, at));
}
