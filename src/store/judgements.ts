// What people decided, kept so that it outlives new versions of a document and of the extractor.
import type { Extraction, Mention } from '../model/extraction.ts';
import type { Decision } from '../model/graph.ts';
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
  /** Taken back: it stays in the log and no longer counts. */
  readonly isUndone: boolean;
}

/** The anchor of a mention, or undefined where no extraction holds it. */
export function findAnchor(extractions: readonly Extraction[], id: MentionId): Anchor | undefined {
  for (const { document, mentions } of extractions) {
    const mention = mentions.find((each) => each.id === id);
    if (mention === undefined) continue;
    const { start, end, type } = mention;
    return {
      document: document.id,
      source: document.source,
      start,
      end,
      type,
      surface: sliceSpan(document.text, mention),
    };
  }
  return undefined;
}

/**
 * The decisions that count, oldest first, on the mentions as they are named now. One whose mention is gone is left out,
 * and counts again when its document comes back.
 */
export function placeJudgements(judgements: readonly Judgement[], extractions: readonly Extraction[]): Decision[] {
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
