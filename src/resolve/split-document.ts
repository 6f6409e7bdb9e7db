// One document → its units: chains and single mentions, cut where their names exclude each other or people say so.
import type { Extraction, Mention } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import { compareSpans, sliceSpan } from '../model/span.ts';
import { foldName, foldWords } from './fold.ts';
import { acronymOf } from './organization-name.ts';
import { comparePersonNames, type PersonName, parsePersonName } from './person-name.ts';
import { isValue, makeUnit, referentKey, type Unit } from './unit.ts';

export type Cut = readonly [MentionId, MentionId];

/** The units of a document in reading order. A mention is in one unit at most; values and lone pronouns are in none. */
export function splitDocument(extraction: Extraction, cuts: readonly Cut[]): Unit[] {
  const byId = new Map(extraction.mentions.map((mention) => [mention.id, mention]));
  const related = relatedMentions(extraction);
  const taken = new Set<MentionId>();
  const groups: Mention[][] = [];
  const fullNames = fullNamesIn(extraction);
  for (const { mentionIds } of extraction.chains) {
    const members = mentionIds.flatMap((id) => {
      const mention = byId.get(id);
      return mention && !taken.has(id) && !isValue(mention) ? [mention] : [];
    });
    for (const { id } of members) taken.add(id);
    const { early, others } = partEarlyNames(members, extraction, fullNames);
    groups.push(...early, ...cutChain(others, extraction, cuts));
  }
  for (const mention of extraction.mentions) {
    if (!taken.has(mention.id) && (!isValue(mention) || related.asEntity.has(mention.id))) groups.push([mention]);
  }
  return groups
    .filter((members) => members.some((mention) => standsForItself(mention, extraction) || related.any.has(mention.id)))
    .filter((members) => members.some(({ kind, referent }) => kind !== 'pronoun' || referent !== null))
    .map((members) => makeUnit(extraction, members))
    .sort((left, right) => compareSpans(left.mentions[0] as Mention, right.mentions[0] as Mention));
}

/** A nominal ("the car") or the adjective of a group ("Western officials") is an entity only where something is said about it; a name always is. */
function standsForItself({ kind, type, head, referent }: Mention, { tokens }: Extraction): boolean {
  const isAdjective = tokens[head]?.upos === 'ADJ' || tokens[head]?.deprel === 'amod';
  return referent !== null || (kind === 'name' && !(type === 'Group' && isAdjective));
}

function relatedMentions({ relations, mentions }: Extraction): {
  readonly any: ReadonlySet<MentionId>;
  readonly asEntity: ReadonlySet<MentionId>;
} {
  const literals = new Set(mentions.filter(({ literal }) => literal !== null).map(({ id }) => id));
  const any = new Set<MentionId>();
  const asEntity = new Set<MentionId>();
  for (const { subject, object, literal } of relations) {
    any.add(subject);
    asEntity.add(subject);
    if (object === null) continue;
    any.add(object);
    if (literal === null && !literals.has(object)) asEntity.add(object);
  }
  return { any, asEntity };
}

/**
 * The parts of a chain: one bad link would join strangers across the whole folder, so names of people that exclude each
 * other part it, as do different referents and people's verdicts. What has no say of its own goes with what stands before it.
 */
function cutChain(members: readonly Mention[], extraction: Extraction, cuts: readonly Cut[]): Mention[][] {
  const sorted = [...members].sort(compareSpans);
  const byIdentity = partsByIdentity(sorted, extraction);
  return byIdentity.flatMap((part) => partsByCut(part, extraction, cuts));
}

/** A person named in full. */
interface FullName {
  readonly mention: Mention;
  readonly surname: string;
}

function fullNamesIn({ document: { text }, mentions }: Extraction): readonly FullName[] {
  return mentions.flatMap((mention) => {
    if (mention.kind !== 'name' || mention.type !== 'Person') return [];
    const name = parsePersonName(sliceSpan(text, mention));
    return name === null || name.given.length === 0 ? [] : [{ mention, surname: name.surname }];
  });
}

/**
 * Surnames before the first full name of their chain, where somebody else of that surname has been named in full by then: a text
 * names people in full first, so they mean another. Each goes with the pronouns up to the next name.
 */
function partEarlyNames(
  members: readonly Mention[],
  { document: { text } }: Extraction,
  fullNames: readonly FullName[],
): { readonly early: Mention[][]; readonly others: Mention[] } {
  const ids = new Set(members.map(({ id }) => id));
  const first = fullNames.find(({ mention }) => ids.has(mention.id));
  const isEarly = ({ kind, type, start, end }: Mention): boolean => {
    if (first === undefined || kind !== 'name' || type !== 'Person' || start >= first.mention.start) return false;
    const surname = parsePersonName(text.slice(start, end))?.surname;
    return fullNames.some(
      (other) => other.surname === surname && other.mention.end <= start && !ids.has(other.mention.id),
    );
  };
  const early: Mention[][] = [];
  const others: Mention[] = [];
  let into = others;
  for (const mention of [...members].sort(compareSpans)) {
    if (isEarly(mention)) {
      into = [];
      early.push(into);
    } else if (mention.kind === 'name') into = others;
    into.push(mention);
  }
  return { early, others };
}

/** What a mention says of whom or what it means. */
interface Identity {
  /** Of a referent; else empty. */
  readonly key: string;
  readonly person: PersonName | null;
  /** Folded words by which others may call it. */
  readonly words: ReadonlySet<string>;
}

function identityOf(mention: Mention, extraction: Extraction): Identity | null {
  const { kind, type, referent } = mention;
  if (referent === null && kind !== 'name') return null;
  const surface = sliceSpan(extraction.document.text, mention);
  const words = new Set([surface, referent?.name ?? ''].flatMap(callWords));
  if (referent !== null) return { key: referentKey(referent), person: null, words };
  if (type !== 'Person') return { key: '', person: null, words };
  const person = parsePersonName(surface);
  return person && person.given.length > 0 ? { key: '', person, words } : null;
}

/** The words of a name, and its acronym. */
function callWords(name: string): string[] {
  return [...foldWords(name), acronymOf(name) ?? ''].filter((word) => word.length > 1);
}

function partsByIdentity(members: readonly Mention[], extraction: Extraction): Mention[][] {
  const identities = members.map((mention) => identityOf(mention, extraction));
  const seeds: Identity[] = [];
  const places = identities.map((identity) => {
    if (identity === null) return null;
    const alike = seeds.findIndex((seed) => areOne(seed, identity) && shareWord(seed, identity));
    const known = alike < 0 ? seeds.findIndex((seed) => areOne(seed, identity)) : alike;
    if (known < 0) seeds.push(identity);
    return known < 0 ? seeds.length - 1 : known;
  });
  if (seeds.length < 2) return [[...members]];
  const called = members.map((mention, index) => places[index] ?? seedCalled(mention, seeds, extraction));
  return gather(members, called, seeds.length);
}

/** Names of things that no referent explains may be one in any words; beside a referent or a person they must share a word. */
function areOne(left: Identity, right: Identity): boolean {
  if (left.person !== null && right.person !== null) {
    return !['conflict', 'suffix', 'unrelated'].includes(comparePersonNames(left.person, right.person));
  }
  if (left.key !== '' && right.key !== '') return left.key === right.key;
  const isPlain = left.key === '' && right.key === '' && left.person === right.person;
  return isPlain || shareWord(left, right);
}

const shareWord = (left: Identity, right: Identity): boolean => [...left.words].some((word) => right.words.has(word));

/** The only one that a nominal's noun names: "the embassy" among a hotel and an embassy. */
function seedCalled(mention: Mention, seeds: readonly Identity[], extraction: Extraction): number | null {
  if (mention.kind !== 'nominal') return null;
  const noun = foldWords(sliceSpan(extraction.document.text, mention)).at(-1) ?? '';
  const named = seeds.flatMap(({ words }, place) => (words.has(noun) ? [place] : []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Mentions whose verdict is `different` seed parts; mentions spelt like one seed only follow it, the others what stands before. */
function partsByCut(members: readonly Mention[], extraction: Extraction, cuts: readonly Cut[]): Mention[][] {
  const ids = new Set(members.map(({ id }) => id));
  const inside = cuts.filter(([left, right]) => ids.has(left) && ids.has(right));
  if (inside.length === 0) return [[...members]];
  const surface = (mention: Mention) => foldName(sliceSpan(extraction.document.text, mention));
  const seeds = members.filter(({ id }) => inside.some((cut) => cut.includes(id)));
  const isApart = (a: Mention, b: Mention) => inside.some((cut) => cut.includes(a.id) && cut.includes(b.id));
  const parts: Mention[][] = [];
  for (const seed of seeds) {
    const fitting = parts.find(
      (part) => part.every((other) => !isApart(seed, other)) && part.some((other) => surface(other) === surface(seed)),
    );
    if (fitting) fitting.push(seed);
    else parts.push([seed]);
  }
  const places = members.map((mention) => {
    const own = parts.findIndex((part) => part.includes(mention));
    if (own >= 0) return own;
    const alike = parts.flatMap((part, index) =>
      part.some((seed) => surface(seed) === surface(mention)) ? [index] : [],
    );
    return mention.kind === 'name' && alike.length === 1 ? (alike[0] ?? null) : null;
  });
  return gather(members, places, parts.length);
}

/** Members by part; who has none goes with the last one before that has, or with the first part. */
function gather(members: readonly Mention[], places: readonly (number | null)[], count: number): Mention[][] {
  const parts: Mention[][] = Array.from({ length: Math.max(1, count) }, () => []);
  let last = places.find((place) => place !== null) ?? 0;
  for (const [index, mention] of members.entries()) {
    last = places[index] ?? last;
    parts[last]?.push(mention);
  }
  return parts.filter((part) => part.length > 0);
}
