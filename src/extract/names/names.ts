// Names by rule, which add what the encoder missed: capitalised runs, cut by lexicons, typed by their words, their company and the rest of the document.
import type { Extraction, Mention, Sentence, Token } from '../../model/extraction.ts';
import { containsSpan, overlapsSpan } from '../../model/span.ts';
import { addFormNames } from '../fields/form-names.ts';
import { findCountry, findDemonym } from '../lexicon/countries.ts';
import { GROUP_ADJECTIVES, ORGANIZATION_HEADS, ORGANIZATION_OPENERS } from '../lexicon/name-words.ts';
import { isOffice } from '../lexicon/offices.ts';
import type { Step } from '../step.ts';
import { tokenAfter } from '../words.ts';
import { classifyName, type NameType } from './classify-name.ts';
import { cutRun, type Piece } from './cut-run.ts';
import { findDatedEvents } from './dated-events.ts';
import {
  findRuns,
  isGenericHead,
  isHeadline,
  isListed,
  type Run,
  readSpellings,
  type Spellings,
  tokensOf,
} from './find-runs.ts';
import { joinSpelledOut } from './join-spelled-out.ts';
import { addMentions, makeMention } from './make-mention.ts';
import { findModelNames } from './model-names.ts';
import { settleBodies } from './settle-bodies.ts';
import { settleCases } from './settle-cases.ts';
import { settleEvents } from './settle-events.ts';
import { settleFirms } from './settle-firms.ts';
import { settleShortBodies } from './settle-short-bodies.ts';
import { settleStorms } from './settle-storms.ts';
import { settleVessels } from './settle-vessels.ts';
import { settleWorks } from './settle-works.ts';
import { isNational, LEAST_ALONE, typeFromCompany } from './type-from-company.ts';

const BY = 'names@1';
/** Precision of the names that a year opens. */
const EVENT_SCORE = 0.9;

interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly words: readonly string[];
  readonly evidence: NameType;
  readonly nested: readonly Run[];
}

/** Names of persons, organisations, places, groups, events and laws, with nested countries and peoples. */
export const namesStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags'],
  assigns: ['mentions'],
  run(extraction) {
    const spelled = settleCases(settleBodies(joinSpelledOut(extraction, BY), BY), BY);
    const whole = settleVessels(settleWorks(settleFirms(settleEvents(settleStorms(spelled, BY), BY), BY), BY), BY);
    const missed = addMissed(whole, findNames(whole));
    const events = findDatedEvents(whole).map((run) =>
      makeMention(whole, { ...run, type: 'Event', kind: 'name', score: EVENT_SCORE, by: BY }),
    );
    const added = [...missed.filter((mention) => !events.some((event) => overlapsSpan(event, mention))), ...events];
    const ends = new Set(added.map(({ end }) => end));
    const isTail = (mention: Mention): boolean =>
      (ends.has(mention.end) &&
        added.some(({ type, start, end }) => type === mention.type && start < mention.start && end === mention.end)) ||
      events.some((event) => containsSpan(event, mention) && mention.referent === null);
    const mentions = whole.mentions.filter((mention) => mention.kind !== 'name' || !isTail(mention));
    const named = addMentions({ ...whole, mentions }, added);
    const models = findModels(named);
    // The number in "Norair 737" counts nothing.
    const counts = named.mentions.filter(
      ({ kind, start, end }) => kind === 'name' || !models.some((model) => model.start < start && end <= model.end),
    );
    return addFormNames(settleShortBodies(addMentions({ ...named, mentions: counts }, models), BY), BY);
  },
};

function findModels(extraction: Extraction): Mention[] {
  const names = extraction.mentions.filter(({ kind }) => kind === 'name');
  const isTaken = (index: number): boolean =>
    names.some((name) => containsSpan(name, extraction.tokens[index] ?? { start: -1, end: -1 }));
  const makers = new Map(
    names
      .filter(({ type }) => type === 'Organization' || type === 'Product')
      .map(({ start, end }) => [tokenAfter(extraction, end - 1) + 1, tokenAfter(extraction, start)]),
  );
  return findModelNames(extraction, isTaken, (index) => makers.get(index) ?? null).map((run) =>
    makeMention(extraction, { ...run, type: 'Product', kind: 'name', score: LEAST_ALONE, by: BY }),
  );
}

/** What the encoder missed: well-founded names that overlap none of its own, bodies with their owner's name before them, and countries and peoples inside longer names. */
function addMissed({ document, mentions }: Extraction, found: readonly Mention[]): Mention[] {
  const names = mentions.filter(({ kind }) => kind === 'name');
  const textOf = ({ start, end }: Mention): string => document.text.slice(start, end);
  const persons = new Set(names.filter(({ type }) => type === 'Person').map(textOf));
  // "Ministry of Defence Ada Quill … Quill said": the surname alone, elsewhere, shows that the pair is a name.
  const isFullNameOf = (mention: Mention): boolean =>
    mention.type === 'Person' && /\s/.test(textOf(mention)) && persons.has(textOf(mention).split(/\s+/).at(-1) ?? '');
  return found.filter((mention) => {
    const over = names.filter((name) => overlapsSpan(name, mention));
    if (over.length === 0) return mention.score >= LEAST_ALONE || isFullNameOf(mention);
    const isWhole = over.every(
      (name) => containsSpan(mention, name) && name.end - name.start < mention.end - mention.start,
    );
    if (isWhole && mention.type === 'Organization' && mention.score >= LEAST_ALONE && isOneBody(over)) return true;
    return (
      mention.referent !== null &&
      // "Tom |Holland|" is nowhere.
      over.every(({ type }) => type !== 'Person') &&
      over.every((name) => containsSpan(name, mention) && name.end - name.start > mention.end - mention.start)
    );
  });
}

/** "Ada Quill of the Harbour Party" is a person and a party, "the Reform Party and the Harbour Alliance" two parties. */
function isOneBody(inside: readonly Mention[]): boolean {
  return (
    inside.every(({ type }) => type !== 'Person') && inside.filter(({ type }) => type === 'Organization').length < 2
  );
}

/** Name mentions, in reading order. */
export function findNames(extraction: Extraction): Mention[] {
  const spellings = readSpellings(extraction);
  const headlines = extraction.sentences.filter((sentence) => isHeadline(sentence, extraction, spellings));
  const inHeadline = new Set(headlines);
  const plain = extraction.sentences.filter((sentence) => !inHeadline.has(sentence));
  const found = plain.flatMap((sentence) =>
    findRuns(extraction, sentence, spellings)
      .flatMap((run) => readRun(extraction, run, spellings))
      .filter(
        (candidate) => candidate.evidence.score >= 0.7 || candidate.first > labelEnd(extraction, sentence, spellings),
      ),
  );
  const cautious = dropOpeners(extraction, found);
  const joined = readCoordinations(extraction, joinPossessives(extraction, cautious, spellings), spellings);
  const types = settleTypes(joined);
  const inHeadlines = headlines.flatMap((sentence) => {
    const tokens = tokensOf(extraction, sentence);
    return findKnown(tokens, spellings, types);
  });
  return [...joined, ...inHeadlines].flatMap((candidate) => toMentions(extraction, candidate, types));
}

/** Place of the colon after a label in capitals ("What Norland Says:"); -1 where the sentence opens with none. */
function labelEnd(extraction: Extraction, sentence: Sentence, spellings: Spellings): number {
  const words = tokensOf(extraction, sentence).slice(0, 7).map(spellings.textOf);
  const colon = words.indexOf(':');
  const capitals = words.slice(0, Math.max(colon, 0)).every((word) => /^\p{Lu}/u.test(word));
  return colon > 0 && capitals ? sentence.firstToken + colon : -1;
}

function readRun(extraction: Extraction, run: Run, spellings: Spellings): Candidate[] {
  const words = extraction.tokens.slice(run.first, run.last + 1).map(spellings.textOf);
  const candidates: Candidate[] = [];
  const pieces = cutRun(words);
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'title') continue;
    const own = words.slice(piece.first, piece.last + 1);
    const year = piece.first === 0 && classifyName(own).type === 'Event' ? extraction.tokens[run.first - 1] : undefined;
    const dated = year !== undefined && /^(1[5-9]|20)\d\d$/.test(spellings.textOf(year));
    const first = run.first + piece.first - (dated ? 1 : 0);
    const last = run.first + piece.last;
    const afterTitle = pieces[index - 1]?.kind === 'title';
    const evidence = typeOf(extraction, piece, own, { first, last }, afterTitle, spellings);
    if (evidence.score > 0) candidates.push({ first, last, words: own, evidence, nested: findNested(own, first) });
  }
  return candidates;
}

/** The words first; where they are weak, the company the name keeps. */
function typeOf(
  extraction: Extraction,
  piece: Piece,
  words: readonly string[],
  run: Run,
  afterTitle: boolean,
  spellings: Spellings,
): NameType {
  if (piece.kind === 'demonym') return { type: 'Group', score: 0.95 };
  if (piece.kind === 'organization') return { type: 'Organization', score: 0.9 };
  if (piece.kind === 'person' || afterTitle) {
    const own = classifyName(words);
    if (own.score < 0.85 || own.type === 'Person') return { type: 'Person', score: 0.9 };
    return own;
  }
  const own = classifyName(words);
  if (own.score >= 0.7) return own;
  if (own.type === 'Person' && isNational(extraction, run, spellings)) return { type: 'Person', score: LEAST_ALONE };
  return typeFromCompany(extraction, run, spellings) ?? weaken(extraction, own, run, words);
}

/** A single unknown word is a name only where the tagger, too, reads it as one. */
function weaken(extraction: Extraction, own: NameType, run: Run, words: readonly string[]): NameType {
  if (words.length === 1 && isGenericHead(words[0] ?? '')) return own;
  if (own.score > 0) return own;
  const tagged = extraction.tokens[run.first]?.upos === 'PROPN';
  return tagged ? { type: 'Other', score: 0.3 } : own;
}

/** Countries and peoples inside a longer name. */
function findNested(words: readonly string[], first: number): Run[] {
  const nested: Run[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (const length of [3, 2, 1]) {
      const phrase = words.slice(at, at + length).join(' ');
      if (at + length > words.length || length === words.length) continue;
      if (!findCountry(phrase) && !findDemonym(phrase) && !GROUP_ADJECTIVES.has(phrase.toLowerCase())) continue;
      nested.push({ first: first + at, last: first + at + length - 1 });
      at += length - 1;
      break;
    }
  }
  return nested;
}

/** "Norland's Defense Ministry" is one organisation that holds the name of a country. */
function joinPossessives(extraction: Extraction, found: readonly Candidate[], spellings: Spellings): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of found) {
    const owner = joined.at(-1);
    const between = extraction.tokens[candidate.first - 1];
    const possessive = between !== undefined && /^['\u2019]s?$/.test(spellings.textOf(between));
    const head = candidate.words.at(-1)?.toLowerCase() ?? '';
    if (
      owner &&
      possessive &&
      owner.last === candidate.first - 2 &&
      findCountry(owner.words.join(' ')) &&
      ORGANIZATION_HEADS.has(head)
    ) {
      const words = [...owner.words, spellings.textOf(between as Token), ...candidate.words];
      joined.push({
        ...candidate,
        first: owner.first,
        words,
        evidence: { type: 'Organization', score: 0.9 },
        nested: [],
      });
    } else joined.push(candidate);
  }
  return joined;
}

/** A single unknown word that opens a sentence is a name only where the document also has it inside a sentence. */
function dropOpeners(extraction: Extraction, found: readonly Candidate[]): Candidate[] {
  const opens = ({ first }: Candidate) => {
    const token = extraction.tokens[first];
    return token !== undefined && extraction.sentences[token.sentence]?.firstToken === first;
  };
  const inside = new Set(
    found.filter((candidate) => !opens(candidate)).flatMap(({ words }) => [words.join(' '), words.at(-1) ?? '']),
  );
  const lastNames = new Set(found.filter(({ words }) => words.length > 1).map(({ words }) => words.at(-1) ?? ''));
  return found.filter((candidate) => {
    const word = candidate.words[0] ?? '';
    if (opens(candidate) && isDescription(extraction, candidate)) return false;
    if (candidate.words.length > 1 || !opens(candidate) || isListed(word) || candidate.evidence.score >= 0.85)
      return true;
    return inside.has(word) || lastNames.has(word) || /^\p{Lu}{2,}$/u.test(word);
  });
}

/** "Great Service": an adjective and common nouns, whose capitals are those of a title. */
function isDescription({ tokens }: Extraction, { first, last, words }: Candidate): boolean {
  const tags = tokens.slice(first, last + 1).map(({ upos }) => upos);
  const isListedBody = isListed(words.join(' ')) || ORGANIZATION_OPENERS.has(words.slice(0, 2).join(' ').toLowerCase());
  return tags.length > 1 && tags[0] === 'ADJ' && tags.slice(1).every((tag) => tag === 'NOUN') && !isListedBody;
}

/** "between Quill and Chancellor Hale": an unknown word beside a person, with nothing but a title between, is a person. */
function readCoordinations(extraction: Extraction, found: readonly Candidate[], spellings: Spellings): Candidate[] {
  return found.map((candidate, index) => {
    if (candidate.evidence.score >= 0.45 || candidate.evidence.type !== 'Other') return candidate;
    const next = found.slice(index + 1).find(({ evidence }) => evidence.type !== 'Group');
    if (next?.evidence.type !== 'Person' || next.evidence.score < 0.7 || next.first - candidate.last > 6)
      return candidate;
    const between = extraction.tokens.slice(candidate.last + 1, next.first).map(spellings.textOf);
    const plain = between.slice(1).every((word) => /^\p{Lu}/u.test(word) || isOffice(word.toLowerCase()));
    return between[0] === 'and' && plain ? { ...candidate, evidence: { type: 'Person', score: 0.7 } } : candidate;
  });
}

/** The best evidence for each surface anywhere in the document, and surnames of the persons in it. */
function settleTypes(candidates: readonly Candidate[]): Map<string, NameType> {
  const types = new Map<string, NameType>();
  const offer = (name: string, type: NameType) => {
    if ((types.get(name)?.score ?? 0) < type.score) types.set(name, type);
  };
  for (const { words, evidence } of candidates) offer(words.join(' '), evidence);
  for (const { words, evidence } of candidates) {
    const surname = words.at(-1) ?? '';
    if (evidence.type === 'Person' && evidence.score >= 0.45 && words.length > 1 && !isListed(surname)) {
      offer(surname, { type: 'Person', score: Math.max(evidence.score - 0.02, 0.7) });
    }
  }
  return types;
}

/** In a headline only names that the document or a lexicon knows, the longest first. */
function findKnown(tokens: readonly Token[], spellings: Spellings, types: ReadonlyMap<string, NameType>): Candidate[] {
  const words = tokens.map(spellings.textOf);
  const found: Candidate[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(6, words.length - at); length > 0; length -= 1) {
      const own = words.slice(at, at + length);
      const name = own.join(' ');
      const known = types.get(name) ?? (isListed(name) ? classifyName(own) : undefined);
      if (!known || known.score < 0.45 || !/^\p{Lu}/u.test(name)) continue;
      if (spellings.lower.has(name.toLowerCase())) continue;
      const first = (tokens[at] as Token).index;
      found.push({ first, last: first + length - 1, words: own, evidence: known, nested: findNested(own, first) });
      at += length - 1;
      break;
    }
  }
  return found;
}

function toMentions(extraction: Extraction, candidate: Candidate, types: ReadonlyMap<string, NameType>): Mention[] {
  const settled = types.get(candidate.words.join(' ')) ?? candidate.evidence;
  const { type, score } = settled.score > candidate.evidence.score ? settled : candidate.evidence;
  const whole = makeMention(extraction, {
    first: candidate.first,
    last: candidate.last,
    type,
    kind: 'name',
    score,
    by: BY,
  });
  const inner = candidate.nested.map((run) => {
    const surface = extraction.document.text.slice(
      extraction.tokens[run.first]?.start,
      extraction.tokens[run.last]?.end,
    );
    const nestedType = findCountry(surface) ? 'Place' : 'Group';
    return makeMention(extraction, { ...run, type: nestedType, kind: 'name', score: 0.93, by: BY });
  });
  return [whole, ...inner];
}
