// Measures of a thing: "Torva has a population of 55,000", "inflation in Norland rose to 7.5 percent", "Norair has 45 branches".

import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { isAnonymous } from '../chain-index.ts';
import type { Argument } from '../facts/arguments.ts';
import type { PredicateClause } from '../facts/read-clauses.ts';
import { childrenBy, fullRelationAt, markersOf, uposOf } from '../tree.ts';
import { lemmaAt, spellingAt, tokenAfter, wordAt } from '../words.ts';
import { entityAt, mentionAt, valueAt } from './entity-at.ts';
import { ANYBODY } from './from-tolls.ts';
import type { Edge } from './make-relation.ts';

/** A guess, not yet calibrated. */
const SCORE = 0.7;
/** Verbs between a measure and its value. */
const AMOUNTING =
  /^(?:be|rise|fall|grow|climb|drop|decline|increase|decrease|jump|soar|slip|reach|exceed|hit|top|total|stand|surpass|number|average|amount|come|swell|shrink|slump|edge|widen|narrow)$/;
/** Of these, the ones whose value is how much it changed, unless "to" or "at" leads to it. */
const CHANGING = /^(?:rise|fall|grow|climb|drop|decline|increase|decrease|jump|soar|slip|slump|edge)$/;

/** The parts of a measure that an edge is made of. */
export type Measured = Pick<Edge, 'subject' | 'object' | 'literal' | 'predicate' | 'score'>;

/** What a clause measures: of its subject, of the owner of its subject, or of the noun that is its object. */
export function measuresOf(extraction: Extraction, clause: PredicateClause): Measured[] {
  return [...amounts(extraction, clause), ...possessed(extraction, clause)];
}

/** "The population of Torva is 55,000", "Norair shares fell 3 percent", "Norland's force numbers 120,000". */
function amounts(extraction: Extraction, clause: PredicateClause): Measured[] {
  const verb = clause.copula ? 'be' : lemmaAt(extraction, clause.head);
  const [subject] = clause.subjects;
  if (!subject || uposOf(extraction, subject.head) !== 'NOUN' || !AMOUNTING.test(verb)) return [];
  const noun = nounOf(extraction, subject.head);
  const owners = ownersOf(extraction, subject.head);
  const values: readonly { readonly phrase: Argument; readonly link: string }[] = [
    ...clause.objects.map((phrase) => ({ phrase, link: '' })),
    ...clause.complements.flatMap(({ link, phrases }) => phrases.slice(0, 1).map((phrase) => ({ phrase, link }))),
  ];
  return values.flatMap(({ phrase, link }) => {
    const quantity = quantityIn(extraction, phrase);
    if (!quantity?.literal || !/^(?:to|at|by|)$/.test(link)) return [];
    const changed = CHANGING.test(verb) && !/^(?:to|at)$/.test(link);
    const predicate = changed ? `${noun} ${verb}` : noun;
    const level = changed ? levelBehind(extraction, quantity) : null;
    return owners.flatMap((owner) => [
      measured(owner, quantity, predicate),
      ...(level === null ? [] : [measured(owner, level, noun)]),
    ]);
  });
}

/** "rose 8 percent |to $3 billion|": the level that it came to, where the parser hangs it on the change. */
function levelBehind(extraction: Extraction, change: Mention): Mention | null {
  const to = tokenAfter(extraction, change.end - 1) + 1;
  if (wordAt(extraction, to) !== 'to') return null;
  const level = mentionsAround(extraction, to).find(
    ({ type, start, literal }) => type === 'Quantity' && literal && tokenAfter(extraction, start) === to + 1,
  );
  return level ?? null;
}

/** "has a population of 55,000", "has 45 branches": what the subject has so many or so much of. */
function possessed(extraction: Extraction, clause: PredicateClause): Measured[] {
  if (clause.copula) return [];
  const owners = clause.subjects.flatMap(({ head }) => entityAt(extraction, head) ?? []);
  const verb = lemmaAt(extraction, clause.head);
  return clause.objects.flatMap((phrase) => {
    const isEntity = entityAt(extraction, phrase.head) !== null && !isOnlyCounted(extraction, phrase.head);
    if (isEntity || uposOf(extraction, phrase.head) !== 'NOUN') return [];
    const inner = childrenBy(extraction, phrase.head, 'nmod').find(
      (child) => markersOf(extraction, child) === 'of' && valueAt(extraction, child, 'Quantity') !== null,
    );
    const whole = inner === undefined ? null : valueAt(extraction, inner, 'Quantity');
    if (whole?.literal && /^(?:have|report|record|post|boast)$/.test(verb))
      return owners.map((owner) => measured(owner, whole, nounOf(extraction, phrase.head)));
    const counted = quantityIn(extraction, phrase);
    // "3 million dollars" is itself the object, and has its edge already.
    const isCounted = counted?.literal?.unit != null && counted.head !== phrase.head;
    return counted && isCounted ? owners.map((owner) => measured(owner, counted, verb)) : [];
  });
}

/** "employs 5,400 |people|": people of whom nothing but their number is told; as a thing of the graph nobody could find them again. */
export function isOnlyCounted(extraction: Extraction, noun: number): boolean {
  const mention = mentionAt(extraction, noun);
  return (
    mention !== null &&
    isAnonymous(extraction, mention) &&
    childrenBy(extraction, noun, 'nummod').length > 0 &&
    !describes(extraction, noun)
  );
}

/** Words beside a noun that tell which are meant. */
export function describes(extraction: Extraction, noun: number): boolean {
  return childrenBy(extraction, noun, 'amod', 'compound', 'nmod', 'acl', 'appos').length > 0;
}

function measured(subject: Mention, quantity: Mention, predicate: string): Measured {
  // "The death toll in Torva rose to 45" says of Torva what "45 people died in Torva" does.
  if (/^(?:death )?toll$/.test(predicate) && subject.type === 'Place' && quantity.literal)
    return {
      ...{ subject, object: quantity, predicate: `${ANYBODY} killed`, score: SCORE },
      literal: { ...quantity.literal, unit: ANYBODY },
    };
  return { subject, object: quantity, literal: quantity.literal, predicate, score: SCORE };
}

/** The quantity that a phrase is or opens with. */
function quantityIn(extraction: Extraction, { head, first, last }: Argument): Mention | null {
  const own = valueAt(extraction, head, 'Quantity');
  if (own) return own;
  return countsOf(extraction, head).find((mention) => mention.head >= first && mention.head <= last) ?? null;
}

/** The quantities that count the things of a word: "|1,300| Norlanders", not "the |2011| Pact". */
export function countsOf(extraction: Extraction, noun: number): Mention[] {
  const word = spellingAt(extraction, noun);
  return mentionsAround(extraction, noun).filter(({ type, literal }) => type === 'Quantity' && literal?.unit === word);
}

/** "death toll": the noun with the nouns right before it that name nobody. */
function nounOf(extraction: Extraction, head: number): string {
  const before = childrenBy(extraction, head, 'compound').filter(
    (child) => child < head && uposOf(extraction, child) === 'NOUN' && entityAt(extraction, child) === null,
  );
  return [...before, head].map((each) => lemmaAt(extraction, each)).join(' ');
}

/** Whose measure it is: "of Torva", "Torva's", "in Norland", "Norair shares". */
function ownersOf(extraction: Extraction, head: number): Mention[] {
  const links = childrenBy(extraction, head, 'nmod', 'compound', 'amod').filter(
    (child) =>
      fullRelationAt(extraction, child) === 'nmod:poss' ||
      /^(?:of|in|at|for|['’]s?|)$/.test(markersOf(extraction, child)),
  );
  const found = links.flatMap((child) => entityAt(extraction, child) ?? []);
  const own = entityAt(extraction, head);
  if (own?.kind === 'nominal' && !/^(?:Group|Person)$/.test(own.type)) {
    // "Norair shares", should it be taken for one more mention of Norair.
    const name = childrenBy(extraction, head, 'compound').map((child) => entityAt(extraction, child))[0];
    if (name?.kind === 'name' && name.start >= own.start) return [name];
  }
  return own ? [own] : found.slice(0, 1);
}
