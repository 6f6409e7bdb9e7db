// The two ends of a noun of role in the tree: whose role it is ("director |of Norair|") and who holds it ("|Ada Quill|, director").
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { isPredicate, subjectHeads } from '../facts/subjects.ts';
import { childBy, childrenBy, fullRelationAt, headOf, isApposed, linkOf, topOf, uposOf } from '../tree.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';
import { entityAt, mentionAt } from './entity-at.ts';
import { mentionEndingAt } from './from-nouns.ts';

/** Guesses, not yet calibrated. */
const SCORE = { beside: 0.85, predicate: 0.85, as: 0.7 } as const;
/** Verbs that make their subject (or, passive, the one who is made) the holder of a role. */
const BECOMING = /^(?:become|remain|be|stay|elect|appoint|name|nominate|choose|select|make|crown|declare|designate)$/;
/** Verbs that give their object a role, or take it away. */
export const APPOINTING =
  /^(?:elect|re-?elect|appoint|reappoint|name|nominate|choose|select|make|designate|confirm|install|send|recall|hire|recruit|employ|dismiss|fire|sack|oust)$/;
const SERVING =
  /^(?:serve|work|act|resign|retire|take|return|continue|start|begin|sit|step|quit|leave|know|join|operate|exist|function)$/;
export const COUNTERPART = 'counterpart';

/** A noun of role: places of its first and last word; `head` is its place in the tree. */
export interface Role {
  readonly title: string;
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** Whose role it is: "its director", "Kremlin spokesman", "president of A and B", "professor of law at A". */
export function ownersOf(extraction: Extraction, { first, last, head }: Role): Mention[] {
  const possessors = childrenBy(extraction, head, 'nmod:poss').filter(() => wordAt(extraction, last) !== COUNTERPART);
  const lead = childrenBy(extraction, first, 'compound').filter((child) => child < first && first !== head);
  const before = childrenBy(extraction, head, 'compound', 'amod', 'nmod', 'nmod:desc').filter(
    (child) => child < first && !childrenBy(extraction, child, 'case').some((each) => each < child),
  );
  const after = childrenBy(extraction, head, 'nmod', 'obl').filter(
    (child) => child > last && /^(?:of|for|at)$/.test(linkOf(extraction, child)),
  );
  const shared = possessors.length + after.length > 0 ? [] : sharedPossessors(extraction, head);
  return [
    ...[...possessors, ...shared].flatMap((place) => couplesOf(extraction, head, place) ?? place),
    ...lead,
    ...before,
    ...after.flatMap((child) => [
      child,
      ...fieldOwners(extraction, child),
      ...(PART.test(lemmaAt(extraction, last)) ? [] : conjunctHeads(extraction, child)),
    ]),
  ].flatMap((place) => entityAt(extraction, place) ?? []);
}

/** Of what a body is one of: of one other body, whatever a parser joins to that. */
const PART = /^(?:division|unit|branch|subsidiary|arm|wing|chapter|faction)$/;

const ENVOY = /(?:ambassador|envoy|emissary|representative|consul|commissioner)$/;

/** Where an envoy is sent: "ambassador |to Norland|". */
export function postsOf(extraction: Extraction, { title, last, head }: Role): Mention[] {
  if (!ENVOY.test(title)) return [];
  return childrenBy(extraction, head, 'nmod', 'obl')
    .filter((child) => child > last && linkOf(extraction, child) === 'to')
    .flatMap((child) => [child, ...conjunctHeads(extraction, child)])
    .flatMap((place) => entityAt(extraction, place) ?? [])
    .filter(({ type }) => type !== 'Person');
}

/** Kin that one "has", and that may share a possessor with the kin named before. */
const KIN = /^(?:son|daughter|child|boy|girl|brother|sister|sibling|wife|husband|father|mother)$/;
const HAVING = /^(?:have|bear|raise|adopt|share|get)$/;

/** "|her| husband and son", "|they| have a daughter". */
function sharedPossessors(extraction: Extraction, head: number): number[] {
  if (!KIN.test(lemmaAt(extraction, head))) return [];
  const governor = headOf(extraction, head);
  switch (fullRelationAt(extraction, head)) {
    case 'conj':
      return childBy(extraction, head, 'det') === undefined && KIN.test(lemmaAt(extraction, governor))
        ? childrenBy(extraction, governor, 'nmod:poss')
        : [];
    case 'obj':
      return HAVING.test(lemmaAt(extraction, governor)) ? [...subjectHeads(extraction, governor)] : [];
    default:
      return [];
  }
}

/** "professor of law |at Norair|": the body that a parser hangs on the field. */
function fieldOwners(extraction: Extraction, field: number): number[] {
  if (entityAt(extraction, field) !== null) return [];
  return childrenBy(extraction, field, 'nmod').filter((child) => linkOf(extraction, child) === 'at');
}

/** "|Ada Quill| and |Boris Hale| live there with their son": the two people that the plural stands for; null for any other owner. */
function couplesOf(extraction: Extraction, role: number, possessor: number): number[] | null {
  if (wordAt(extraction, possessor) !== 'their') return null;
  let at = role;
  while (headOf(extraction, at) >= 0 && !isPredicate(extraction, at)) {
    const above = headOf(extraction, at);
    const listed =
      fullRelationAt(extraction, at) === 'conj'
        ? peopleAt(extraction, [above, ...conjunctHeads(extraction, above)])
        : [];
    const couple = listed.filter((place) => place < possessor);
    if (couple.length > 1) return couple;
    at = above;
  }
  const couple = peopleAt(extraction, subjectHeads(extraction, at)).filter((place) => place !== role);
  return couple.length > 1 ? couple : null;
}

function peopleAt(extraction: Extraction, heads: readonly number[]): number[] {
  return heads.filter((head) => entityAt(extraction, head)?.type === 'Person');
}

/** Who holds the role, and how sure such a construction is. */
export function holdersOf(
  extraction: Extraction,
  role: Role,
): { readonly holders: readonly Mention[]; readonly score: number } {
  const top = topOfList(extraction, role.head);
  const beside = namesBeside(extraction, role, top);
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
  // "confirmed |Ada Quill| as ambassador": parsers hang the role on her, too.
  if (relation === 'nmod' && linkOf(extraction, top) === 'as' && entityAt(extraction, governor)?.type === 'Person')
    return { holders: toMentions([governor]), score: SCORE.as };
  if (
    /^(?:obl|xcomp)/.test(relation) &&
    linkOf(extraction, top) === 'as' &&
    isPredicate(extraction, governor) &&
    (SERVING.test(verb) || APPOINTING.test(verb))
  ) {
    const [object] = childrenBy(extraction, governor, 'obj', 'iobj');
    const made = object !== undefined && APPOINTING.test(verb);
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

/** The people's names that the role describes: before it, after it, or in apposition on either side; several for a plural. */
function namesBeside(extraction: Extraction, role: Role, top: number): Mention[] {
  const places = childrenBy(extraction, role.head, 'flat', 'appos', 'nmod:desc').filter(
    (child) => child > role.last && !isJoined(extraction, child),
  );
  const relation = fullRelationAt(extraction, top);
  const governor = headOf(extraction, top);
  // "Ada Quill and the leaders of Norland": no apposition either.
  // "soldiers in Norland, most of them part of the Guard": nor what has a subject of its own.
  if (relation === 'appos' && (isJoined(extraction, top) || hasSubject(extraction, top))) return [];
  if (/^(?:nmod:desc|compound|appos|flat)$/.test(relation)) places.push(governor);
  // An apposition of an apposition tells of the first: "Ada Quill, a poet, head of the Board".
  if (relation === 'appos' && fullRelationAt(extraction, governor) === 'appos')
    places.push(headOf(extraction, governor));
  const nearest = relation === 'appos' ? bodyBefore(extraction, top) : betweenCommas(extraction, role);
  if (nearest !== null) return [nearest];
  for (const place of places) {
    const mention = mentionAt(extraction, place);
    if (mention && (mention.kind === 'name' || relation === 'appos'))
      return [mention, ...(isPlural(extraction, role) ? othersOf(extraction, place) : [])];
  }
  return [];
}

/** "most |of them| part of the Guard"; "who is also a minister" tells of the name before. */
function hasSubject(extraction: Extraction, place: number): boolean {
  const subject = childBy(extraction, place, 'nsubj');
  return subject !== undefined && !/^(?:who|which|that)$/.test(wordAt(extraction, subject));
}

/** "director Ada Quill |and| Minister Boris Hale": a parser may take what "and" joins for an apposition. */
function isJoined(extraction: Extraction, place: number): boolean {
  return (childBy(extraction, place, 'cc') ?? place) < place;
}

/** "Its minister, |Ada Quill|, said": a parser may take both for the subject; of "Its minister, Ada Quill, and Boris Hale" nobody can tell. */
function betweenCommas(extraction: Extraction, { last, head }: Role): Mention | null {
  const start = wordAt(extraction, last + 1) === ',' ? extraction.tokens[last + 2]?.start : undefined;
  const name = mentionsAround(extraction, last + 2).find(
    (mention) => mention.start === start && mention.kind === 'name' && mention.type === 'Person',
  );
  if (name === undefined || !isApposed(extraction, head, topOf(extraction, name))) return null;
  const comma = tokenAfter(extraction, name.end);
  const isClosed = wordAt(extraction, comma) === ',' && !/^(?:CCONJ|PROPN)$/.test(uposOf(extraction, comma + 1));
  return isClosed ? name : null;
}

/** "is owned by |Norair|, a subsidiary of Hale": what stands between commas tells of the body before it, whatever it hangs on. */
function bodyBefore(extraction: Extraction, noun: number): Mention | null {
  let first = noun;
  while (first > noun - LONGEST_DESCRIPTION && /^(?:NOUN|ADJ|ADV|VERB|DET)$/.test(uposOf(extraction, first - 1)))
    first -= 1;
  if (wordAt(extraction, first - 1) !== ',' || uposOf(extraction, first) !== 'DET') return null;
  const before = mentionEndingAt(extraction, first - 2);
  return before?.kind === 'name' && before.type === 'Organization' ? before : null;
}

/** Words from the article to the noun. */
const LONGEST_DESCRIPTION = 6;

/** "their sons", "its founders", "former Norland presidents": of other roles a list after the noun need not be theirs. */
function isPlural(extraction: Extraction, { last }: Role): boolean {
  const noun = lemmaAt(extraction, last);
  const isOfAll =
    KIN.test(noun) || /founder$/.test(noun) || /^(?:president|minister|chancellor|king|queen)$/.test(noun);
  return isOfAll && wordAt(extraction, last) !== noun;
}

/** "their sons Jens, |Ole| and |Per|". */
function othersOf(extraction: Extraction, name: number): Mention[] {
  return conjunctHeads(extraction, name).flatMap((head) => {
    const mention = mentionAt(extraction, head);
    return mention?.kind === 'name' ? [mention] : [];
  });
}
