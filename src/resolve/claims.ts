// Relations → claims: one for each thing that is said. Remembers them, and makes anew only those that a change concerns.
import type { Literal, Relation } from '../model/extraction.ts';
import type { Attribution, Claim, Evidence } from '../model/graph.ts';
import { type ClaimId, type DocumentId, type EntityId, type MentionId, makeId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { sliceSpan } from '../model/span.ts';
import { claimKey, officeTypes } from './claim-key.ts';
import { type ClaimHead, finishClaim, type Piece, type WitnessesOf } from './finish-claim.ts';
import { compareText } from './fold.ts';
import { type Change, updateSorted } from './sorted-list.ts';
import { normalizeTitle } from './titles.ts';
import { entityLookup, type Voice } from './voice.ts';

type EntityOf = (mention: MentionId) => EntityId | undefined;

export interface Claims {
  /** With evidence, by id. */
  readonly stated: readonly Claim[];
  /** True for the id of one of them. */
  has(id: ClaimId): boolean;
}

/**
 * Relations are dropped where an end is no entity, or both ends are one.
 * @param moved Documents whose witnesses may count otherwise than the last time.
 */
export type ClaimMaker = (voices: Change<Voice>, moved: Iterable<Voice>, witnessesOf: WitnessesOf) => Claims;

interface Draft extends ClaimHead {
  pieces: Piece[];
  claim: Claim | null;
}

export function makeClaimMaker(ontology: Ontology): ClaimMaker {
  const symmetric = new Set(ontology.relationTypes.filter((type) => type.symmetric).map(({ name }) => name));
  const offices = officeTypes(ontology);
  const drafts = new Map<ClaimId, Draft>();
  /** The claims to which a document adds. */
  const draftsOf = new Map<Voice, readonly Draft[]>();
  let stated: readonly Claim[] = [];

  return (voices, moved, witnessesOf) => {
    const open = new Set<Draft>();
    for (const voice of moved) for (const draft of draftsOf.get(voice) ?? []) open.add(draft);
    const leaving = new Map<Draft, Set<DocumentId>>();
    for (const voice of voices.left) {
      const { id } = voice.reading.extraction.document;
      for (const draft of draftsOf.get(voice) ?? []) {
        const documents = leaving.get(draft);
        if (documents) documents.add(id);
        else leaving.set(draft, new Set([id]));
      }
      draftsOf.delete(voice);
    }
    for (const [draft, documents] of leaving) {
      draft.pieces = draft.pieces.filter(({ evidence }) => !documents.has(evidence.documentId));
      open.add(draft);
    }
    for (const voice of voices.came) {
      const own = speak(voice, { drafts, symmetric, offices });
      draftsOf.set(voice, own);
      for (const draft of own) open.add(draft);
    }
    const gone: Claim[] = [];
    const added: Claim[] = [];
    for (const draft of open) {
      if (draft.claim !== null) gone.push(draft.claim);
      if (draft.pieces.length === 0) drafts.delete(draft.id);
      else {
        draft.claim = finishClaim(draft, draft.pieces, witnessesOf);
        added.push(draft.claim);
      }
    }
    stated = updateSorted(stated, gone, added, byId, ({ id }) => id);
    return { stated, has: (id) => drafts.has(id) };
  };
}

const byId = (left: Claim, right: Claim): number => compareText(left.id, right.id);

/** Adds what a document says; the claims that it adds to. */
function speak(
  voice: Voice,
  to: {
    readonly drafts: Map<ClaimId, Draft>;
    readonly symmetric: ReadonlySet<string>;
    readonly offices: ReadonlySet<string>;
  },
): readonly Draft[] {
  const { extraction } = voice.reading;
  if (extraction.relations.length === 0) return [];
  const entityOf = entityLookup(voice);
  const literals = new Map<MentionId, Literal>();
  for (const { id, literal } of extraction.mentions) if (literal !== null) literals.set(id, literal);
  const own = new Set<Draft>();
  for (const relation of extraction.relations) {
    const ends = endsOf(relation, literals, entityOf, to.symmetric);
    if (ends === null) continue;
    const { type, predicate, polarity, modality } = relation;
    const { subject, object, literal } = ends;
    const title = type !== null && to.offices.has(type) ? normalizeTitle(predicate) : null;
    const id = makeId('claim', claimKey({ type, predicate, title, subject, object, literal, polarity, modality }));
    const piece = { predicate, literal, evidence: makeEvidence(relation, ends, voice, entityOf) };
    const known = to.drafts.get(id);
    const draft = known ?? { id, type, subject, object, polarity, modality, pieces: [piece], claim: null };
    if (known === undefined) to.drafts.set(id, draft);
    else draft.pieces.push(piece);
    own.add(draft);
  }
  return [...own];
}

interface Ends {
  readonly subject: EntityId;
  readonly subjectMention: MentionId;
  readonly object: EntityId | null;
  readonly objectMention: MentionId | null;
  readonly literal: Literal | null;
}

function endsOf(
  relation: Relation,
  literals: ReadonlyMap<MentionId, Literal>,
  entityOf: EntityOf,
  symmetric: ReadonlySet<string>,
): Ends | null {
  const subject = entityOf(relation.subject);
  if (subject === undefined) return null;
  const literal = relation.literal ?? (relation.object === null ? null : (literals.get(relation.object) ?? null));
  const base = { subject, subjectMention: relation.subject, objectMention: relation.object };
  if (literal !== null) return { ...base, object: null, literal };
  const object = relation.object === null ? undefined : entityOf(relation.object);
  if (relation.object === null || object === undefined || object === subject) return null;
  // Which way round a meeting is told says nothing; the order of ids is as good as any and always the same.
  if (relation.type !== null && symmetric.has(relation.type) && object < subject) {
    return {
      subject: object,
      subjectMention: relation.object,
      object: subject,
      objectMention: relation.subject,
      literal,
    };
  }
  return { ...base, object, literal };
}

function makeEvidence(relation: Relation, ends: Ends, { reading }: Voice, entityOf: EntityOf): Evidence {
  const { document } = reading.extraction;
  const { start, end } = relation.evidence;
  return {
    documentId: document.id,
    start,
    end,
    quote: sliceSpan(document.text, relation.evidence),
    subjectMention: ends.subjectMention,
    objectMention: ends.objectMention,
    cue: relation.cue,
    attribution: attributionOf(relation, entityOf),
    time: relation.time,
    score: relation.score,
    by: relation.by,
  };
}

function attributionOf({ attribution }: Relation, entityOf: EntityOf): Attribution | null {
  if (attribution === null) return null;
  const entity = attribution.mention === null ? undefined : entityOf(attribution.mention);
  return { entity: entity ?? null, text: attribution.text };
}
