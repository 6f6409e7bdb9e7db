// The encoder's name spans → name mentions: edges trimmed to the bare name, one type a surface over the document.
import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { findCountry, findDemonym, isKnownPlace } from '../lexicon/countries.ts';
import { GROUP_HEADS } from '../lexicon/name-words.ts';
import { LONGEST_TITLE } from '../lexicon/offices.ts';
import { isPeople } from '../lexicon/peoples.ts';
import { readLexicon } from '../lexicon.ts';
import { lengthBeforeTitle } from '../names/before-title.ts';
import { classifyName, isRiverbank } from '../names/classify-name.ts';
import { cutRun } from '../names/cut-run.ts';
import { isGenericHead, isListed } from '../names/find-runs.ts';
import { makeMention } from '../names/make-mention.ts';
import { isModelName } from '../names/model-names.ts';
import { isDescription, skipDescription } from '../names/skip-description.ts';
import { type SpanWord, splitPerson, splitPlace, splitSpan, type TypeElsewhere } from '../names/split-span.ts';
import { spreadNames } from '../names/spread-names.ts';
import { argMax } from './arg-max.ts';
import type { NameSpan } from './decode-names.ts';
import { isShouted } from './is-shouted.ts';
import { isPersonOf, isRunTogether } from './run-together.ts';

/** Values have a step of their own, which reads their numbers and dates too. */
const VALUES = new Set(['Time', 'Quantity']);
const ARTICLE = /^(the|a|an|this|that)$/i;
/** What belongs to somebody by a pronoun is described, not named: "our Embassy". */
const OWNED = /^(our|its|their|his|her|my|your)$/i;
/** Words that say less of a name's type than this are not heard. */
const LEAST_EVIDENCE = 0.8;
/** From here on the name itself stands in a lexicon: people who bear the name of a place or body alone are few. */
const LISTED = 0.92;
const AGAINST_PERSON = 2;
/** The same for a name of which the encoder knows no type. */
const LEAST_ALONE = 0.75;
/** Addresses of pages and people name nothing by themselves. */
const ADDRESS = /^(?:https?:|www\.)|\S@\S+\.\p{Ll}{2,}/u;
/** "Brewer", "Airline": what a body is, with a capital where it opens a sentence. */
const CLASS_NOUNS = new Set(readLexicon<{ readonly private: readonly string[] }>('bodies').private);
const POSSESSIVE = /^['’]s?$/;
/** Stands before people alone. */
const HONORIFIC = /^(?:Mr|Mrs|Ms)\.?$/;
/** What a place is, in small letters behind its name. */
const PLACE_CLASS = /^(?:province|district|prefecture|region|county|city|town|village|municipality|governorate)$/;
const TITLED = new Set(['Person']);
/** What bears no sentence for a name, as works and events may. */
const BODILY = new Set(['Person', 'Organization', 'Place', 'Group']);

interface Name {
  readonly first: number;
  readonly last: number;
  readonly surface: string;
  readonly score: number;
  readonly types: readonly number[];
}

/** Name mentions for the spans, values left out. Scores are the chance that a name stands just here. */
export function toNameMentions(
  extraction: Extraction,
  spans: readonly NameSpan[],
  entityTypes: readonly string[],
  by: string,
): Mention[] {
  const typeElsewhere = readTypes(extraction, spans, entityTypes);
  const words = extraction.tokens.map(({ start, end }) => extraction.document.text.slice(start, end));
  const trimmed = spans.flatMap((span) => trimName(extraction, span, entityTypes, typeElsewhere));
  const person = entityTypes.indexOf('Person');
  const apart = trimmed.filter(
    (name) => !isRunTogether(name, trimmed, person) && !isPersonOf(name, trimmed, person, words),
  );
  const names = dropShouted(
    extraction,
    spreadNames(apart, words, (place) => isInnerName(extraction, place)),
  );
  const totals = sumTypes(names, entityTypes);
  const surnames = findSurnames(names, totals, entityTypes);
  const seen = new Map<string, Mention>();
  for (const { first, last, surface, score, types } of names) {
    const voted = entityTypes[argMax(totals.get(surface) ?? types)] ?? 'Other';
    const type = findCountry(surface)?.unambiguous
      ? 'Place' // a state that acts is still the place
      : isShoutedPlace(surface) || isRiverbank(surface)
        ? 'Place'
        : isPeople(surface)
          ? 'Group'
          : surnames.has(surface) && voted !== 'Group'
            ? 'Person'
            : retype(surface, voted);
    if (VALUES.has(type)) continue;
    const mention = makeMention(extraction, { first, last, type, kind: 'name', score, by });
    const before = seen.get(`${first}:${last}`);
    if (before === undefined || before.score < score) seen.set(`${first}:${last}`, mention);
  }
  return [...seen.values()];
}

/** A word that the tagger takes for a name, inside a sentence, and no part of a longer one. */
function isInnerName({ tokens, sentences }: Extraction, place: number): boolean {
  const token = tokens[place];
  const isOne = [place - 1, place + 1].every((beside) => tokens[beside]?.upos !== 'PROPN');
  return token?.upos === 'PROPN' && isOne && sentences[token.sentence]?.firstToken !== place;
}

/** Without article, possessive mark, apposition and title: "the Norland Post's" → "Norland Post". */
function trimName(
  extraction: Extraction,
  found: NameSpan,
  entityTypes: readonly string[],
  typeElsewhere: TypeElsewhere,
): Name[] {
  const textAt = (place: number): string => {
    const token = extraction.tokens[place];
    return token === undefined ? '' : extraction.document.text.slice(token.start, token.end);
  };
  let { first, last } = found;
  const isMister = HONORIFIC.test(textAt(first)) || HONORIFIC.test(textAt(first - 1));
  const span = isMister ? { ...found, types: entityTypes.map((type) => Number(type === 'Person')) } : found;
  if (OWNED.test(textAt(first))) return [];
  // A capital article inside a sentence belongs to the name: "The Norland Post".
  const opens = extraction.sentences[extraction.tokens[first]?.sentence ?? -1]?.firstToken === first;
  while (first < last && ARTICLE.test(textAt(first)) && (opens || !/^\p{Lu}/u.test(textAt(first)))) first += 1;
  while (first < last && POSSESSIVE.test(textAt(last))) last -= 1;
  while (first < last && POSSESSIVE.test(textAt(first))) first += 1;
  // "Carmaker Halden" at the head of a sentence, of a text that has Halden, too.
  if (opens && CLASS_NOUNS.has(textAt(first).toLowerCase())) {
    const name = Array.from({ length: last - first }, (_, index) => textAt(first + 1 + index)).join(' ');
    if (first === last) return [];
    if (typeElsewhere(name) !== undefined) first += 1;
  }
  const type = entityTypes[argMax(span.types)] ?? '';
  if (BODILY.has(type)) last = beforeVerb(extraction, first, last);
  if (type === 'Place' && last > first && PLACE_CLASS.test(textAt(last))) last -= 1;
  const spell = (): SpanWord[] =>
    Array.from({ length: last - first + 1 }, (_, index) => ({
      text: textAt(first + index),
      upos: extraction.tokens[first + index]?.upos ?? 'X',
    }));
  first += skipDescription(spell());
  if (BODILY.has(type) && isDescription(spell())) return [];
  const behind = Array.from({ length: LONGEST_TITLE }, (_, index) => textAt(last + 1 + index));
  last =
    first +
    lengthBeforeTitle(
      spell().map(({ text }) => text),
      behind,
    ) -
    1;
  const words = spell().map(({ text }) => text);
  if (TITLED.has(type) && !isPeople(words.join(' '))) {
    if (words.includes(',')) return []; // "X, president of Y": the bare name is listed beside it
    const person = cutRun(words).findLast(
      ({ kind }) => kind !== 'title' && kind !== 'demonym' && kind !== 'organization',
    );
    if (person === undefined) return [];
    last = first + person.last;
    first += person.first;
  }
  const spelt = spell();
  const split = type === 'Place' ? splitPlace : splitSpan;
  const parts = TITLED.has(type) ? splitPerson(spelt) : split(spelt, typeElsewhere);
  return parts.flatMap((part) => {
    const surface = spelt
      .slice(part.first, part.last + 1)
      .map(({ text }) => text)
      .join(' ');
    if (!/[\p{Lu}\p{N}]/u.test(surface) || isGenericHead(surface) || ADDRESS.test(surface)) return [];
    // "A Norlandish Pullback" in a headline.
    const [article = '', next = ''] = surface.split(' ');
    if (/^An?$/.test(article) && (TITLED.has(type) || findDemonym(next))) return [];
    return [{ first: first + part.first, last: first + part.last, surface, score: span.score, types: span.types }];
  });
}

/** The last place before a small verb, where a whole clause was taken for a name: "Trade Board Ada Quill said on Monday that". */
function beforeVerb({ tokens, document }: Extraction, first: number, last: number): number {
  for (let place = first + 1; place <= last; place += 1) {
    const token = tokens[place];
    if (token === undefined || (token.upos !== 'VERB' && token.upos !== 'AUX')) continue;
    if (/^\p{Ll}/u.test(document.text.slice(token.start, token.end))) return place - 1;
  }
  return last;
}

/** The type of each surface that a whole span is, the likeliest span of it. */
function readTypes(extraction: Extraction, spans: readonly NameSpan[], entityTypes: readonly string[]): TypeElsewhere {
  const types = new Map<string, string>();
  for (const { first, last, types: chances } of [...spans].sort((left, right) => left.score - right.score)) {
    const words = extraction.tokens.slice(first, last + 1);
    const surface = words.map(({ start, end }) => extraction.document.text.slice(start, end)).join(' ');
    types.set(surface, entityTypes[argMax(chances)] ?? 'Other');
  }
  return (name) => types.get(name);
}

/** In a line of capitals only what the document or a lexicon knows is a name: "ONE ENVOY FEWER". */
function dropShouted(extraction: Extraction, names: readonly Name[]): readonly Name[] {
  const shouted = new Set(
    extraction.sentences.filter(({ start, end }) => isShouted(extraction.document.text.slice(start, end))),
  );
  if (shouted.size === 0) return names;
  const isLoud = ({ first }: Name): boolean =>
    shouted.has(extraction.sentences[extraction.tokens[first]?.sentence ?? -1] as Sentence);
  const known = new Set(names.filter((name) => !isLoud(name)).map(({ surface }) => surface.toLowerCase()));
  return names.filter((name) => {
    const spelt = inSmallLetters(name.surface);
    return (
      !isLoud(name) ||
      known.has(name.surface.toLowerCase()) ||
      [name.surface, spelt].some((form) => isKnownPlace(form) || isListed(form) || isListed(form.split(' ')[0] ?? ''))
    );
  });
}

/** "EASTHAVEN (AP)": a listed place whose capitals make it look like an acronym. */
function isShoutedPlace(surface: string): boolean {
  return /^\p{Lu}{4,}$/u.test(surface) && isKnownPlace(inSmallLetters(surface));
}

function inSmallLetters(surface: string): string {
  return surface.toLowerCase().replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Last words of the persons with a full name: alone, they are persons too. */
function findSurnames(
  names: readonly Name[],
  totals: ReadonlyMap<string, readonly number[]>,
  entityTypes: readonly string[],
): Set<string> {
  const persons = names.filter(({ surface }) => entityTypes[argMax(totals.get(surface) ?? [])] === 'Person');
  return new Set(
    persons.flatMap(({ surface }) =>
      surface.includes(' ') && !surface.includes(' of ') ? surface.split(' ').slice(-1) : [],
    ),
  );
}

/**
 * A war is an event, a treaty a law: corpora that know no such types taught the encoder to call both "other". A name that
 * ends with the noun of a body is no person.
 */
function retype(surface: string, voted: string): string {
  if (voted === 'Person' && GROUP_HEADS.has(surface.toLowerCase())) return 'Group';
  if (voted !== 'Other' && (voted !== 'Person' || !surface.includes(' '))) return voted;
  const { type, score } = classifyName(surface.split(' '));
  if (voted === 'Person') {
    if (/ of the /.test(surface) && !/^(?:Person|Group)$/.test(type)) return 'Organization';
    if (GROUP_HEADS.has(`${surface.split(' ').at(-1)?.toLowerCase()}s`)) return 'Group';
    // "Hurricane Ada"
    return /^(?:Organization|Event)$/.test(type) && score >= LEAST_EVIDENCE ? type : voted;
  }
  return score >= LEAST_ALONE ? type : isModelName(surface) ? 'Product' : 'Other';
}

/** What the words of a name say by themselves (lexicons, heads), as log-odds for its type; 0 for all where they say little. */
function readWords(surface: string, entityTypes: readonly string[]): number[] {
  const { type, score } = classifyName(surface.split(' '));
  const odds = score < LEAST_EVIDENCE ? 0 : Math.log(score / (1 - score));
  const doubt = score >= LISTED ? AGAINST_PERSON : 0;
  return entityTypes.map((name) => (name === type ? odds : name === 'Person' ? -doubt : 0));
}

/** Log-probabilities added over all places of a surface, so that one weak place does not give it another type. */
function sumTypes(names: readonly Name[], entityTypes: readonly string[]): Map<string, number[]> {
  const totals = new Map<string, number[]>();
  for (const { surface, types } of names) {
    const before = totals.get(surface) ?? readWords(surface, entityTypes);
    totals.set(
      surface,
      before.map((value, index) => value + Math.log(Math.max(types[index] ?? 0, 1e-4))),
    );
  }
  return totals;
}
