// The encoder's name spans → name mentions: edges trimmed to the bare name, one type a surface over the document.
import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { findCountry, isKnownPlace } from '../lexicon/countries.ts';
import { GROUP_HEADS } from '../lexicon/name-words.ts';
import { isPeople } from '../lexicon/peoples.ts';
import { classifyName, isRiverbank } from '../names/classify-name.ts';
import { isListed } from '../names/find-runs.ts';
import { makeMention } from '../names/make-mention.ts';
import { isModelName } from '../names/model-names.ts';
import type { TypeElsewhere } from '../names/split-span.ts';
import { spreadNames } from '../names/spread-names.ts';
import { argMax } from './arg-max.ts';
import type { NameSpan } from './decode-names.ts';
import { isShouted } from './is-shouted.ts';
import { isNameIn, isPersonOf, isRunTogether } from './run-together.ts';
import { type Name, trimName } from './trim-name.ts';

/** Values have a step of their own, which reads their numbers and dates too. */
const VALUES = new Set(['Time', 'Quantity']);
/** Words that say less of a name's type than this are not heard. */
const LEAST_EVIDENCE = 0.8;
/** From here on the name itself stands in a lexicon: people who bear the name of a place or body alone are few. */
const LISTED = 0.92;
const AGAINST_PERSON = 2;
/** The same for a name of which the encoder knows no type. */
const LEAST_ALONE = 0.75;

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
    (name) =>
      !isRunTogether(name, trimmed, person, words) &&
      !isPersonOf(name, trimmed, person, words) &&
      !isNameIn(name, trimmed, words),
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
    const isHolder = surnames.has(surface) && voted === 'Person'; // "Tom Holland came. |Holland| spoke."
    const type =
      findCountry(surface)?.unambiguous && !isHolder
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

/** The type of each surface that a whole span is, the likeliest span of it. */
function readTypes(extraction: Extraction, spans: readonly NameSpan[], entityTypes: readonly string[]): TypeElsewhere {
  const types = new Map<string, string>();
  for (const { first, last, types: chances } of [...spans].sort((left, right) => left.score - right.score)) {
    const words = extraction.tokens.slice(first, last + 1);
    const surface = words.map(({ start, end }) => extraction.document.text.slice(start, end)).join(' ');
    types.set(surface.replace(/ ['’]s?$/, ''), entityTypes[argMax(chances)] ?? 'Other');
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
