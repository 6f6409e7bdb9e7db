// Relations → claims: one for each thing that is said, with every passage that says it.
import type { Extraction, Literal, Relation } from '../model/extraction.ts';
import type { Attribution, Claim, Evidence } from '../model/graph.ts';
import { type EntityId, type MentionId, makeId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { compareSpans, sliceSpan } from '../model/span.ts';
import { compareText, foldName } from './fold.ts';
import { normalizeTitle } from './titles.ts';

/** The entity that a mention stands for, undefined where it stands for none. */
export type EntityOf = (mention: MentionId) => EntityId | undefined;

/** How many independent witnesses stand behind pieces of evidence, and which piece belongs to which (same length, 0-based). */
export type CountWitnesses = (evidence: readonly Evidence[]) => readonly number[];

interface Draft {
  readonly claim: Pick<Claim, 'type' | 'subject' | 'object' | 'literal' | 'polarity' | 'modality'>;
  readonly predicates: Map<string, number>;
  readonly evidence: Map<string, Evidence>;
}

/** Claims by id. Relations are dropped where an end is no entity, or both ends are one. */
export function makeClaims(
  extractions: readonly Extraction[],
  entityOf: EntityOf,
  ontology: Ontology,
  witnessesOf: CountWitnesses,
): Claim[] {
  const symmetric = new Set(ontology.relationTypes.filter((type) => type.symmetric).map(({ name }) => name));
  const offices = officeTypes(ontology);
  const drafts = new Map<string, Draft>();
  for (const extraction of extractions) {
    for (const relation of extraction.relations) {
      const ends = endsOf(relation, extraction, entityOf, symmetric);
      if (ends === null) continue;
      const key = JSON.stringify(keyOf(relation, ends, offices));
      const { type, polarity, modality } = relation;
      const { subject, object, literal } = ends;
      const draft = drafts.get(key) ?? {
        claim: { type, subject, object, literal, polarity, modality },
        predicates: new Map<string, number>(),
        evidence: new Map<string, Evidence>(),
      };
      drafts.set(key, draft);
      draft.predicates.set(relation.predicate, (draft.predicates.get(relation.predicate) ?? 0) + 1);
      addEvidence(draft.evidence, makeEvidence(relation, ends, extraction, entityOf));
    }
  }
  return [...drafts].map(([key, draft]) => finish(key, draft, witnessesOf)).sort((a, b) => compareText(a.id, b.id));
}

/** Types whose title is part of what is said: "defence minister of X" and "foreign minister of X" are two claims. */
export function officeTypes(ontology: Ontology): ReadonlySet<string> {
  return new Set(
    ontology.relationTypes
      .filter(
        ({ family, domain, functional }) => family === 'office' && domain.includes('Person') && functional === null,
      )
      .map(({ name }) => name),
  );
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
  extraction: Extraction,
  entityOf: EntityOf,
  symmetric: ReadonlySet<string>,
): Ends | null {
  const subject = entityOf(relation.subject);
  if (subject === undefined) return null;
  const literal = relation.literal ?? literalOf(relation.object, extraction);
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

function literalOf(object: MentionId | null, { mentions }: Extraction): Literal | null {
  return object === null ? null : (mentions.find(({ id }) => id === object)?.literal ?? null);
}

function keyOf(relation: Relation, ends: Ends, offices: ReadonlySet<string>): (string | number | null)[] {
  const { type, predicate, polarity, modality } = relation;
  const title = type !== null && offices.has(type) ? normalizeTitle(predicate) : null;
  const { literal } = ends;
  const value = literal === null ? [null] : [literal.type, literal.value, literal.unit && foldName(literal.unit)];
  return [ends.subject, type ?? `~${foldName(predicate)}`, title, ends.object, ...value, polarity, modality];
}

function makeEvidence(relation: Relation, ends: Ends, { document }: Extraction, entityOf: EntityOf): Evidence {
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

/** The same step on the same passage and mentions counts once, at its best score. */
function addEvidence(known: Map<string, Evidence>, piece: Evidence): void {
  const { documentId, start, end, subjectMention, objectMention, by } = piece;
  const key = JSON.stringify([documentId, start, end, subjectMention, objectMention, by]);
  const other = known.get(key);
  if (other === undefined || isBetter(piece, other)) known.set(key, piece);
}

function isBetter(piece: Evidence, other: Evidence): boolean {
  return piece.score !== other.score ? piece.score > other.score : JSON.stringify(piece) < JSON.stringify(other);
}

function finish(key: string, { claim, predicates, evidence }: Draft, witnessesOf: CountWitnesses): Claim {
  const pieces = [...evidence.values()].sort(compareEvidence);
  const witnesses = witnessesOf(pieces);
  const best = new Map<number, number>();
  for (const [index, { score }] of pieces.entries()) {
    const witness = witnesses[index] ?? 0;
    best.set(witness, Math.max(best.get(witness) ?? 0, score));
  }
  return {
    id: makeId('claim', key),
    type: claim.type,
    predicate: mostFrequent(predicates),
    subject: claim.subject,
    object: claim.object,
    literal: claim.literal,
    polarity: claim.polarity,
    modality: claim.modality,
    attribution: agreed(
      pieces.map(({ attribution }) => attribution),
      sayAttribution,
    ),
    time: agreed(
      pieces.map(({ time }) => time),
      (time) => JSON.stringify([time.from, time.to]),
    ),
    derivedFrom: null,
    confidence: noisyOr([...best.values()]),
    independentSources: best.size,
    disputed: false,
    evidence: pieces,
  };
}

function compareEvidence(left: Evidence, right: Evidence): number {
  return (
    compareText(left.documentId, right.documentId) ||
    compareSpans(left, right) ||
    compareText(JSON.stringify(left), JSON.stringify(right))
  );
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0] ?? '';
}

const sayAttribution = ({ entity, text }: Attribution): string => entity ?? foldName(text);

/** What all pieces have in common; null where one lacks it or differs. */
function agreed<Item>(items: readonly (Item | null)[], keyOf: (item: Item) => string): Item | null {
  const [first] = items;
  if (first === undefined || first === null) return null;
  return items.every((item) => item !== null && keyOf(item) === keyOf(first)) ? first : null;
}

/** Chance that at least one witness was read rightly; never certain. */
export function noisyOr(scores: readonly number[]): number {
  const wrong = scores.reduce((product, score) => product * (1 - score), 1);
  return Math.min(0.99, Math.round((1 - wrong) * 1e4) / 1e4);
}
