// Quotations in marks on data/gold: found at all, and with the right speaker.
import type { Extraction, Quotation } from '../../../src/model/extraction.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import { type GoldDocument, type GoldQuotation, readGold } from '../gold.ts';
import { type EntityLookup, makeEntityLookup } from '../gold-match.ts';
import { accuracyCounts, type Figure, type Measure } from '../measure.ts';

export const goldSpeakersMeasure: Measure = {
  name: 'gold-speakers',
  async run({ gold, extract }) {
    if (gold === null) return { reason: 'data/gold is missing' };
    const found: Counts[] = [];
    const named: Counts[] = [];
    for (const document of (await readGold(gold)).documents) {
      const extraction = await extract(document.document);
      const missed = new Set(missedSpeakers(extraction, document));
      const total = document.quotations.length;
      const seen = document.quotations.filter((quotation) => quotationAt(extraction, quotation) !== undefined).length;
      found.push(accuracyCounts(seen, total));
      named.push(accuracyCounts(total - missed.size, total));
    }
    const figure = (name: string, counts: readonly Counts[]): Figure => {
      const items = `${counts.reduce((sum, each) => sum + each.gold, 0)} quotations`;
      return { name, items, ...scoreWithInterval(counts) };
    };
    return [figure('gold quotation recall', found), figure('gold speaker accuracy', named)];
  },
};

/** The quotations of the gold whose speaker is missing or another. */
export function missedSpeakers(extraction: Extraction, gold: GoldDocument): readonly GoldQuotation[] {
  const entityOf = makeEntityLookup(extraction, gold);
  return gold.quotations.filter(
    (wanted) => speakerOf(quotationAt(extraction, wanted), gold, entityOf) !== wanted.speaker,
  );
}

/** The shortest direct quotation that covers the first letter. */
function quotationAt(extraction: Extraction, { start }: GoldQuotation): Quotation | undefined {
  return extraction.quotations
    .filter(({ direct, content }) => direct && content.start <= start && start < content.end)
    .sort((left, right) => left.content.end - left.content.start - (right.content.end - right.content.start))[0];
}

function speakerOf(quotation: Quotation | undefined, gold: GoldDocument, entityOf: EntityLookup): string | null {
  if (!quotation?.speaker) return null;
  const { mention, text } = quotation.speaker;
  if (mention !== null) return entityOf(mention);
  const words = text.replace(/^(?:the|a|an)\s+/i, '');
  const same = gold.mentions.find(({ start, end }) => gold.document.text.slice(start, end) === words);
  return same?.entity ?? null;
}
