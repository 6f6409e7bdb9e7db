// Which mention stands for a word of the tree: its own, or the name beside it ("the mayor, Ada Quill").
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { isLanguageName } from '../lexicon/countries.ts';
import { isOffice } from '../lexicon/offices.ts';
import { leaderBefore } from '../nominals/institutions.ts';
import { isOneOfPeople } from '../one-of-people.ts';
import { childrenBy, fullRelationAt, headOf, markersOf, topOf, uposOf } from '../tree.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';

const NO_ENTITY = new Set(['Time', 'Quantity', 'Role']);
const KINDS = { name: 3, nominal: 2, pronoun: 1 } as const;

/**
 * The mention of the entity that a word heads: names before nominals before pronouns, the longest of equals. A title or
 * description takes the name in apposition; null where nothing in the text stands for an entity.
 */
export function entityAt(extraction: Extraction, head: number): Mention | null {
  const own = mentionAt(extraction, head);
  if (own?.kind === 'name') return bodyLed(extraction, own) ?? nameOfNational(extraction, head, own) ?? own;
  return nameBeside(extraction, head) ?? namedPlace(extraction, head) ?? bodyBefore(extraction, head) ?? own;
}

/** "the Quill |administration|": the body, though a parser may take the name for the object. */
function bodyLed(extraction: Extraction, { type, end }: Mention): Mention | null {
  const next = tokenAfter(extraction, end - 1) + 1;
  if (type !== 'Person' || leaderBefore(extraction, next) === null) return null;
  const body = mentionAt(extraction, next);
  return body?.kind === 'nominal' && body.type === 'Organization' ? body : null;
}

/** "|Ada Quill|, a Dane who studied in Torva": one of a people behind a name and a comma is whom it tells of. */
function nameOfNational(extraction: Extraction, head: number, { type, referent }: Mention): Mention | null {
  if (type !== 'Group' || referent === null || !/^an?$/.test(wordAt(extraction, head - 1))) return null;
  const before = wordAt(extraction, head - 2) === ',' ? mentionAt(extraction, head - 3) : null;
  return before?.kind === 'name' && before.type === 'Person' ? before : null;
}

/** Class nouns that stand behind the name of a body: "the |Harrow Courier| newspaper"; "the |Corin| news agency" is one, too. */
const BEHIND_NAME =
  /^(?:newspaper|daily|weekly|magazine|broadcaster|television|station|channel|network|website|party|group|movement|airline|gang|cartel|militia|brand)$/;

/** The body whose name stands right before such a noun; null where none does. */
export function bodyBefore(extraction: Extraction, noun: number): Mention | null {
  if (uposOf(extraction, noun) !== 'NOUN') return null;
  const isNews = lemmaAt(extraction, noun) === 'agency' && /^(?:news|press|wire)$/.test(wordAt(extraction, noun - 1));
  if (!isNews && !BEHIND_NAME.test(lemmaAt(extraction, noun))) return null;
  const last = isNews ? noun - 2 : noun - 1;
  const name = mentionAt(extraction, last);
  return name?.kind === 'name' && name.type === 'Organization' && name.end === extraction.tokens[last]?.end
    ? name
    : null;
}

/** "the city of |Torva|", "the Norlandish state of |Torva|", "the |Norlandish| state": the noun only says what the name is. */
function namedPlace(extraction: Extraction, head: number): Mention | null {
  if (/^(?:city|town|village|state|province|region|republic|kingdom|island|port)$/.test(wordAt(extraction, head))) {
    const [child] = childrenBy(extraction, head, 'nmod').filter((each) => markersOf(extraction, each) === 'of');
    const name = child === undefined ? null : mentionAt(extraction, child);
    if (name?.kind === 'name' && name.type === 'Place') return name;
  }
  if (!/^(?:state|nation|country)$/.test(wordAt(extraction, head))) return null;
  const people = childrenBy(extraction, head, 'amod', 'compound').flatMap(
    (child) => mentionAt(extraction, child) ?? [],
  );
  return people.find(({ kind, referent, type }) => kind === 'name' && type === 'Group' && referent !== null) ?? null;
}

/** The best mention whose words hold the token; values left out, and a people's name that stands for one of it or for its language. */
export function mentionAt(extraction: Extraction, index: number): Mention | null {
  const token = extraction.tokens[index];
  let best: Mention | null = null;
  for (const mention of mentionsAround(extraction, index)) {
    if (!token || mention.start > token.start || mention.end < token.end || NO_ENTITY.has(mention.type)) continue;
    if (isLanguage(extraction, mention) || isOneOfPeople(extraction, mention)) continue;
    // A nominal stands for its head alone: "its embassy in Torva" is not Torva.
    if (mention.kind !== 'name' && mention.head !== index) continue;
    if (best === null || rank(mention) > rank(best)) best = mention;
  }
  return best;
}

/** "English" where no country stands behind it (demonyms.ts). */
function isLanguage({ document }: Extraction, { type, start, end }: Mention): boolean {
  return type === 'Other' && isLanguageName(document.text.slice(start, end));
}

/** A capitalised word of unknown type ("Embassy") says less than the institution that stands on it. */
function rank(mention: Mention): number {
  return (KINDS[mention.kind] - (mention.type === 'Other' ? 1.5 : 0)) * 10_000 + (mention.end - mention.start);
}

/** The name that a description stands beside: "spokesman Boris Hale", "the mayor, Ada Quill", "Norair, a company that …". */
function nameBeside(extraction: Extraction, head: number): Mention | null {
  if (uposOf(extraction, head) === 'PRON') return null;
  // In "Torva, Norland" the second is no other name of the first.
  const relations = uposOf(extraction, head) === 'PROPN' ? ['flat', 'nmod:desc'] : ['appos', 'flat', 'nmod:desc'];
  const beside = childrenBy(extraction, head, ...relations).filter((child) => child > head);
  if (fullRelationAt(extraction, head) === 'appos') beside.push(headOf(extraction, head));
  for (const place of beside) {
    const mention = mentionAt(extraction, place);
    if (mention?.kind === 'name' && !isOfOther(extraction, head, mention)) return mention;
  }
  return nameBehind(extraction, head) ?? nameBefore(extraction, head);
}

/** "the novels of prize winner |Ada Quill|": she is the winner, though a parser may hang her on the novels. */
function isOfOther(extraction: Extraction, head: number, name: Mention): boolean {
  const noun = tokenAfter(extraction, name.start) - 1;
  if (noun === head || uposOf(extraction, noun) !== 'NOUN') return false;
  const isBelow = headOf(extraction, noun) === topOf(extraction, name) && markersOf(extraction, noun) !== '';
  return isBelow || nameBehind(extraction, noun) === name;
}

/** "founded by engineer |Boris Hale|": right behind a noun, as one more of the same, or of the noun above it, a name tells who it is. */
function nameBehind(extraction: Extraction, noun: number): Mention | null {
  if (uposOf(extraction, noun) !== 'NOUN') return null;
  const name = mentionAt(extraction, noun + 1);
  const isActor = name?.type === 'Person' || name?.type === 'Organization';
  if (!isActor || name.kind !== 'name' || name.start !== extraction.tokens[noun + 1]?.start) return null;
  const [governor, top] = [headOf(extraction, noun), topOf(extraction, name)];
  if (governor < 0 || headOf(extraction, top) !== governor || markersOf(extraction, top) !== '') return null;
  const relation = fullRelationAt(extraction, top);
  // "a spokesman for the party Boris Hale" is no party.
  const isAbove = relation === 'appos' && !isOffice(lemmaAt(extraction, governor));
  return isAbove || relation === fullRelationAt(extraction, noun) ? name : null;
}

/** "is owned by |Norair|, a firm that …": a description right behind a name and a comma tells of it, whatever the parser hung it on. */
function nameBefore(extraction: Extraction, head: number): Mention | null {
  if (uposOf(extraction, head) !== 'NOUN' || childrenBy(extraction, head, 'acl').length === 0) return null;
  let first = head;
  while (first > head - LONGEST_DESCRIPTION && /^(?:NOUN|ADJ|PUNCT|VERB)$/.test(uposOf(extraction, first))) first -= 1;
  if (!/^an?$/.test(wordAt(extraction, first)) || wordAt(extraction, first - 1) !== ',') return null;
  const before = mentionAt(extraction, first - 2);
  return before?.kind === 'name' && before.end === extraction.tokens[first - 2]?.end ? before : null;
}

/** Words between an article and its noun. */
const LONGEST_DESCRIPTION = 5;

/** The Time or Quantity that a word heads or stands in; null where it is no value. */
export function valueAt(extraction: Extraction, index: number, type: 'Time' | 'Quantity'): Mention | null {
  const token = extraction.tokens[index];
  return (
    mentionsAround(extraction, index).find(
      (mention) =>
        mention.type === type &&
        mention.literal !== null &&
        token !== undefined &&
        mention.start <= token.start &&
        mention.end >= token.end,
    ) ?? null
  );
}
