// Cuts what the encoder ran together: "A Party and the B Alliance" are two names, "Quill's C Party" a person and a party.
import { FIRST_NAMES } from '../lexicon/name-words.ts';
import { isOffice, LONGEST_TITLE } from '../lexicon/offices.ts';
import { classifyName } from './classify-name.ts';

/** A part of a span; `first` and `last` (inclusive) count its words. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/** A word of a span. */
export interface SpanWord {
  readonly text: string;
  readonly upos: string;
}

/** Nouns that end the name of a whole body or event, so that "and" behind them joins two names: not "Arts and Sciences". */
const WHOLE =
  /^(?:party|parties|alliance|union|movement|association|federation|confederation|council|committee|commission|academy|university|college|institute|agency|ministry|department|league|coalition|front|army|navy|foundation|congress|parliament|election|elections|referendum|war|summit|post|times|inc|inc\.|corp|corp\.|ltd|ltd\.|plc)$/;
const ARTICLE = /^(?:the|a|an)$/i;
const POSSESSIVE = /^['’]s?$/;
/** Owners inside names: "People's Party", "King's College". */
const COMMON_OWNER =
  /^(?:people|men|women|children|workers|farmers|peasants|citizens|nurses|teachers|students|players|veterans|writers|king|queen|prince|bishop|saint|world|nation|girls|boys)s?$/i;

/** What the rest of the document calls a name: its type where it stands there on its own, else undefined. */
export type TypeElsewhere = (name: string) => string | undefined;

/** The names inside a span, in order; most spans are one. */
export function splitSpan(words: readonly SpanWord[], typeElsewhere: TypeElsewhere): Part[] {
  const whole = { first: 0, last: words.length - 1 };
  return cutAtVerb(words, whole)
    .flatMap((part) => cutAtJoint(words, part))
    .flatMap((part) => cutAtOwner(words, part, typeElsewhere))
    .map((part) => dropTitle(words, part, typeElsewhere))
    .filter(({ first, last }) => first <= last);
}

const isName = ({ text }: SpanWord): boolean => /^[\p{Lu}\p{N}]/u.test(text);

/** A small verb, pronoun or mark of a clause stands in no name: "the A Alliance to create the B Party". */
function cutAtVerb(words: readonly SpanWord[], { first, last }: Part): Part[] {
  for (let at = first + 1; at <= last; at += 1) {
    const word = words[at];
    if (word === undefined || isName(word) || !/^(?:AUX|PRON|VERB)$/.test(word.upos)) continue;
    if (word.upos === 'VERB' && !ARTICLE.test(words[at + 1]?.text ?? '')) continue;
    let end = at - 1;
    while (end > first && !isName(words[end] as SpanWord)) end -= 1;
    let next = at + 1;
    while (next <= last && !isName(words[next] as SpanWord)) next += 1;
    return [{ first, last: end }, ...(next <= last ? cutAtVerb(words, { first: next, last }) : [])];
  }
  return [{ first, last }];
}

/** "A Party and B Party", "1945, 1949 election", "A Union / B Union". */
function cutAtJoint(words: readonly SpanWord[], { first, last }: Part): Part[] {
  for (let at = first + 1; at < last; at += 1) {
    if (!/^(?:and|&|,|\/)$/.test(words[at]?.text ?? '')) continue;
    let next = at + 1;
    while (next < last && /^(?:and|the)$/i.test(words[next]?.text ?? '')) next += 1;
    const [left, right] = [words.slice(first, at), words.slice(next, last + 1)];
    if (!isTwo(left, right, words[at]?.text ?? '')) continue;
    return [{ first, last: at - 1 }, ...cutAtJoint(words, { first: next, last })];
  }
  return [{ first, last }];
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
      WHOLE.test(text.toLowerCase()) && (at === words.length - 1 || /^(?:of|for|on|in|to)$/.test(words[at + 1]?.text ?? '')),
  );
}

/** A person's owner mark ends the person: "Ada Quill's New Harbour" is hers. */
function cutAtOwner(words: readonly SpanWord[], { first, last }: Part, typeElsewhere: TypeElsewhere): Part[] {
  for (let at = first + 1; at < last; at += 1) {
    if (!POSSESSIVE.test(words[at]?.text ?? '') || !isName(words[at + 1] as SpanWord)) continue;
    const owner = words.slice(first, at).map(({ text }) => text);
    if (COMMON_OWNER.test(owner.at(-1) ?? '') || last - at < 2) continue;
    if (typeElsewhere(owner.join(' ')) !== 'Person' && !(owner.length > 1 && FIRST_NAMES.has(owner[0] ?? ''))) continue;
    return [
      { first, last: at - 1 },
      ...cutAtOwner(words, { first: at + 1, last }, typeElsewhere),
    ];
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
