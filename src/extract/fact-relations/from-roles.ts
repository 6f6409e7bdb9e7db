// Relations that a noun of role states through the tree: "became prime minister of Norland", "Its director, Ada Quill",
// "Norland and Veldia are members of the Union". Titles right beside a name are read by the titles step.
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import type { Ontology, RelationType } from '../../model/ontology.ts';
import { stanceAt } from '../attributes/stance.ts';
import { areOne } from '../chain-index.ts';
import { isPredicate } from '../facts/subjects.ts';
import { findCountry } from '../lexicon/countries.ts';
import {
  endsOffice,
  isOffice,
  LONGEST_TITLE,
  lastPartOf,
  leadsOthers,
  ownTypesOf,
  PAST_MODIFIERS,
  relationBehind,
  relationOfOffice,
  TITLE_MODIFIERS,
} from '../lexicon/offices.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { childrenBy, fullRelationAt, headOf, subtreeOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { entityAt } from './entity-at.ts';
import { OF_OTHERS } from './from-bodies.ts';
import { fits } from './make-relation.ts';
import { COUNTERPART, holdersOf, ownersOf, postsOf, type Role } from './role-ends.ts';

const BY = 'role-relations@1';
/** Guess, as of other open claims. */
const POSTING_SCORE = 0.6;
/** Nouns of events are no roles. */
const { meetings } = readLexicon<{ meetings: readonly string[] }>('events');
const MEETINGS = new Set(meetings);

/** Typed relations of the role nouns of a sentence. */
export function roleRelations(extraction: Extraction, sentence: Sentence, ontology: Ontology): Relation[] {
  const roles: Role[] = [];
  for (let place = sentence.firstToken; place <= sentence.lastToken; place += 1) {
    if (!/^(?:NOUN|PROPN|ADJ)$/.test(uposOf(extraction, place))) continue;
    const role = roleEndingAt(extraction, sentence, place, ontology);
    // "Secretary General": the longer title holds the shorter.
    while (role && roles.length > 0 && (roles.at(-1)?.last ?? -1) >= role.first) roles.pop();
    if (role) roles.push(role);
  }
  return roles.flatMap((found) => {
    const role = isCounterpart(found) ? counterpartRole(extraction, found) : found;
    if (role === null) return [];
    const [owners, posts] = [ownersOf(extraction, role), postsOf(extraction, role)];
    if (owners.length + posts.length === 0) return [];
    const { holders, score } = holdersOf(extraction, role);
    return holders.flatMap((holder) => [
      ...owners.flatMap((owner) => toRelation(extraction, sentence, ontology, role, holder, owner, score)),
      ...posts.flatMap((post) => toPosting(extraction, sentence, role, holder, post)),
    ]);
  });
}

/** True for the last word of a role that the lexicon or the ontology knows. */
export function endsKnownRole(extraction: Extraction, sentence: Sentence, last: number, ontology: Ontology): boolean {
  return roleEndingAt(extraction, sentence, last, ontology) !== null;
}

function isCounterpart({ title }: Role): boolean {
  return title === COUNTERPART;
}

/** "Quill met her Norlandish counterpart, Boris Hale": he has the office there that the text gives her, wherever it does. */
function counterpartRole(extraction: Extraction, role: Role): Role | null {
  const [possessor] = childrenBy(extraction, role.head, 'nmod:poss').flatMap(
    (child) => entityAt(extraction, child) ?? [],
  );
  if (possessor === undefined) return null;
  for (const { subject, predicate, type } of extraction.relations) {
    if (!/^(?:HEAD_OF|OFFICIAL_OF|SPOKESPERSON_OF)/.test(type ?? '') || !areOne(extraction, subject, possessor.id))
      continue;
    const words = predicate.toLowerCase().split(/\s+/);
    const title = words.map((_, place) => words.slice(place).join(' ')).find(isOffice);
    if (title !== undefined) return { ...role, title };
  }
  return null;
}

/** The longest title of the lexicon, or noun trigger of the ontology, that ends at a place. */
function roleEndingAt(extraction: Extraction, sentence: Sentence, last: number, ontology: Ontology): Role | null {
  const forms = [...new Set([wordAt(extraction, last), lemmaAt(extraction, last)])];
  if (!forms.some((form) => endsRole(form, ontology))) return null;
  for (let first = Math.max(sentence.firstToken, last - LONGEST_TITLE - 1); first <= last; first += 1) {
    const words: string[] = [];
    for (let place = first; place < last; place += 1) words.push(wordAt(extraction, place));
    const title = forms
      .map((form) => [...words, form].join(' ').replace(/ - /g, '-'))
      .find((each) => isRole(each, ontology));
    if (title === undefined) continue;
    // "serves Torva and Harrow, parts of Easthaven": several, of a list.
    if (title === 'part' && wordAt(extraction, last) !== title) return null;
    const head = headInside(extraction, first, last);
    // "Norlandish news agency": a kind of body, no office.
    if (title === 'agency' && OF_OTHERS.test(wordAt(extraction, first - 1))) return null;
    // "son-in-law", "stepfather": other kin.
    if (/^[-–]$/.test(wordAt(extraction, last + 1)) && wordAt(extraction, last + 2) === 'in') return null;
    // "secretary of state": read from its last word, but hanging from its first.
    if (head === null || uposOf(extraction, head) === 'VERB') return null;
    return { title, first, last, head };
  }
  return null;
}

/** Roles of the one whose child the owner is: "her father, Boris Hale". */
const PARENTS = new Set(['father', 'mother', 'parent']);

function isRole(title: string, ontology: Ontology): boolean {
  return title === COUNTERPART || PARENTS.has(title) || isOffice(title) || triggeredTypes(title, ontology).length > 0;
}

/** False for a word that ends no role: most words of a text. */
function endsRole(form: string, ontology: Ontology): boolean {
  const ending = lastPartOf(form);
  return (
    ending === COUNTERPART || PARENTS.has(ending) || endsOffice(ending) || triggersOf(ontology).endings.has(ending)
  );
}

/** Triggers that as nouns are what is done, or to whom: "Norland's next |target|", "the father of Norland's |bomb|". */
const DEEDS =
  /^(?:attack|battle|bomb|boycott|capture|combat|counter|fight|invade|kill|murder|raid|rebuke|shell|shoot|slam|target|arrest|sentence)$/;

/** Types whose noun triggers hold the title; of verbs' triggers those that are nouns of deeds are left out. */
function triggeredTypes(title: string, ontology: Ontology): readonly RelationType[] {
  if (MEETINGS.has(title) || DEEDS.test(title)) return [];
  const key = PARENTS.has(title) ? 'child' : title;
  return triggersOf(ontology).types.get(key) ?? [];
}

interface Triggers {
  readonly types: ReadonlyMap<string, readonly RelationType[]>;
  /** Last parts of all triggers. */
  readonly endings: ReadonlySet<string>;
}

const triggerIndex = new WeakMap<Ontology, Triggers>();

function triggersOf(ontology: Ontology): Triggers {
  const known = triggerIndex.get(ontology);
  if (known !== undefined) return known;
  const types = new Map<string, RelationType[]>();
  for (const type of ontology.relationTypes)
    for (const trigger of new Set(type.triggers)) types.set(trigger, [...(types.get(trigger) ?? []), type]);
  const index = { types, endings: new Set([...types.keys()].map(lastPartOf)) };
  triggerIndex.set(ontology, index);
  return index;
}

/** The word of a stretch that hangs on a word outside it, the last where all hang on one; else null. */
function headInside(extraction: Extraction, first: number, last: number): number | null {
  const outside = new Set<number>();
  let found: number | null = null;
  for (let place = first; place <= last; place += 1) {
    const head = headOf(extraction, place);
    if (head >= first && head <= last) continue;
    outside.add(head);
    found = place;
  }
  return outside.size === 1 ? found : null;
}

function toRelation(
  extraction: Extraction,
  sentence: Sentence,
  ontology: Ontology,
  role: Role,
  holder: Mention,
  owner: Mention,
  score: number,
): Relation[] {
  const type = typeOf(extraction, ontology, role, holder, owner);
  if (!type || holder.id === owner.id || isDescription(type, owner)) return [];
  const [subject, object] = isTurned(type, role.title) ? [owner, holder] : [holder, owner];
  const sure = holder.kind === 'pronoun' || owner.kind === 'pronoun' ? score * 0.85 : score;
  return [makeRelation(extraction, sentence, role, { subject, object, type: type.name, score: sure })];
}

/** "Ada Quill, ambassador to Norland": where she serves is no owner of her office; the predicate says so. */
function toPosting(extraction: Extraction, sentence: Sentence, role: Role, holder: Mention, post: Mention): Relation[] {
  if (areOne(extraction, holder.id, post.id)) return [];
  return [
    makeRelation(extraction, sentence, role, { subject: holder, object: post, type: null, score: POSTING_SCORE }),
  ];
}

interface Ends {
  readonly subject: Mention;
  readonly object: Mention;
  readonly type: string | null;
  readonly score: number;
}

function makeRelation(
  extraction: Extraction,
  sentence: Sentence,
  role: Role,
  { subject, object, type, score }: Ends,
): Relation {
  const { first, past } = withModifiers(extraction, role);
  const cue = spanOf(extraction, first, role.last);
  const predicated = isPredicate(extraction, role.head) || fullRelationAt(extraction, role.head) === 'xcomp';
  const stance = predicated ? stanceAt(extraction, role.head) : ({ polarity: 'positive', modality: 'actual' } as const);
  const words = extraction.document.text.slice(cue.start, cue.end);
  return {
    id: makeId('relation', extraction.document.id, subject.id, object.id, type ?? '', cue.start, BY),
    subject: subject.id,
    object: object.id,
    literal: null,
    type,
    predicate: type === null ? `${words} to` : words,
    cue,
    evidence: { start: sentence.start, end: sentence.end },
    ...stance,
    attribution: null,
    time: past === null ? null : { from: null, to: null, text: past },
    score,
    by: BY,
  };
}

/** The owner is the subject: a body was founded by its founder, a person is the child of the father. */
function isTurned({ name }: RelationType, title: string): boolean {
  return name.endsWith('_BY') || PARENTS.has(title);
}

/** "Norland's Easthavenish rival": the people before such a noun tells what the rival is, not whose. */
function isDescription({ symmetric, name }: RelationType, { type }: Mention): boolean {
  return type === 'Group' && (symmetric || name === 'OPPOSES');
}

/** The type that the ontology allows between the two: by the lexicon of offices, else by its own triggers. */
function typeOf(
  extraction: Extraction,
  ontology: Ontology,
  role: Role,
  holder: Mention,
  owner: Mention,
): RelationType | null {
  const { title } = role;
  const owned = owner.referent?.type ?? owner.type;
  if (/^(?:Place|Group)$/.test(owned) && leadsOthers(wordAt(extraction, role.first - 1), title)) return null;
  const name = owner.referent?.name ?? extraction.document.text.slice(owner.start, owner.end);
  const held = isOffice(title)
    ? relationOfOffice(title, { type: owned, country: owned === 'Place' ? findCountry(name) : undefined })
    : null;
  const office = held === null ? null : relationBehind(modifiersOf(extraction, role), held);
  // "a partner at the law firm": of a body one is a partner by working there.
  const isStaff = title === 'partner' && holder.type === 'Person' && owned === 'Organization';
  if (isStaff) return ontology.relationTypes.find((each) => each.name === 'WORKS_FOR') ?? null;
  const candidates = isOffice(title)
    ? [...ownTypesOf(title, ontology), ...ontology.relationTypes.filter((each) => each.name === office)]
    : triggeredTypes(title, ontology);
  return (
    candidates.find((type) => {
      const [subject, object] = isTurned(type, title) ? [owner, holder] : [holder, owner];
      // "a Norlandish politician", "the Norland subsidiary": whence, not whose.
      if (type.name === 'MEMBER_OF' && isPeople(object)) return false;
      if (title === 'subsidiary' && object.type !== 'Organization') return false;
      return fits(type.domain, subject) && fits(type.range, object);
    }) ?? null
  );
}

/** A people, or the country that it is of. */
function isPeople({ type, referent }: Mention): boolean {
  return type === 'Group' && referent !== null;
}

/** The words that withModifiers finds before a title. */
function modifiersOf(extraction: Extraction, role: Role): string {
  const words: string[] = [];
  for (let place = withModifiers(extraction, role).first; place < role.first; place += 1)
    words.push(wordAt(extraction, place));
  return words.join(' ');
}

/** The title with "acting", "former" and the like before it; `past` is the word that says it is over. */
function withModifiers(extraction: Extraction, role: Role): { readonly first: number; readonly past: string | null } {
  let first = role.first;
  let past: string | null = null;
  while (
    TITLE_MODIFIERS.has(wordAt(extraction, first - 1)) ||
    (wordAt(extraction, first - 1) === '-' && TITLE_MODIFIERS.has(wordAt(extraction, first - 2)))
  ) {
    first -= 1;
    if (PAST_MODIFIERS.has(wordAt(extraction, first))) past = wordAt(extraction, first);
  }
  // "former Norland president": the word stands before the owner.
  const early = subtreeOf(extraction, role.head).find(
    (place) =>
      place < role.first &&
      PAST_MODIFIERS.has(wordAt(extraction, place)) &&
      fullRelationAt(extraction, place) === 'amod',
  );
  return { first, past: past ?? (early === undefined ? null : wordAt(extraction, early)) };
}
