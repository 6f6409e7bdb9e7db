// A span of the encoder → the bare names in it: without article, possessive mark, description, apposition and title.
import type { Extraction } from '../../model/extraction.ts';
import { findDemonym, opensPersonName } from '../lexicon/countries.ts';
import { PERSON_TITLES } from '../lexicon/name-words.ts';
import { isOffice, LONGEST_TITLE } from '../lexicon/offices.ts';
import { isPeople } from '../lexicon/peoples.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { lengthBeforeTitle } from '../names/before-title.ts';
import { cutPeople } from '../names/cut-people.ts';
import { cutRun } from '../names/cut-run.ts';
import { isFieldBehind } from '../names/field-behind.ts';
import { isGenericHead } from '../names/find-runs.ts';
import { isDescription, skipDescription } from '../names/skip-description.ts';
import type { SpanWord } from '../names/span-words.ts';
import { splitPerson, splitPlace, splitSpan, type TypeElsewhere, withoutDay } from '../names/split-span.ts';
import { spellingAt } from '../words.ts';
import { argMax } from './arg-max.ts';
import type { NameSpan } from './decode-names.ts';

const ARTICLE = /^(the|a|an|this|that)$/i;
/** What belongs to somebody by a pronoun is described, not named: "our Embassy". */
const OWNED = /^(our|its|their|his|her|my|your)$/i;
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

export interface Name {
  readonly first: number;
  readonly last: number;
  readonly surface: string;
  readonly score: number;
  readonly types: readonly number[];
}

/** Without article, possessive mark, apposition and title: "the Norland Post's" → "Norland Post". */
export function trimName(
  extraction: Extraction,
  found: NameSpan,
  entityTypes: readonly string[],
  typeElsewhere: TypeElsewhere,
): Name[] {
  const textAt = (place: number): string => spellingAt(extraction, place);
  let { first, last } = found;
  const isMister = HONORIFIC.test(textAt(first)) || HONORIFIC.test(textAt(first - 1));
  const span = isMister ? { ...found, types: entityTypes.map((type) => Number(type === 'Person')) } : found;
  if (OWNED.test(textAt(first))) return [];
  // A capital article inside a sentence belongs to the name: "The Norland Post".
  const opens = extraction.sentences[extraction.tokens[first]?.sentence ?? -1]?.firstToken === first;
  while (first < last && ARTICLE.test(textAt(first)) && (opens || !/^\p{Lu}/u.test(textAt(first)))) first += 1;
  while (first < last && POSSESSIVE.test(textAt(last))) last -= 1;
  // The mark of a list: "- Ada Quill".
  while (first < last && opens && /^[-–•*]$/.test(textAt(first))) first += 1;
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
  if (!/^(?:Place|Group)$/.test(type) && isFieldBehind(textAt(first - 2), textAt(first - 1), type)) return [];
  if (TITLED.has(type)) {
    const people = cutPeople(spell(), opens, isTitle(textAt(first - 1)));
    const isWhole = people.length === 1 && people[0]?.first === 0 && people[0].last === last - first;
    if (!isWhole)
      return people.flatMap((part) => {
        const narrow = { ...span, first: first + part.first, last: first + part.last };
        return trimName(extraction, narrow, entityTypes, typeElsewhere);
      });
  }
  const words = TITLED.has(type) ? spell().map(({ text }) => text) : [];
  if (TITLED.has(type) && !isPeople(words.join(' ')) && !isNamedAfterCountry(words)) {
    if (words.includes(',')) return []; // "X, president of Y": the bare name is listed beside it
    const person = cutRun(words).findLast(
      ({ kind }) => kind !== 'title' && kind !== 'demonym' && kind !== 'organization',
    );
    if (person === undefined) return [];
    last = first + person.last;
    first += person.first;
  }
  const spelt = /^(?:Place|Event)$/.test(type) ? withoutDay(spell()) : spell();
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

/** "Jordan Quill": the encoder takes both for a person, and no office stands between. */
function isNamedAfterCountry([given = '', ...others]: readonly string[]): boolean {
  const isSurname = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word) && !isTitle(word) && !findDemonym(word);
  return opensPersonName(given) && others.length > 0 && others.length < 3 && others.every(isSurname);
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

function isTitle(word: string): boolean {
  return PERSON_TITLES.has(word.toLowerCase()) || isOffice(word.toLowerCase());
}
