// Ends of relations that no earlier step took for mentions: pronouns without antecedent, and bodies that a noun names.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { containsSpan } from '../../model/span.ts';
import type { Labels } from '../../onnx/text-session.ts';
import { mentionsAround } from '../by-sentence.ts';
import { headOf } from '../coreference/candidate-mentions.ts';
import type { Segment } from '../encoder/read-document.ts';
import { isStateNoun } from '../fact-relations/body-nouns.ts';
import { isOffice, LONGEST_TITLE } from '../lexicon/offices.ts';
import { makeMention } from '../names/make-mention.ts';
import { headOf as headOfToken, relationAt, runAround, subtreeOf } from '../tree.ts';
import { lemmaAt, wordAt } from '../words.ts';

/** What the encoder lists in a segment and no step took up: pronouns, and bodies that a noun names. */
export function loneMentions(extraction: Extraction, segment: Segment, labels: Labels, by: string): Mention[] {
  return [...lonePronouns(extraction, segment, labels, by), ...loneBodies(extraction, segment, labels, by)];
}

/** What is said of a pronoun is read too, though the text names nobody. */
function lonePronouns(extraction: Extraction, { spans }: Segment, labels: Labels, by: string): Mention[] {
  const taken = new Set(extraction.mentions.map(({ start }) => start));
  return spansOf('pronoun', spans, labels)
    .filter(({ first }) => !taken.has(extraction.tokens[first]?.start ?? -1))
    .map(({ first, last, chance, types }) => {
      const type = typeOf(types, labels);
      return makeMention(extraction, { first, last, type, kind: 'pronoun', score: chance, by, referent: null });
    });
}

/** One for each noun, the likeliest of its spans, without article and owner; none where it goes with a name ("the Labour party"). */
function loneBodies(extraction: Extraction, segment: Segment, labels: Labels, by: string): Mention[] {
  const taken = new Set(extraction.mentions.map((mention) => mention.head));
  const bodies = new Map<number, Mention>();
  for (const { first, last, chance, types } of spansOf('nominal', segment.spans, labels)) {
    const noun = nounOf(extraction, first, last);
    const { head } = noun;
    if (!isBody(types, labels) || taken.has(head) || extraction.tokens[head]?.upos !== 'NOUN') continue;
    if (namesAt(extraction, head).length > 0 || isAfterName(extraction, noun.first)) continue;
    if (isInTitle(extraction, head) || isPerson(extraction, head)) continue;
    if ((bodies.get(head)?.score ?? 0) >= chance) continue;
    const place = { first: noun.first, last: head, head };
    const kinds = { type: 'Organization', kind: 'nominal' as const, referent: null };
    bodies.set(head, makeMention(extraction, { ...place, ...kinds, score: chance, by }));
  }
  const isFree = (head: number): boolean =>
    !taken.has(head) && !bodies.has(head) && namesAt(extraction, head).length === 0 && !isAfterName(extraction, head);
  return [...bodies.values(), ...unlistedBodies(extraction, segment, isFree, by)];
}

/** "the |police| chief", "the |government|'s plan": bodies of a state that the encoder lists nowhere; not "an |army| convoy". */
function unlistedBodies(
  extraction: Extraction,
  { windows }: Segment,
  isFree: (head: number) => boolean,
  by: string,
): Mention[] {
  const [first, last] = [windows[0]?.home.first ?? 0, windows.at(-1)?.home.last ?? -1];
  return extraction.tokens.slice(first, last + 1).flatMap(({ index, upos }) => {
    if (upos !== 'NOUN' || !isStateNoun(extraction, index) || !isFree(index)) return [];
    const isModifier = relationAt(extraction, index) === 'compound';
    if (isModifier && !isOffice(lemmaAt(extraction, headOfToken(extraction, index)))) return [];
    const kinds = { type: 'Organization', kind: 'nominal' as const, referent: null };
    const own = runAround(subtreeOf(extraction, index), index);
    const noun = nounOf(extraction, own.first, index);
    return [makeMention(extraction, { first: noun.first, last: index, head: index, ...kinds, score: UNLISTED, by })];
  });
}

/** "a local |commander|", "senior |officials|": who holds an office is no body, whatever the encoder takes such words for. */
function isPerson(extraction: Extraction, head: number): boolean {
  return (
    isOffice(lemmaAt(extraction, head)) ||
    /^(?:official|judge|lawyer|politician|player|singer|prisoner|detainee|inmate|critic|detractor|adversary|foe)$/.test(
      lemmaAt(extraction, head),
    )
  );
}

/** "chief of |staff|", "secretary of |state|": the last word of a title is no body that somebody leads. */
function isInTitle(extraction: Extraction, last: number): boolean {
  const words = [wordAt(extraction, last)];
  for (let first = last - 1; first > last - LONGEST_TITLE; first -= 1) {
    words.unshift(wordAt(extraction, first));
    if (words.includes('of') && isOffice(words.join(' '))) return true;
  }
  return false;
}

function spansOf(kind: string, spans: Segment['spans'], { mentionKinds }: Labels): Segment['spans'] {
  const place = mentionKinds.indexOf(kind);
  return spans.filter(({ kinds }) => kinds[place] === Math.max(...kinds.slice(1)));
}

/** "Troops" and "authorities" are peoples as well as bodies to the encoder; "a harsh critic" is first of all a person. */
const LEAST_BODY = 0.25;
/** Score of a body that the encoder does not list: its bar for mentions. */
const UNLISTED = 0.5;

function isBody(types: readonly number[], { entityTypes }: Labels): boolean {
  const chanceOf = (type: string): number => types[entityTypes.indexOf(type)] ?? 0;
  return chanceOf('Organization') >= Math.max(LEAST_BODY, chanceOf('Person'));
}

function typeOf(types: readonly number[], { entityTypes }: Labels): string {
  return entityTypes[types.indexOf(Math.max(...types))] ?? 'Other';
}

/** A country or people before a noun owns it; any other name is what the noun tells more about. */
function isAfterName(extraction: Extraction, first: number): boolean {
  return namesAt(extraction, first - 1).some(({ type }) => type !== 'Place' && type !== 'Group');
}

function namesAt(extraction: Extraction, place: number): Mention[] {
  const token = extraction.tokens[place];
  if (token === undefined) return [];
  return mentionsAround(extraction, place).filter((mention) => mention.kind === 'name' && containsSpan(mention, token));
}

/** The head of a phrase and the common nouns and adjectives right before it, as training reads nominals. */
export function nounOf(
  extraction: Extraction,
  first: number,
  last: number,
): { readonly first: number; readonly head: number } {
  const head = headOf(extraction, first, last);
  let from = head;
  const joins = (place: number): boolean =>
    /^(?:NOUN|ADJ)$/.test(extraction.tokens[place]?.upos ?? '') && namesAt(extraction, place).length === 0;
  while (from > first && joins(from - 1)) from -= 1;
  // "a 40-|member| force": the half of a word says nothing.
  while (from < head && /^[-–]$/.test(wordAt(extraction, from - 1))) from += 1;
  return { first: from, head };
}
