// Coreference from raw text: CoNLL mean on GUM (exact spans; singletons out and in), F1 of pronouns on GAP.
import { clusterSegments } from '../../../src/extract/coreference/coreference.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { overlapsSpan, type Span } from '../../../src/model/span.ts';
import { HAS_PAIR_GRAPHS } from '../../../src/onnx/pair-session.ts';
import { type AnnotatedDocument, readAnnotated } from '../annotated.ts';
import { type Counts, resample, scoreWithInterval } from '../bootstrap.ts';
import { type CoreferenceCounts, conllScore, countCoreference } from '../coreference-scores.ts';
import type { Figure, Measure } from '../measure.ts';

const CONLL = 'gum-dev';
const PRONOUNS = 'gap-dev';

/** A mention as found; `head`: span of the word on which the others hang. */
interface Found extends Span {
  readonly head: Span;
}

export const coreferenceMeasure: Measure = {
  name: 'coreference',
  async run({ corpora, extract }) {
    if (corpora === null) return { reason: 'needs annotated corpora: --corpora DIR' };
    if (!HAS_PAIR_GRAPHS) return { reason: 'needs coreference.onnx in data/models' };
    const [conll, pronouns] = [readAnnotated(corpora, CONLL), readAnnotated(corpora, PRONOUNS)];
    if (conll === null || pronouns === null) return { reason: `${CONLL} or ${PRONOUNS} is not in the folder` };
    const [without, within]: [CoreferenceCounts[], CoreferenceCounts[]] = [[], []];
    for (const gold of conll) {
      const found = (await findClusters(await extract(gold.document))).map((cluster) => new Set(cluster.map(keyOf)));
      without.push(countCoreference(goldClusters(gold), found));
      within.push(countCoreference(goldClusters(gold), found, true));
    }
    const gap: Counts[] = [];
    for (const gold of pronouns) gap.push(countPronoun(await findClusters(await extract(gold.document)), gold));
    const items = `${conll.reduce((sum, { mentions }) => sum + mentions.length, 0)} mentions`;
    const figures: Figure[] = [
      { name: `coreference CoNLL ${CONLL}`, items, ...resample(without, conllScore) },
      { name: `coreference CoNLL with singletons ${CONLL}`, items, ...resample(within, conllScore) },
      {
        name: `coreference F1 ${PRONOUNS}`,
        items: `${gap.reduce((sum, counts) => sum + counts.gold, 0)} links`,
        ...scoreWithInterval(gap),
      },
    ];
    return figures;
  },
};

async function findClusters(extraction: Extraction): Promise<Found[][]> {
  const clusters: Found[][] = [];
  for await (const segment of clusterSegments(extraction)) {
    const byNumber = new Map<number, Found[]>();
    for (const { candidate, cluster } of segment) {
      const start = extraction.tokens[candidate.start]?.start ?? 0;
      const end = extraction.tokens[candidate.end - 1]?.end ?? start;
      const head = extraction.tokens[candidate.head] ?? { start, end };
      byNumber.set(cluster, [...(byNumber.get(cluster) ?? []), { start, end, head }]);
    }
    clusters.push(...byNumber.values());
  }
  return clusters;
}

function keyOf({ start, end }: Span): string {
  return `${start}:${end}`;
}

function goldClusters({ mentions }: AnnotatedDocument): Set<string>[] {
  const clusters = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const key = mention.entity === null ? `alone ${keyOf(mention)}` : `${mention.entity}`;
    clusters.set(key, (clusters.get(key) ?? new Set()).add(keyOf(mention)));
  }
  return [...clusters.values()];
}

/** Of the names listed, which are in the pronoun's cluster: a name is there where the head of a mention lies in it. */
function countPronoun(clusters: readonly Found[][], { mentions }: AnnotatedDocument): Counts {
  const pronoun = mentions.find(({ kind }) => kind === 'pronoun');
  if (pronoun === undefined) return { correct: 0, found: 0, gold: 0 };
  const own = clusters.find((cluster) => cluster.some((mention) => keyOf(mention) === keyOf(pronoun))) ?? [];
  const names = mentions.filter(({ kind }) => kind !== 'pronoun');
  const isGold = ({ entity }: { readonly entity: number | null }) => entity !== null && entity === pronoun.entity;
  const found = names.filter((name) => own.some(({ head }) => overlapsSpan(head, name)));
  return { correct: found.filter(isGold).length, found: found.length, gold: names.filter(isGold).length };
}
