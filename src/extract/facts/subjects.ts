// Who does what a predicate says: its own subject, or the one that it shares or is controlled by.
import type { Extraction } from '../../model/extraction.ts';
import { isSpokenApart, mentionsAround } from '../by-sentence.ts';
import { isPast } from '../tense.ts';
import { childBy, childrenBy, fullRelationAt, headOf, stretchOf, uposOf } from '../tree.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';
import { conjunctHeads, headWithin, isGlued, isInsideTime, isSetOff } from './arguments.ts';
import { datelineEnd, isDateline } from './datelines.ts';

/** No clause is controlled through more clauses than this. */
const DEEPEST = 12;
const RELATIVE = /^(?:who|which|that|whom)$/;
/** Verbs whose object is to do what the infinitive behind them says. */
const BIDDING =
  /^(?:urge|ask|tell|order|advise|warn|instruct|command|request|beg|encourage|persuade|force|allow|permit|invite|remind)$/;

/** Heads of the subjects of a predicate, in reading order; none for an imperative or a bare fragment. */
export function subjectHeads(extraction: Extraction, predicate: number, depth = 0): readonly number[] {
  if (depth > DEEPEST || predicate < 0) return [];
  const own = ownSubject(extraction, predicate);
  if (own !== null) {
    const antecedent = RELATIVE.test(wordAt(extraction, own)) ? antecedentOf(extraction, predicate) : null;
    if (antecedent !== null) return toldOf(extraction, own, antecedent, depth + 1);
    // "let's go": a call, not a fact.
    if (wordAt(extraction, own) === "'s") return [];
    return [own, ...conjunctHeads(extraction, own)];
  }
  const acting = gerundSubject(extraction, predicate) ?? straySubject(extraction, predicate);
  if (acting !== null) return [acting, ...conjunctHeads(extraction, acting).filter((each) => each < predicate)];
  return borrowedSubject(extraction, predicate, depth + 1);
}

/**
 * "but lawmaker Ada Quill said", "after her party had left": the bare noun right before a finite verb acts, whatever the parser hung
 * it on. "Torva is in Norland and includes": or the noun that it hung on the phrase before.
 */
function straySubject(extraction: Extraction, predicate: number): number | null {
  const auxiliaries = childrenBy(extraction, predicate, 'aux', 'cop');
  if (!isFiniteVerb(extraction, predicate, auxiliaries)) return null;
  const inside = childrenBy(extraction, predicate, 'obl')
    .filter((child) => child < predicate)
    .flatMap((child) => childrenBy(extraction, child, 'nsubj'));
  if (inside[0] !== undefined && fullRelationAt(extraction, predicate) === 'root') return inside[0];
  const start = Math.min(predicate, ...auxiliaries);
  const opening = openingBefore(extraction, start);
  let top = start - 1;
  while (headOf(extraction, top) > opening && headOf(extraction, top) < start) top = headOf(extraction, top);
  // Without an auxiliary only a conjunction tells that the verb begins a clause of its own.
  const opened = auxiliaries.length > 0 || childrenBy(extraction, predicate, 'cc', 'mark').includes(opening);
  if (isBarePronoun(extraction, start - 1, predicate)) return start - 1;
  return opened && top > opening && isStray(extraction, top) ? top : null;
}

/** "that |neither| had left": it acts, though the parser takes it for an adverb. */
function isBarePronoun(extraction: Extraction, index: number, predicate: number): boolean {
  return (
    /^(?:neither|both|all|none|some|many|most|few|each)$/.test(wordAt(extraction, index)) &&
    headOf(extraction, index) === predicate &&
    wordAt(extraction, index - 1) === 'that'
  );
}

/** The last word before a place that no noun phrase goes over. */
function openingBefore(extraction: Extraction, start: number): number {
  let place = start - 1;
  while (place >= 0 && !/^(?:CCONJ|SCONJ|VERB|AUX|PUNCT)$/.test(uposOf(extraction, place))) place -= 1;
  return place;
}

function isStray(extraction: Extraction, top: number): boolean {
  return (
    /^(?:NOUN|PROPN)$/.test(uposOf(extraction, top)) &&
    /^(?:obl|i?obj|appos|dep|conj)$/.test(fullRelationAt(extraction, top)) &&
    childBy(extraction, top, 'case') === undefined &&
    !isInsideTime(extraction, top)
  );
}

/** "had left", "left", "leaves": not "to leave", "leaving", "having left". */
function isFiniteVerb(extraction: Extraction, predicate: number, auxiliaries: readonly number[]): boolean {
  if (isInfinitive(extraction, predicate)) return false;
  const [first] = auxiliaries;
  if (first !== undefined) return !/^(?:to|be|been|being|having)$/.test(wordAt(extraction, first));
  const [word, lemma] = [wordAt(extraction, predicate), lemmaAt(extraction, predicate)];
  return uposOf(extraction, predicate) === 'VERB' && (isPast(word, lemma) || (word !== lemma && /s$/.test(word)));
}

/** "is a |poet who| lives in Torva": what is said of the complement of a copula is said of its subject. */
function toldOf(extraction: Extraction, pronoun: number, antecedent: number, depth: number): readonly number[] {
  const person = nearestPerson(extraction, pronoun);
  if (person !== null) return [person];
  const described = childBy(extraction, antecedent, 'cop') !== undefined && wordAt(extraction, pronoun) === 'who';
  const subjects = described ? subjectHeads(extraction, antecedent, depth) : [];
  if (subjects.some((each) => each < antecedent)) return subjects;
  return [isBesideName(extraction, antecedent) ? headOf(extraction, antecedent) : antecedent];
}

/** "Ada Quill, a poet": the noun only describes the name before it. */
function isBesideName(extraction: Extraction, noun: number): boolean {
  const head = headOf(extraction, noun);
  return (
    fullRelationAt(extraction, noun) === 'appos' &&
    head < noun &&
    uposOf(extraction, noun) === 'NOUN' &&
    uposOf(extraction, head) === 'PROPN' &&
    isSetOff(extraction, noun)
  );
}

/** "Their owner, |Hale Partners|, sold it", "their owner, the firm |Hale Partners|, sold it": the name of a noun stands beside it. */
export function nameBeside(extraction: Extraction, noun: number): number | null {
  if (uposOf(extraction, noun) !== 'NOUN') return null;
  const beside = childrenBy(extraction, noun, 'appos').find((child) => child > noun && isSetOff(extraction, child));
  if (beside === undefined) return null;
  const mention = mentionsAround(extraction, noun).find(({ kind, type, start, end }) => {
    const [first, last] = [tokenAfter(extraction, start), tokenAfter(extraction, end - 1)];
    const opens = uposOf(extraction, beside) === 'NOUN' ? first === beside + 1 : first <= beside && beside <= last;
    return opens && kind === 'name' && /^(?:Person|Organization)$/.test(type);
  });
  if (!mention) return null;
  return headWithin(extraction, {
    first: tokenAfter(extraction, mention.start),
    last: tokenAfter(extraction, mention.end - 1),
  });
}

/** "responds to Norland |withdrawing| troops": the noun between the preposition and the gerund acts, though the parser calls it a circumstance. */
export function gerundSubject(extraction: Extraction, predicate: number): number | null {
  if (!/ing$/.test(wordAt(extraction, predicate)) || childBy(extraction, predicate, 'aux', 'cop') !== undefined)
    return null;
  const before = childrenBy(extraction, predicate, 'obl').find((child) => child === predicate - 1);
  return before !== undefined &&
    fullRelationAt(extraction, predicate) === 'advcl' &&
    uposOf(extraction, before) === 'PROPN'
    ? before
    : null;
}

/** The token in the place of the subject, relative pronouns included; "there" of an existential clause; null where there is none. */
export function ownSubject(extraction: Extraction, predicate: number): number | null {
  const there = childrenBy(extraction, predicate, 'expl').find((child) => wordAt(extraction, child) === 'there');
  if (there !== undefined) return there;
  // "indicated the traveller was Ada Quill": what has a copula behind the verb is a clause, no subject.
  const subjects = childrenBy(extraction, predicate, 'nsubj', 'csubj').filter(
    (child) => child < predicate || childBy(extraction, child, 'cop') === undefined,
  );
  const expletive = childBy(extraction, predicate, 'expl');
  if (expletive !== undefined && subjects.every((child) => child > predicate)) return expletive;
  const inner = subjects.filter(
    (child) => fullRelationAt(extraction, child) !== 'nsubj:outer' && child !== doubled(extraction, predicate),
  );
  // "TORVA (Harrow News) - Officials said": of two the place of a dateline is none.
  const nearest = inner.findLast((child) => child < predicate && isSetApart(extraction, inner[0] ?? child, child));
  const found =
    closingSubject(extraction, predicate, inner[0]) ??
    nearest ??
    inner[0] ??
    subjects[0] ??
    expletive ??
    lentSubject(extraction, predicate);
  return found !== null && found < predicate && isDateline(extraction, found)
    ? (datedSubject(extraction, predicate) ?? found)
    : found;
}

/** "|The firm| said it had left": of the two subjects that the parser gave to what is said, the one before the saying. */
function doubled(extraction: Extraction, content: number): number | null {
  const verb = headOf(extraction, content);
  if (fullRelationAt(extraction, content) !== 'ccomp' || verb > content) return null;
  if (childBy(extraction, verb, 'nsubj', 'csubj', 'expl') !== undefined) return null;
  const [first, second] = childrenBy(extraction, content, 'nsubj', 'expl');
  return first !== undefined && second !== undefined && first < verb && verb < second ? first : null;
}

function lentSubject(extraction: Extraction, verb: number): number | null {
  const content = childBy(extraction, verb, 'ccomp');
  return content === undefined ? null : doubled(extraction, content);
}

/** "TORVA (Harrow News) - Officials said": the noun right before the verb, where the parser took the place for its subject. */
function datedSubject(extraction: Extraction, predicate: number): number | null {
  const opening = datelineEnd(extraction, predicate);
  let top = Math.min(predicate, ...childrenBy(extraction, predicate, 'aux', 'cop')) - 1;
  while (headOf(extraction, top) > opening && headOf(extraction, top) < predicate) top = headOf(extraction, top);
  return top > opening && /^(?:NOUN|PROPN|PRON)$/.test(uposOf(extraction, top)) ? top : null;
}

/** "Hale has arrived, |a spokeswoman| said": of what is said before the comma, the parser may have taken the subject. */
function closingSubject(extraction: Extraction, predicate: number, subject = predicate): number | null {
  if (!childrenBy(extraction, predicate, 'ccomp').some((content) => subject < content && content < predicate))
    return null;
  const opening = openingBefore(extraction, predicate);
  let top = predicate - 1;
  while (headOf(extraction, top) > opening && headOf(extraction, top) < predicate) top = headOf(extraction, top);
  const isNoun = /^(?:NOUN|PROPN|PRON)$/.test(uposOf(extraction, top));
  return wordAt(extraction, opening) === ',' && top > opening && isNoun ? top : null;
}

/** A dash between two places. */
function isSetApart(extraction: Extraction, first: number, last: number): boolean {
  for (let place = first + 1; place < last; place += 1)
    if (/^[–—-]$/.test(wordAt(extraction, place)) && !isGlued(extraction, place + 1)) return true;
  return false;
}

/** The noun that the relative clause of this predicate tells of; a conjunct belongs to the same clause. Null outside one. */
export function antecedentOf(extraction: Extraction, predicate: number): number | null {
  let at = predicate;
  for (let step = 0; step < DEEPEST; step += 1) {
    const relation = fullRelationAt(extraction, at);
    if (relation === 'acl:relcl' || relation === 'acl') return headOf(extraction, at);
    if (relation !== 'conj' && relation !== 'xcomp' && relation !== 'ccomp') return null;
    at = headOf(extraction, at);
  }
  return null;
}

/** "…, adviser to Boris Hale, who left": of two people a parser may take the first, writers mean the last. */
export function nearestPerson(extraction: Extraction, pronoun: number): number | null {
  if (wordAt(extraction, pronoun) !== 'who' || wordAt(extraction, pronoun - 1) !== ',') return null;
  const end = extraction.tokens[pronoun - 2]?.end ?? -1;
  const name = mentionsAround(extraction, pronoun).find(
    (mention) => mention.end === end && mention.kind === 'name' && mention.type === 'Person',
  );
  if (!name) return null;
  // The word of the name that hangs on a word outside it.
  for (let place = pronoun - 2; (extraction.tokens[place]?.start ?? -1) >= name.start; place -= 1) {
    const head = extraction.tokens[headOf(extraction, place)];
    if (!head || head.start < name.start || head.end > name.end) return place;
  }
  return null;
}

function borrowedSubject(extraction: Extraction, predicate: number, depth: number): readonly number[] {
  const governor = headOf(extraction, predicate);
  if (governor < 0) return [];
  switch (fullRelationAt(extraction, predicate)) {
    case 'conj':
      return isPredicate(extraction, governor) ? subjectHeads(extraction, governor, depth) : [];
    case 'xcomp': {
      const called = calledUpon(extraction, predicate, governor);
      if (called !== null) return [called, ...conjunctHeads(extraction, called)];
      const object = childBy(extraction, governor, 'obj') ?? childBy(extraction, governor, 'iobj');
      if (
        object !== undefined &&
        lemmaAt(extraction, governor) === 'let' &&
        /^(?:'s|us)$/.test(wordAt(extraction, object))
      )
        return [];
      const controls = object !== undefined && lemmaAt(extraction, governor) !== 'promise';
      return controls ? [object, ...conjunctHeads(extraction, object)] : subjectHeads(extraction, governor, depth);
    }
    case 'advcl': {
      const called = calledUpon(extraction, predicate, governor);
      if (called !== null) return [called, ...conjunctHeads(extraction, called)];
      // "blamed him for leaving": who is blamed; "urged people in Norland to leave", "picked a candidate to lead it": no purpose of the subject.
      const object = childBy(extraction, governor, 'obj', 'iobj');
      const blamed = childrenBy(extraction, predicate, 'mark').some((each) =>
        /^(?:for|from|of|into)$/.test(wordAt(extraction, each)),
      );
      const chosen = object !== undefined && CHOSEN.test(lemmaAt(extraction, object));
      const meant = isInfinitive(extraction, predicate) && (chosen || BIDDING.test(lemmaAt(extraction, governor)));
      if (object !== undefined && (blamed || (meant && object < predicate)))
        return [object, ...conjunctHeads(extraction, object)];
      return isComparison(extraction, predicate) ? [] : subjectHeads(extraction, governor, depth);
    }
    case 'ccomp': {
      const taken = childrenBy(extraction, governor, 'nsubj')[0];
      if (predicate < governor && closingSubject(extraction, governor, taken) !== null)
        return taken === undefined ? [] : [taken, ...conjunctHeads(extraction, taken)];
      // "“Sorry helps nobody,” Quill said", "found that neither had left": what is said has a subject of its own, seen or not.
      const own = isComparison(extraction, predicate) || isSpokenApart(extraction, predicate, governor);
      const finite = childrenBy(extraction, predicate, 'mark').some((each) => wordAt(extraction, each) === 'that');
      return own || finite ? [] : subjectHeads(extraction, governor, depth);
    }
    case 'appos':
    case 'list':
    case 'parataxis': {
      // "Ada Quill (born 1971) is a poet": the copula says more than the parser.
      const copula = childBy(extraction, predicate, 'cop');
      return copula !== undefined && governor < copula && /^(?:NOUN|PROPN)$/.test(uposOf(extraction, governor))
        ? [governor, ...conjunctHeads(extraction, governor)]
        : [];
    }
    case 'acl:relcl':
      // "is in Norland and includes": no relative clause, whatever the parser says.
      return childBy(extraction, predicate, 'cc') !== undefined && isPredicate(extraction, governor)
        ? subjectHeads(extraction, governor, depth)
        : [];
    case 'acl':
      // "Known for her songs, she is a poet": what opens the clause tells of its subject.
      if (predicate < governor && isPredicate(extraction, governor)) return subjectHeads(extraction, governor, depth);
      // "was elected mayor, replacing Hale": who is mayor.
      if (
        isSetOff(extraction, predicate) &&
        (fullRelationAt(extraction, governor) === 'xcomp' || childBy(extraction, governor, 'cop') !== undefined)
      )
        return subjectHeads(extraction, governor, depth);
      return childBy(extraction, predicate, 'mark') !== undefined ? planner(extraction, governor, depth) : [governor];
    default:
      return [];
  }
}

/** "called on Hale to leave", "appealed to Hale to leave": who is to do it, also where the parser hung him on the leaving. */
export function calledUpon(extraction: Extraction, predicate: number, governor: number): number | null {
  if (!isInfinitive(extraction, predicate) || !/^(?:call|appeal|plead|rely|count)$/.test(lemmaAt(extraction, governor)))
    return null;
  const named = [
    ...childrenBy(extraction, governor, 'obl'),
    ...childrenBy(extraction, predicate, 'obl', 'obj', 'nsubj'),
  ].find((child) => governor < child && child < predicate);
  const link = named === undefined ? '' : wordAt(extraction, stretchOf(extraction, named, ['case']).first - 1);
  return named !== undefined && /^(?:on|upon|to|with)$/.test(link) ? named : null;
}

/** Nouns of who is chosen to do what the infinitive behind them says. */
const CHOSEN = /^(?:candidate|nominee|replacement|successor)$/;
/** Nouns of whoever does what the infinitive behind them says. */
const DOER =
  /^(?:candidate|nominee|replacement|successor|volunteer|recruit|envoy|negotiator|mediator|lawyer|investigator|inspector|expert|officer|soldier|troop|troops|force|forces|team|panel|commission|committee|somebody|someone|anybody|anyone|nobody)$/;
/** Verbs whose subject thinks something of what others may have planned, or does something about it. */
const JUDGING =
  /^(?:investigate|probe|foil|thwart|prevent|avert|uncover|discover|allege|suspect|survive|escape|fear|defend|praise|applaud|hail|laud|criticize|criticise|condemn|denounce|slam|decry|oppose|protest|reject|resist|question|welcome|support|back|endorse|regret|ridicule|deplore)$/;

/** "Norland announced a decision to close", "Norland's decision to close": whoever has or makes the decision. */
function planner(extraction: Extraction, noun: number, depth: number): readonly number[] {
  const owner = childBy(extraction, noun, 'nmod:poss');
  if (owner !== undefined) return [owner];
  // "a threat by Norland to close the port"
  const agent = childrenBy(extraction, noun, 'nmod').find((child) =>
    childrenBy(extraction, child, 'case').some((each) => wordAt(extraction, each) === 'by'),
  );
  if (agent !== undefined) return [agent];
  // "is in the process of closing"
  if (childBy(extraction, noun, 'cop') !== undefined) return subjectHeads(extraction, noun, depth);
  // "chose a |candidate| to succeed her": who is meant for it.
  if (DOER.test(lemmaAt(extraction, noun))) return [noun];
  const verb = headOf(extraction, noun);
  const argument = /^(?:obj|obl)/.test(fullRelationAt(extraction, noun));
  // "defended the decision to close": somebody else's, or hers; nobody can tell.
  if (JUDGING.test(lemmaAt(extraction, verb))) return [];
  return argument && isPredicate(extraction, verb) ? subjectHeads(extraction, verb, depth) : [];
}

/** True where "to" marks the verb. */
export function isInfinitive(extraction: Extraction, predicate: number): boolean {
  return childrenBy(extraction, predicate, 'mark').some((child) => wordAt(extraction, child) === 'to');
}

/** "as expected", "than planned": nobody in the sentence does it. */
function isComparison(extraction: Extraction, predicate: number): boolean {
  return childrenBy(extraction, predicate, 'mark').some((child) =>
    /^(?:as|than|like)$/.test(wordAt(extraction, child)),
  );
}

/** A verb, or whatever a copula makes into a predicate. */
export function isPredicate(extraction: Extraction, index: number): boolean {
  const upos = uposOf(extraction, index);
  // "self-reinforcing": a part of a compound word.
  if (/^[-–]$/.test(wordAt(extraction, index - 1)) && isGlued(extraction, index)) return false;
  if (upos === 'VERB') return !/^(?:amod|compound|case|mark|fixed|flat|det)$/.test(fullRelationAt(extraction, index));
  if (upos === 'AUX') return !/^(?:aux|cop)/.test(fullRelationAt(extraction, index));
  // "is set to leave": what the tagger takes for an adjective may have a passive's auxiliary.
  return childBy(extraction, index, 'cop', 'aux:pass') !== undefined;
}
