// Bodies that the encoder takes for persons or places ("Swiss drugmaker Halden", "Halden's chief executive"): words that stand
// beside the names of bodies alone tell, wherever the document has the name.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { findDemonym, isKnownPlace } from '../lexicon/countries.ts';
import { FIRST_NAMES } from '../lexicon/name-words.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { childrenBy, isApposed, topOf } from '../tree.ts';
import { isMarkedOwner, lemmaAt, spellingAt, tokenAfter, wordAt } from '../words.ts';
import { retypeNames } from './make-mention.ts';

const BODIES = new Set(readLexicon<{ readonly private: readonly string[] }>('bodies').private);
/** What a body has, and hardly a person or a place. */
const OWNED =
  /^(?:chairman|chairwoman|chairperson|ceo|cfo|founder|co-founder|shareholder|subsidiary|headquarters|board|shares?|takeover|merger)$/;
/** Offices of two words: "chief executive", "finance chief". */
const OWNED_PAIR =
  /^(?:chief (?:executive|scientist|financial|operating|economist)|(?:finance|technology|research|security|marketing) (?:chief|head|director))$/;
/** What a body is, behind "a" or "which is": "Halden, a unit of". */
const PART = /^(?:subsidiary|unit|division|arm|affiliate)$/;
const DONE = /^(?:headquartered|co-founded|owned|acquired|controlled)$/;
/** Of these, what islands and towns are too. */
const DONE_TO_PLACES = /^(?:co-founded|owned|acquired|controlled)$/;
/** Class nouns of bodies that are those of people as well. */
const ALSO_PEOPLE =
  /^(?:maker|producer|publisher|operator|broker|contractor|supplier|carrier|miner|manufacturer|giant|brewer|retailer|shipbuilder|lender|insurer)$/;
/** Nouns that stand right behind the names of bodies: "the Halden cartel". */
const BEHIND = /^(?:cartel|gang|newspaper|conglomerate|consortium)$/;

/** Names of persons, places and unknown things that words beside them show to be Organizations, all with the same words. */
export function settleFirms(extraction: Extraction, by: string): Extraction {
  const { text } = extraction.document;
  const surface = ({ start, end }: Mention): string => text.slice(start, end);
  const names = extraction.mentions.filter(
    ({ kind, type, referent }) => kind === 'name' && referent === null && /^(?:Person|Place|Other)$/.test(type),
  );
  const signs = new Map<string, number>();
  for (const name of names) if (isBody(extraction, name)) signs.set(surface(name), (signs.get(surface(name)) ?? 0) + 1);
  if (signs.size === 0) return extraction;
  const people = names.filter(({ type }) => type === 'Person').map(surface);
  const isFirm = (name: Mention): boolean => {
    const words = surface(name);
    const found = signs.get(words) ?? 0;
    // A surname, and the name of whoever founded the firm: one sign may mislead.
    const isSurname = people.some((other) => other.endsWith(` ${words}`));
    const isPlace = name.type === 'Place' && (isKnownPlace(words) || findDemonym(words) !== undefined);
    return !isPlace && found > (isSurname ? 1 : 0);
  };
  return retypeNames(extraction, new Set(names.filter(isFirm)), 'Organization', by);
}

/** True where the words right before or behind a name are those of a body. */
function isBody(extraction: Extraction, name: Mention): boolean {
  const [first, next] = [tokenAfter(extraction, name.start), tokenAfter(extraction, name.end - 1) + 1];
  const isFullName = name.type === 'Person' && next - first > 1;
  const isClass =
    isClassNoun(extraction, first - 1, isFullName) && isApposed(extraction, first - 1, topOf(extraction, name));
  // "Norair Names Ada Quill Chief Executive"
  const isGiven = FIRST_NAMES.has(spellingAt(extraction, first)) && isFullName && !isMarkedOwner(extraction, name);
  return (
    isClass ||
    (!isGiven && isToldOfBody(extraction, next, name.type)) ||
    (!isFullName && isFirmByDeed(extraction, name, next))
  );
}

/** "drugmaker |Halden|", "fashion house |Halden|"; a full name of a person is that of a "publisher", too. */
function isClassNoun(extraction: Extraction, place: number, isFullName: boolean): boolean {
  const noun = wordAt(extraction, place);
  if (extraction.tokens[place]?.upos !== 'NOUN' || (isFullName && ALSO_PEOPLE.test(noun))) return false;
  if (noun === 'house') return /^(?:fashion|publishing|auction|trading)$/.test(wordAt(extraction, place - 1));
  // "film-maker |Quill|"
  return BODIES.has(noun) && !/^[-–]$/.test(wordAt(extraction, place - 1));
}

function isToldOfBody(extraction: Extraction, next: number, type: string): boolean {
  const word = wordAt(extraction, next);
  if (BEHIND.test(word)) return true;
  if (word === ',') {
    const told = /^(?:which|is|was)$/.test(wordAt(extraction, next + 1)) ? next + 3 : next + 1;
    if (/^an?$/.test(wordAt(extraction, told))) return isPart(extraction, told + 1);
    const done = wordAt(extraction, told);
    return DONE.test(done) && (type === 'Person' || !DONE_TO_PLACES.test(done));
  }
  const thing = /^['’]s?$/.test(word) ? next + 1 : next;
  const former = /^(?:former|new|then|current)$/.test(wordAt(extraction, thing)) ? thing + 1 : thing;
  const noun = lemmaAt(extraction, former);
  // "Quill shares the prize" and "Quill boards" are deeds.
  const isNoun = extraction.tokens[former]?.upos === 'NOUN';
  return (
    (isNoun && OWNED.test(noun)) || OWNED_PAIR.test(`${wordAt(extraction, former)} ${wordAt(extraction, former + 1)}`)
  );
}

/** "|Halden| employs 300 people", "its rival |Halden|", "Norair's competitor |Halden|": of full names people are told so, too, and of places states. */
function isFirmByDeed(extraction: Extraction, name: Mention, next: number): boolean {
  if (/^employ(?:s|ed)?$/.test(wordAt(extraction, next))) return isStaffAt(extraction, next + 1);
  const noun = tokenAfter(extraction, name.start) - 1;
  if (name.type !== 'Person' || !RIVAL.test(wordAt(extraction, noun))) return false;
  return childrenBy(extraction, noun, 'nmod:poss')
    .concat(childrenBy(extraction, topOf(extraction, name), 'nmod:poss'))
    .some((owner) => owner < noun && (wordAt(extraction, owner) === 'its' || isBodyAt(extraction, owner)));
}

const RIVAL = /^(?:rival|competitor)$/;
const STAFF = /^(?:people|workers|staff|engineers|employees)$/;
/** Words from a verb to its object: "employs nearly 300 more workers". */
const MOST_BEFORE_STAFF = 4;

/** "300 people", "about 40 workers"; not "three tricks". */
function isStaffAt(extraction: Extraction, first: number): boolean {
  for (let place = first; place <= first + MOST_BEFORE_STAFF; place += 1) {
    if (STAFF.test(wordAt(extraction, place))) return true;
    if (!/^(?:NUM|ADV|ADJ|DET|ADP)$/.test(extraction.tokens[place]?.upos ?? '')) return false;
  }
  return false;
}

function isBodyAt(extraction: Extraction, place: number): boolean {
  return mentionsAround(extraction, place).some(({ head, type }) => head === place && type === 'Organization');
}

/** "unit of", "wholly owned subsidiary of". */
function isPart(extraction: Extraction, place: number): boolean {
  const noun = [0, 1, 2, 3].map((step) => place + step).find((each) => wordAt(extraction, each + 1) === 'of');
  return noun !== undefined && PART.test(wordAt(extraction, noun));
}
