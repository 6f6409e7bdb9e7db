// Whose a body is, and where: "Norlandish troops", "the Norland brewer", "Torva's clinic", "troops in Norland", "the Union's
// refugee agency"; and who makes a product, "a Norair jet liner". What stands beside a noun in the tree says so without a verb.
import type { Extraction, Mention, Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import type { Span } from '../../model/span.ts';
import { mentionsAround } from '../by-sentence.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { findDemonym, isKnownPlace } from '../lexicon/countries.ts';
import { makeMention } from '../names/make-mention.ts';
import { countryOfMention } from '../nominals/institutions.ts';
import { makeRelation } from '../relations/make-relation.ts';
import { childrenBy, headOf, markersOf, uposOf } from '../tree.ts';
import { lemmaAt, opensCompound, spanOf, tokenAfter, wordAt } from '../words.ts';
import { BUILT, isBodyNoun, isNounOf, PRIVATE, STATE } from './body-nouns.ts';
import { classNounOf, classStart, nameBeside } from './class-nouns.ts';
import { entityAt, mentionAt } from './entity-at.ts';
import { backersOf } from './from-backers.ts';
import { BODIES_BY, leadersOf, ledBy } from './from-leaders.ts';
import { mentionEndingAt } from './from-nouns.ts';

const BY = BODIES_BY;
/** Guesses; the scores step calibrates them as it does those of all sources. */
const SCORE = { agency: 0.9, seat: 0.85, place: 0.85, part: 0.85, maker: 0.88 } as const;
/** Words before a body that make it the state's property. */
const STATE_OWNED = /^(?:state|state-run|state-owned|state-controlled)$/;
/** Words that make an agency or force another's than the state's. */
export const OF_OTHERS =
  /^(?:news|travel|advertising|rating|ratings|employment|talent|wire|press|coalition|allied|rebel|opposition|multinational)$/;
/** Words that make a building the forces' of a country, wherever it stands. */
const OF_FORCES = /^(?:military|naval|air|army|navy|marine|missile)$/;
const MISSION = /^(?:embassy|consulate|mission|court|tribunal)$/;
/** Bodies of the place in which they are. */
const LOCAL = /^(?:authorities|police)$/;
/** Words before a government of a part of a country. */
const REGIONAL = /^(?:provincial|regional|state|local|city|municipal|territorial|cantonal)$/;
/** What a body has beside its agencies and troops: "a Union office", "the Norair subsidiary". */
const BRANCH = /^(?:office|unit|division|arm|branch|subsidiary|wing|faction|affiliate)$/;
/** Heads of names that are a part of whoever has them: "the Union's Harbour Department". */
const UNIT =
  /^(?:department|division|committee|subcommittee|commission|bureau|office|service|council|board|directorate|branch|wing|brigade|command|faculty|school|institute|laboratory|secretariat)$/;
/** Alliances and cabinets are not part of the body that leads them. */
const LED = /^(?:government|cabinet|administration|parliament|junta)$/;
const MODIFIERS = ['compound', 'amod', 'nmod:poss', 'nmod:desc', 'nmod', 'det'] as const;

interface Owner {
  readonly mention: Mention;
  readonly cue: Span;
  /** How it stands there: "Norlandish", "Norland", "Norland's", "Norland-based", in the body's own name, behind it. */
  readonly manner: 'adjective' | 'noun' | 'genitive' | 'seat' | 'inside' | 'behind';
}

/**
 * Bodies that a noun of the lexicon names right behind a name, where no mention stands at it: "Norlandish |troops|". Without
 * the name, article and adjectives of no mention before them, as `classStart` reads bodies.
 */
export function ownedBodies(extraction: Extraction): Mention[] {
  const taken = new Set(extraction.mentions.flatMap(({ head, type }) => (type === 'Organization' ? [head] : [])));
  return extraction.tokens.flatMap(({ index, upos, start, end }) => {
    if (
      upos !== 'NOUN' ||
      taken.has(index) ||
      !(isBodyNoun(extraction, index) || BRANCH.test(lemmaAt(extraction, index)))
    )
      return [];
    if (nameBeside(extraction, index) !== null || isBeforeName(extraction, index)) return [];
    const owners = [...modifiersOf(extraction, index, index), ...leadersOf(extraction, index)];
    if (owners.length === 0 || owners.some(({ mention }) => mention.start < end && start < mention.end)) return [];
    const first = classStart(extraction, index);
    const kinds = { type: 'Organization', kind: 'nominal' as const, referent: null };
    return [makeMention(extraction, { first, last: index, head: index, ...kinds, score: 0.8, by: BY })];
  });
}

/** "the Norlandish group |Norair Resources|": the noun says what the name is, whatever the tree makes of the two. */
function isBeforeName(extraction: Extraction, noun: number): boolean {
  const [next, own] = [extraction.tokens[noun + 1], extraction.tokens[noun]];
  return mentionsAround(extraction, noun).some(
    ({ kind, type, start }) =>
      kind === 'name' && type === 'Organization' && start === next?.start && next.start - (own?.end ?? 0) === 1,
  );
}

/** Relations of bodies and products to what modifies them; none that `extraction` has between the same two already. */
export function bodyRelations(extraction: Extraction, ontology: Ontology): Relation[] {
  const known = new Set(extraction.relations.map(({ subject, object, type }) => type && `${subject} ${object}`));
  return extraction.mentions
    .flatMap((mention) => {
      if (mention.kind === 'pronoun' || mention.literal !== null) return [];
      if (mention.kind === 'name' && /^(?:Product|Other)$/.test(mention.type))
        return makersOf(extraction, ontology, mention);
      return mention.type === 'Organization'
        ? [
            ...ownersOf(extraction, ontology, mention),
            ...ledBy(
              extraction,
              ontology,
              mention,
              mention.kind === 'name' ? classNounOf(extraction, mention) : mention.head,
            ),
            ...placesOf(extraction, ontology, mention),
            ...backersOf(extraction, ontology, mention),
          ]
        : [];
    })
    .filter(({ subject, object }) => !known.has(`${subject} ${object}`));
}

/** "Norlandish troops", "Norland's Norair": by what the noun is. */
function ownersOf(extraction: Extraction, ontology: Ontology, body: Mention): Relation[] {
  if (opensCompound(extraction, body)) return [];
  // A nominal's own mention may hold what modifies it: "a |Norland brewer|".
  const first = body.kind === 'nominal' ? body.head : tokenAfter(extraction, body.start);
  const subject = body.kind === 'nominal' ? (nameBeside(extraction, body.head) ?? body) : body;
  const owners = [
    ...modifiersOf(extraction, body.head, first),
    ...countryInside(extraction, body),
    ...listedBefore(extraction, classStart(extraction, body.kind === 'nominal' ? body.head : first), body.head),
  ];
  const own = [...new Map(owners.map((owner) => [owner.mention.id, owner])).values()].flatMap((owner) => {
    const found = typeOf(extraction, body, owner);
    return found === null ? [] : relate(extraction, ontology, subject, owner, found.type, found.score);
  });
  return body.kind === 'name' ? [...own, ...ownersOfClass(extraction, ontology, body)] : own;
}

/** "the Norlandish brewer |Norair|", "Norlandish brewer Norair": the noun that says what it is tells whose or whence, too. */
function ownersOfClass(extraction: Extraction, ontology: Ontology, name: Mention): Relation[] {
  const noun = classNounOf(extraction, name);
  if (noun === null) return [];
  const start = classStart(extraction, noun);
  const described: Mention = { ...name, kind: 'nominal', head: noun };
  const beside = mentionEndingAt(extraction, start - 1);
  const cue = spanOf(extraction, noun, noun);
  const owners = [
    ...[noun, name.head].flatMap((head) => modifiersOf(extraction, head, start)),
    ...(isOwner(beside) ? [{ mention: beside, cue, manner: 'adjective' as const }] : []),
  ];
  return [...new Map(owners.map((owner) => [owner.mention.id, owner])).values()].flatMap((owner) => {
    const found = typeOf(extraction, described, owner);
    // "landed at Heathrow airport Norair has ordered": the noun has a name of its own.
    if (found?.type === 'LOCATED_IN' && owner.manner === 'noun') return [];
    return found === null ? [] : relate(extraction, ontology, name, owner, found.type, found.score);
  });
}

function typeOf(extraction: Extraction, body: Mention, owner: Owner): { type: string; score: number } | null {
  const noun = lemmaAt(extraction, body.head);
  const before = wordAt(extraction, body.head - 1);
  const isNominal = body.kind === 'nominal';
  if (owner.mention.type === 'Organization') {
    const isPart =
      (BRANCH.test(noun) && !(noun === 'faction' && owner.manner === 'noun')) ||
      (isNounOf(extraction, body.head, STATE) && !LED.test(noun));
    const isOwned = owner.manner !== 'adjective' && !OF_OTHERS.test(before);
    const isUnit = !isNominal && owner.manner === 'genitive' && UNIT.test(noun);
    return isUnit || (isNominal && isPart && isOwned) ? { type: 'PART_OF', score: SCORE.part } : null;
  }
  if (isItsName(extraction, body, owner)) return null;
  if (owner.manner === 'seat') return { type: 'BASED_IN', score: SCORE.seat };
  const isState = isOfState(extraction, body, owner) && !OF_OTHERS.test(before);
  if (!isState && isStateOwned(extraction, body)) return { type: 'OWNED_BY', score: SCORE.agency };
  if (isState && countryOfMention(extraction, owner.mention) === null) {
    // "the Torva embassy" is another country's, "the Torva government" rules from there, "the Torva city government" Torva.
    if (MISSION.test(noun)) return { type: 'LOCATED_IN', score: SCORE.place };
    const isRegional = owner.manner === 'genitive' || REGIONAL.test(before);
    if (noun === 'government' && !isRegional) return { type: 'BASED_IN', score: SCORE.place };
  }
  if (isState || (before === 'central' && noun === 'bank')) return { type: 'AGENCY_OF', score: SCORE.agency };
  if (owner.manner === 'inside') return null;
  // "a Norlandish military hospital" may stand anywhere.
  if (isNounOf(extraction, body.head, BUILT))
    return OF_FORCES.test(before) ? null : { type: 'LOCATED_IN', score: SCORE.place };
  // "Norlandish banks" are many, and none of them is a thing; of a name alone only a genitive says where it is at home.
  if (isNominal && noun !== wordAt(extraction, body.head)) return null;
  const isFirm = isBodyNoun(extraction, body.head) || (!isNominal && owner.manner === 'genitive');
  return isFirm ? { type: 'BASED_IN', score: SCORE.seat } : null;
}

/** Words that open the name of a body of state, which needs a country before it: "the Norlandish |National Weather Service|". */
const OPENS_STATE =
  /^(?:national|federal|supreme|central|security|secret|state|foreign|defen[cs]e|coast|geological|electoral)$/;
/** Heads of such names that are no body of state: parties, clubs, and what a bank is not. */
const NO_STATE =
  /^(?:front|league|alliance|coalition|democrats|party|railway|railways|railroad|express|day|anthem|team|bank)$/;

function isOfState(extraction: Extraction, body: Mention, { mention }: Owner): boolean {
  if (isNounOf(extraction, body.head, STATE)) return true;
  if (body.kind !== 'name' || countryOfMention(extraction, mention) === null) return false;
  const words = extraction.document.text.slice(body.start, body.end).toLowerCase().split(/\s+/);
  const isPrivate = isNounOf(extraction, body.head, PRIVATE) || NO_STATE.test(words.at(-1) ?? '');
  return words.length > 1 && OPENS_STATE.test(words[0] ?? '') && !isPrivate;
}

/** "the Harrowgate newspaper": a name that no one knows for a place, right before what it may well be the name of. */
function isItsName(extraction: Extraction, { kind, head }: Mention, { manner, mention }: Owner): boolean {
  if (kind !== 'nominal' || manner === 'genitive' || manner === 'seat' || mention.referent !== null) return false;
  const surface = extraction.document.text.slice(mention.start, mention.end);
  return isNounOf(extraction, head, PRIVATE) && !isKnownPlace(surface) && findDemonym(surface) === undefined;
}

/** "|U.S.| Department of Trade": the country that the name of a body opens with. */
function countryInside(extraction: Extraction, body: Mention): Owner[] {
  if (body.kind !== 'name') return [];
  const first = tokenAfter(extraction, body.start);
  const start = extraction.tokens[wordAt(extraction, first) === 'the' ? first + 1 : first]?.start ?? -1;
  const inner = mentionsAround(extraction, body.head).find(
    (mention) =>
      mention.start === start &&
      mention.type === 'Place' &&
      mention.end <= (extraction.tokens[body.head]?.start ?? 0) &&
      countryOfMention(extraction, mention) !== null,
  );
  const cue = spanOf(extraction, body.head, body.head);
  return inner === undefined ? [] : [{ mention: inner, cue, manner: 'inside' }];
}

/** "the state oil company", "state - run television", "the state-run Courier newspaper"; not "the State Department". */
function isStateOwned(extraction: Extraction, { head, kind, start }: Mention): boolean {
  const last = (kind === 'name' ? tokenAfter(extraction, start) : head) - 1;
  for (let place = last; place >= last - 4; place -= 1) {
    if (STATE_OWNED.test(wordAt(extraction, place))) return true;
    if (!/^(?:ADJ|NOUN|PROPN|VERB|PUNCT)$/.test(extraction.tokens[place]?.upos ?? '')) return false;
  }
  return false;
}

/**
 * Names of places, peoples and bodies that hang on a noun and stand before its phrase, which begins at `first`; with them
 * what "and" joins to them, and the seat in "Torva-based".
 */
function modifiersOf(extraction: Extraction, noun: number, first: number): Owner[] {
  const cue = spanOf(extraction, noun, noun);
  const children = childrenBy(extraction, noun, ...MODIFIERS).filter(
    (child) => (child < first || isBased(extraction, child)) && /^(?:'s?)?$/.test(markersOf(extraction, child)),
  );
  const found = children.flatMap((child) => {
    const heads = isBased(extraction, child)
      ? childrenBy(extraction, child, 'obl', 'compound', 'nsubj').filter((each) => each < child)
      : [child, ...conjunctHeads(extraction, child).filter((each) => each < first)];
    return heads.flatMap((head): Owner[] => {
      const mention = mentionAt(extraction, head);
      return isOwner(mention) ? [{ mention, cue, manner: mannerOf(extraction, child, mention) }] : [];
    });
  });
  const genitive = genitiveBefore(extraction, noun);
  const isNew = genitive !== null && !found.some(({ mention }) => mention === genitive);
  return isNew ? [...found, { mention: genitive, cue, manner: 'genitive' }] : found;
}

/** "|U.S.|, |NATO| and |Afghan| troops": names right before the noun and what "and" lists with them, whatever the parser hung them on. */
function listedBefore(extraction: Extraction, first: number, noun: number): Owner[] {
  const cue = spanOf(extraction, noun, noun);
  const found: Owner[] = [];
  let place = first - 1;
  let joined = false;
  for (;;) {
    const mention = mentionEndingAt(extraction, place);
    if (!isOwner(mention) || (mention.type === 'Place' && countryOfMention(extraction, mention) === null)) return found;
    const manner = uposOf(extraction, place) === 'ADJ' ? 'adjective' : 'noun';
    found.push({ mention, cue, manner });
    const link = wordAt(extraction, tokenAfter(extraction, mention.start) - 1);
    joined ||= link === 'and';
    if (!(link === 'and' || (link === ',' && joined))) return found;
    place = tokenAfter(extraction, mention.start) - 2;
  }
}

function isOwner(mention: Mention | null): mention is Mention {
  return mention?.kind === 'name' && (mention.type === 'Organization' || isPlace(mention));
}

/** "|Norland|'s new brewer": a parser may hang such a name on the verb; the clitic tells. */
function genitiveBefore(extraction: Extraction, noun: number): Mention | null {
  let place = noun - 1;
  while (place > noun - 5 && /^(?:ADJ|NOUN|NUM|ADV)$/.test(uposOf(extraction, place))) place -= 1;
  const mention = isGenitive(extraction, place) ? mentionEndingAt(extraction, place - 1) : null;
  return isOwner(mention) ? mention : null;
}

function isGenitive(extraction: Extraction, place: number): boolean {
  return /^'s?$/.test(wordAt(extraction, place));
}

function isBased(extraction: Extraction, place: number): boolean {
  return /(?:^|-)based$/.test(wordAt(extraction, place));
}

function mannerOf(extraction: Extraction, child: number, { end }: Mention): Owner['manner'] {
  if (isBased(extraction, child)) return 'seat';
  if (isGenitive(extraction, tokenAfter(extraction, end - 1) + 1)) return 'genitive';
  return uposOf(extraction, child) === 'ADJ' ? 'adjective' : 'noun';
}

function isPlace({ type, referent }: Mention): boolean {
  return type === 'Place' || referent?.type === 'Place';
}

/** "troops in Norland and Easthaven": right behind the noun. "Norair of Norland" has its seat there. */
function placesOf(extraction: Extraction, ontology: Ontology, body: Mention): Relation[] {
  const next = tokenAfter(extraction, body.end - 1) + 1;
  if (body.kind === 'nominal' && !isKnown(extraction, body)) return [];
  // Between a subject and its verb a phrase tells of the subject, whatever the parser hung it on.
  const verb = headOf(extraction, body.head);
  const beside = childrenBy(extraction, verb, 'obl').filter((child) => child > body.head && child < verb);
  return [...childrenBy(extraction, body.head, 'nmod'), ...beside].flatMap((child) => {
    const preposition = childrenBy(extraction, child, 'case').find((each) => each < child);
    if (preposition !== next) return [];
    const word = wordAt(extraction, preposition);
    const type = typeOfPlace(extraction, body, word);
    if (type === null) return [];
    return [child, ...conjunctHeads(extraction, child)].flatMap((each) => {
      const mention = entityAt(extraction, each);
      if (mention?.type !== 'Place' || mention.kind !== 'name' || mention.start < body.end) return [];
      const cue = spanOf(extraction, preposition, preposition);
      return relate(extraction, ontology, body, { mention, cue, manner: 'behind' }, type, SCORE.place);
    });
  });
}

/** "the Harbour Museum in Torva" and "Norair of Norland" are at home there, "police in Norland" are its own, troops are there now. */
function typeOfPlace(extraction: Extraction, { kind, head }: Mention, preposition: string): string | null {
  const isName = kind === 'name' && !MISSION.test(lemmaAt(extraction, head));
  if (preposition === 'in' && LOCAL.test(wordAt(extraction, head)) && isBare(extraction, head)) return 'AGENCY_OF';
  if (isName && (preposition === 'of' || (preposition === 'in' && isBodyNoun(extraction, head)))) return 'BASED_IN';
  return /^(?:in|at|inside|across)$/.test(preposition) ? 'LOCATED_IN' : null;
}

/** "|Police| in Norland", "|local authorities| in Torva"; whose "Norlandish police in Veldland" are the country before them says. */
function isBare(extraction: Extraction, noun: number): boolean {
  return mentionEndingAt(extraction, classStart(extraction, noun) - 1) === null;
}

/** The state's forces and offices, and what the text takes for known: "a school in Torva" is any. */
function isKnown(extraction: Extraction, { head, start }: Mention): boolean {
  if (isNounOf(extraction, head, STATE)) return true;
  return isBodyNoun(extraction, head) && wordAt(extraction, tokenAfter(extraction, start) - 1) === 'the';
}

/** "a Norair jet liner", "Norair's Falcon", "the Norair Falcon": a firm before its product, or at the head of its name. */
function makersOf(extraction: Extraction, ontology: Ontology, product: Mention): Relation[] {
  const first = tokenAfter(extraction, product.start);
  const cue = spanOf(extraction, product.head, product.head);
  const inside = mentionsAround(extraction, product.head)
    .filter(({ start, end }) => start === product.start && end < product.end)
    .map((mention): Owner => ({ mention, cue, manner: 'inside' }));
  return [...modifiersOf(extraction, product.head, first), ...inside].flatMap((owner) =>
    owner.mention.type === 'Organization' && owner.mention.kind === 'name' && owner.manner !== 'adjective'
      ? relate(extraction, ontology, product, owner, 'PRODUCED_BY', SCORE.maker)
      : [],
  );
}

function relate(
  extraction: Extraction,
  ontology: Ontology,
  subject: Mention,
  { mention: object, cue }: Owner,
  type: string,
  score: number,
): Relation[] {
  const sentence = extraction.sentences[extraction.tokens[subject.head]?.sentence ?? -1];
  if (sentence === undefined) return [];
  const predicate = extraction.document.text.slice(cue.start, cue.end);
  return makeRelation(extraction, ontology, { subject, object, type, predicate, cue, sentence, score, by: BY });
}
