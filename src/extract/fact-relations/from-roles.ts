// Relations that a noun of role states through the tree: "became prime minister of Norland", "Its director, Ada Quill",
// "Norland and Veldia are members of the Union". Titles right beside a name are read by the titles step.
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import type { Ontology, RelationType } from '../../model/ontology.ts';
import { stanceAt } from '../attributes/stance.ts';
import { areOne } from '../chain-index.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { isPredicate, subjectHeads } from '../facts/subjects.ts';
import { findCountry } from '../lexicon/countries.ts';
import {
  endsOffice,
  isOffice,
  LONGEST_TITLE,
  lastPartOf,
  PAST_MODIFIERS,
  relationOfOffice,
  TITLE_MODIFIERS,
} from '../lexicon/offices.ts';
import { readLexicon } from '../lexicon.ts';
import { childBy, childrenBy, fullRelationAt, headOf, subtreeOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { entityAt, mentionAt } from './entity-at.ts';
import { OF_OTHERS } from './from-bodies.ts';
import { fits } from './make-relation.ts';

const BY = 'role-relations@1';
/** Guesses, not yet calibrated. */
const SCORE = { beside: 0.85, predicate: 0.85, as: 0.7 } as const;
/** Verbs that make their subject (or, passive, the one who is made) the holder of a role. */
const BECOMING = /^(?:become|remain|be|stay|elect|appoint|name|nominate|choose|select|make|crown|declare|designate)$/;
const SERVING =
  /^(?:serve|work|act|resign|retire|elect|appoint|name|nominate|choose|select|make|take|return|continue|start|begin|sit|step|quit|leave|know)$/;

/** Nouns of events are no roles. */
const { meetings } = readLexicon<{ meetings: readonly string[] }>('events');
const MEETINGS = new Set(meetings);

/** A noun of role: places of its first and last word; `head` is its place in the tree. */
interface Role {
  readonly title: string;
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

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
    const owners = ownersOf(extraction, role);
    if (owners.length === 0) return [];
    const { holders, score } = holdersOf(extraction, role);
    return owners.flatMap((owner) =>
      holders.flatMap((holder) => toRelation(extraction, sentence, ontology, role, holder, owner, score)),
    );
  });
}

const COUNTERPART = 'counterpart';

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
    const head = headInside(extraction, first, last);
    // "Norlandish news agency": a kind of body, no office.
    if (title === 'agency' && OF_OTHERS.test(wordAt(extraction, first - 1))) return null;
    // "secretary of state": read from its last word, but hanging from its first.
    if (head === null || uposOf(extraction, head) === 'VERB') return null;
    return { title, first, last, head };
  }
  return null;
}

function isRole(title: string, ontology: Ontology): boolean {
  return title === COUNTERPART || isOffice(title) || triggeredTypes(title, ontology).length > 0;
}

/** False for a word that ends no role: most words of a text. */
function endsRole(form: string, ontology: Ontology): boolean {
  const ending = lastPartOf(form);
  return ending === COUNTERPART || endsOffice(ending) || triggersOf(ontology).endings.has(ending);
}

/** Types whose noun triggers hold the title; a verb's trigger never comes here, since only nouns are asked for. */
function triggeredTypes(title: string, ontology: Ontology): readonly RelationType[] {
  return MEETINGS.has(title) ? [] : (triggersOf(ontology).types.get(title) ?? []);
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

/** Whose role it is: "its director", "Kremlin spokesman", "president of A and B". */
function ownersOf(extraction: Extraction, { first, last, head }: Role): Mention[] {
  const possessors = childrenBy(extraction, head, 'nmod:poss').filter(() => wordAt(extraction, last) !== COUNTERPART);
  const lead = childrenBy(extraction, first, 'compound').filter((child) => child < first && first !== head);
  const before = childrenBy(extraction, head, 'compound', 'amod', 'nmod', 'nmod:desc').filter(
    (child) => child < first && !childrenBy(extraction, child, 'case').some((each) => each < child),
  );
  const after = childrenBy(extraction, head, 'nmod', 'obl').filter(
    (child) => child > last && /^(?:of|for|at)$/.test(linkOf(extraction, child)),
  );
  return [
    ...possessors,
    ...lead,
    ...before,
    ...after.flatMap((child) => [child, ...conjunctHeads(extraction, child)]),
  ].flatMap((place) => entityAt(extraction, place) ?? []);
}

function linkOf(extraction: Extraction, index: number): string {
  const preposition = childrenBy(extraction, index, 'case').find((each) => each < index);
  return preposition === undefined ? '' : wordAt(extraction, preposition);
}

/** Who holds the role, and how sure such a construction is. */
function holdersOf(
  extraction: Extraction,
  role: Role,
): { readonly holders: readonly Mention[]; readonly score: number } {
  const top = topOfList(extraction, role.head);
  const beside = nameBeside(extraction, role, top);
  if (beside.length > 0) return { holders: beside, score: SCORE.beside };
  const toMentions = (heads: readonly number[]): Mention[] => heads.flatMap((head) => entityAt(extraction, head) ?? []);
  if (childBy(extraction, top, 'cop') !== undefined && childBy(extraction, top, 'case') === undefined) {
    return { holders: toMentions(subjectHeads(extraction, top)), score: SCORE.predicate };
  }
  const governor = headOf(extraction, top);
  const verb = lemmaAt(extraction, governor);
  const relation = fullRelationAt(extraction, top);
  if (relation === 'xcomp' && BECOMING.test(verb) && childBy(extraction, top, 'case') === undefined) {
    const object = childBy(extraction, governor, 'obj');
    return {
      holders: toMentions(object === undefined ? subjectHeads(extraction, governor) : [object]),
      score: SCORE.predicate,
    };
  }
  if (
    /^obl/.test(relation) &&
    linkOf(extraction, top) === 'as' &&
    isPredicate(extraction, governor) &&
    SERVING.test(verb)
  ) {
    const object = childBy(extraction, governor, 'obj');
    const made = object !== undefined && BECOMING.test(verb);
    return { holders: toMentions(made ? [object] : subjectHeads(extraction, governor)), score: SCORE.as };
  }
  return { holders: [], score: 0 };
}

/** "is the founder and chairman of B": the first of the conjuncts hangs on the rest of the sentence. */
function topOfList(extraction: Extraction, head: number): number {
  let at = head;
  for (let step = 0; step < 6 && fullRelationAt(extraction, at) === 'conj'; step += 1) {
    const before = headOf(extraction, at);
    // "Ada Quill and the president of Norland": two people, no list of roles.
    if (uposOf(extraction, before) !== 'NOUN' || mentionAt(extraction, before)?.kind === 'name') return head;
    at = before;
  }
  return at;
}

/** The person's name that the role describes: before it, after it, or in apposition on either side. */
function nameBeside(extraction: Extraction, role: Role, top: number): Mention[] {
  const places = childrenBy(extraction, role.head, 'flat', 'appos', 'nmod:desc').filter((child) => child > role.last);
  const relation = fullRelationAt(extraction, top);
  const governor = headOf(extraction, top);
  if (/^(?:nmod:desc|compound|appos|flat)$/.test(relation)) places.push(governor);
  // An apposition of an apposition tells of the first: "Ada Quill, a poet, head of the Board".
  if (relation === 'appos' && fullRelationAt(extraction, governor) === 'appos')
    places.push(headOf(extraction, governor));
  for (const place of places) {
    const mention = mentionAt(extraction, place);
    if (mention && (mention.kind === 'name' || relation === 'appos')) return [mention];
  }
  return [];
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
  const type = typeOf(extraction, ontology, role.title, holder, owner);
  if (!type || holder.id === owner.id || isDescription(type, owner)) return [];
  const turned = type.name.endsWith('_BY');
  const [subject, object] = turned ? [owner, holder] : [holder, owner];
  const { first, past } = withModifiers(extraction, role);
  const cue = spanOf(extraction, first, role.last);
  const predicated = isPredicate(extraction, role.head) || fullRelationAt(extraction, role.head) === 'xcomp';
  const stance = predicated ? stanceAt(extraction, role.head) : ({ polarity: 'positive', modality: 'actual' } as const);
  return [
    {
      id: makeId('relation', extraction.document.id, subject.id, object.id, type.name, cue.start, BY),
      subject: subject.id,
      object: object.id,
      literal: null,
      type: type.name,
      predicate: extraction.document.text.slice(cue.start, cue.end),
      cue,
      evidence: { start: sentence.start, end: sentence.end },
      ...stance,
      attribution: null,
      time: past === null ? null : { from: null, to: null, text: past },
      score: holder.kind === 'pronoun' || owner.kind === 'pronoun' ? score * 0.85 : score,
      by: BY,
    },
  ];
}

/** "Norland's Easthavenish rival": the people before such a noun tells what the rival is, not whose. */
function isDescription({ symmetric, name }: RelationType, { type }: Mention): boolean {
  return type === 'Group' && (symmetric || name === 'OPPOSES');
}

/** The type that the ontology allows between the two: by the lexicon of offices, else by its own triggers. */
function typeOf(
  extraction: Extraction,
  ontology: Ontology,
  title: string,
  holder: Mention,
  owner: Mention,
): RelationType | null {
  const owned = owner.referent?.type ?? owner.type;
  const name = owner.referent?.name ?? extraction.document.text.slice(owner.start, owner.end);
  const office = isOffice(title)
    ? relationOfOffice(title, { type: owned, country: owned === 'Place' ? findCountry(name) : undefined })
    : null;
  const candidates = isOffice(title)
    ? ontology.relationTypes.filter((each) => each.name === office)
    : triggeredTypes(title, ontology);
  return (
    candidates.find((type) => {
      const turned = type.name.endsWith('_BY');
      const [subject, object] = turned ? [owner, holder] : [holder, owner];
      return fits(type.domain, subject) && fits(type.range, object);
    }) ?? null
  );
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
