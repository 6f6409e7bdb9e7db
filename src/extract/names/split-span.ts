// Cuts what the encoder ran together: "A Party and the B Alliance" are two names, "Quill's C Party" a person and a party.
import { findCountry, isKnownPlace } from '../lexicon/countries.ts';
import { FIRST_NAMES, FUNCTION_WORDS, ORGANIZATION_HEADS } from '../lexicon/name-words.ts';
import { isOffice, LONGEST_TITLE } from '../lexicon/offices.ts';
import { classifyName } from './classify-name.ts';
import { skipDescription } from './skip-description.ts';
import type { Part, SpanWord } from './span-words.ts';

/** Nouns that end the name of a whole body or event, so that "and" behind them joins two names: not "Arts and Sciences". */
const WHOLE =
  /^(?:party|parties|alliance|union|movement|association|federation|confederation|council|committee|commission|academy|university|college|institute|agency|ministry|department|league|coalition|front|army|navy|foundation|congress|parliament|election|elections|referendum|war|summit|post|times|inc|inc\.|corp|corp\.|ltd|ltd\.|plc)$/;
const ARTICLE = /^(?:the|a|an)$/i;
const PARTICIPLE = /^(?:based|led|owned|backed|born|run|controlled|sponsored|funded|held|occupied)$/;
const POSSESSIVE = /^['’]s?$/;
/** Owners inside names: "People's Party", "King's College". */
const COMMON_OWNER =
  /^(?:people|men|women|children|workers|farmers|peasants|citizens|nurses|teachers|students|players|veterans|writers|king|queen|prince|bishop|saint|world|nation|girls|boys)s?$/i;

/** What the rest of the document calls a name: its type where it stands there on its own, else undefined. */
export type TypeElsewhere = (name: string) => string | undefined;

/** The names inside a span, in order; most spans are one. */
export function splitSpan(words: readonly SpanWord[], typeElsewhere: TypeElsewhere): Part[] {
  const whole = { first: 0, last: words.length - 1 };
  return cutShouted(words, whole)
    .flatMap((part) => cutAtVerb(words, part))
    .flatMap((part) => cutCompound(words, part))
    .flatMap((part) => cutAddress(words, part))
    .flatMap((part) => cutAtJoint(words, part))
    .flatMap((part) => cutAtOwner(words, part, typeElsewhere))
    .map((part) => dropTitle(words, part, typeElsewhere))
    .map((part) => dropLead(words, dropTail(words, part)))
    .filter(({ first, last }) => first <= last);
}

/** The same for the span of a place: "Harbour Hall in Easthaven" is two. */
export function splitPlace(words: readonly SpanWord[], typeElsewhere: TypeElsewhere): Part[] {
  const at = words.findIndex(
    ({ text }, index) =>
      index > 0 &&
      isName(words[index - 1] as SpanWord) &&
      isNameAt(words, index + 1) &&
      (text === 'in' || (/^(?:and|-|–|\/)$/.test(text) && areCountries(words, index))),
  );
  if (at < 0) return splitSpan(words, typeElsewhere);
  const right = splitPlace(words.slice(at + 1), typeElsewhere);
  return [
    ...splitSpan(words.slice(0, at), typeElsewhere),
    ...right.map(({ first, last }) => ({ first: first + at + 1, last: last + at + 1 })),
  ];
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "Easthaven |on Friday|", of a place or event; a newspaper may be called so. */
export function withoutDay(words: readonly SpanWord[]): readonly SpanWord[] {
  const [link, day] = words.slice(-2);
  return words.length > 2 && link?.text === 'on' && WEEKDAY.test(day?.text ?? '') ? words.slice(0, -2) : words;
}

/** "Norland and Sudland", "Norland-Sudland". */
function areCountries(words: readonly SpanWord[], joint: number): boolean {
  return [words.slice(0, joint), words.slice(joint + 1)].every(
    (side) => findCountry(side.map(({ text }) => text).join(' ')) !== undefined,
  );
}

function isNameAt(words: readonly SpanWord[], index: number): boolean {
  const word = words[index];
  return word !== undefined && isName(word);
}

/** The same for the span of a person, whose name holds no small words but particles: "Quill in Easthaven" is Quill. */
export function splitPerson(words: readonly SpanWord[]): Part[] {
  // "the Harbour Party's Ada Quill": the party is listed beside her.
  const owner = words.findLastIndex(({ text }, at) => at > 0 && at < words.length - 1 && POSSESSIVE.test(text));
  if (owner > 0 && isName(words[owner + 1] as SpanWord))
    return splitPerson(words.slice(owner + 1)).map(({ first, last }) => ({
      first: first + owner + 1,
      last: last + owner + 1,
    }));
  const end = words.findIndex(
    ({ text, upos }, at) => at > 0 && /^(?:AUX|VERB|PRON|SCONJ|ADP)$/.test(upos) && NO_PARTICLE.test(text),
  );
  let last = (end < 0 ? words.length : end) - 1;
  // The stop of the sentence.
  while (last > 0 && words[last]?.text === '.') last -= 1;
  return cutSecond(words, { first: 0, last })
    .map((part) => dropLead(words, dropTail(words, part)))
    .filter((part) => part.first <= part.last);
}

/** "Ada Quill Olaf Berg", without a comma as in lists of mail: a first name behind a full name opens another. */
function cutSecond(words: readonly SpanWord[], { first, last }: Part): Part[] {
  if (!FIRST_NAMES.has(words[first]?.text ?? '')) return [{ first, last }];
  for (let at = first + 2; at < last; at += 1) {
    if (!words.slice(first, at).every(isName) || !FIRST_NAMES.has(words[at]?.text ?? '')) continue;
    return [{ first, last: at - 1 }, ...cutSecond(words, { first: at, last })];
  }
  return [{ first, last }];
}

const NO_PARTICLE =
  /^(?!(?:of|de|del|della|di|da|dos|du|van|von|der|den|bin|ibn|al|el|la|y|e|ter|zu|af|av|ben|bint)$)\p{Ll}+$/u;

/** "the younger Quill": words before a name describe it. */
function dropLead(words: readonly SpanWord[], { first, last }: Part): Part {
  return { first: first + skipDescription(words.slice(first, last + 1)), last };
}

/** "Office of the": nothing small ends a name. */
function dropTail(words: readonly SpanWord[], { first, last }: Part): Part {
  let end = last;
  while (
    end >= first &&
    /^(?:ADP|DET|CCONJ|SCONJ|PUNCT|PRON|AUX)$/.test(words[end]?.upos ?? '') &&
    /^(?:\p{Ll}+|[^\p{L}\p{N}.)'’"!?]+)$/u.test(words[end]?.text ?? '')
  )
    end -= 1;
  return { first, last: end };
}

/** In a line of capitals small words are large too: "EASTHAVEN WITHOUT NORLAND" is two names. */
function cutShouted(words: readonly SpanWord[], { first, last }: Part): Part[] {
  const at = words.findIndex(
    ({ text, upos }, index) =>
      index > first &&
      index < last &&
      /^\p{Lu}{3,}$/u.test(text) &&
      FUNCTION_WORDS.has(text.toLowerCase()) &&
      upos !== 'PROPN',
  );
  const shouted = words.every(({ text }) => text === text.toUpperCase());
  return at < 0 || !shouted
    ? [{ first, last }]
    : [
        { first, last: at - 1 },
        { first: at + 1, last },
      ];
}

const isName = ({ text }: SpanWord): boolean => /^[\p{Lu}\p{N}]/u.test(text);

/** Prepositions of what happens, not of what is called so. */
const CIRCUMSTANCE = /^(?:from|per|via|amid|after|before|during|despite|since|until|near)$/;

/** A small verb, pronoun or mark of a clause stands in no name: "the A Alliance to create the B Party". */
function cutAtVerb(words: readonly SpanWord[], { first, last }: Part): Part[] {
  for (let at = first + 1; at <= last; at += 1) {
    const word = words[at];
    if (word === undefined || isName(word)) continue;
    const isClause =
      /^(?:AUX|PRON)$/.test(word.upos) || (word.upos === 'VERB' && ARTICLE.test(words[at + 1]?.text ?? ''));
    if (!isClause && !CIRCUMSTANCE.test(word.text)) continue;
    let end = at - 1;
    while (end > first && !isName(words[end] as SpanWord)) end -= 1;
    let next = at + 1;
    while (next <= last && !isName(words[next] as SpanWord)) next += 1;
    return [{ first, last: end }, ...(next <= last ? cutAtVerb(words, { first: next, last }) : [])];
  }
  return [{ first, last }];
}

/** "the Easthaven-based Harbour Board" is a place and a body. */
function cutCompound(words: readonly SpanWord[], { first, last }: Part): Part[] {
  const at = words.findIndex(
    ({ text }, index) => index > first + 1 && index < last && words[index - 1]?.text === '-' && PARTICIPLE.test(text),
  );
  return at < 0 ? [{ first, last }] : [{ first, last: at - 2 }, ...cutCompound(words, { first: at + 1, last })];
}

/** "Easthaven, Norland" is a town in a country. */
function cutAddress(words: readonly SpanWord[], { first, last }: Part): Part[] {
  const at = words.findLastIndex(({ text }, index) => index > first && index < last && text === ',');
  const larger = words
    .slice(at + 1, last + 1)
    .map(({ text }) => text)
    .join(' ');
  if (at < 0 || !isKnownPlace(larger)) return [{ first, last }];
  return [
    { first, last: at - 1 },
    { first: at + 1, last },
  ];
}

/** "A Party and B Party", "1945, 1949 election", "A Union / B Union". */
function cutAtJoint(words: readonly SpanWord[], { first, last }: Part): Part[] {
  for (let at = first + 1; at < last; at += 1) {
    if (!/^(?:and|&|,|\/)$/.test(words[at]?.text ?? '')) continue;
    if (words[at]?.text === ',' && opensRemark(words, at + 1)) return [{ first, last: at - 1 }];
    let next = at + 1;
    while (next < last && /^(?:and|the)$/i.test(words[next]?.text ?? '')) next += 1;
    const [left, right] = [words.slice(first, at), words.slice(next, last + 1)];
    if (!isTwo(left, right, words[at]?.text ?? '')) continue;
    return [{ first, last: at - 1 }, ...cutAtJoint(words, { first: next, last })];
  }
  return [{ first, last }];
}

/** "…, per the Post", "…, a union", "…, the lower house": what follows a comma in small letters is no name. */
function opensRemark(words: readonly SpanWord[], at: number): boolean {
  const isDescription = words[at]?.text === 'the' && /^\p{Ll}/u.test(words[at + 1]?.text ?? '');
  return isDescription || /^(?:per|via|in|at|an?|who|which|where|when)$/.test(words[at]?.text ?? '');
}

function isTwo(left: readonly SpanWord[], right: readonly SpanWord[], joint: string): boolean {
  if (left.length === 1 && right.length > 1 && /^\d{4}$/.test(left[0]?.text ?? '')) return true;
  if (left.length < 2 || right.length < 2) return false;
  if (!left.every(isPlain) || !right.every(isPlain)) return false;
  if (joint === '/') return !right.some(({ text }) => /^\d/.test(text));
  return headed(left) && headed(right);
}

function isPlain(word: SpanWord): boolean {
  return isName(word) || /^(?:ADP|DET|ADJ|NOUN|PROPN|CCONJ|PART|PUNCT)$/.test(word.upos);
}

/** True where the words before the first "of" or "for", or the last word, are the noun of a whole body. */
function headed(words: readonly SpanWord[]): boolean {
  return words.some(
    ({ text }, at) =>
      WHOLE.test(text.toLowerCase()) &&
      (at === words.length - 1 || /^(?:of|for|on|in|to)$/.test(words[at + 1]?.text ?? '')),
  );
}

/** A person's owner mark ends the person: "Ada Quill's New Harbour" is hers. */
function cutAtOwner(words: readonly SpanWord[], { first, last }: Part, typeElsewhere: TypeElsewhere): Part[] {
  for (let at = first + 1; at < last; at += 1) {
    if (!POSSESSIVE.test(words[at]?.text ?? '')) continue;
    // "the Harbour Post's correspondent for Norland" is no name; what it holds is listed beside it.
    if (!isName(words[at + 1] as SpanWord)) return [{ first, last: at - 1 }];
    const owner = words.slice(first, at).map(({ text }) => text);
    // "Ada Quill's Norair", unlike "Quill's Norair", which may be called so.
    const isFullName = owner.length > 1 && typeElsewhere(owner.join(' ')) === 'Person';
    if (COMMON_OWNER.test(owner.at(-1) ?? '') || (last - at < 2 && !isFullName && !findCountry(owner.join(' '))))
      continue;
    // "Norland's Defense Ministry" is one body, "Norland's Norair" a country and a company.
    const isState = findCountry(owner.join(' ')) !== undefined;
    const isBody = words.slice(at + 1, last + 1).some(({ text }) => ORGANIZATION_HEADS.has(text.toLowerCase()));
    if (isState && !isBody)
      return [
        { first, last: at - 1 },
        { first: at + 1, last },
      ];
    if (typeElsewhere(owner.join(' ')) !== 'Person' && !(owner.length > 1 && FIRST_NAMES.has(owner[0] ?? ''))) continue;
    return [{ first, last: at - 1 }, ...cutAtOwner(words, { first: at + 1, last }, typeElsewhere)];
  }
  return [{ first, last }];
}

/** "A Corp. CEO" is a company before a title. */
function dropTitle(words: readonly SpanWord[], { first, last }: Part, typeElsewhere: TypeElsewhere): Part {
  const texts = words.slice(first, last + 1).map(({ text }) => text);
  for (let length = Math.min(LONGEST_TITLE, last - first); length > 0; length -= 1) {
    const title = texts.slice(-length).join(' ').toLowerCase();
    if (!isOffice(title) && !isOffice(title.replace(/s$/, ''))) continue;
    const owner = texts.slice(0, -length);
    if (isBody(owner, typeElsewhere)) return { first, last: last - length };
  }
  return { first, last };
}

function isBody(owner: readonly string[], typeElsewhere: TypeElsewhere): boolean {
  const name = owner.join(' ');
  if (owner.length === 1 && /^[\p{Lu}.]{2,}$/u.test(name)) return true;
  if (/^(?:Organization|Place|Group)$/.test(typeElsewhere(name) ?? '')) return true;
  const { type, score } = classifyName(owner);
  return (type === 'Organization' || type === 'Place') && score >= 0.85;
}
