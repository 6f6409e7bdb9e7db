// Extractions and decisions → graph: units, groups, entities, claims; the one file that knows the order.
import type { Extraction } from '../model/extraction.ts';
import type { Decision, DocumentRecord, Entity, Graph, Lineage, MentionRecord } from '../model/graph.ts';
import type { DocumentId, EntityId, MentionId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { makeClaims, type WitnessesOf } from './claims.ts';
import { findConflicts, markDisputed } from './conflicts/find-conflicts.ts';
import { makeGround } from './conflicts/ground.ts';
import { deriveClaims } from './derived-claims.ts';
import { makeEntities } from './entities.ts';
import { compareText } from './fold.ts';
import { openFolder } from './folder.ts';
import { groupUnits } from './group-units.ts';
import { traceLineage } from './lineage/trace-lineage.ts';
import { groupWitnesses } from './lineage/witnesses.ts';
import { cutsOf, lastWords } from './stages/people-decide.ts';

/**
 * The graph of a folder. Pure, and the same whatever the order of the extractions. Of decisions the later outranks the
 * earlier, and people outrank machines; `model` is the version of the extractor, written into the graph.
 */
export function resolve(
  extractions: readonly Extraction[],
  decisions: readonly Decision[],
  ontology: Ontology,
  model = '',
): Graph {
  const sorted = [...extractions].sort((a, b) => compareText(a.document.id, b.document.id));
  const words = lastWords(decisions);
  const folder = openFolder(sorted, cutsOf(words), ontology);
  const grouped = groupUnits(folder, words);
  const entities = makeEntities(grouped.groups);
  const owners = ownersOf(entities);
  const entityOf = (mention: MentionId) => owners.get(mention);
  const lineage = traceLineage(sorted);
  const records = sorted.map((extraction) => makeRecord(extraction, lineage));
  const byId = new Map(records.map((record) => [record.document.id, record]));
  const witnessesOf: WitnessesOf = (evidence) => groupWitnesses(evidence, byId).numbers;
  const stated = makeClaims(sorted, entityOf, ontology, witnessesOf);
  const conflicts = findConflicts(makeGround(sorted, stated, entities, entityOf, ontology));
  const derived = deriveClaims(stated, entities, ontology, witnessesOf);
  return {
    model,
    documents: records,
    entities: [...entities].sort((a, b) => compareText(a.id, b.id)),
    mentions: makeMentions(sorted, owners),
    claims: [...markDisputed(stated, conflicts), ...derived].sort((a, b) => compareText(a.id, b.id)),
    conflicts,
    decisions: grouped.decisions,
  };
}

function ownersOf(entities: readonly Entity[]): ReadonlyMap<MentionId, EntityId> {
  return new Map(entities.flatMap(({ id, mentionIds }) => mentionIds.map((mention) => [mention, id] as const)));
}

function makeMentions(extractions: readonly Extraction[], owners: ReadonlyMap<MentionId, EntityId>): MentionRecord[] {
  return extractions
    .flatMap(({ document, mentions }) =>
      mentions.map((mention) => ({ mention, documentId: document.id, entity: owners.get(mention.id) ?? null })),
    )
    .sort((a, b) => compareText(a.mention.id, b.mention.id));
}

function makeRecord({ document, sentences }: Extraction, lineage: ReadonlyMap<DocumentId, Lineage>): DocumentRecord {
  return {
    document,
    sentences: sentences.map(({ start, end }) => [start, end] as const),
    lineage: lineage.get(document.id) ?? { copyOf: null, cites: [] },
  };
}
