// Facts that a noun phrase states without a verb: "Ada Quill, a poet", "minister Boris Hale", "its army". Their predicate is empty.
import type { Extraction, Sentence } from '../../model/extraction.ts';
import { mentionsOf } from '../by-sentence.ts';
import { childBy, fullRelationAt, headOf, uposOf } from '../tree.ts';
import { tokenAfter, wordAt } from '../words.ts';
import {
  type Argument,
  argumentOf,
  conjunctHeads,
  exampleHeads,
  headWithin,
  isAddress,
  isInsideTime,
  isNominal,
  isSetOff,
  listedNames,
} from './arguments.ts';
import type { FactParts, Stretch } from './assemble.ts';
import { datelineEnd, isDateline } from './datelines.ts';
import { isPredicate, subjectHeads } from './subjects.ts';

/** Words of politeness, which tell nothing of their bearer. */
const COURTESY = /^(?:mr|mrs|ms|miss|dr|sir|madam)\.?$/i;

/** Less sure than what a verb says: readers who want deeds only cut here. */
const SCORE = { beside: 0.2, owned: 0.15 } as const;
/** Types of mentions that no noun before them describes. */
const UNNAMED = new Set(['Time', 'Quantity', 'Group', 'Event']);

/** The word that the phrase is built on, with the two sides of its fact. */
export interface NominalFact extends FactParts {
  readonly head: number;
}

/** In order of their words. */
export function nominalFacts(extraction: Extraction, sentence: Sentence): NominalFact[] {
  const found: NominalFact[] = [];
  // "TORVA (Harrow News) -" tells of nothing in the sentence.
  const start = datelineEnd(extraction, sentence.firstToken) + 1;
  for (let index = Math.max(start, sentence.firstToken); index <= sentence.lastToken; index += 1)
    found.push(...besideFacts(extraction, index), ...ownedFacts(extraction, index), ...exampleFacts(extraction, index));
  return [...found, ...namedFacts(extraction, sentence)];
}

/** "poets such as Ada Quill and Boris Hale": each is one of them. */
function exampleFacts(extraction: Extraction, index: number): NominalFact[] {
  return exampleHeads(extraction, index)
    .flatMap((each) => listedNames(extraction, argumentOf(extraction, each)))
    .map((example) => make(extraction, example.head, example, argumentOf(extraction, index), SCORE.beside));
}

/** "the composer Ada Quill", "her brother Boris": a noun right before a name tells what the name stands for. */
function namedFacts(extraction: Extraction, sentence: Sentence): NominalFact[] {
  return mentionsOf(extraction, sentence.index).flatMap(({ kind, type, start, end }) => {
    if (kind !== 'name' || UNNAMED.has(type)) return [];
    const first = tokenAfter(extraction, start);
    const last = tokenAfter(extraction, end - 1);
    const noun = first - 1;
    const relation = fullRelationAt(extraction, noun);
    if (uposOf(extraction, noun) !== 'NOUN' || relation === 'nmod:desc' || isInsideTime(extraction, noun)) return [];
    const top = headWithin(extraction, { first: noun, last });
    // "the mayor Ada Quill case": the name must end the phrase.
    if (!isTied(extraction, noun, first, last) || /^(?:compound|amod|flat)$/.test(fullRelationAt(extraction, top)))
      return [];
    const description = { first: argumentOf(extraction, top).first, last: noun };
    while (description.first < noun && uposOf(extraction, description.first) === 'ADP') description.first += 1;
    return description.first > noun ? [] : [make(extraction, noun, { first, last }, description, SCORE.beside)];
  });
}

/** True where the noun hangs on the name or the name on the noun. */
function isTied(extraction: Extraction, noun: number, first: number, last: number): boolean {
  const head = headOf(extraction, noun);
  if (first <= head && head <= last) return true;
  const top = headWithin(extraction, { first, last });
  return (
    headOf(extraction, top) === noun &&
    /^(?:appos|flat|compound|nmod(?::\w+)?)$/.test(fullRelationAt(extraction, top)) &&
    childBy(extraction, top, 'case') === undefined
  );
}

/** "Ada Quill, a poet and a judge", "the mayor, Ada Quill", "minister Ada Quill": the name is what the description tells of. */
function besideFacts(extraction: Extraction, index: number): NominalFact[] {
  const relation = fullRelationAt(extraction, index);
  const head = headOf(extraction, index);
  if (isAddress(extraction, index))
    return [make(extraction, index, placeAlone(extraction, head, index), argumentOf(extraction, index), SCORE.beside)];
  if (isDateline(extraction, head)) return [];
  if (!/^(?:appos|nmod:desc)$/.test(relation) || !isNominal(extraction, head) || !isNominal(extraction, index))
    return [];
  if (relation === 'nmod:desc') return titleFact(extraction, index, head);
  if (!isSetOff(extraction, index) || childBy(extraction, index, 'case') !== undefined) return [];
  const [name, description] =
    isName(extraction, index) && !isName(extraction, head)
      ? [index, [head]]
      : [head, [index, ...conjunctHeads(extraction, index)]];
  return description.map((each) =>
    make(extraction, each, argumentOf(extraction, name), argumentOf(extraction, each), SCORE.beside),
  );
}

/** "|Torva|, Norland": without where it is. */
function placeAlone(extraction: Extraction, head: number, address: number): Stretch {
  const { first, last } = argumentOf(extraction, head);
  return { first, last: Math.max(head, Math.min(last, argumentOf(extraction, address).first - 2)) };
}

function titleFact(extraction: Extraction, title: number, head: number): NominalFact[] {
  if (!isName(extraction, head) || title > head) return [];
  const own = argumentOf(extraction, title);
  const whole = argumentOf(extraction, head);
  if (own.last >= head || COURTESY.test(wordAt(extraction, title))) return [];
  let first = Math.max(whole.first, own.last + 1);
  while (first < head && uposOf(extraction, first) === 'PUNCT') first += 1;
  return [make(extraction, title, { ...whole, first }, own, SCORE.beside)];
}

/** "Norland's army", "its army" where the sentence names whose: who has what. */
function ownedFacts(extraction: Extraction, index: number): NominalFact[] {
  if (fullRelationAt(extraction, index) !== 'nmod:poss') return [];
  const head = headOf(extraction, index);
  const isPronoun = uposOf(extraction, index) === 'PRON';
  const mark = isPronoun ? index : childBy(extraction, index, 'case');
  if (mark === undefined || !isNominal(extraction, head)) return [];
  const owner = isPronoun ? ownerNamed(extraction, index) : withArticle(extraction, argumentOf(extraction, index));
  const owned = { ...argumentOf(extraction, head), first: mark + 1 };
  if (owner === null || owned.first > head || (owner.first <= head && head <= owner.last)) return [];
  return [make(extraction, head, owner, owned, SCORE.owned)];
}

/** "|the| world's largest port": the article that a parser hangs on the port. */
function withArticle(extraction: Extraction, owner: Argument): Stretch {
  const before = owner.first - 1;
  return fullRelationAt(extraction, before) === 'det' ? { ...owner, first: before } : owner;
}

/** What a possessive stands for in its sentence: the nearest name before it, else the nearest other mention, else who acts. */
function ownerNamed(extraction: Extraction, pronoun: number): Argument | null {
  const token = extraction.tokens[pronoun];
  const around = mentionsOf(extraction, token?.sentence ?? -1);
  const own = around.find(({ start, end }) => start === token?.start && end === token.end);
  const chain = own && extraction.chains.find(({ mentionIds }) => mentionIds.includes(own.id));
  const before = around.filter(({ id, end }) => chain?.mentionIds.includes(id) && own && end <= own.start);
  const best = before.filter(({ kind }) => kind === 'name').at(-1) ?? before.at(-1);
  if (best) return argumentOf(extraction, best.head);
  return chain || !/^(?:his|her|its|their)$/.test(wordAt(extraction, pronoun))
    ? null
    : actorBefore(extraction, pronoun);
}

/** Who does what the clause of a word says, where that stands before the word. */
function actorBefore(extraction: Extraction, index: number): Argument | null {
  let place = headOf(extraction, index);
  for (let step = 0; step < HIGHEST && place >= 0 && !isPredicate(extraction, place); step += 1)
    place = headOf(extraction, place);
  const [subject] = subjectHeads(extraction, place);
  return subject === undefined || subject >= index ? null : argumentOf(extraction, subject);
}

/** Steps up from a word to its verb. */
const HIGHEST = 6;

function isName(extraction: Extraction, index: number): boolean {
  return uposOf(extraction, index) === 'PROPN';
}

function make(extraction: Extraction, head: number, subject: Stretch, whole: Stretch, score: number): NominalFact {
  const object = withoutBrackets(extraction, whole);
  return { head, subject, first: object.first, last: object.first - 1, object, more: [], score };
}

/** "Ada Quill (a poet)": the brackets only set it off. */
function withoutBrackets(extraction: Extraction, stretch: Stretch): Stretch {
  const { first, last } = stretch;
  const opened = /^[([]$/.test(wordAt(extraction, first)) && /^[)\]]$/.test(wordAt(extraction, last));
  return opened && last - first > 1 ? { first: first + 1, last: last - 1 } : stretch;
}
