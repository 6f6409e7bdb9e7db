// Edges out of clauses: subject to object, subject to each complement, and the thing moved to where it is moved.

import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import type { Clause } from '../facts/clauses.ts';
import type { StancedClause } from '../facts/old-facts.ts';
import { readLexicon } from '../lexicon.ts';
import type { NounPhrase } from '../noun-phrases.ts';
import { SAY } from '../reporting.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { type Edge, entityOf } from './make-relation.ts';

const LISTS = readLexicon<{ motion: readonly string[]; events: readonly string[]; meetings: readonly string[] }>(
  'events',
);
const MOTION = new Set(LISTS.motion);
const EVENTS = new Set([...LISTS.events, ...LISTS.meetings]);
/** Shares of right edges in a sample read by eye; the object is surer than a complement further off. */
const SCORE = { object: 0.7, complement: 0.6, moved: 0.6, literal: 0.7 } as const;
/** Verbs of saying that do something to their object. */
const ADDRESSING = new Set(['accuse', 'urge', 'warn', 'charge', 'ask', 'assure']);
/** Prepositions whose phrase says when or how, not whom. */
const NOT_AN_EDGE = new Set([
  'of',
  'as',
  'since',
  'during',
  'until',
  'despite',
  'amid',
  'than',
  'like',
  'before',
  'after',
]);

const DIRECTIONS = /^(?:to|from|into|onto|towards?|by|against)$/;
/** Verbs whose object is the event: the phrase after it is the event's partner or place. */
const LIGHT = new Set([
  'hold',
  'have',
  'sign',
  'share',
  'take',
  'make',
  'play',
  'give',
  'reach',
  'conduct',
  'launch',
  'begin',
  'start',
  'end',
  'break',
  'cut',
  'form',
  'maintain',
  'discuss',
  'work',
]);

/** Edges of one clause. Speech ("said to reporters") gives none: it is attribution, not a fact about the speaker. */
export function edgesOf(extraction: Extraction, { clause, stance }: StancedClause): Edge[] {
  const subject = entityOf(extraction, clause.subject);
  const { group } = clause;
  const lemma = verbLemma(extraction, clause);
  if (group.copula && clause.objects.length > 0 && !lemma) return [];
  const base = {
    literal: null,
    passive: group.passive,
    cue: spanOf(
      extraction,
      wordAt(extraction, group.first) === 'to' ? group.first + 1 : group.first,
      clause.predicateEnd,
    ),
    sentence: clause.sentence,
    ...stance,
  };
  const edges: Edge[] = [];
  const add = (
    from: Mention | null,
    to: Mention | null,
    predicate: string,
    triggers: readonly string[],
    cueEnd: number,
    score: number,
  ): void => {
    if (from && to)
      edges.push({
        ...base,
        subject: from,
        object: to,
        predicate,
        triggers,
        cue: { start: base.cue.start, end: Math.max(base.cue.end, spanOf(extraction, cueEnd, cueEnd).end) },
        score,
      });
  };
  if ((!SAY.has(lemmaAt(extraction, group.verb)) || ADDRESSING.has(lemmaAt(extraction, group.verb))) && !group.copula) {
    for (const object of clause.objects)
      add(subject, entityOf(extraction, object), lemma, [lemma], clause.predicateEnd, SCORE.object);
  }
  for (const { preposition, phrase } of clause.complements) {
    const link = wordAt(extraction, preposition);
    const target = entityOf(extraction, phrase);
    if (
      NOT_AN_EDGE.has(link) ||
      (SAY.has(lemmaAt(extraction, group.verb)) && link !== 'with' && link !== 'of') ||
      isAttached(extraction, clause, preposition)
    )
      continue;
    const predicate = joinPredicate(extraction, clause, lemma, link);
    add(subject, target, predicate.text, predicate.triggers, preposition, SCORE.complement);
  }
  return [
    ...edges,
    ...movedEdges(extraction, clause, lemma, base),
    ...literalEdges(extraction, clause, lemma, subject, base),
  ];
}

/** "pull back" with its particle; the copula with a place is "be". */
function verbLemma(extraction: Extraction, clause: Clause): string {
  const { group } = clause;
  const particle = clause.predicateEnd > group.last ? ` ${wordAt(extraction, clause.predicateEnd)}` : '';
  return `${lemmaAt(extraction, group.verb)}${particle}`;
}

/**
 * "the embassy in the capital", "the border with B": after a noun, such a phrase belongs to the noun. It belongs to the verb
 * where it follows the verb itself or an object that only completes the verb ("held talks with"), or where it tells a direction.
 */
function isAttached(extraction: Extraction, clause: Clause, preposition: number): boolean {
  const event = clause.objects.find((each) => each.last + 1 === preposition);
  // "cancelled a visit to B": the visit has the direction, not the cancelling.
  if (event && EVENTS.has(lemmaAt(extraction, event.head))) return !LIGHT.has(lemmaAt(extraction, clause.group.verb));
  if (DIRECTIONS.test(wordAt(extraction, preposition))) return false;
  const afterComplement = clause.complements.some((each) => each.phrase.last + 1 === preposition);
  const object = clause.objects.find((each) => each.last + 1 === preposition);
  if (!object) return afterComplement;
  return clause.group.copula || !LIGHT.has(lemmaAt(extraction, clause.group.verb));
}

/** "hold talks with": a light object that is no entity itself joins the predicate. */
function joinPredicate(
  extraction: Extraction,
  clause: Clause,
  lemma: string,
  link: string,
): { text: string; triggers: string[] } {
  const object = clause.objects[0];
  const light =
    object && entityOf(extraction, object) === null && clause.objects.length === 1
      ? wordAt(extraction, object.head)
      : null;
  const text = light && link !== 'to' && link !== 'from' ? `${lemma} ${light} ${link}` : `${lemma} ${link}`;
  const triggers = [...new Set([text, `${lemma} ${link}`])];
  // "meet with", "talk to": the partner of a symmetric verb; "was founded by": the maker.
  if (/^(?:with|to)$/.test(link) && /^(?:meet|talk|speak|negotiate|confer)$/.test(lemma))
    triggers.push(lemma === 'speak' || lemma === 'confer' ? 'talk' : lemma);
  if (link === 'by' && clause.group.passive) triggers.push(lemma);
  return { text, triggers };
}

type Base = Pick<Edge, 'literal' | 'passive' | 'cue' | 'sentence' | 'polarity' | 'modality'>;

/** "relocate operations from the embassy to the west": what is moved, and whence, gets an edge to where. */
function movedEdges(extraction: Extraction, clause: Clause, lemma: string, base: Base): Edge[] {
  if (!MOTION.has(lemma.split(' ')[0] ?? '')) return [];
  const to = clause.complements.find((each) => wordAt(extraction, each.preposition) === 'to');
  const target = to ? entityOf(extraction, to.phrase) : null;
  if (!to || !target) return [];
  const from = clause.complements
    .filter((each) => wordAt(extraction, each.preposition) === 'from')
    .map((each) => each.phrase);
  const moved: NounPhrase[] = [...(clause.group.passive ? [] : clause.objects), ...from];
  const cue = { start: base.cue.start, end: spanOf(extraction, to.preposition, to.preposition).end };
  return moved.flatMap((phrase) => {
    const mention = entityOf(extraction, phrase);
    // A place or person that one leaves does not itself move; an institution does.
    if (!mention || (from.includes(phrase) && mention.kind !== 'nominal' && mention.type !== 'Organization')) return [];
    return [
      { ...base, cue, subject: mention, object: target, predicate: `${lemma} to`, triggers: [], score: SCORE.moved },
    ];
  });
}

/** "was born on 7 May 1970", "paid $3m": a value as object. */
function literalEdges(
  extraction: Extraction,
  clause: Clause,
  lemma: string,
  subject: Mention | null,
  base: Base,
): Edge[] {
  if (!subject) return [];
  const edges: Edge[] = [];
  for (const { preposition, phrase } of clause.complements) {
    const time = valueAt(extraction, phrase, 'Time');
    const born = /^(?:bear|born|die|found|establish|happen|hold)$/.test(lemma);
    // "Hale founded the firm in 1952" dates the firm.
    const dated =
      /^(?:found|establish|hold)$/.test(lemma) && !clause.group.passive
        ? clause.objects.map((object) => entityOf(extraction, object)).find((each) => each !== null)
        : subject;
    if (dated && time?.literal && born && /^(?:on|in)$/.test(wordAt(extraction, preposition))) {
      const trigger = lemma === 'bear' ? 'born' : lemma;
      edges.push({
        ...base,
        subject: dated,
        object: time,
        literal: time.literal,
        predicate: `${lemma} ${wordAt(extraction, preposition)}`,
        triggers: [trigger],
        score: SCORE.literal,
      });
    }
  }
  for (const phrase of clause.objects) {
    const quantity = valueAt(extraction, phrase, 'Quantity');
    if (quantity?.literal && entityOf(extraction, phrase) === null) {
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
  }
  return edges;
}

function valueAt(extraction: Extraction, phrase: NounPhrase, type: 'Time' | 'Quantity'): Mention | null {
  const span = spanOf(extraction, phrase.first, phrase.last);
  return (
    mentionsAround(extraction, phrase.head).find(
      (mention) =>
        mention.type === type && mention.literal !== null && mention.start < span.end && mention.end > span.start,
    ) ?? null
  );
}
