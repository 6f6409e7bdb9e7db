// Typed relations of each rule family: how many of those whose two arguments the corpus knows are in its gold relations.
import type { Extraction, Mention } from '../../../src/model/extraction.ts';
import { type AnnotatedDocument, readAnnotated } from '../annotated.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import { accuracyCounts, type Figure, type Measure } from '../measure.ts';

/** The revised DocRED is nearly complete, so that a missing relation is mostly an error of ours; recall means little here. */
const FILE = 'redocred-dev';

export const typedRelationsMeasure: Measure = {
  name: 'typed-relations',
  async run({ corpora, extract }) {
    if (corpora === null) return { reason: 'needs annotated corpora: --corpora DIR' };
    const documents = readAnnotated(corpora, FILE);
    if (documents === null) return { reason: `${FILE}.jsonl.gz is not in the folder of --corpora` };
    const families = new Map<string, Counts[]>();
    for (const gold of documents) {
      for (const [by, counts] of countByFamily(await extract(gold.document), gold)) {
        families.set(by, [...(families.get(by) ?? []), counts]);
      }
    }
    return [...families]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([by, counts]): Figure => {
        const items = `${counts.reduce((sum, { gold }) => sum + gold, 0)} relations`;
        return { name: `relation precision ${by} ${FILE}`, items, ...scoreWithInterval(counts) };
      });
  },
};

function countByFamily(extraction: Extraction, gold: AnnotatedDocument): Map<string, Counts> {
  const byId = new Map(extraction.mentions.map((mention) => [mention.id, mention]));
  const tallies = new Map<string, { correct: number; total: number }>();
  for (const { subject, object, type, by } of extraction.relations) {
    const left = entityOf(byId.get(subject), gold);
    const right = object === null ? null : entityOf(byId.get(object), gold);
    if (type === null || left === null || right === null) continue;
    for (const step of by.split('+')) {
      const tally = tallies.get(step) ?? { correct: 0, total: 0 };
      const correct = tally.correct + (gold.relations.has(`${left} ${type} ${right}`) ? 1 : 0);
      tallies.set(step, { correct, total: tally.total + 1 });
    }
  }
  return new Map([...tallies].map(([by, { correct, total }]) => [by, accuracyCounts(correct, total)]));
}

/** The gold entity of the smallest gold mention that covers ours and is little longer (an article, a title). */
function entityOf(mention: Mention | undefined, gold: AnnotatedDocument): number | null {
  if (!mention) return null;
  const length = mention.end - mention.start;
  const covering = gold.mentions
    .filter(({ start, end, entity }) => entity !== null && start <= mention.start + 4 && end >= mention.end)
    .filter(({ start, end }) => end - start <= length + 6)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return covering[0]?.entity ?? null;
}
