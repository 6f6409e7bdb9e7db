// Edges that nouns carry: "talks between A and B", "A's trip to B", "A-led invasion of B", "troops near B".

import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { readLexicon } from '../lexicon.ts';
import { type NounPhrase, nounPhrases } from '../noun-phrases.ts';
import { lemmaAt, spanOf, tagAt, wordAt } from '../words.ts';
import { type Edge, entityOf } from './make-relation.ts';

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
const EVENT_LINKS = /^(?:to|of|on|against|with|for|in|by|from|at|into|over|towards?)$/;
const SCORE = { meeting: 0.75, possessive: 0.7, compound: 0.55, place: 0.55 } as const;

/** Edges of the nouns of a sentence; `stanceAt` gives what the governing verb says of the event at a token, `subjectAt` who goes to it. */
export function nounEdges(
  extraction: Extraction,
  sentence: Sentence,
  stanceAt: (token: number) => Pick<Edge, 'polarity' | 'modality'>,
  subjectAt: (token: number) => Mention | null,
): Edge[] {
  const phrases = nounPhrases(extraction, sentence);
  const edge = (
    subject: Mention | null,
    object: Mention | null,
    predicate: string,
    triggers: readonly string[],
    first: number,
    last: number,
    score: number,
  ): Edge[] =>
    subject && object
      ? [
          {
            subject,
            object,
            literal: null,
            predicate,
            triggers,
            passive: false,
            cue: spanOf(extraction, first, last),
            sentence,
            ...stanceAt(first),
            score,
          },
        ]
      : [];
  return phrases.flatMap((phrase) => [
    ...meetingEdges(extraction, phrases, phrase, edge, subjectAt),
    ...eventEdges(extraction, phrases, phrase, edge),
    ...placeEdges(extraction, phrases, phrase, edge),
  ]);
}

type MakeEdge = (
  subject: Mention | null,
  object: Mention | null,
  predicate: string,
  triggers: readonly string[],
  first: number,
  last: number,
  score: number,
) => Edge[];

function phraseAt(phrases: readonly NounPhrase[], place: number): NounPhrase | undefined {
  return phrases.find((phrase) => phrase.first === place);
}

/** Conjuncts from `place` on: "A", "A and B", "A, B and C". */
function listAt(extraction: Extraction, phrases: readonly NounPhrase[], place: number): NounPhrase[] {
  const list: NounPhrase[] = [];
  for (let next = phraseAt(phrases, place); next && list.length < 8; ) {
    list.push(next);
    let after = next.last + 1;
    if (wordAt(extraction, after) === ',') after += 1;
    if (wordAt(extraction, after) === 'and') after += 1;
    next = after > next.last + 1 ? phraseAt(phrases, after) : undefined;
  }
  return list;
}

/** Every pair in "talks between A, B and C"; "A's talks with B". */
function meetingEdges(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
  edge: MakeEdge,
  subjectAt: (token: number) => Mention | null,
): Edge[] {
  if (!MEETINGS.has(lemmaAt(extraction, phrase.head)) && !MEETINGS.has(wordAt(extraction, phrase.head))) return [];
  const link = wordAt(extraction, phrase.last + 1);
  const partners = listAt(extraction, phrases, phrase.last + 2).map((each) => entityOf(extraction, each));
  const noun = wordAt(extraction, phrase.head);
  if (link === 'between' || link === 'among') {
    return partners.flatMap((left, index) =>
      partners
        .slice(index + 1)
        .flatMap((right) =>
          edge(left, right, `${noun} ${link}`, ['meet', 'talk'], phrase.head, phrase.last + 1, SCORE.meeting),
        ),
    );
  }
  if (link !== 'with') return [];
  // "went there for talks with B": whoever went.
  const owner = possessorOf(extraction, phrase) ?? subjectAt(phrase.head);
  return partners.flatMap((partner) =>
    edge(owner, partner, `${noun} with`, ['meet', 'talk'], phrase.head, phrase.last + 1, SCORE.meeting),
  );
}

/** "A's visit to B", "his visit to B"; "the A-led invasion of B"; "A's" may be an adjective of a country ("the Norlandic invasion of B"). */
function eventEdges(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
  edge: MakeEdge,
): Edge[] {
  const link = phrase.last + 1;
  const word = wordAt(extraction, link);
  if (!EVENT_LINKS.test(word) || MEETINGS.has(lemmaAt(extraction, phrase.head))) return [];
  const target = phraseAt(phrases, link + 1);
  const object = target ? entityOf(extraction, target) : null;
  if (!object) return [];
  const noun = wordAt(extraction, phrase.head);
  const isEvent = EVENTS.has(lemmaAt(extraction, phrase.head)) || EVENTS.has(noun);
  const led = leaderOf(extraction, phrase);
  if (led) return edge(led, object, `lead ${noun} ${word}`, [], phrase.head, link, SCORE.possessive);
  if (!isEvent) return [];
  const owner = possessorOf(extraction, phrase);
  if (owner) return edge(owner, object, `${noun} ${word}`, [], phrase.head, link, SCORE.possessive);
  return edge(modifierOf(extraction, phrase), object, `${noun} ${word}`, [], phrase.head, link, SCORE.compound);
}

/** The mention before "'s" inside the phrase, or the pronoun that opens it ("his"). */
function possessorOf(extraction: Extraction, phrase: NounPhrase): Mention | null {
  for (let index = phrase.head - 1; index > phrase.first; index -= 1) {
    if (!/^'s?$/.test(wordAt(extraction, index))) continue;
    return mentionEndingAt(extraction, index - 1) ?? mentionEndingAt(extraction, index);
  }
  return /^(?:his|her|its|their|our|my|your)$/.test(wordAt(extraction, phrase.first))
    ? mentionEndingAt(extraction, phrase.first)
    : null;
}

function mentionEndingAt(extraction: Extraction, index: number): Mention | null {
  const end = extraction.tokens[index]?.end ?? -1;
  const found = mentionsAround(extraction, index).filter(
    (mention) => mention.end === end && !['Time', 'Quantity', 'Role'].includes(mention.type),
  );
  return found.find((mention) => mention.kind === 'name') ?? found[0] ?? null;
}

/** "A-led", "A led": who leads the event. */
function leaderOf(extraction: Extraction, phrase: NounPhrase): Mention | null {
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
function modifierOf(extraction: Extraction, phrase: NounPhrase): Mention | null {
  if (phrase.head <= phrase.first) return null;
  const mention = mentionEndingAt(extraction, phrase.head - 1);
  return mention && mention.kind === 'name' && (mention.referent !== null || mention.type !== 'Person')
    ? mention
    : null;
}

/** "troops near the border": people placed by a preposition right after their noun. */
function placeEdges(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
  edge: MakeEdge,
): Edge[] {
  const link = phrase.last + 1;
  const word = wordAt(extraction, link);
  if (!PLACES.has(word) || !isPeople(extraction, phrase.head) || tagAt(extraction, phrase.first - 1) === 'AUX')
    return [];
  const target = phraseAt(phrases, link + 1);
  const place = target ? entityOf(extraction, target) : null;
  return place?.type === 'Place' || place?.referent?.type === 'Place'
    ? edge(entityOf(extraction, phrase), place, word, [], link, link, SCORE.place)
    : [];
}

/** True for a noun that counts people ("troops", "refugees"). */
export function isPeople(extraction: Extraction, index: number): boolean {
  return PEOPLE.has(wordAt(extraction, index)) || PEOPLE.has(lemmaAt(extraction, index));
}
