// Speakers without a name ("a former ambassador", "the ministry", "one of them"): mentions, joined to a name where the text tells which.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { bodyBefore } from '../fact-relations/entity-at.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { makeMention } from '../names/make-mention.ts';
import { SPEAKER_NOUNS, STATEMENT_NOUNS, sayingLemma } from '../reporting.ts';
import { childrenBy, childrenOf, fullRelationAt, headOf, relationAt, stretchOf, subjectOf, topOf } from '../tree.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';
import type { Linked } from './linked.ts';

const LISTS = readLexicon<{ readonly speakerBodies: readonly string[] }>('reporting');
const BODIES = new Set(LISTS.speakerBodies);
const PEOPLE = new Set(readLexicon<{ readonly people: readonly string[] }>('events').people);
/** Names looked through for what a noun may stand for; bounds the work on endless texts. */
const MOST_KNOWN = 400;
/** Endings of nouns for people, beside the lists; "a possibility", "the data" and "a process" say nothing themselves. */
const PERSONAL = /(?:[^aeiou]er|ter|eer|or|ist|ian|man|woman|men|women|ant|ent|ee|ess|ster|ard|crat|gue|mate|kin)s?$/;
const THING =
  /^(?:computer|paper|newspaper|letter|number|order|matter|winter|summer|power|water|weather|factor|error|color|colour|sector|moment|event|government|agreement|movement|statement|document|development|point|amount|account|accident|incident|present|content|percent|plant|success|process|access|business|address|committee|guarantee|fee|list|standard|board|card|record|river|tower|border|murder|corner|center|offer|paragraph|dialogue|response|league|announcement|argument|comment|treatment|department|parliament|investment|engagement|restaurant)s?$/;
const PRONOUN_HEADS = /^(?:one|someone|somebody|another|some|many|others|several|both|most)$/;

/**
 * Mentions for the nominal subjects of verbs of saying and for what stands behind "according to". Each comes with the group of
 * the name it stands for, or with a number of its own from `firstFree` on.
 */
export function findSpeakerNominals(
  extraction: Extraction,
  named: readonly Linked[],
  by: string,
  firstFree: number,
): Linked[] {
  const linked: Linked[] = [];
  const seen = new Set<number>();
  for (const { index } of extraction.tokens) {
    const head = speakerHead(extraction, index);
    if (head === null || seen.has(head) || !isSpeakerNoun(extraction, head)) continue;
    seen.add(head);
    const stretch = phraseOf(extraction, head);
    if (mentionsAround(extraction, head).some((mention) => covers(extraction, mention, head))) continue;
    if (hasName(extraction, head)) continue;
    const type = typeOf(extraction, head);
    const mention = makeMention(extraction, {
      ...{ first: stretch.first, last: stretch.last, head, type, kind: 'nominal' },
      ...{ score: 0.8, by, referent: null },
    });
    const group = groupOf(extraction, mention, head, [...named, ...linked].slice(-MOST_KNOWN));
    linked.push({ mention, group: group ?? firstFree + linked.length });
  }
  return linked;
}

/** The head of the speaker's phrase where the token is a verb of saying or "according"; null elsewhere. */
function speakerHead(extraction: Extraction, index: number): number | null {
  if (wordAt(extraction, index) === 'according' && relationAt(extraction, index) === 'case') {
    const head = headOf(extraction, index);
    return speaks(extraction, head) || PRONOUN_HEADS.test(wordAt(extraction, head)) ? head : null;
  }
  // "A former ambassador came late": people who act may speak later, and pronouns point at them.
  if (
    relationAt(extraction, index) === 'nsubj' &&
    speaks(extraction, index) &&
    typeOf(extraction, index) !== 'Organization'
  )
    return index;
  if (sayingLemma(extraction, index) === null) return null;
  const subject = subjectOf(extraction, index);
  if (subject === null) return null;
  const own = childrenBy(extraction, index, 'aux').some((each) => fullRelationAt(extraction, each) === 'aux:pass');
  return subject.passive && own ? null : subject.head;
}

function speaks(extraction: Extraction, head: number): boolean {
  return [lemmaAt(extraction, head), wordAt(extraction, head)].some(
    (word) => SPEAKER_NOUNS.has(word) || BODIES.has(word),
  );
}

function isSpeakerNoun(extraction: Extraction, head: number): boolean {
  const tag = tagAt(extraction, head);
  if (/^some(?:one|body)$/.test(wordAt(extraction, head))) return true;
  if (PRONOUN_HEADS.test(wordAt(extraction, head))) return childrenBy(extraction, head, 'nmod').length > 0;
  if (tag !== 'NOUN') return false;
  const noun = lemmaAt(extraction, head);
  if (!speaks(extraction, head) && !PEOPLE.has(noun) && (THING.test(noun) || !PERSONAL.test(noun))) return false;
  return !STATEMENT_NOUNS.has(lemmaAt(extraction, head)) && !/ing$/.test(wordAt(extraction, head));
}

/** A name or nominal that the word heads, or that ends with it. */
function covers(extraction: Extraction, mention: Mention, head: number): boolean {
  if (mention.type === 'Time' || mention.type === 'Quantity' || mention.type === 'Role') return false;
  return mention.head === head || topOf(extraction, mention) === head;
}

/** "its director, Ada Quill": the name beside the noun is the speaker's mention. */
function hasName(extraction: Extraction, head: number): boolean {
  const beside = [
    ...childrenBy(extraction, head, 'appos', 'flat'),
    ...(relationAt(extraction, head) === 'appos' ? [headOf(extraction, head)] : []),
  ];
  return mentionsAround(extraction, head).some(
    (mention) =>
      mention.kind === 'name' &&
      /^(?:Person|Organization|Place)$/.test(mention.type) &&
      beside.includes(topOf(extraction, mention)),
  );
}

/** The noun with what stands before it, and with "of them" where that alone tells. */
function phraseOf(extraction: Extraction, head: number): { readonly first: number; readonly last: number } {
  let first = head;
  for (const child of childrenOf(extraction, head)) {
    if (child < head && /^(?:det|amod|compound|nummod|nmod|advmod)$/.test(relationAt(extraction, child)))
      first = Math.min(first, stretchOf(extraction, child).first);
  }
  const complement = PRONOUN_HEADS.test(wordAt(extraction, head)) ? childrenBy(extraction, head, 'nmod')[0] : undefined;
  return {
    first,
    last: complement === undefined ? head : stretchOf(extraction, complement, ['acl', 'appos', 'conj']).last,
  };
}

function typeOf(extraction: Extraction, head: number): string {
  const lemma = lemmaAt(extraction, head);
  if (BODIES.has(lemma) || BODIES.has(wordAt(extraction, head))) return 'Organization';
  const plural =
    tagAt(extraction, head) === 'NOUN' &&
    wordAt(extraction, head) !== lemma &&
    /(?:s|men|women|people)$/.test(wordAt(extraction, head));
  return plural || /^(?:people|police|some|many|others|several|both|most)$/.test(wordAt(extraction, head))
    ? 'Group'
    : 'Person';
}

/** "the ministry" → the last body before it whose name ends so; "the farmer" → the last person whom the text called one. */
function groupOf(extraction: Extraction, mention: Mention, head: number, known: readonly Linked[]): number | null {
  const named = mention.type === 'Organization' ? bodyBefore(extraction, head) : null;
  if (named !== null) return known.find((each) => each.mention === named)?.group ?? null;
  const definite = childrenBy(extraction, head, 'det').some((each) =>
    /^(?:the|this|that)$/.test(wordAt(extraction, each)),
  );
  const own = childrenBy(extraction, head, 'nmod').some((each) =>
    /^(?:my|his|her|our|their|your)$/.test(wordAt(extraction, each)),
  );
  if (!definite || own) return null;
  const noun = lemmaAt(extraction, head);
  const before = known.filter((each) => each.mention.end <= mention.start);
  if (mention.type === 'Organization') {
    const isIt = (each: Linked): boolean =>
      each.mention.type === 'Organization' && lastWordOf(extraction, each.mention) === noun;
    return before.findLast(isIt)?.group ?? null;
  }
  const country = countryBeside(extraction, head);
  const isIt = (each: Linked): boolean => {
    const at = each.mention.type === mention.type ? describedAt(extraction, each.mention, noun) : null;
    const other = at === null || country === null ? null : countryBeside(extraction, at);
    return at !== null && (other === null || other === country);
  };
  return before.findLast(isIt)?.group ?? null;
}

/** The country whose name or people stands before the noun: "the |Norlandish| president"; null where none does. */
function countryBeside(extraction: Extraction, noun: number): string | null {
  const beside = childrenBy(extraction, noun, 'amod', 'compound', 'nmod').filter((child) => child < noun);
  const owner = mentionsAround(extraction, noun).find(
    (mention) => mention.referent?.type === 'Place' && beside.includes(mention.head),
  );
  return owner?.referent?.name ?? null;
}

function lastWordOf(extraction: Extraction, mention: Mention): string {
  const words = extraction.document.text.slice(mention.start, mention.end).toLowerCase().split(/\s+/);
  const of = words.indexOf('of');
  return (of > 0 ? words[of - 1] : words.at(-1)) ?? '';
}

/** Where the text calls somebody so: "Sam Pell, a farmer", "farmer Sam Pell", "Sam Pell is a farmer", "a farmer"; null where nowhere. */
function describedAt(extraction: Extraction, mention: Mention, noun: string): number | null {
  const top = topOf(extraction, mention);
  if (lemmaAt(extraction, top) === noun) return top;
  const beside = childrenBy(extraction, top, 'appos', 'nmod', 'compound', 'flat', 'conj').find(
    (each) => lemmaAt(extraction, each) === noun && fullRelationAt(extraction, each) !== 'nmod:poss',
  );
  if (beside !== undefined) return beside;
  const governor = headOf(extraction, top);
  const isSubject = relationAt(extraction, top) === 'nsubj' && childrenBy(extraction, governor, 'cop').length > 0;
  const isBeside = isSubject || /^(?:appos|flat)$/.test(relationAt(extraction, top));
  return isBeside && lemmaAt(extraction, governor) === noun ? governor : null;
}
