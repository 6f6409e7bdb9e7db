// What people decided, kept so that it outlives new versions of a document and of the extractor.
import type { Extraction, Mention } from '../model/extraction.ts';
import type { Decision } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { DocumentId, MentionId } from '../model/id.ts';
import { overlapsSpan, type Span, sliceSpan } from '../model/span.ts';

/** Where a mention stood when a person decided about it: enough to find it again under another id. */
export interface Anchor extends Span {
  readonly document: DocumentId;
  readonly source: string;
  readonly surface: string;
  readonly type: string;
}

/** One decision of a person, kept for ever. */
export interface Judgement {
  readonly decision: Decision;
  readonly left: Anchor;
  readonly right: Anchor;
  /** Decisions with one number were made in one act, and are taken back together; rises with each act. */
  readonly act: number;
  /** When, as the person's machine had it; null where nobody said. */
  readonly at: string | null;
  /** Taken back: it stays in the log and no longer counts. */
  readonly isUndone: boolean;
}

/** The anchor of a mention, or undefined where the graph does not hold it. */
export function findAnchor(view: GraphView, id: MentionId): Anchor | undefined {
  const record = view.mention(id);
  const document = record && view.document(record.documentId)?.document;
  if (record === undefined || document === undefined) return undefined;
  const { start, end, type } = record.mention;
  const surface = sliceSpan(document.text, record.mention);
  return { document: document.id, source: document.source, start, end, type, surface };
}

/** The judgements with these decisions after them, as one act; undefined where the graph lacks one of their mentions. */
export function addAct(
  before: readonly Judgement[],
  decisions: readonly Decision[],
  view: GraphView,
  at: string | null,
): readonly Judgement[] | undefined {
  const act = 1 + Math.max(0, ...before.map((judgement) => judgement.act));
  const added: Judgement[] = [];
  for (const decision of decisions) {
    const [left, right] = [findAnchor(view, decision.left), findAnchor(view, decision.right)];
    if (left === undefined || right === undefined) return undefined;
    added.push({ decision, left, right, act, at, isUndone: false });
  }
  return [...before, ...added];
}

/** The judgements with the newest act that still counts taken back, and its decisions; null where none counts. */
export function undoAct(
  before: readonly Judgement[],
): { readonly after: readonly Judgement[]; readonly undone: readonly Decision[] } | null {
  const act = before.findLast(({ isUndone }) => !isUndone)?.act;
  if (act === undefined) return null;
  const isOfAct = (judgement: Judgement): boolean => judgement.act === act && !judgement.isUndone;
  return {
    after: before.map((judgement) => (isOfAct(judgement) ? { ...judgement, isUndone: true } : judgement)),
    undone: before.filter(isOfAct).map(({ decision }) => decision),
  };
}

/**
 * The decisions that count, oldest first, on the mentions as they are named now. One whose mention is gone is left out,
 * and counts again when its document comes back.
 */
export function placeJudgements(judgements: readonly Judgement[], extractions: readonly Extraction[]): Decision[] {
  if (judgements.length === 0) return [];
  const documents = new Map(extractions.map((extraction) => [extraction.document.id, extraction]));
  const sources = new Map(
    extractions.flatMap((extraction) => {
      const { source, alsoAt } = extraction.document;
      return [source, ...alsoAt].map((place) => [place, extraction] as const);
    }),
  );
  const place = (id: MentionId, anchor: Anchor): MentionId | undefined => {
    const same = documents.get(anchor.document);
    if (same !== undefined) return (same.mentions.find((each) => each.id === id) ?? findAt(same, anchor))?.id;
    const changed = sources.get(anchor.source);
    return changed && findNearest(changed, anchor)?.id;
  };
  return judgements.flatMap(({ decision, left, right, isUndone }) => {
    if (isUndone) return [];
    const ends = { left: place(decision.left, left), right: place(decision.right, right) };
    if (ends.left === undefined || ends.right === undefined) return [];
    return [{ ...decision, left: ends.left, right: ends.right }];
  });
}

/** In the text as it was: the mention on the same words, else the one that shares most of them. */
function findAt({ mentions }: Extraction, anchor: Anchor): Mention | undefined {
  const differs = (mention: Mention): number =>
    Math.abs(mention.start - anchor.start) +
    Math.abs(mention.end - anchor.end) +
    (mention.type === anchor.type ? 0 : 0.5);
  return least(
    mentions.filter((mention) => overlapsSpan(mention, anchor)),
    differs,
  );
}

/** In a new version of the text: the nearest mention with the same surface. */
function findNearest({ document, mentions }: Extraction, anchor: Anchor): Mention | undefined {
  const differs = (mention: Mention): number =>
    Math.abs(mention.start - anchor.start) + (mention.type === anchor.type ? 0 : 0.5);
  return least(
    mentions.filter((mention) => sliceSpan(document.text, mention) === anchor.surface),
    differs,
  );
}

/** The first of those that differ least. */
function least<Item>(items: readonly Item[], differs: (item: Item) => number): Item | undefined {
  let best: Item | undefined;
  for (const item of items) if (best === undefined || differs(item) < differs(best)) best = item;
  return best;
}
