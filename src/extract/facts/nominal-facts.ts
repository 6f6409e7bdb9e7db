// Facts that a noun phrase states without a verb: "Ada Quill, a poet", "minister Boris Hale", "its army". Their predicate is empty.
import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { mentionsOf } from '../by-sentence.ts';
import { childBy, childrenBy, fullRelationAt, headOf, uposOf } from '../tree.ts';
import { tokenAfter, wordAt } from '../words.ts';
import { type Argument, argumentOf, conjunctHeads, isNominal, isSetOff } from './arguments.ts';
import type { FactParts, Stretch } from './assemble.ts';

/** Less sure than what a verb says: readers who want deeds only cut here. */
const SCORE = { beside: 0.2, owned: 0.15 } as const;

/** The word that the phrase is built on, with the two sides of its fact. */
export interface NominalFact extends FactParts {
  readonly head: number;
}

/** In order of their words. */
export function nominalFacts(extraction: Extraction, sentence: Sentence): NominalFact[] {
  const found: NominalFact[] = [];
  for (let index = sentence.firstToken; index <= sentence.lastToken; index += 1)
    found.push(...besideFacts(extraction, index), ...ownedFacts(extraction, index));
  return found;
}

/** "Ada Quill, a poet and a judge", "the mayor, Ada Quill", "minister Ada Quill": the name is what the description tells of. */
function besideFacts(extraction: Extraction, index: number): NominalFact[] {
  const relation = fullRelationAt(extraction, index);
  const head = headOf(extraction, index);
  if (!/^(?:appos|nmod:desc)$/.test(relation) || !isNominal(extraction, head) || !isNominal(extraction, index)) return [];
  if (relation === 'nmod:desc') return titleFact(extraction, index, head);
  if (!isSetOff(extraction, index) || childBy(extraction, index, 'case') !== undefined) return [];
  const [name, description] =
    isName(extraction, index) && !isName(extraction, head) ? [index, [head]] : [head, [index, ...conjunctHeads(extraction, index)]];
  return description.map((each) => make(extraction, each, argumentOf(extraction, name), argumentOf(extraction, each), SCORE.beside));
}

function titleFact(extraction: Extraction, title: number, head: number): NominalFact[] {
  if (!isName(extraction, head) || title > head) return [];
  const own = argumentOf(extraction, title);
  const whole = argumentOf(extraction, head);
  if (own.last >= head) return [];
  return [make(extraction, title, { ...whole, first: Math.max(whole.first, own.last + 1) }, own, SCORE.beside)];
}

/** "Norland's army", "its army" where the sentence names whose: who has what. */
function ownedFacts(extraction: Extraction, index: number): NominalFact[] {
  if (fullRelationAt(extraction, index) !== 'nmod:poss') return [];
  const head = headOf(extraction, index);
  const owner = uposOf(extraction, index) === 'PRON' ? ownerNamed(extraction, index) : argumentOf(extraction, index);
  if (owner === null || !isNominal(extraction, head)) return [];
  const last = owner.last < index ? index : childrenBy(extraction, index, 'case').at(-1) ?? index;
  const whole = argumentOf(extraction, head);
  const owned = { ...whole, first: last + 1 };
  return owned.first > whole.last || owned.first > head ? [] : [make(extraction, head, owner, owned, SCORE.owned)];
}

/** The nearest mention before a possessive, in its sentence, that stands for the same. */
function ownerNamed(extraction: Extraction, pronoun: number): Argument | null {
  const token = extraction.tokens[pronoun];
  const own = mentionsOf(extraction, token?.sentence ?? -1).find(({ start, end }) => start === token?.start && end === token.end);
  const chain = own && extraction.chains.find(({ mentionIds }) => mentionIds.includes(own.id));
  if (!own || !chain) return null;
  const before = mentionsOf(extraction, token?.sentence ?? -1).filter(
    ({ id, end }) => chain.mentionIds.includes(id) && end <= own.start,
  );
  const best = before.reduce<Mention | null>((top, each) => (top === null || each.end > top.end ? each : top), null);
  if (best === null) return null;
  return argumentOf(extraction, best.head);
}

function isName(extraction: Extraction, index: number): boolean {
  return uposOf(extraction, index) === 'PROPN';
}

function make(extraction: Extraction, head: number, subject: Stretch, object: Stretch, score: number): NominalFact {
  return { head, subject, first: object.first, last: object.first - 1, object, more: [], score };
}
