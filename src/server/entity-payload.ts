// One entity's dossier: each of its names in a sentence, and why its mentions were joined or kept apart.
import type { Decision, Entity, MentionRecord } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { MentionId } from '../model/id.ts';
import { mentionsByDocument } from '../query/index.ts';
import { makeQuote } from './claim-payload.ts';
import type { AliasPayload, DecidedPayload, DecisionPayload, EntityPayload } from './payload.ts';

const MAX_DECISIONS = 50;

/** Decisions by each of the two mentions they speak of. */
export type DecisionIndex = ReadonlyMap<MentionId, readonly Decision[]>;

/** One pass over all decisions. */
export function indexDecisions(view: GraphView): DecisionIndex {
  const index = new Map<MentionId, Decision[]>();
  for (const decision of view.decisions()) {
    for (const side of [decision.left, decision.right]) {
      const list = index.get(side);
      if (list === undefined) index.set(side, [decision]);
      else list.push(decision);
    }
  }
  return index;
}

/** Aliases in the entity's own order (most frequent first). */
export function makeEntityPayload(view: GraphView, entity: Entity, index: DecisionIndex): EntityPayload {
  const records = entity.mentionIds.flatMap((id) => view.mention(id) ?? []);
  const examples = findExamples(view, records);
  const decisions = [...new Set(entity.mentionIds.flatMap((id) => index.get(id) ?? []))].sort(
    (left, right) => right.score - left.score,
  );
  return {
    id: entity.id,
    sameAs: entity.sameAs,
    documents: mentionsByDocument(view, entity).map(({ document }) => document.id),
    aliases: entity.aliases.map((alias) => ({ ...alias, example: examples.get(alias.name) ?? null })),
    decisions: decisions.slice(0, MAX_DECISIONS).map((decision) => makeDecision(view, decision)),
    decisionCount: decisions.length,
  };
}

function surfaceOf(view: GraphView, record: MentionRecord): string {
  const text = view.document(record.documentId)?.document.text ?? '';
  return text.slice(record.mention.start, record.mention.end);
}

/** The first sentence that uses each surface. */
function findExamples(view: GraphView, records: readonly MentionRecord[]) {
  const examples = new Map<string, NonNullable<AliasPayload['example']>>();
  for (const found of records) {
    const surface = surfaceOf(view, found);
    const record = view.document(found.documentId);
    if (examples.has(surface) || record === undefined) continue;
    const { start, end } = found.mention;
    const [from, to] = record.sentences.find(([a, b]) => a <= start && end <= b) ?? [start, end];
    examples.set(surface, { ...makeQuote(record, from, to), mark: [start, end] });
  }
  return examples;
}

function makeDecision(view: GraphView, { left, right, verdict, score, reasons, by }: Decision): DecisionPayload {
  return { left: describe(view, left), right: describe(view, right), verdict, score, reasons, by };
}

function describe(view: GraphView, mention: MentionId): DecidedPayload {
  const record = view.mention(mention);
  if (record === undefined) return { mention, surface: mention, title: null };
  const document = view.document(record.documentId)?.document;
  return { mention, surface: surfaceOf(view, record), title: document?.title ?? document?.source ?? null };
}
