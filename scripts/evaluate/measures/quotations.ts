// Who says what, on data/annotations/quotations: content and speaker must both be right, direct and indirect speech together.
import type { Extraction, Quotation } from '../../../src/model/extraction.ts';
import { containsSpan, overlapsSpan, type Span } from '../../../src/model/span.ts';
import { type Annotation, groupByDocument, readAnnotations } from '../annotations.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import type { Measure } from '../measure.ts';

export interface QuotationLabel extends Annotation {
  readonly direct: boolean;
  /** Words that name the speaker: those beside the quotation and, for a pronoun or a noun, the name that it stands for. */
  readonly speakers: readonly (readonly [start: number, end: number])[];
  /** No error to find it, and none to miss it. */
  readonly optional: boolean;
}

export type Row = (QuotationLabel & { readonly kind: 'quotation' }) | (Annotation & { readonly kind: 'passage' });

/** Contents are one where they share this much of what both cover. */
const SHARE = 0.5;

export const quotationsMeasure: Measure = {
  name: 'quotations',
  async run({ corpora, gold, extract }) {
    const rows = readQuotationRows();
    const documents = await groupByDocument<Row>(rows, corpora, gold);
    const counts: {
      readonly part: string;
      readonly content: Counts;
      readonly both: Counts;
      readonly speaker: Counts;
    }[] = [];
    for (const { document, rows: own } of documents) {
      const extraction = await extract(document);
      const passages = own.filter(({ kind }) => kind === 'passage');
      const labels = own.filter((row) => row.kind === 'quotation');
      counts.push({ part: own[0]?.part ?? 'seen', ...judgeQuotations(extraction, passages, labels) });
    }
    return (['seen', 'unseen'] as const).flatMap((part) => {
      const own = counts.filter((each) => each.part === part);
      const items = `${own.reduce((sum, { both }) => sum + both.gold, 0)} quotations`;
      return [
        { name: `quotation content F1, ${part}`, items, ...scoreWithInterval(own.map(({ content }) => content)) },
        { name: `quotation speaker and content F1, ${part}`, items, ...scoreWithInterval(own.map(({ both }) => both)) },
        { name: `quotation speaker accuracy, ${part}`, items, ...scoreWithInterval(own.map(({ speaker }) => speaker)) },
      ];
    });
  },
};

/** Passages and labels of data/annotations/quotations, told apart by `kind`. */
export function readQuotationRows(): readonly Row[] {
  const path = 'quotations/quotations.json';
  return [
    ...readAnnotations<Annotation>(path, 'passages').map((row) => ({ ...row, kind: 'passage' as const })),
    ...readAnnotations<QuotationLabel>(path, 'quotations').map((row) => ({ ...row, kind: 'quotation' as const })),
  ];
}

/** Counts of one document. Only what begins inside an annotated passage is judged; a second find of one label is not counted. */
export function judgeQuotations(
  extraction: Extraction,
  passages: readonly Span[],
  labels: readonly QuotationLabel[],
): { readonly content: Counts; readonly both: Counts; readonly speaker: Counts } {
  const found = extraction.quotations.filter(({ content }) =>
    passages.some((passage) => passage.start <= content.start && content.start < passage.end),
  );
  const asked = labels.filter(({ optional }) => !optional);
  const matching = (label: QuotationLabel): Quotation[] => found.filter(({ content }) => areOne(content, label));
  const matched = asked.filter((label) => matching(label).length > 0);
  const right = asked.filter((label) => matching(label).some((each) => isSpokenBy(extraction, each, label)));
  const strays = found.filter(({ content }) => !labels.some((label) => areOne(content, label))).length;
  const counts = (correct: number): Counts => ({ correct, found: matched.length + strays, gold: asked.length });
  return {
    content: counts(matched.length),
    both: counts(right.length),
    speaker: { correct: right.length, found: matched.length, gold: matched.length },
  };
}

/** Each quotation that begins in a passage and matches no label that may be missed, with whether its words and speaker are right. */
export function judgeEach(
  extraction: Extraction,
  rows: readonly Row[],
): readonly { readonly quotation: Quotation; readonly right: boolean }[] {
  const passages = rows.filter(({ kind }) => kind === 'passage');
  const labels = rows.filter((row) => row.kind === 'quotation');
  return extraction.quotations.flatMap((quotation) => {
    const { content } = quotation;
    if (!passages.some((passage) => passage.start <= content.start && content.start < passage.end)) return [];
    const own = labels.filter((label) => areOne(content, label));
    if (own.some(({ optional }) => optional)) return [];
    return { quotation, right: own.some((label) => isSpokenBy(extraction, quotation, label)) };
  });
}

function areOne(left: Span, right: Span): boolean {
  if (!overlapsSpan(left, right)) return false;
  const shared = Math.min(left.end, right.end) - Math.max(left.start, right.start);
  return shared / (Math.max(left.end, right.end) - Math.min(left.start, right.start)) >= SHARE;
}

/** The mention, or a name of its chain, or the bare words, stand where the speaker is named. Pronouns need their name. */
function isSpokenBy(extraction: Extraction, { speaker }: Quotation, { speakers }: QuotationLabel): boolean {
  if (speaker === null) return false;
  const wanted = speakers.at(-1);
  if (wanted === undefined) return false;
  const name: Span = { start: wanted[0], end: wanted[1] };
  if (speaker.mention === null) {
    const words = extraction.document.text.slice(name.start, name.end);
    return speakers.length === 1 && (speaker.text.includes(words) || words.includes(speaker.text));
  }
  const chain = extraction.chains.find(
    ({ mentionIds }) => speaker.mention !== null && mentionIds.includes(speaker.mention),
  );
  const ids = new Set([speaker.mention, ...(chain?.mentionIds ?? [])]);
  const words = extraction.document.text.slice(name.start, name.end);
  return extraction.mentions.some(
    (mention) =>
      ids.has(mention.id) &&
      mention.kind !== 'pronoun' &&
      (overlapsSpan(mention, name) ||
        extraction.document.text.slice(mention.start, mention.end) === words ||
        (speakers.length === 1 && containsSpan(mention, name))),
  );
}
