// Builds relations of this room: which mention stands for a phrase, which ontology type a predicate triggers, in which direction.

import type { Extraction, Literal, Mention, Modality, Polarity, Relation } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import type { Ontology, RelationType } from '../../model/ontology.ts';
import type { Span } from '../../model/span.ts';
import { areOne, isAnonymous } from '../chain-index.ts';
import { isJudgement } from '../judgements.ts';
import { isEmployer } from '../relations/affiliations.ts';

/** Name and version of the step. */
export const BY = 'fact-relations@1';

/** An edge before its direction and type are settled. */
export interface Edge {
  readonly subject: Mention;
  readonly object: Mention | null;
  readonly literal: Literal | null;
  /** Lemma with particle and preposition: "relocate to". */
  readonly predicate: string;
  /** Forms to look up in the ontology's triggers, the most specific first. */
  readonly triggers: readonly string[];
  readonly passive: boolean;
  readonly cue: Span;
  readonly sentence: Span;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly score: number;
  /** True for what is dropped where no trigger types it. */
  readonly typedOnly?: boolean;
}

/** What the edges of one clause share, until one says otherwise. */
export type EdgeBase = Pick<Edge, 'literal' | 'passive' | 'cue' | 'sentence' | 'polarity' | 'modality'>;

/** Relation of an edge, typed where a trigger fits and both ends are of the right kind, else open. Null for an edge onto itself. */
export function toRelation(extraction: Extraction, ontology: Ontology, edge: Edge): Relation | null {
  if (edge.object && areOne(extraction, edge.subject.id, edge.object.id)) return null;
  const typed =
    edge.object && !edge.literal
      ? typeOf(extraction, ontology, edge, edge.subject, edge.object)
      : typeOfLiteral(ontology, edge);
  if (!typed && edge.typedOnly === true) return null;
  // "colleagues remember a man": nobody could find either of them again.
  if (
    !typed &&
    edge.object &&
    !edge.literal &&
    [edge.subject, edge.object].every((end) => isAnonymous(extraction, end))
  )
    return null;
  const swapped = typed?.swapped === true && edge.object !== null;
  const subject = swapped ? (edge.object as Mention) : edge.subject;
  const object = swapped ? edge.subject : edge.object;
  return {
    id: makeId(
      'relation',
      extraction.document.id,
      subject.id,
      object?.id ?? edge.literal?.text ?? '',
      edge.predicate,
      edge.cue.start,
      BY,
    ),
    subject: subject.id,
    object: object?.id ?? null,
    literal: edge.literal,
    type: typed?.name ?? null,
    // Turned round, "was blacklisted by" is "blacklist": nobody reads it as said of the doer otherwise.
    predicate: swapped && edge.passive ? edge.predicate.replace(/ by$/, '') : edge.predicate,
    cue: edge.cue,
    evidence: { start: edge.sentence.start, end: edge.sentence.end },
    polarity: edge.polarity,
    modality: edge.modality,
    attribution: null,
    time: null,
    score: edge.score,
    by: BY,
  };
}

interface Typed {
  readonly name: string;
  readonly swapped: boolean;
}

/** "The Union |comprises| Norland": the object is the member. */
export const CONTAINING = /^(?:comprise|consist of|make up of|compose of)$/;

/** Between two people these verbs are a meeting; bodies receive and host much else. */
const PERSONAL = new Set(['receive', 'host', 'welcome']);
const TAKING = /^(?:capture|overrun|besiege)(?: by)?$/;
const SUPPORTING = /^(?:back|support)(?: by)?$/;
/** "spoke to Hale" is a talk, "spoke to the Gazette" an interview. */
const SPEAKING = /^(?:speak|talk) to$/;

/** Types of an X_BY read from the thing to its maker, so an active verb turns them round; for all others a passive with "by" does. */
function typeOf(
  extraction: Extraction,
  ontology: Ontology,
  edge: Edge,
  subject: Mention,
  object: Mention,
): Typed | null {
  for (const trigger of edge.triggers) {
    for (const type of ontology.relationTypes) {
      if (!type.triggers.includes(trigger)) continue;
      // "sold jets to Norland": who sells is not sold.
      if (type.name === 'OWNED_BY' && trigger === 'sell to' && !edge.passive) continue;
      const isWhole = type.name === 'MEMBER_OF' && CONTAINING.test(trigger);
      const turned = type.name.endsWith('_BY')
        ? !edge.passive
        : isWhole || (edge.passive && edge.predicate.endsWith(' by'));
      const [left, right] = turned ? [object, subject] : [subject, object];
      // "joined the ministers for a talk": people whom no name makes a body have no members.
      if (type.name === 'MEMBER_OF' && right.kind !== 'name' && right.type !== 'Organization') continue;
      if (isJoining(type.name, trigger) && left.type === 'Person' && joinedAs(extraction, right) !== type.name)
        continue;
      // "supports the Harbour Plan": what nobody knows for an actor may be any cause.
      if (type.name === 'ALLY_OF' && SUPPORTING.test(trigger) && right.type === 'Other') continue;
      if (type.name === 'MET_WITH' && !isMeeting(edge, trigger, left, right)) continue;
      // A town that is captured is nobody's enemy.
      if (type.name === 'OPPOSES' && TAKING.test(trigger) && right.type === 'Place' && !right.referent) continue;
      if (type.name === 'OPPOSES' && isJudgement(extraction, left, edge.cue)) continue;
      const known = left.type !== 'Other' || right.type !== 'Other';
      if (known && fits(type.domain, left) && fits(type.range, right)) return { name: type.name, swapped: turned };
    }
  }
  return null;
}

function isMeeting({ predicate }: Edge, trigger: string, left: Mention, right: Mention): boolean {
  if (SPEAKING.test(predicate)) return !(left.type === 'Person' && right.type === 'Organization');
  return !PERSONAL.has(trigger) || [left, right].every(({ type }) => type === 'Person');
}

/** Bodies that one is a member of, by the words of their names. */
const OF_MEMBERS =
  /\b(?:party|alliance|coalition|bloc|movement|front|union|league|congress|democrats|socialists|greens|labour|club|society|association|army|navy|force|forces|corps|guard|regiment|brigade|squadron|parliament|senate|assembly|council|committee|cabinet|government|band|orchestra|choir|ensemble|quartet|team|united|city|fc|f\.c\.|cf|academy of|order|church|brotherhood|nations|organization|organisation|federation)\b/i;

/** Of "join" with the types that share it; a type of a user's own means any joining. */
function isJoining(type: string, trigger: string): boolean {
  return trigger === 'join' && /^(?:MEMBER_OF|WORKS_FOR)$/.test(type);
}

/** "joined the Harbour Party" makes a member, "joined the Harbour Bank" an employee; of other names nobody can tell. */
function joinedAs({ document }: Extraction, { kind, start, end }: Mention): string | null {
  const name = document.text.slice(start, end);
  if (kind !== 'name' || OF_MEMBERS.test(name)) return 'MEMBER_OF';
  return isEmployer(name) ? 'WORKS_FOR' : null;
}

function typeOfLiteral(ontology: Ontology, edge: Edge): Typed | null {
  if (edge.literal?.type !== 'Time') return null;
  const type = ontology.relationTypes.find(
    (each: RelationType) =>
      each.range.includes('Time') &&
      each.triggers.some((trigger) => edge.triggers.includes(trigger)) &&
      fits(each.domain, edge.subject),
  );
  return type ? { name: type.name, swapped: false } : null;
}

/** True where a mention may fill a slot: by the mention's own type, or that of the entity it stands for ("German" → Germany). A pronoun may be anybody. */
export function fits(types: readonly string[], mention: Mention): boolean {
  // A name of unknown type may be anything that the verb asks for, as long as the other end is known; but no date.
  if (mention.type === 'Other' && mention.kind === 'name') return types.some((type) => type !== 'Time');
  return types.includes(mention.type) || (mention.referent !== null && types.includes(mention.referent.type));
}
