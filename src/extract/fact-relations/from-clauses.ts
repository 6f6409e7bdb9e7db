// Edges out of clauses: subject to object, subject to each complement, and the thing moved to where it is moved.

import type { Extraction, Mention } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { stanceAt } from '../attributes/stance.ts';
import type { Argument } from '../facts/arguments.ts';
import type { PredicateClause } from '../facts/read-clauses.ts';
import { subjectHeads } from '../facts/subjects.ts';
import { VERDICT } from '../judgements.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { CLAUSE_ONLY, QUOTE_ONLY, SAY } from '../reporting.ts';
import { childBy, childrenBy, fullRelationAt, headOf, lemmaWithParticle, subtreeOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import {
  complementsWithRelative,
  describedTo,
  isLightObject,
  joinPredicate,
  objectComplements,
} from './clause-complements.ts';
import { entityAt, valueAt } from './entity-at.ts';
import { isOnlyCounted, measuresOf } from './from-measures.ts';
import { mutualEdges } from './from-mutual.ts';
import { CONTAINING, type Edge, type EdgeBase } from './make-relation.ts';
import { APPOINTING } from './role-ends.ts';

const LISTS = readLexicon<{ motion: readonly string[]; events: readonly string[] }>('events');
const MOTION = new Set(LISTS.motion);
const EVENTS = new Set(LISTS.events);
/** Guesses, not yet calibrated: the object is surer than a complement further off. */
const SCORE = { object: 0.7, complement: 0.6, moved: 0.6, literal: 0.7, condition: 0.5 } as const;
/** Verbs of saying that do something to their object. */
const ADDRESSING = new Set(['accuse', 'urge', 'warn', 'charge', 'ask', 'assure']);
/** Prepositions whose phrase says when or how, not whom. */
const NOT_AN_EDGE =
  /^(?:of|as|since|during|until|till|despite|amid|than|like|before|after|according to|because of|due to|without|including|)$/;
const CONDITIONAL = /^(?:unless|if|provided|providing|lest)$/;
/** What an institution does or is made of, where it moves. */
const WORK = /^(?:operation|staff|service|work|function|activity|headquarters|personnel|business|office|production)s?$/;
/** Verbs of saying that also name a deed, whose object is no words; and those that say something only to somebody. */
const DEEDS = /^(?:observe|share|oppose|signal|answer|report|admit|confirm)$/;
const ADDRESSED = /^(?:ask|quote|charge|read)$/;
/** Verbs that dates of birth, death, founding and holding go with. */
const DATED =
  /^(?:bear|born|die|pass away|kill|execute|assassinate|found|establish|set up|form|launch|incorporate|happen|hold|take|open|begin|start)$/;
/** Of these, in the active, the object is dated. */
const ON_OBJECT = /^(?:found|establish|set up|form|launch|begin|start|open|hold|kill|execute|assassinate)$/;

/**
 * Edges of one clause. Speech ("said to reporters") gives none but where a trigger names its very verb: it is attribution, not a
 * fact about the speaker.
 */
export function edgesOf(extraction: Extraction, clause: PredicateClause): Edge[] {
  const subjects =
    accused(extraction, clause) ??
    appointed(extraction, clause) ??
    clause.subjects.flatMap(({ head }) => subjectsAt(extraction, clause, head));
  const lemma = verbLemma(extraction, clause);
  const base: EdgeBase = {
    literal: null,
    passive: clause.passive,
    cue: spanOf(extraction, clause.first, clause.last),
    sentence: clause.sentence,
    ...stanceAt(extraction, clause.head),
  };
  const verb = lemmaAt(extraction, clause.head);
  const edges: Edge[] = [];
  const add = (
    objects: readonly Mention[],
    edge: Pick<Edge, 'predicate' | 'triggers' | 'score' | 'typedOnly'>,
    cueEnd: number,
  ): void => {
    const cue = cueUpTo(extraction, base, cueEnd);
    for (const subject of subjects)
      for (const object of objects) edges.push({ ...base, subject, object, cue, ...edge });
  };
  const named = clause.objects.some(({ head }) => EVENTS.has(lemmaAt(extraction, head)));
  const speech = SAY.has(verb) && !clause.copula && !named && !isDeed(clause, verb);
  if (!clause.copula) {
    const whom = clause.recipients.length > 0 ? clause.recipients : clause.objects;
    const targets = whom.filter(({ head }) => !isOnlyCounted(extraction, head));
    const typedOnly = speech && !ADDRESSING.has(verb);
    const edge = { predicate: lemma, triggers: [lemma], score: SCORE.object, typedOnly };
    add(mentionsOfAll(extraction, targets), edge, clause.last);
  }
  const ofObject = objectComplements(extraction, clause);
  for (const complement of [...complementsWithRelative(extraction, clause), ...ofObject]) {
    const { link, phrases, preposition } = complement;
    const isOf = link === 'of' && (ofObject.includes(complement) || CONTAINING.test(`${lemma} of`));
    if (NOT_AN_EDGE.test(link) && !isOf) continue;
    const joined = joinPredicate(extraction, clause, lemma, complement, ofObject.includes(complement));
    const typedOnly = speech && link !== 'with' && link !== 'of';
    const predicate = { ...joined, ...(typedOnly ? { triggers: [joined.predicate], typedOnly } : {}) };
    add(
      mentionsOfAll(extraction, withoutAddress(extraction, phrases)),
      { ...predicate, score: SCORE.complement },
      preposition ?? clause.last,
    );
  }
  for (const { link, phrases, preposition } of describedTo(extraction, clause)) {
    const predicate = `be ${wordAt(extraction, clause.head)} ${link}`;
    const edge = { predicate, triggers: [predicate], score: SCORE.complement };
    add(mentionsOfAll(extraction, phrases), edge, preposition ?? clause.last);
  }
  return [
    ...edges,
    ...mutualEdges(extraction, clause, subjects, lemma, base),
    ...movedEdges(extraction, clause, lemma, subjects, base),
    ...literalEdges(extraction, clause, lemma, subjects, base),
    ...measuresOf(extraction, clause).map((measured) => ({ ...base, ...measured, triggers: [] })),
    ...conditionEdges(extraction, clause, lemma, subjects, base),
  ];
}

/** "|Norair| is an airline founded by Hale": what a participle says of the complement of a copula it says of the subject. */
function subjectsAt(extraction: Extraction, clause: PredicateClause, head: number): Mention[] {
  const start = clause.chain[0] ?? clause.head;
  const isToldOf = fullRelationAt(extraction, start) === 'acl' && headOf(extraction, start) === head;
  const described = isToldOf && childBy(extraction, head, 'cop') !== undefined ? subjectHeads(extraction, head) : [];
  const named = described.filter((each) => each !== head).flatMap((each) => entityAt(extraction, each) ?? []);
  return named.length > 0 ? named : [entityAt(extraction, head) ?? []].flat();
}

/** Verbs whose object is said to have done what stands behind it. */
const CHARGING = /^(?:accuse|suspect|charge|convict|acquit|blame|arrest|jail|condemn|criticize|criticise|denounce)$/;

/** "accused Norland of attacking Torva": whoever is charged did it, not who charges. Null for any other clause. */
function accused(extraction: Extraction, { head }: PredicateClause): Mention[] | null {
  const verb = headOf(extraction, head);
  const isDeedOf =
    /^(?:advcl|acl|obl|xcomp)/.test(fullRelationAt(extraction, head)) && CHARGING.test(lemmaAt(extraction, verb));
  const mark = childrenBy(extraction, head, 'mark', 'case').find((each) =>
    /^(?:of|for|with)$/.test(wordAt(extraction, each)),
  );
  const objects = childrenBy(extraction, verb, 'obj');
  return !isDeedOf || mark === undefined || objects.length === 0
    ? null
    : objects.flatMap((each) => entityAt(extraction, each) ?? []);
}

/** "|Norair| named |Ada Quill| as its chairman, replacing Boris Hale": she replaces him, not the firm. Null for any other clause. */
function appointed(extraction: Extraction, { head, passive }: PredicateClause): Mention[] | null {
  const verb = headOf(extraction, head);
  const isSuccession = !passive && /^(?:replace|succeed)$/.test(lemmaAt(extraction, head));
  if (!isSuccession || fullRelationAt(extraction, head) !== 'advcl' || !APPOINTING.test(lemmaAt(extraction, verb)))
    return null;
  const people = childrenBy(extraction, verb, 'obj', 'iobj', 'xcomp').flatMap(
    (each) => entityAt(extraction, each) ?? [],
  );
  const named = people.filter(({ type }) => type === 'Person');
  return named.length > 0 ? named : null;
}

/**
 * "ruled Norland", "continued talks with Norland", "was admitted to the union", "testified against Hale": with an object, or
 * without words said, a verb that may be speech is a deed.
 */
function isDeed(clause: PredicateClause, verb: string): boolean {
  if (clause.content !== null || ADDRESSED.test(verb)) return false;
  if (verb === 'testify' || (clause.passive && verb === 'admit')) return true;
  return clause.objects.length > 0 && (DEEDS.test(verb) || QUOTE_ONLY.has(verb) || CLAUSE_ONLY.has(verb));
}

/** The verb and all up to a word behind it, where that stands further on. */
function cueUpTo(extraction: Extraction, { cue }: EdgeBase, place: number): Span {
  return { start: cue.start, end: Math.max(cue.end, spanOf(extraction, place, place).end) };
}

function mentionsOfAll(extraction: Extraction, phrases: readonly Argument[]): Mention[] {
  return phrases.flatMap((phrase) => entityAt(extraction, phrase.head) ?? []);
}

/** "in Torva, Norland": the second only says where the first lies; a list of two has an "and". */
function withoutAddress(extraction: Extraction, phrases: readonly Argument[]): readonly Argument[] {
  const [first, second] = phrases;
  if (!first || !second || phrases.length > 2 || wordAt(extraction, second.first - 1) !== ',') return phrases;
  const places = [first, second].every(({ head }) => entityAt(extraction, head)?.type === 'Place');
  return places ? [first] : phrases;
}

/** "pull back" with its particle, "find guilty" with its verdict; of a copula "be". */
function verbLemma(extraction: Extraction, clause: PredicateClause): string {
  if (clause.copula) return 'be';
  const particle = clause.last > clause.head ? ` ${wordAt(extraction, clause.last)}` : '';
  const lemma = lemmaAt(extraction, clause.head);
  return `${lemma}${particle}${lemma === 'find' ? verdictOf(extraction, clause) : ''}`;
}

/** " guilty", " not guilty" of "found Hale not guilty". */
function verdictOf(extraction: Extraction, { head }: PredicateClause): string {
  const verdict = childrenBy(extraction, head, 'xcomp', 'ccomp', 'obl').find((child) =>
    VERDICT.test(wordAt(extraction, child)),
  );
  if (verdict === undefined) return '';
  return `${wordAt(extraction, verdict - 1) === 'not' ? ' not' : ''} ${wordAt(extraction, verdict)}`;
}

/** "relocate operations from the embassy to the west": who moves, what is moved, and whence, get an edge to where. */
function movedEdges(
  extraction: Extraction,
  clause: PredicateClause,
  lemma: string,
  subjects: readonly Mention[],
  base: EdgeBase,
): Edge[] {
  if (clause.copula || !MOTION.has(lemma.split(' ')[0] ?? '')) return [];
  const goal = destinationOf(extraction, clause);
  const target = goal ? entityAt(extraction, goal.head) : null;
  if (!goal || !target) return [];
  const cue = cueUpTo(extraction, base, goal.preposition);
  const told = clause.complements.some(({ phrases }) => phrases.some(({ head }) => head === goal.head));
  const from = clause.complements.filter(({ link }) => link === 'from').flatMap(({ phrases }) => phrases);
  const moved = [...(clause.passive ? [] : clause.objects), ...from].flatMap((phrase) => {
    const mention = entityAt(extraction, phrase.head) ?? ownerOfWork(extraction, clause, phrase);
    // A place or person that one leaves does not itself move; an institution does.
    const stays = from.includes(phrase) && mention?.kind !== 'nominal' && mention?.type !== 'Organization';
    return mention && !stays ? [mention] : [];
  });
  return [...moved, ...(told ? [] : subjects)].map((subject) => ({
    ...base,
    cue,
    subject,
    object: target,
    predicate: `${lemma} to`,
    triggers: [],
    score: SCORE.moved,
  }));
}

/** "will close its embassy in Torva and move diplomatic operations to Lund": the work that moves is that of the house just named. */
function ownerOfWork(extraction: Extraction, { head }: PredicateClause, phrase: Argument): Mention | null {
  if (!WORK.test(lemmaAt(extraction, phrase.head)) || !/^conj/.test(fullRelationAt(extraction, head))) return null;
  const house = childrenBy(extraction, headOf(extraction, head), 'obj').flatMap(
    (each) => entityAt(extraction, each) ?? [],
  );
  return house.find(({ type }) => type === 'Organization') ?? null;
}

/** The phrase with "to" that says where a thing is moved; parsers hang it on the verb or on any noun or adverb between. */
function destinationOf(
  extraction: Extraction,
  { head }: PredicateClause,
): { readonly head: number; readonly preposition: number } | null {
  const clause = subtreeOf(
    extraction,
    head,
    (child) => !/^(?:acl|advcl|ccomp|xcomp|conj|parataxis)/.test(fullRelationAt(extraction, child)),
  );
  for (const place of clause) {
    if (place <= head || !/^(?:obl|nmod)/.test(fullRelationAt(extraction, place))) continue;
    const preposition = childrenBy(extraction, place, 'case').find((each) => wordAt(extraction, each) === 'to');
    if (preposition !== undefined) return { head: place, preposition };
  }
  return null;
}

/**
 * Who is to act: "threatened to attack unless Hale left" is "threaten to attack unless" Hale, as a condition; or is to be given
 * something ("unless Hale is given assurances"). Whom the condition only touches ("unless Hale is freed", "unless Norland frees
 * Hale") is not threatened, and nothing hangs on what he does.
 */
function conditionEdges(
  extraction: Extraction,
  clause: PredicateClause,
  lemma: string,
  subjects: readonly Mention[],
  base: EdgeBase,
): Edge[] {
  const told = ownWords(extraction, clause, lemma);
  const conditions = [...clause.chain, clause.head].flatMap((verb) => childrenBy(extraction, verb, 'advcl'));
  return conditions.flatMap((condition) => {
    const mark = childrenBy(extraction, condition, 'mark').find((each) => CONDITIONAL.test(wordAt(extraction, each)));
    const passive = childrenBy(extraction, condition, 'aux').some(
      (each) => fullRelationAt(extraction, each) === 'aux:pass',
    );
    const given = passive ? childBy(extraction, condition, 'obj') : undefined;
    if (mark === undefined || (passive && given === undefined)) return [];
    const done = given === undefined ? [] : [wordAt(extraction, condition), wordAt(extraction, given)];
    const participants = subjectHeads(extraction, condition).flatMap((head) => entityAt(extraction, head) ?? []);
    return subjects.flatMap((subject) =>
      participants.map((object) => ({
        ...base,
        subject,
        object,
        predicate: [...governorsOf(extraction, clause), lemma, ...told, wordAt(extraction, mark), ...done].join(' '),
        triggers: [],
        modality: 'conditional' as const,
        score: SCORE.condition,
      })),
    );
  });
}

/** "stop |aid| unless", "warn |of consequences| if": the object or phrase that is no entity. */
function ownWords(extraction: Extraction, clause: PredicateClause, lemma: string): string[] {
  const [object] = clause.objects;
  if (object) return isLightObject(extraction, object.head) ? [wordAt(extraction, object.head)] : [];
  const [first] = SAY.has(lemma) ? clause.complements : [];
  const head = first?.phrases[0]?.head;
  return first && head !== undefined && entityAt(extraction, head) === null
    ? [first.link, wordAt(extraction, head)]
    : [];
}

/** "threaten to" of "threatened to attack": the verbs above the one that predicates, with the "to" that leads on. */
function governorsOf(extraction: Extraction, { chain, head }: PredicateClause): string[] {
  return chain.flatMap((verb, place) => {
    const marks = childrenBy(extraction, chain[place + 1] ?? head, 'mark', 'aux');
    const leads = marks.some((mark) => wordAt(extraction, mark) === 'to');
    return [lemmaWithParticle(extraction, verb), ...(leads ? ['to'] : [])];
  });
}

/** "was born on 7 May 1970", "paid $3m": a value as object. */
function literalEdges(
  extraction: Extraction,
  clause: PredicateClause,
  lemma: string,
  subjects: readonly Mention[],
  base: EdgeBase,
): Edge[] {
  const edges: Edge[] = [];
  // "Hale founded the firm in 1952" dates the firm, "opened a shop in 1952" the shop.
  const makes = ON_OBJECT.test(lemma) && !clause.passive && clause.objects.length > 0;
  const dated = makes ? mentionsOfAll(extraction, clause.objects) : subjects;
  for (const { link, phrases, preposition } of complementsWithRelative(extraction, clause)) {
    const time = phrases[0] ? valueAt(extraction, phrases[0].head, 'Time') : null;
    if (!time?.literal || !(DATED.test(lemma) || DATED.test(lemma.split(' ')[0] ?? '')) || !/^(?:on|in|)$/.test(link))
      continue;
    const light = lemma === 'take' && wordAt(extraction, clause.objects[0]?.head ?? -1) === 'place';
    if (/^take\b/.test(lemma) && !light) continue;
    const trigger = lemma === 'bear' ? 'born' : light ? 'take place' : lemma;
    const cue = cueUpTo(extraction, base, preposition ?? clause.last);
    for (const subject of dated)
      edges.push({
        ...base,
        cue,
        subject,
        object: time,
        literal: time.literal,
        predicate: `${lemma} ${link}`.trim(),
        triggers: [trigger],
        score: SCORE.literal,
      });
  }
  for (const phrase of clause.copula ? [] : clause.objects) {
    const quantity = valueAt(extraction, phrase.head, 'Quantity');
    if (!quantity?.literal || entityAt(extraction, phrase.head) !== null) continue;
    for (const subject of subjects)
      edges.push({
        ...base,
        subject,
        object: quantity,
        literal: quantity.literal,
        predicate: lemma,
        triggers: [],
        score: SCORE.literal,
      });
  }
  return edges;
}
