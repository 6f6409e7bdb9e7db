// What a mention shows by itself of the thing it stands for: how it refers, one or many, man or woman, living or not, its place in the clause.
import type { Extraction } from '../../model/extraction.ts';
import type { Labels } from '../../onnx/text-session.ts';
import { type Gender, genderOf, genderOfName, genderOfWord } from '../chains/genders.ts';
import { headOfficeOf, PAST_MODIFIERS } from '../lexicon/offices.ts';
import { childrenBy, childrenOf, headOf, opensClause, relationAt, uposOf } from '../tree.ts';
import { lemmaAt, wordAt } from '../words.ts';
import type { Candidate } from './candidate-mentions.ts';
import { layoutOf, placeAt } from './layout.ts';
import { formOf } from './pair-features.ts';

/** How a mention refers: the pronouns by person and number, names, and nominals by their article. */
export type Manner = 'i' | 'you' | 'we' | 'he' | 'it' | 'they' | 'this' | 'who' | 'name' | 'the' | 'a' | 'bare';

/** The others are pronouns. */
export const NOMINAL: ReadonlySet<Manner> = new Set(['name', 'the', 'a', 'bare']);

/** A mention as the decision on its antecedent sees it. */
export interface ReadMention {
  readonly manner: Manner;
  readonly gender: Gender | null;
  /** What a name of one word would tell if it were a given name. */
  readonly likelyGender: Gender | null;
  /** True for several, false for one, null where nothing tells. */
  readonly many: boolean | null;
  /** True for a person, false for a thing or body, null where nothing tells. */
  readonly living: boolean | null;
  /** "President |Ada Quill|", "the chancellor": which head of a state or government it tells of; null for none, and for one of the past. */
  readonly office: string | null;
  /** Lemma of the head. */
  readonly noun: string;
  /** Lemmas of adjectives, numbers and nouns before the head. */
  readonly modifiers: readonly string[];
  readonly role: 'subject' | 'object' | 'owner' | 'other';
  /** The word that the phrase hangs on; -1 for a root. */
  readonly governor: number;
  /** True where that word heads the sentence. */
  readonly isMain: boolean;
  /** The place in the clause of the word that the phrase stands for, as parsed: "nsubj:pass" is "nsubj". */
  readonly relation: string;
  readonly paragraph: number;
  /** The quotation in marks that it stands in (layout.ts); -1 outside. */
  readonly quotation: number;
  /** Its words without case, article and possessive, a line each. */
  readonly phrase: string;
  readonly head: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly type: number;
  /** Log-odds, within ±4, that a mention stands just here. */
  readonly sureness: number;
}

/** Of 0.982; chances nearer to 0 and 1 say nothing more. */
const MOST_SURE = 4;

const FORMS: readonly (readonly [Manner, string])[] = [
  ['i', 'i me my mine myself'],
  ['you', 'you your yours yourself yourselves'],
  ['we', 'we us our ours ourselves'],
  ['he', 'he him his himself she her hers herself'],
  ['it', 'it its itself'],
  ['they', 'they them their theirs themselves'],
  ['this', 'this that these those'],
  ['who', 'who whom whose which what'],
];
const PRONOUNS: ReadonlyMap<string, Manner> = new Map(
  FORMS.flatMap(([manner, forms]) => forms.split(' ').map((form) => [form, manner] as const)),
);
const FEMALE = /^(?:she|her|hers|herself)$/;
const DEFINITE = /^(?:the|this|that|these|those|my|your|his|her|its|our|their|such|both|'s)$/;
const INDEFINITE = /^(?:a|an|some|any|no|one|another|every|each|many|several|most|all|few|more|other|two|three)$/;
const MANY = new Set(['we', 'they']);
const ONE = new Set(['i', 'he', 'it']);

export function readMention(extraction: Extraction, candidate: Candidate, labels: MentionLabels): ReadMention {
  const { head, start, end, sentence, type, words, chance } = candidate;
  const manner = mannerOf(extraction, candidate, labels);
  const place = /^(?:conj|appos)$/.test(relationAt(extraction, head)) ? headOf(extraction, head) : head;
  const governor = headOf(extraction, place);
  return {
    manner,
    gender: genderOfMention(extraction, candidate, manner),
    likelyGender: manner === 'name' && words.length === 1 ? genderOfName(words[0] ?? '') : null,
    many: numberOf(extraction, candidate, manner),
    living: livingOf(candidate, manner, labels),
    office: NOMINAL.has(manner) ? officeOf(extraction, manner === 'name' ? start - 1 : head, head, start) : null,
    noun: lemmaAt(extraction, head),
    modifiers: childrenBy(extraction, head, 'amod', 'nummod', 'compound')
      .filter((child) => start <= child && child < end)
      .map((child) => lemmaAt(extraction, child)),
    role: roleOf(extraction, place, words),
    governor,
    isMain: governor >= 0 && headOf(extraction, governor) < 0,
    relation: relationAt(extraction, place),
    ...layoutAt(extraction, head),
    phrase: formOf(words).content,
    head,
    sentence,
    start,
    end,
    type,
    sureness: Math.max(-MOST_SURE, Math.min(MOST_SURE, Math.log(chance / (1 - chance)))),
  };
}

function layoutAt(extraction: Extraction, head: number): { readonly paragraph: number; readonly quotation: number } {
  const { paragraphs, quotations } = layoutOf(extraction);
  const start = extraction.tokens[head]?.start ?? 0;
  const quotation = placeAt(quotations, start);
  return {
    paragraph: placeAt(paragraphs, start),
    quotation: start < (quotations[quotation]?.end ?? 0) ? quotation : -1,
  };
}

/** Places in labels.json that the reading asks for. */
export interface MentionLabels {
  readonly name: number;
  readonly person: number;
  readonly group: number;
}

export function mentionLabels({ mentionKinds, entityTypes }: Labels): MentionLabels {
  return {
    name: mentionKinds.indexOf('name'),
    person: entityTypes.indexOf('Person'),
    group: entityTypes.indexOf('Group'),
  };
}

function mannerOf(
  extraction: Extraction,
  { words, kind, known, start, end, head }: Candidate,
  labels: MentionLabels,
): Manner {
  if (words.length === 1) {
    const pronoun = PRONOUNS.get(words[0]?.toLowerCase() ?? '');
    if (pronoun !== undefined) return pronoun;
  }
  // "Foreign Minister Ada Quill": the encoder may see a noun's phrase, but it names.
  if (kind === labels.name || known.some((mention) => mention.kind === 'name')) return 'name';
  const first = wordAt(extraction, start);
  const owner = childrenBy(extraction, head, 'nmod').some(
    (child) =>
      start <= child &&
      child < end &&
      child < head &&
      childrenOf(extraction, child).some((at) => /^['’]s?$/.test(wordAt(extraction, at))),
  );
  if (owner || DEFINITE.test(first)) return 'the';
  return INDEFINITE.test(first) ? 'a' : 'bare';
}

function genderOfMention(extraction: Extraction, { known, words, head }: Candidate, manner: Manner): Gender | null {
  if (manner === 'he') return FEMALE.test(words[0]?.toLowerCase() ?? '') ? 'she' : 'he';
  if (manner !== 'name' && manner !== 'the' && manner !== 'a' && manner !== 'bare') return null;
  for (const mention of known) {
    const gender = mention.type === 'Person' ? genderOf(extraction, mention) : null;
    if (gender !== null) return gender;
  }
  return known.length > 0 ? null : genderOfWord(lemmaAt(extraction, head));
}

function numberOf(extraction: Extraction, { head, start, end }: Candidate, manner: Manner): boolean | null {
  if (MANY.has(manner)) return true;
  if (ONE.has(manner)) return false;
  const word = wordAt(extraction, head);
  if (manner === 'this') return /^th[eo]se$/.test(word);
  if (childrenBy(extraction, head, 'conj').some((child) => start <= child && child < end)) return true;
  if (manner === 'name') return null;
  if (uposOf(extraction, head) !== 'NOUN') return null;
  if (word === 'people') return true;
  return word !== lemmaAt(extraction, head);
}

function livingOf({ type }: Candidate, manner: Manner, { person, group }: MentionLabels): boolean | null {
  if (manner === 'i' || manner === 'you' || manner === 'he') return true;
  if (manner === 'it') return false;
  if (manner === 'we' || manner === 'they' || manner === 'this' || manner === 'who' || type === group) return null;
  return type === person;
}

/** The first office that ends at one of the places; `start`: of the mention, whose words before may say that it is past. */
function officeOf(extraction: Extraction, first: number, last: number, start: number): string | null {
  for (let end = first; end <= last; end += 1) {
    const [before, word] = [wordAt(extraction, end - 1), wordAt(extraction, end)];
    const office = headOfficeOf(`${before} ${word}`) ?? headOfficeOf(word);
    if (office === null) continue;
    for (let place = Math.min(start, end - 2); place <= end; place += 1)
      if (PAST_MODIFIERS.has(wordAt(extraction, place))) return null;
    return office;
  }
  return null;
}

function roleOf(extraction: Extraction, place: number, words: readonly string[]): ReadMention['role'] {
  const relation = relationAt(extraction, place);
  if (relation === 'nsubj') return 'subject';
  if (relation === 'obj' || relation === 'iobj') return 'object';
  if (relation === 'nmod' && (words.length === 1 || place < headOf(extraction, place))) return 'owner';
  return 'other';
}

/** "When he was minister, Quill sold it": the subject of the clause that the pronoun's phrase opens may name him. */
export function findComing(extraction: Extraction, mentions: readonly ReadMention[], index: number): number | null {
  const pronoun = mentions[index];
  if (pronoun?.manner !== 'he') return null;
  for (let place = index + 1; mentions[place]?.sentence === pronoun.sentence; place += 1) {
    const { manner, role, governor, head } = mentions[place] as ReadMention;
    const isOwner = role === 'owner' && relationAt(extraction, governor) === 'nsubj';
    const [clause, subject] = isOwner ? [headOf(extraction, governor), governor] : [governor, head];
    if (manner === 'name' && (isOwner || role === 'subject') && opensClause(extraction, pronoun.head, clause, subject))
      return place;
  }
  return null;
}
