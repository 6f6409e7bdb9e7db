// Finds runs of capitalised words in a sentence, with the particles that may stand inside a name.
import type { Extraction, Sentence, Token } from '../../model/extraction.ts';
import { findCountry, findDemonym, isKnownPlace } from '../lexicon/countries.ts';
import {
  EVENT_HEADS,
  FIRST_NAMES,
  FUNCTION_WORDS,
  KNOWN_ORGANIZATIONS,
  KNOWN_PLACES,
  NOT_NAMES,
  ORGANIZATION_HEADS,
  ORGANIZATION_OPENERS,
  PLACE_HEADS,
} from '../lexicon/name-words.ts';

/** First and last token, inclusive. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

const PARTICLE = /^(of|de|del|della|di|da|dos|du|van|von|der|den|bin|ibn|al|el|la|y|e|for|&|-|\u2013|\/|ter|zu)$/;

/** Lower-case parts after a hyphen that belong to a name ("Kai-shek", "Mazar-e-Sharif"); not "-led" or "-based". */
const INNER_PART =
  /^(?!led$|run$|era$|born$|like$|wide$|made$|old$|long$|year$|time$|type$|day$|week$|hour$|held$|only$|free$|pro$|anti$|ish$|bred$|rich$|poor$|bound$|elect$)(?:\p{Ll}{1,4}|young|hyung|kyung|byung|chang|chung|seung|woong|hyeon|sheng|zhong|zhang|liang|xiang|guang|huang)$/u;

function isInnerPart(extraction: Extraction, at: number, spellings: Spellings): boolean {
  const [hyphen, token] = [extraction.tokens[at - 1], extraction.tokens[at]];
  if (!hyphen || !token || hyphen.end !== token.start || hyphen.start !== extraction.tokens[at - 2]?.end) return false;
  return spellings.textOf(hyphen) === '-' && INNER_PART.test(spellings.textOf(token));
}

/** Numbers of wars, popes and kings. */
const ROMAN = /^[IVX]+$/;

/** The words of a document by spelling, for questions about capitals. */
export interface Spellings {
  readonly lower: ReadonlySet<string>;
  textOf(token: Token): string;
}

export function readSpellings(extraction: Extraction): Spellings {
  const textOf = (token: Token) => extraction.document.text.slice(token.start, token.end);
  const lower = new Set(extraction.tokens.map(textOf).filter((text) => /^\p{Ll}/u.test(text)));
  return { lower, textOf };
}

/** A word that begins with a capital, or an abbreviation like "U.S.". */
export function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** True where most longer words are capitalised or all of them are upper-case: capitals prove nothing there. */
export function isHeadline(sentence: Sentence, extraction: Extraction, spellings: Spellings): boolean {
  const words = tokensOf(extraction, sentence)
    .map(spellings.textOf)
    .filter((text) => /^\p{L}{3,}/u.test(text) && !FUNCTION_WORDS.has(text.toLowerCase()));
  const capitals = words.filter(isCapitalised).length;
  const ended = /[.?!]["'\u201d\u2019)]*\s*$/.test(extraction.document.text.slice(sentence.start, sentence.end));
  if (words.length >= 2 && words.every((text) => text.length > 1 && text === text.toUpperCase())) return true;
  return words.length >= 4 && capitals / words.length >= (ended ? 1 : 0.8);
}

export function tokensOf(extraction: Extraction, sentence: Sentence): readonly Token[] {
  return extraction.tokens.slice(sentence.firstToken, sentence.lastToken + 1);
}

/** Capitalised runs outside headlines, in reading order; the opening word of a sentence must show that it is a name. */
export function findRuns(extraction: Extraction, sentence: Sentence, spellings: Spellings): Run[] {
  const { tokens } = extraction;
  const runs: Run[] = [];
  let at = sentence.firstToken;
  while (at <= sentence.lastToken) {
    if (!startsName(extraction, at, sentence, spellings)) {
      at += 1;
      continue;
    }
    let last = at;
    for (let next = at + 1; next <= sentence.lastToken; next += 1) {
      const text = spellings.textOf(tokens[next] as Token);
      if (
        isCapitalised(text) &&
        (ROMAN.test(text) || !NOT_NAMES.has(text.toLowerCase()) || endsListed(extraction, at, next))
      )
        last = next;
      else if (isInnerPart(extraction, next, spellings)) last = next;
      else if (!joins(extraction, at, next, sentence, spellings)) break;
    }
    runs.push({ first: withArticle(extraction, at, last), last });
    at = last + 1;
  }
  return runs;
}

/** "Ministry of Trade and …": only inside such a name does "and" join two capitals. */
function opensBody(extraction: Extraction, first: number, at: number, spellings: Spellings): boolean {
  const words = extraction.tokens.slice(first, at).map((token) => spellings.textOf(token).toLowerCase());
  const opener = words.findIndex((word, index) => ORGANIZATION_OPENERS.has(`${word} ${words[index + 1] ?? ''}`));
  return opener >= 0 && words.length - opener <= 4;
}

/** A word that is no name by itself may end one: "Harbour News", or a listed name. */
function endsListed(extraction: Extraction, first: number, last: number): boolean {
  const name = extraction.document.text.slice(extraction.tokens[first]?.start, extraction.tokens[last]?.end);
  return (
    last > first &&
    (ORGANIZATION_HEADS.has(name.split(' ').at(-1)?.toLowerCase() ?? '') || KNOWN_ORGANIZATIONS.has(name))
  );
}

/** An outlet of one word is cited with its article ("per The Beacon"); an Arabic article belongs to its name ("al-Qaim"). */
function withArticle(extraction: Extraction, first: number, last: number): number {
  const arabic = extraction.document.text.slice(
    extraction.tokens[first - 2]?.start ?? 0,
    extraction.tokens[first]?.start,
  );
  if (first > 1 && /^(al|el|ul)-$/i.test(arabic)) return first - 2;
  const cited = extraction.document.text.slice(
    extraction.tokens[first - 2]?.start ?? 0,
    extraction.tokens[first]?.start,
  );
  return first === last && /^(per|via|to)\s+The\s+$/.test(cited) ? first - 1 : first;
}

/** A particle joins two capitals; a hyphen only where nothing but it stands between them. */
function joins(extraction: Extraction, first: number, at: number, sentence: Sentence, spellings: Spellings): boolean {
  const token = extraction.tokens[at] as Token;
  const text = spellings.textOf(token);
  const after = extraction.tokens[at + 1];
  if (!after || at + 1 > sentence.lastToken) return false;
  const next = spellings.textOf(after);
  if (text === 'the' || text === 'and') {
    const before = spellings.textOf(extraction.tokens[at - 1] as Token);
    if (text === 'and') return isCapitalised(next) && opensBody(extraction, first, at, spellings);
    return before === 'of' && isCapitalised(next);
  }
  // "Nouri al-Maliki": the article, its hyphen, and the name, with no space between.
  if (/^(al|el|ul|ad|as|ash|az|an|ar|at)$/.test(text) && next === '-' && token.end === after.start) {
    return isCapitalised(spellings.textOf(extraction.tokens[at + 2] ?? after));
  }
  if (!PARTICLE.test(text)) return false;
  if (text === '-' || text === '\u2013') {
    const before = extraction.tokens[at - 1] as Token;
    const tight = before.end === token.start && token.end === after.start;
    return tight && (isCapitalised(next) || INNER_PART.test(next));
  }
  return isCapitalised(next) || (text === 'of' && next === 'the');
}

function startsName(extraction: Extraction, at: number, sentence: Sentence, spellings: Spellings): boolean {
  const text = spellings.textOf(extraction.tokens[at] as Token);
  if (!isCapitalised(text)) return false;
  const lower = text.toLowerCase();
  const opens = opensClause(extraction, at, sentence, spellings);
  if (lower === 'new') return opensNewPlace(extraction, at, opens, spellings);
  if (FUNCTION_WORDS.has(lower) && !(text.length > 1 && text === text.toUpperCase() && findCountry(text))) return false;
  if (NOT_NAMES.has(lower)) return false;
  if (!opens) return true;
  if (isListed(text)) return true;
  const next = extraction.tokens[at + 1];
  const followed = next !== undefined && at < sentence.lastToken && isCapitalised(spellings.textOf(next));
  if (spellings.lower.has(lower)) return false;
  return followed || (extraction.tokens[at] as Token).upos === 'PROPN';
}

/** "New Haven": inside a sentence, or where the place is known; "New reports" is none. */
function opensNewPlace(extraction: Extraction, at: number, opens: boolean, spellings: Spellings): boolean {
  const next = extraction.tokens[at + 1];
  const after = next ? spellings.textOf(next) : '';
  return isCapitalised(after) && (!opens || KNOWN_PLACES.has(`New ${after}`) || isKnownPlace(`New ${after}`));
}

/** The first word of a sentence, and the first after an opening quotation mark, colon or bullet. */
function opensClause(extraction: Extraction, at: number, sentence: Sentence, spellings: Spellings): boolean {
  if (at === sentence.firstToken) return true;
  const before = spellings.textOf(extraction.tokens[at - 1] as Token);
  return /^["\u201c\u2018'([:*\u2022]$|^``$/.test(before);
}

/** True for words the lexicons know as names by themselves. */
export function isListed(text: string): boolean {
  return (
    findCountry(text) !== undefined ||
    findDemonym(text) !== undefined ||
    FIRST_NAMES.has(text) ||
    KNOWN_PLACES.has(text) ||
    KNOWN_ORGANIZATIONS.has(text)
  );
}

/** "Embassy", "Ministry": a capital does not make a common noun a name; the nominals step reads them. */
export function isGenericHead(word: string): boolean {
  return (
    ORGANIZATION_HEADS.has(word.toLowerCase()) ||
    PLACE_HEADS.has(word.toLowerCase()) ||
    EVENT_HEADS.has(word.toLowerCase())
  );
}
