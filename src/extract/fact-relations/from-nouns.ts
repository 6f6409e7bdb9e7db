// Edges that nouns carry: "talks between A and B", "A's trip to B", "A-led invasion of B", "troops near B".

import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { stanceAt } from '../attributes/stance.ts';
import { mentionsAround } from '../by-sentence.ts';
import { type Argument, argumentOf } from '../facts/arguments.ts';
import { isPredicate, subjectHeads } from '../facts/subjects.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { childBy, childrenBy, fullRelationAt, headOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { entityAt, mentionAt } from './entity-at.ts';
import type { Edge } from './make-relation.ts';

interface Events {
  readonly meetings: readonly string[];
  readonly events: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
}

const LISTS = readLexicon<Events>('events');
const MEETINGS = new Set(LISTS.meetings);
const EVENTS = new Set(LISTS.events);
const PEOPLE = new Set(LISTS.people);
const PLACES = new Set(LISTS.places);
const ANYBODY =
  /^(?:people|men|women|children|(?:civilian|victim|passenger|patient|resident|villager|spectator|customer|guest|tourist|driver|volunteer|rescuer|survivor|supporter|pupil|teacher|doctor|nurse|voter|citizen|student|observer)s?)$/;
const EVENT_LINKS = /^(?:to|of|on|against|with|for|in|by|from|at|into|over|towards?)$/;
const SCORE = { meeting: 0.75, possessive: 0.7, compound: 0.55, place: 0.55 } as const;

/** Edges of the nouns of a sentence, in reading order. */
export function nounEdges(extraction: Extraction, sentence: Sentence): Edge[] {
  const edges: Edge[] = [];
  for (let noun = sentence.firstToken; noun <= sentence.lastToken; noun += 1) {
    if (uposOf(extraction, noun) !== 'NOUN') continue;
    const links = linksOf(extraction, noun);
    if (links.length === 0) continue;
    const make = makeEdges(extraction, sentence, noun);
    if (has(extraction, noun, MEETINGS))
      edges.push(...links.flatMap((link) => meetingEdges(extraction, noun, link, make)));
    else edges.push(...links.flatMap((link) => eventEdges(extraction, noun, link, make)));
    if (isPeople(extraction, noun) && !isAnybody(extraction, noun))
      edges.push(...links.flatMap((link) => placeEdges(extraction, noun, link, make)));
  }
  return edges;
}

/** "58 people near Torva": nobody could find them again, unlike "troops near the border" and "Norlandish residents". */
function isAnybody(extraction: Extraction, noun: number): boolean {
  return ANYBODY.test(wordAt(extraction, noun)) && childrenBy(extraction, noun, 'amod', 'compound').length === 0;
}

/** A phrase that hangs on a noun: "with A and B". `heads` are its conjuncts. */
interface Link {
  readonly word: string;
  readonly preposition: number;
  readonly heads: readonly number[];
}

type MakeEdges = (
  subject: Mention | null,
  object: Mention | null,
  predicate: string,
  triggers: readonly string[],
  preposition: number,
  score: number,
) => Edge[];

function makeEdges(extraction: Extraction, sentence: Sentence, noun: number): MakeEdges {
  return (subject, object, predicate, triggers, preposition, score) =>
    subject && object
      ? [
          {
            subject,
            object,
            literal: null,
            predicate,
            triggers,
            passive: false,
            cue: spanOf(extraction, Math.min(noun, preposition), Math.max(noun, preposition)),
            sentence,
            ...stanceAt(extraction, noun),
            score,
          },
        ]
      : [];
}

/** The prepositional phrases of a noun; where it is the subject or object of a verb, also those right after that verb. */
function linksOf(extraction: Extraction, noun: number): Link[] {
  const own = [...childrenBy(extraction, noun, 'nmod'), ...looselyTied(extraction, noun)];
  const verb = headOf(extraction, noun);
  const shared = /^(?:nsubj:pass|nsubj|obj)$/.test(fullRelationAt(extraction, noun)) && has(extraction, noun, MEETINGS);
  const placed = isPlaced(extraction, noun, verb);
  const beside = shared || placed ? childrenBy(extraction, verb, 'obl').filter((child) => child > noun) : [];
  return [...own, ...beside].flatMap((child) => {
    const preposition = childrenBy(extraction, child, 'case').find((each) => each < child);
    if (preposition === undefined) return [];
    const word = wordAt(extraction, preposition);
    if (beside.includes(child) && !(placed ? PLACES.has(word) : /^(?:between|among|with)$/.test(word))) return [];
    return [{ word, preposition, heads: [child, ...childrenBy(extraction, child, 'conj')] }];
  });
}

/** "massed troops on the border", "there are troops on the border": people whose verb says where they are. */
function isPlaced(extraction: Extraction, noun: number, verb: number): boolean {
  if (!isPeople(extraction, noun)) return false;
  const relation = fullRelationAt(extraction, noun);
  return relation === 'obj' || (relation === 'nsubj' && childBy(extraction, verb, 'expl') !== undefined);
}

/** "troops near the border": a phrase with its own preposition and no "and" is no second noun, though the parser may say so. */
function looselyTied(extraction: Extraction, noun: number): number[] {
  if (childBy(extraction, noun, 'case') !== undefined) return [];
  return childrenBy(extraction, noun, 'conj').filter(
    (each) => childBy(extraction, each, 'cc', 'punct') === undefined && childBy(extraction, each, 'case') === noun + 1,
  );
}

function has(extraction: Extraction, noun: number, list: ReadonlySet<string>): boolean {
  return list.has(lemmaAt(extraction, noun)) || list.has(wordAt(extraction, noun));
}

/** Every pair in "talks between A, B and C"; "A's talks with B"; "A went there for talks with B". */
function meetingEdges(
  extraction: Extraction,
  noun: number,
  { word, preposition, heads }: Link,
  make: MakeEdges,
): Edge[] {
  const partners = heads.map((head) => entityAt(extraction, head));
  const predicate = `${wordAt(extraction, noun)} ${word}`;
  if (word === 'between' || word === 'among') {
    return partners.flatMap((left, index) =>
      partners
        .slice(index + 1)
        .flatMap((right) => make(left, right, predicate, ['meet', 'talk'], preposition, SCORE.meeting)),
    );
  }
  if (word !== 'with') return [];
  const owner = possessorOf(extraction, noun);
  const owners = owner ? [owner] : subjectsAround(extraction, noun);
  return owners.flatMap((each) =>
    partners.flatMap((partner) => make(each, partner, predicate, ['meet', 'talk'], preposition, SCORE.meeting)),
  );
}

/** Who does what the verb says that the noun is an argument of. */
function subjectsAround(extraction: Extraction, noun: number): Mention[] {
  // "A is in talks with B"
  if (childBy(extraction, noun, 'cop', 'aux') !== undefined && childBy(extraction, noun, 'case') !== undefined)
    return subjectHeads(extraction, noun).flatMap((head) => entityAt(extraction, head) ?? []);
  const verb = headOf(extraction, noun);
  const relation = fullRelationAt(extraction, noun);
  // "a meeting with B was requested by A"
  const agents = relation === 'nsubj:pass' ? childrenBy(extraction, verb, 'obl:agent') : [];
  if (agents.length > 0) return agents.flatMap((head) => entityAt(extraction, head) ?? []);
  if (!/^(?:obj|obl)/.test(relation) || !isPredicate(extraction, verb)) return [];
  return subjectHeads(extraction, verb).flatMap((head) => entityAt(extraction, head) ?? []);
}

/** "A's visit to B", "his visit to B"; "the A-led invasion of B"; "A's" may be an adjective of a country ("the Norlandic invasion of B"). */
function eventEdges(extraction: Extraction, noun: number, { word, preposition, heads }: Link, make: MakeEdges): Edge[] {
  if (!EVENT_LINKS.test(word)) return [];
  const predicate = `${wordAt(extraction, noun)} ${word}`;
  const phrase = argumentOf(extraction, noun);
  const led = leaderOf(extraction, phrase);
  return heads.flatMap((head) => {
    const object = entityAt(extraction, head);
    if (led) return make(led, object, `lead ${predicate}`, [], preposition, SCORE.possessive);
    if (!has(extraction, noun, EVENTS)) return [];
    const owner = possessorOf(extraction, noun);
    // "Norland's war against B": what one does against another opposes it.
    const triggers = word === 'against' ? ['oppose'] : [];
    if (owner) return make(owner, object, predicate, triggers, preposition, SCORE.possessive);
    return make(modifierOf(extraction, phrase), object, predicate, triggers, preposition, SCORE.compound);
  });
}

/** The possessor of a noun ("A's visit", "his visit"). */
export function possessorOf(extraction: Extraction, noun: number): Mention | null {
  const owner = childBy(extraction, noun, 'nmod:poss');
  if (owner !== undefined) return entityAt(extraction, owner);
  // A parser may hang the possessor on the verb; the clitic right before the phrase tells.
  const { first } = argumentOf(extraction, noun);
  return /^'s?$/.test(wordAt(extraction, first - 1)) ? mentionEndingAt(extraction, first - 2) : null;
}

/** The mention whose last word stands there, names first; values and roles left out. */
export function mentionEndingAt(extraction: Extraction, index: number): Mention | null {
  const end = extraction.tokens[index]?.end ?? -1;
  const found = mentionsAround(extraction, index).filter(
    (mention) => mention.end === end && !['Time', 'Quantity', 'Role'].includes(mention.type),
  );
  return found.find((mention) => mention.kind === 'name') ?? found[0] ?? null;
}

/** "A-led", "A led": who leads the event. */
function leaderOf(extraction: Extraction, phrase: Argument): Mention | null {
  for (let index = phrase.first; index < phrase.head; index += 1) {
    if (wordAt(extraction, index) === 'led' && /^[-–]$/.test(wordAt(extraction, index - 1)))
      return mentionEndingAt(extraction, index - 2);
    if (/^.+-led$/.test(wordAt(extraction, index))) {
      const start = extraction.tokens[index]?.start ?? -1;
      return (
        mentionsAround(extraction, index).find((mention) => mention.start === start && mention.kind === 'name') ?? null
      );
    }
  }
  return null;
}

/** A country's adjective or a name that modifies the event: the word just before its head. */
export function modifierOf(extraction: Extraction, phrase: Argument): Mention | null {
  if (phrase.head <= phrase.first) return null;
  const mention = mentionEndingAt(extraction, phrase.head - 1);
  return mention && mention.kind === 'name' && (mention.referent !== null || mention.type !== 'Person')
    ? mention
    : null;
}

/** "troops near the border": people placed by a phrase of their noun. */
function placeEdges(extraction: Extraction, noun: number, { word, preposition, heads }: Link, make: MakeEdges): Edge[] {
  if (!PLACES.has(word)) return [];
  return heads.flatMap((head) => {
    const place = entityAt(extraction, head) ?? sideOf(extraction, head);
    const fits = place?.type === 'Place' || place?.referent?.type === 'Place';
    return fits ? make(mentionAt(extraction, noun), place, word, [], preposition, SCORE.place) : [];
  });
}

/** "near the Norlandic border", "close to the border of Norland": the country whose border it is. */
function sideOf(extraction: Extraction, head: number): Mention | null {
  if (
    !/^(?:border|frontier|region|coast|capital|area|territory|territories|city|shore)$/.test(lemmaAt(extraction, head))
  )
    return null;
  for (const child of childrenBy(extraction, head, 'amod', 'compound', 'nmod')) {
    const mention = entityAt(extraction, child);
    if (mention && (mention.type === 'Place' || mention.referent?.type === 'Place')) return mention;
  }
  return null;
}

/** True for a noun that counts people ("troops", "refugees"). */
export function isPeople(extraction: Extraction, index: number): boolean {
  return has(extraction, index, PEOPLE);
}
