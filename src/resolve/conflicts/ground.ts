// What finders of conflicts need beside the claims: where a passage is set, and whose troops are counted.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { Claim, Entity, Evidence } from '../../model/graph.ts';
import type { DocumentId, EntityId, MentionId } from '../../model/id.ts';
import type { Ontology } from '../../model/ontology.ts';
import { compareSpans, containsSpan } from '../../model/span.ts';
import type { EntityOf } from '../claims.ts';
import type { Ground } from './conflict-finder.ts';

const PLACED = /\b(?:in|near|at|around|inside|outside|across|along|from|into)\s+(?:the\s+)?$/i;

/** Looks into the extractions only where a finder asks. */
export function makeGround(
  extractions: readonly Extraction[],
  claims: readonly Claim[],
  entities: readonly Entity[],
  entityOf: EntityOf,
  ontology: Ontology,
): Ground {
  const byDocument = new Map<DocumentId, Extraction>(extractions.map((each) => [each.document.id, each]));
  const sorted = new Map<DocumentId, readonly Mention[]>();
  const mentionsIn = (document: DocumentId, span: { readonly start: number; readonly end: number }): Mention[] => {
    const known = sorted.get(document) ?? [...(byDocument.get(document)?.mentions ?? [])].sort(compareSpans);
    sorted.set(document, known);
    const first = firstFrom(known, span.start);
    const found: Mention[] = [];
    for (let index = first; index < known.length && (known[index]?.start ?? 0) < span.end; index += 1) {
      const mention = known[index];
      if (mention && containsSpan(span, mention)) found.push(mention);
    }
    return found;
  };
  const spans = new Map<MentionId, Mention>();
  for (const { mentions } of extractions) for (const mention of mentions) spans.set(mention.id, mention);
  const havers = haversOf(extractions, entityOf);

  return {
    ...{ claims, ontology, entityOf },
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    dates: new Map(extractions.map(({ document }) => [document.id, document.publishedAt])),
    placesIn: (piece: Evidence) => {
      const text = byDocument.get(piece.documentId)?.document.text ?? '';
      const places = mentionsIn(piece.documentId, piece).filter(
        ({ type, kind, start }) =>
          type === 'Place' && kind === 'name' && PLACED.test(text.slice(Math.max(piece.start, start - 20), start)),
      );
      return new Set(places.flatMap(({ id }) => entityOf(id) ?? []));
    },
    ownersOf: (claim: Claim) => {
      const owners = new Set<EntityId>();
      for (const { documentId, subjectMention } of claim.evidence) {
        const subject = spans.get(subjectMention);
        const nested = subject
          ? mentionsIn(documentId, subject).filter(({ id, kind }) => id !== subjectMention && kind !== 'pronoun')
          : [];
        const inside = nested.flatMap(({ id }) => entityOf(id) ?? []).filter((id) => id !== claim.subject);
        for (const owner of inside.length > 0 ? inside : (havers.get(subjectMention) ?? [])) owners.add(owner);
      }
      return owners;
    },
  };
}

function firstFrom(mentions: readonly Mention[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Who does something with a mention that nobody names: in "Norland has massed troops" the troops are Norland's. */
function haversOf(extractions: readonly Extraction[], entityOf: EntityOf): ReadonlyMap<MentionId, readonly EntityId[]> {
  const havers = new Map<MentionId, EntityId[]>();
  for (const { relations } of extractions) {
    for (const { subject, object, type, polarity } of relations) {
      const owner = entityOf(subject);
      if (type !== null || object === null || polarity === 'negative' || owner === undefined) continue;
      havers.set(object, [...(havers.get(object) ?? []), owner]);
    }
  }
  return havers;
}
