// Extractions and decisions → graph: units, groups, entities, claims; the one file that knows the order.
import type { Extraction } from '../model/extraction.ts';
import type { Decision, DocumentRecord, Entity, Graph, MentionRecord } from '../model/graph.ts';
import type { EntityId, MentionId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { makeClaims } from './claims.ts';
import { makeEntities } from './entities.ts';
import { compareText } from './fold.ts';
import { openFolder } from './folder.ts';
import { groupUnits } from './group-units.ts';
import { countWitnesses } from './lineage/witnesses.ts';
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
  const claims = makeClaims(sorted, (mention) => owners.get(mention), ontology, countWitnesses);
  return {
    model,
    documents: sorted.map(makeRecord),
    entities: [...entities].sort((a, b) => compareText(a.id, b.id)),
    mentions: makeMentions(sorted, owners),
    claims,
    conflicts: [],
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

function makeRecord({ document, sentences, citations }: Extraction): DocumentRecord {
  return {
    document,
    sentences: sentences.map(({ start, end }) => [start, end] as const),
    lineage: { copyOf: null, cites: citations.map(({ text }) => ({ document: null, text })) },
  };
}
