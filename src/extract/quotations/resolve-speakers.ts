// Finds the name behind a speaker who is only a pronoun or a noun: "he", "the company", "the minister", "I" inside a quotation.
import type { Extraction, Mention, Quotation, Speaker } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { containsSpan, sliceSpan } from '../../model/span.ts';
import { chainsByMention } from '../chain-index.ts';
import { type Gender, genderOf, genderOfPronoun } from '../chains/genders.ts';
import { PAST_MODIFIERS } from '../lexicon/offices.ts';
import { isOneOfPeople, isOnePersonWord } from '../one-of-people.ts';
import { SPEAKER_BODIES, STATEMENT_NOUNS } from '../reporting.ts';
import { childrenBy, fullRelationAt, headOf, relationAt, topOf } from '../tree.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';

const PERSON = /^(?:he|she)$/i;
const SELF = /^(?:i|we|us|me)$/i;
const MANY = /^(?:they|both)$/i;
/** "the two companies": more than one, so no single name stands behind it. */
const SEVERAL = /^(?:the )?(?:two|three|four|both|several) /i;
const DEFINITE = /^(?:the|this|that|its|their) /i;
/** A pronoun reaches no further back (UTF-16 units): about three paragraphs; a noun twice as far. */
const FARTHEST = 1_200;
const FARTHEST_NOUN = 2_400;
/** Quotations looked through for who spoke last; bounds the work on endless texts. */
const MOST_BEFORE = 40;

/** What is known before the quotations are gone through. */
interface Known {
  readonly extraction: Extraction;
  readonly byId: ReadonlyMap<MentionId, Mention>;
  /** Mentions that have a name or share a chain with one. */
  readonly named: ReadonlySet<MentionId>;
  /** The first person of the text with each last word of a name of two words or more. */
  readonly bearers: ReadonlyMap<string, MentionId>;
  /** Mentions in a chain, with a name or without. */
  readonly chained: ReadonlySet<MentionId>;
  /** Names and groups that stand outside every quotation in marks, in reading order. */
  readonly outside: readonly Mention[];
}

/**
 * Quotations whose speakers have the mention of a name where the text allows: "I" inside a quotation is its speaker; "he", "it",
 * "the report" and "the minister" are the last one of that kind. The words stay as they are. `quotations` in reading order.
 */
export function resolveSpeakers(extraction: Extraction, quotations: readonly Quotation[]): Quotation[] {
  const known = lookUp(extraction, quotations);
  const resolved: Quotation[] = [];
  for (const quotation of quotations) {
    const speaker = withoutMistaken(known, quotation.speaker);
    const isNamed = speaker?.mention != null && known.named.has(speaker.mention) && !isNamedInside(known, quotation);
    const mention = speaker
      ? isNamed
        ? speaksOn(known, resolved, quotation, speaker)
        : findMention(known, resolved, quotation, speaker)
      : null;
    resolved.push(speaker ? { ...quotation, speaker: mention ? { ...speaker, mention } : speaker } : quotation);
  }
  return resolved;
}

/** The speaker without a mention that stands for another: "the Italian" is not Italy, "the two firms" are not one. */
function withoutMistaken(known: Known, speaker: Speaker | null): Speaker | null {
  const mention = speaker?.mention ? known.byId.get(speaker.mention) : undefined;
  const isMistaken =
    mention &&
    (isOneOfPeople(known.extraction, mention) ||
      (SEVERAL.test(speaker?.text ?? '') && mention.type === 'Organization'));
  return speaker && isMistaken ? { ...speaker, mention: null } : speaker;
}

/**
 * "Quill said it was late. “We go,” |she| added", "Quill wept. “We go,” |she| said": who spoke in the sentence before in the
 * paragraph, or acts in its main clause, whatever chain the pronoun is in; else null.
 */
function speaksOn(
  known: Known,
  before: readonly Quotation[],
  quotation: Quotation,
  { text }: Speaker,
): MentionId | null {
  if (!PERSON.test(text)) return null;
  const fits = fitsPronoun(known, text);
  const spoke = speakerBefore(known, before, quotation, fits);
  const acted = lastOutside(known, Math.min(quotation.content.start, placeOf(quotation)), FARTHEST, (mention) =>
    isMainActor(known, mention),
  );
  const isActor = acted !== null && fits(acted) && acted.start > (spoke?.place ?? 0);
  const place = isActor ? acted.start : spoke?.place;
  if (place === undefined) return null;
  const gap = known.extraction.document.text.slice(place, placeOf(quotation));
  const isNear = !/\n\s*\n/.test(gap) && sentencesBetween(known.extraction, place, quotation.content.start) <= 1;
  return isNear ? (isActor ? acted.id : (spoke?.mention.id ?? null)) : null;
}

/** A person named as the subject of a sentence's main clause. */
function isMainActor(known: Known, mention: Mention): boolean {
  const subject = subjectWith(known, mention);
  return (
    mention.kind === 'name' &&
    mention.type === 'Person' &&
    fullRelationAt(known.extraction, subject) === 'nsubj' &&
    headOf(known.extraction, headOf(known.extraction, subject)) < 0
  );
}

function sentencesBetween(extraction: Extraction, from: number, to: number): number {
  const sentenceOf = (offset: number): number => extraction.tokens[tokenAfter(extraction, offset)]?.sentence ?? 0;
  return sentenceOf(to) - sentenceOf(from);
}

/** "“The ministry said it had left,” |it| reported": whom only the words themselves name did not speak them. */
function isNamedInside({ extraction, byId, named }: Known, { direct, content, speaker }: Quotation): boolean {
  const mention = speaker?.mention ? byId.get(speaker.mention) : undefined;
  if (!direct || !mention || mention.kind !== 'pronoun') return false;
  const chain = extraction.chains.find(({ mentionIds }) => mentionIds.includes(mention.id));
  const names = (chain?.mentionIds ?? []).filter((id) => named.has(id) && byId.get(id)?.kind === 'name');
  return names.length > 0 && names.every((id) => containsSpan(content, byId.get(id) as Mention));
}

function lookUp(extraction: Extraction, quotations: readonly Quotation[]): Known {
  const byId = new Map<MentionId, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  const named = new Set(extraction.mentions.filter(({ kind }) => kind === 'name').map(({ id }) => id));
  for (const { mentionIds } of extraction.chains)
    if (mentionIds.some((id) => byId.get(id)?.kind === 'name')) for (const id of mentionIds) named.add(id);
  const direct = quotations.filter((quotation) => quotation.direct);
  let place = 0;
  const outside = extraction.mentions.filter((mention) => {
    // "The A380 said" is a reader's slip: no person has a digit in the name.
    if (mention.type === 'Person' && /\d/.test(extraction.document.text.slice(mention.start, mention.end)))
      return false;
    if (mention.kind === 'pronoun' || !/^(?:Person|Organization|Place|Group)$/.test(mention.type)) return false;
    while (place < direct.length && (direct[place]?.content.end ?? 0) <= mention.start) place += 1;
    const around = direct[place];
    return !around || !containsSpan(around.content, mention);
  });
  const chained = new Set(extraction.chains.flatMap(({ mentionIds }) => mentionIds));
  const bearers = new Map<string, MentionId>();
  for (const { id, kind, type, start, end } of outside) {
    const words = extraction.document.text.slice(start, end).split(' ');
    const surname = words.at(-1) ?? '';
    if (kind === 'name' && type === 'Person' && words.length > 1 && !bearers.has(surname)) bearers.set(surname, id);
  }
  return { extraction, byId, named, chained, bearers, outside };
}

function findMention(
  known: Known,
  before: readonly Quotation[],
  quotation: Quotation,
  speaker: Speaker,
): MentionId | null {
  const { text } = speaker;
  if (SELF.test(text)) {
    const around = before.findLast((each) => each.direct && containsSpan(each.content, quotation.content));
    return around?.speaker?.mention ?? null;
  }
  if (/^\p{Lu}\p{L}+$/u.test(text)) {
    const bearer = surnameBearer(known, text);
    if (bearer) return bearer;
  }
  if (PERSON.test(text)) return personBefore(known, before, quotation, fitsPronoun(known, text));
  if (speaker.mention === null && isOnePersonWord(text))
    return personBefore(known, before, quotation, ({ type }) => type === 'Person');
  if (MANY.test(text)) return manyBefore(known, quotation);
  const mention = speaker.mention === null ? null : known.byId.get(speaker.mention);
  const head = mention ? lemmaAt(known.extraction, mention.head) : (text.toLowerCase().split(' ').at(-1) ?? '');
  if (/^it$/i.test(text) || (DEFINITE.test(text) && (SPEAKER_BODIES.has(head) || STATEMENT_NOUNS.has(head))))
    return bodyBefore(known, before, quotation, text);
  const isNew = mention && /^the /i.test(text) && mention.type === 'Person' && !known.chained.has(mention.id);
  return isNew ? holderOf(known, mention, head) : null;
}

/** "Stone said": a surname that is also a common noun, which nobody took for a name; the one person of the text who bears it. */
function surnameBearer({ bearers }: Known, surname: string): MentionId | null {
  return bearers.get(surname) ?? null;
}

/** Where the words stand that ask for a name. */
function placeOf({ cue, content }: Quotation): number {
  return cue?.start ?? content.start;
}

/** The speaker before, of these types, and how near; speech inside the quotation itself is somebody else's. */
function speakerBefore(
  { byId }: Known,
  before: readonly Quotation[],
  quotation: Quotation,
  fits: (mention: Mention) => boolean,
): { readonly mention: Mention; readonly place: number } | null {
  const near = before.slice(-MOST_BEFORE);
  const found = near.findLast(({ speaker, content }) => {
    const mention = speaker?.mention ? byId.get(speaker.mention) : undefined;
    return (
      mention !== undefined &&
      fits(mention) &&
      !containsSpan(quotation.content, content) &&
      // Who is quoted inside somebody else's words does not go on speaking outside them.
      !near.some(
        (outer) =>
          outer.direct &&
          outer.content !== content &&
          containsSpan(outer.content, content) &&
          !containsSpan(outer.content, quotation.content),
      ) &&
      quotation.content.start - content.start < FARTHEST
    );
  });
  const mention = found?.speaker?.mention ? byId.get(found.speaker.mention) : undefined;
  return found && mention ? { mention, place: placeOf(found) } : null;
}

/** The last mention outside marks that ends before a place, at most `reach` units back. */
function lastOutside(
  { outside }: Known,
  place: number,
  reach: number,
  fits: (mention: Mention) => boolean,
): Mention | null {
  let low = 0;
  let high = outside.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((outside[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index -= 1) {
    const mention = outside[index] as Mention;
    if (place - mention.start >= reach) return null;
    if (mention.end <= place && fits(mention)) return mention;
  }
  return null;
}

/** A subject of a clause: what the text is about. */
function isTopic(known: Known, mention: Mention): boolean {
  return relationAt(known.extraction, subjectWith(known, mention)) === 'nsubj';
}

/** The head of the mention, or of "the airline |Norair| will": the noun that the name stands beside. */
function subjectWith({ extraction }: Known, mention: Mention): number {
  const top = topOf(extraction, mention);
  return /^(?:appos|flat|nmod:desc)$/.test(fullRelationAt(extraction, top)) ? headOf(extraction, top) : top;
}

/** "He said": who spoke last or was the subject last, whichever is nearer, and nobody whom the pronoun does not fit. */
function personBefore(
  known: Known,
  before: readonly Quotation[],
  quotation: Quotation,
  isFitting: (mention: Mention) => boolean,
): MentionId | null {
  const fits = (mention: Mention): boolean => known.named.has(mention.id) && isFitting(mention);
  const spoke = speakerBefore(known, before, quotation, fits);
  const place = placeOf(quotation);
  const acted = lastOutside(
    known,
    place,
    FARTHEST,
    (mention) => mention.kind === 'name' && fits(mention) && isTopic(known, mention),
  );
  if (acted && (!spoke || acted.start > spoke.place)) return acted.id;
  return spoke?.mention.id ?? null;
}

function fitsPronoun(known: Known, pronoun: string): (mention: Mention) => boolean {
  const gender = genderOfPronoun(pronoun.toLowerCase());
  return (mention) => mention.type === 'Person' && (genderInChain(known, mention) ?? gender) === gender;
}

/** What the mention asks for itself, else what the pronouns say that are one with it. */
function genderInChain({ extraction, byId }: Known, mention: Mention): Gender | null {
  const own = genderOf(extraction, mention);
  if (own !== null) return own;
  const chain = extraction.chains[chainsByMention(extraction).get(mention.id) ?? -1];
  const words = (chain?.mentionIds ?? []).map((id) => wordAt(extraction, byId.get(id)?.head ?? -1));
  const count = (form: RegExp): number => words.filter((word) => form.test(word)).length;
  const balance = count(/^(?:he|him|his|himself)$/) - count(/^(?:she|her|hers|herself)$/);
  return balance === 0 ? null : balance > 0 ? 'he' : 'she';
}

/** "They said": the group that was the subject last. */
function manyBefore(known: Known, quotation: Quotation): MentionId | null {
  const place = placeOf(quotation);
  const found = lastOutside(
    known,
    place,
    FARTHEST / 2,
    (mention) =>
      mention.type === 'Group' &&
      /s$|^people$|^police$/.test(wordAt(known.extraction, mention.head)) &&
      isTopic(known, mention),
  );
  return found?.id ?? null;
}

/** "It said", "the company said", "the report continued": the body that spoke last, or was the subject last; of "the electoral commission" only one so named. */
function bodyBefore(known: Known, before: readonly Quotation[], quotation: Quotation, text: string): MentionId | null {
  const place = placeOf(quotation);
  const [, modifier, noun = ''] = /^\S+ (\S.* )?(\S+)$/.exec(text) ?? [];
  const isCalledSo = (mention: Mention): boolean =>
    modifier === undefined ||
    sliceSpan(known.extraction.document.text, mention).toLowerCase().includes(noun.toLowerCase());
  const types = /^it$/i.test(text) ? /^(?:Organization|Place|CreativeWork)$/ : /^(?:Organization|CreativeWork)$/;
  const fits = (mention: Mention): boolean =>
    known.named.has(mention.id) && types.test(mention.referent?.type ?? mention.type) && isCalledSo(mention);
  const spoke = speakerBefore(known, before, quotation, fits);
  const acted = lastOutside(
    known,
    place,
    FARTHEST,
    (mention) =>
      mention.kind === 'name' && mention.type === 'Organization' && isCalledSo(mention) && isTopic(known, mention),
  );
  if (acted && (!spoke || acted.start > spoke.place)) return acted.id;
  return spoke?.mention.id ?? null;
}

/** "The minister said": the person before it whom the text called so last: "Foreign Minister Ada Quill", "Ada Quill, the minister". */
function holderOf(known: Known, nominal: Mention, noun: string): MentionId | null {
  const { extraction } = known;
  const found = lastOutside(
    known,
    nominal.start,
    FARTHEST_NOUN,
    (mention) =>
      mention.kind === 'name' &&
      mention.type === 'Person' &&
      !isPast(extraction, mention) &&
      isCalled(extraction, mention, noun),
  );
  return found?.id ?? null;
}

/** "former chancellor Boris Hale" is not "the chancellor". */
function isPast(extraction: Extraction, mention: Mention): boolean {
  const first = tokenAfter(extraction, mention.start);
  return [1, 2, 3, 4].some((back) => PAST_MODIFIERS.has(wordAt(extraction, first - back)));
}

function isCalled(extraction: Extraction, mention: Mention, noun: string): boolean {
  const top = topOf(extraction, mention);
  const first = tokenAfter(extraction, mention.start);
  const beside = [
    ...childrenBy(extraction, top, 'appos', 'compound', 'nmod', 'flat'),
    ...(/^(?:appos|flat|nmod|compound)$/.test(relationAt(extraction, top)) ? [headOf(extraction, top)] : []),
    first - 1,
    // "minister of defence Ada Quill"
    first - 3,
  ];
  const predicate = headOf(extraction, top);
  const isSaidToBe =
    relationAt(extraction, top) === 'nsubj' && childrenBy(extraction, predicate, 'cop').length > 0
      ? lemmaAt(extraction, predicate) === noun
      : false;
  return isSaidToBe || beside.some((each) => lemmaAt(extraction, each) === noun);
}
