// Who opposes whom, where a noun or a whole phrase says it: "clashes between A and B", "the rival B", "blamed each other",
// "tightened sanctions on B", "denounced B's plan", "called B's offer unacceptable".
import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { stanceAt } from '../attributes/stance.ts';
import { ATTACKS, QUARREL } from '../conflict-words.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { isPredicate, subjectHeads } from '../facts/subjects.ts';
import { childBy, childrenBy, fullRelationAt, headOf, linkOf, subtreeOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { isBodyNoun } from './body-nouns.ts';
import { mentionAt } from './entity-at.ts';
import { isPeople } from './from-nouns.ts';
import type { Edge } from './make-relation.ts';
import { eachOther, ownersOf, phrasesOf, possessors, type Sides, sideAt, stateBefore } from './sides.ts';
import { verbSides } from './verb-sides.ts';

/** A guess; the scores step calibrates it as it does those of all sources. */
const SCORE = 0.8;
/** What one side does to the other. */
const DEED = new Set([
  ...ATTACKS,
  ...'sanction embargo boycott war campaign lawsuit suit action proceeding proceedings complaint charge accusation indictment criticism'.split(
    ' ',
  ),
  ...'blockade rebellion revolt uprising insurgency threat assassination kidnapping abduction overthrow'.split(' '),
]);
/** Of these "of" names the side that suffers it. */
const DEED_OF =
  /^(?:invasion|criticism|bombing|shelling|siege|boycott|blockade|murder|assassination|killing|kidnapping|abduction|overthrow)$/;
/** Of these the state suffers what its ports and banks do; of an attack those who are attacked. */
const MEASURE = /^(?:sanction|embargo|boycott|blockade|criticism)$/;
/** Verbs whose subject does what their object names; who condemns an attack on Norland does not oppose Norland. */
const DOING =
  /^(?:impose|initiate|bring|tighten|extend|renew|toughen|strengthen|maintain|keep|launch|mount|stage|conduct|wage|lead|plan|plot|threaten|order|escalate|intensify|approve|adopt|file|issue|make|begin|start|resume|continue|carry|step|claim)$/;
/** What one seeks against a person. */
const AGAINST_PERSON = /^(?:extradition|arrest|ouster|removal|resignation|overthrow|prosecution|impeachment)$/;
const SEEKING = /^(?:seek|demand|request|order|urge|want)$/;
const DISAPPROVING =
  /^(?:unacceptable|despicable|illegal|outrageous|shameful|irresponsible|provocative|absurd|ridiculous|hypocritical|disgraceful|deplorable|baseless|unjust|unfair|criminal)$/;
const RIVAL = /^(?:rival|opponent|foe|enemy|adversary|challenger)$/;

/** Edges of the words of a sentence, in reading order. */
export function rivalEdges(extraction: Extraction, sentence: Sentence): Edge[] {
  const edges: Edge[] = [];
  for (let place = sentence.firstToken; place <= sentence.lastToken; place += 1) {
    for (const [subjects, objects] of sidesAt(extraction, sentence, place))
      for (const subject of subjects)
        for (const object of objects)
          if (isSide(subject) && isSide(object)) edges.push(edgeOf(extraction, sentence, place, subject, object));
  }
  return edges;
}

function isSide({ type, kind, referent }: Mention): boolean {
  return kind !== 'nominal' || referent !== null || type === 'Organization' || type === 'Group' || type === 'Person';
}

function edgeOf(extraction: Extraction, sentence: Sentence, cue: number, subject: Mention, object: Mention): Edge {
  return {
    ...{ subject, object, sentence, literal: null, passive: false, score: SCORE },
    predicate: lemmaAt(extraction, cue),
    // The word itself may be a trigger of a user's own: "sanctions on B".
    triggers: [lemmaAt(extraction, cue), 'oppose'],
    cue: spanOf(extraction, cue, cue),
    ...stanceAt(extraction, cue),
  };
}

function sidesAt(extraction: Extraction, sentence: Sentence, place: number): Sides[] {
  const [upos, lemma, word] = [uposOf(extraction, place), lemmaAt(extraction, place), wordAt(extraction, place)];
  if (word === 'rival' && /^(?:amod|compound)$/.test(fullRelationAt(extraction, place)))
    return besideRival(extraction, sentence, place);
  if (upos === 'NOUN') {
    return [
      ...(QUARREL.test(lemma) ? quarrelSides(extraction, place) : []),
      ...(DEED.has(lemma) ? deedSides(extraction, place) : []),
      ...(AGAINST_PERSON.test(lemma) ? soughtSides(extraction, place) : []),
      ...(RIVAL.test(lemma) ? namedRivals(extraction, place) : []),
    ];
  }
  if (DISAPPROVING.test(word)) return disapproved(extraction, place);
  if (word === 'responsible') return heldResponsible(extraction, place);
  return upos === 'VERB' ? verbSides(extraction, place, lemma) : [];
}

/** "clashes between A and B" both ways; "A's dispute with B", "A is mired in disputes with B". */
function quarrelSides(extraction: Extraction, noun: number): Sides[] {
  return phrasesOf(extraction, noun).flatMap(({ link, heads }): Sides[] => {
    const partners = heads.flatMap((head) => sideAt(extraction, head));
    if (link === 'between' || link === 'among') return eachOther(partners);
    return link === 'with' ? [[ownersOrSubjects(extraction, noun), partners]] : [];
  });
}

/** "A's sanctions on B", "U.S. sanctions on B", "A tightened sanctions on B", "attacks on B by A", "A, blamed for attacks on B". */
function deedSides(extraction: Extraction, noun: number): Sides[] {
  const phrases = phrasesOf(extraction, noun);
  const victims = phrases
    .filter(({ link }) => /^(?:on|against)$/.test(link) || (link === 'of' && DEED_OF.test(lemmaAt(extraction, noun))))
    .flatMap(({ heads }) => heads.flatMap((head) => victimsAt(extraction, noun, head)));
  if (victims.length === 0) return [];
  const doers = phrases
    .filter(({ link }) => link === 'by')
    .flatMap(({ heads }) => heads.flatMap((head) => sideAt(extraction, head)));
  const all = [
    ...doers,
    ...possessors(extraction, noun),
    ...stateBefore(extraction, noun),
    ...doersByVerb(extraction, noun),
  ];
  return [[all, victims]];
}

/** "sanctions on |Norland|, on |Norland|'s ports, on |Norlandish| ports"; troops are what suffers, not their state. */
function victimsAt(extraction: Extraction, deed: number, head: number): Mention[] {
  const own = sideAt(extraction, head);
  const isMeasure = MEASURE.test(lemmaAt(extraction, deed));
  if (own.length > 0 || !isMeasure || isBodyNoun(extraction, head) || isPeople(extraction, head)) return own;
  return [...possessors(extraction, head), ...stateBefore(extraction, head)];
}

/** Who does the deed where it is the object of a verb of doing, or who is blamed for it. */
function doersByVerb(extraction: Extraction, noun: number): Mention[] {
  const verb = headOf(extraction, noun);
  if (verb < 0) return [];
  const relation = fullRelationAt(extraction, noun);
  const lemma = lemmaAt(extraction, verb);
  if (lemma === 'blame' && /^obl/.test(relation)) return blamed(extraction, verb);
  const isDone = (relation === 'obj' || relation === 'nsubj:pass') && DOING.test(lemma);
  if (!isDone) return [];
  const agents = relation === 'obj' ? subjectHeads(extraction, verb) : childrenBy(extraction, verb, 'obl:agent');
  return agents.flatMap((head) => sideAt(extraction, head));
}

/** "A movement |blamed| for", "A was blamed for", "blamed A for". */
function blamed(extraction: Extraction, verb: number): Mention[] {
  const objects = childrenBy(extraction, verb, 'obj');
  if (objects.length > 0) return objects.flatMap((head) => sideAt(extraction, head));
  const noun = headOf(extraction, verb);
  const heads = fullRelationAt(extraction, verb) === 'acl' ? [noun] : subjectHeads(extraction, verb);
  return heads.flatMap((head) => sideAt(extraction, head));
}

/** "sought the extradition of B", "demanded B's resignation". */
function soughtSides(extraction: Extraction, noun: number): Sides[] {
  const verb = headOf(extraction, noun);
  if (fullRelationAt(extraction, noun) !== 'obj' || !SEEKING.test(lemmaAt(extraction, verb))) return [];
  const of = phrasesOf(extraction, noun).filter(({ link }) => link === 'of');
  const sought = [
    ...of.flatMap(({ heads }) => heads.flatMap((head) => sideAt(extraction, head))),
    ...possessors(extraction, noun),
  ];
  return [
    [
      subjectHeads(extraction, verb).flatMap((head) => sideAt(extraction, head)),
      sought.filter(({ type }) => type === 'Person'),
    ],
  ];
}

/** "A's main |rivals| are B and C". */
function namedRivals(extraction: Extraction, noun: number): Sides[] {
  const owners = possessors(extraction, noun);
  const predicate = headOf(extraction, noun);
  if (owners.length === 0 || fullRelationAt(extraction, noun) !== 'nsubj') return [];
  if (childBy(extraction, predicate, 'cop') === undefined) return [];
  const names = subtreeOf(
    extraction,
    predicate,
    (child) => !/^(?:acl|advcl|nmod)/.test(fullRelationAt(extraction, child)),
  )
    .filter((place) => place > noun)
    .flatMap((place) => mentionAt(extraction, place) ?? [])
    .filter(({ kind, type }) => kind === 'name' && owners.some((owner) => owner.type === type));
  return [[[...new Set(names)], owners]];
}

/** "A and the |rival| B", "supporters of A and the rival B faction"; of a B alone, the only other body that the sentence names before it. */
function besideRival(extraction: Extraction, sentence: Sentence, rival: number): Sides[] {
  const head = headOf(extraction, rival);
  const own = namesUnder(extraction, head);
  if (own.length === 0) return [];
  const joined = [
    ...conjunctHeads(extraction, head),
    ...(fullRelationAt(extraction, head) === 'conj' ? [headOf(extraction, head)] : []),
  ];
  const first = own[0] as Mention;
  const others = joined.flatMap((each) => namesUnder(extraction, each)).filter(({ type }) => type === first.type);
  const before = others.length > 0 ? others : bodiesBefore(extraction, sentence, first);
  return [
    [own, before],
    [before, own],
  ];
}

function bodiesBefore(extraction: Extraction, sentence: Sentence, { start, type }: Mention): Mention[] {
  const before = extraction.mentions.filter(
    (mention) =>
      mention.kind === 'name' && mention.type === type && sentence.start <= mention.start && mention.end <= start,
  );
  return before.length === 1 ? before : [];
}

/** The entity of a noun, or the named body in its phrase: "the |Harbour Front| faction", "|Harbour Party| supporters". */
function namesUnder(extraction: Extraction, head: number): Mention[] {
  const own = mentionAt(extraction, head);
  if (own?.kind === 'name') return [own];
  return childrenBy(extraction, head, 'compound', 'nmod').flatMap((child) => {
    const mention = mentionAt(extraction, child);
    return mention?.kind === 'name' && mention.type === 'Organization' ? [mention] : [];
  });
}

/** "A said B is |responsible| for the attack", "A says B is behind the violence". */
function heldResponsible(extraction: Extraction, word: number): Sides[] {
  const verb = headOf(extraction, word);
  const isSaid = fullRelationAt(extraction, word) === 'ccomp' && SAYING.test(lemmaAt(extraction, verb));
  const isBad = childrenBy(extraction, word, 'obl', 'nmod').some(
    (place) => linkOf(extraction, place) === 'for' && HARM.test(lemmaAt(extraction, place)),
  );
  if (!isSaid || !isBad) return [];
  const speakers = subjectHeads(extraction, verb).flatMap((head) => sideAt(extraction, head));
  return [[speakers, childrenBy(extraction, word, 'nsubj').flatMap((head) => sideAt(extraction, head))]];
}

const SAYING = /^(?:say|claim|insist|argue|add|tell|believe)$/;
const HARM =
  /^(?:violence|attack|killing|death|murder|bombing|blast|explosion|atrocity|massacre|crime|abuse|unrest|crisis|kidnapping|assassination|genocide)$/;

/** "A called B's proposal |unacceptable|", "A said the proposal offered by B is unacceptable". */
function disapproved(extraction: Extraction, word: number): Sides[] {
  const verb = headOf(extraction, word);
  if (!isPredicate(extraction, verb)) return [];
  const isCalled = lemmaAt(extraction, verb) === 'call' && fullRelationAt(extraction, word) === 'xcomp';
  const isSaid =
    /^(?:ccomp|parataxis)$/.test(fullRelationAt(extraction, word)) &&
    /^(?:say|insist|argue|add)$/.test(lemmaAt(extraction, verb));
  if (!isCalled && !isSaid) return [];
  const things = isCalled ? childrenBy(extraction, verb, 'obj') : childrenBy(extraction, word, 'nsubj');
  const speakers = subjectHeads(extraction, verb).flatMap((head) => sideAt(extraction, head));
  return [[speakers, things.flatMap((thing) => ownersOf(extraction, thing))]];
}

/** "A's dispute", or the subjects of the verb that the noun is an argument of. */
function ownersOrSubjects(extraction: Extraction, noun: number): Mention[] {
  const owners = possessors(extraction, noun);
  const verb = headOf(extraction, noun);
  const isArgument = /^(?:obj|obl)$/.test(fullRelationAt(extraction, noun)) && isPredicate(extraction, verb);
  // "forces doing battle with": a parser may hang the participle on another noun.
  if (owners.length > 0 || !isArgument || /^(?:acl|advcl)$/.test(fullRelationAt(extraction, verb))) return owners;
  return subjectHeads(extraction, verb).flatMap((head) => sideAt(extraction, head));
}
