// Typed relations of news texts, from raw text: the dev third of data/annotations/relations.
import { readFileSync } from 'node:fs';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Ontology } from '../../../src/model/ontology.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import type { GoldDocument } from '../gold.ts';
import { accuracyCounts, type Figure, type Measure } from '../measure.ts';
import {
  firstReadingOf,
  isNamed,
  type NewsAnnotation,
  type NewsText,
  readNews,
  readNewsTexts,
  toGoldDocument,
} from '../news.ts';
import { type Candidate, isUnnamed, tallyRelations } from './gold-relations.ts';

const DATA = new URL('../../../data/', import.meta.url);

/** The annotation with what readers of a pool of candidates added, and as one reading left it. */
const READINGS: readonly (readonly [suffix: string, read: (annotation: NewsAnnotation) => NewsAnnotation])[] = [
  ['', (annotation) => annotation],
  [', first reading', firstReadingOf],
];

export const newsRelationsMeasure: Measure = {
  name: 'news-relations',
  async run({ corpora, extract }) {
    if (corpora === null) return { reason: 'needs annotated corpora: --corpora DIR' };
    const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
    const dev = readNews(new URL('annotations/relations/news.jsonl', DATA)).filter(({ split }) => split === 'dev');
    const texts = readNewsTexts(corpora, dev);
    const counts: Counts[][] = READINGS.map(() => []);
    for (const annotation of dev) {
      const text = texts.get(annotation.document);
      if (text === undefined) return { reason: `${annotation.corpus}.jsonl.gz lacks ${annotation.document}` };
      const extraction = await extract(toGoldDocument(annotation, text).document);
      for (const [place, [, read]] of READINGS.entries())
        counts[place]?.push(countRelations(extraction, read(annotation), text, ontology));
    }
    return READINGS.flatMap(([suffix], place) => figuresOf(counts[place] ?? [], suffix));
  },
};

function countRelations(
  extraction: Extraction,
  annotation: NewsAnnotation,
  text: NewsText,
  ontology: Ontology,
): Counts {
  const gold = toGoldDocument(annotation, text);
  const { matched, missed, wrong } = tallyRelations(extraction, gold, ontology);
  const unnamed = new Set(annotation.entities.filter((each) => !isNamed(each)).map(({ id }) => `e${id}`));
  const extra = wrong.filter((candidate) => isCounted(candidate, gold, unnamed)).length;
  return { correct: matched.length, found: matched.length + extra, gold: matched.length + missed.length };
}

function figuresOf(counts: readonly Counts[], suffix: string): Figure[] {
  const items = `${counts.reduce((sum, { gold }) => sum + gold, 0)} relations`;
  const figure = (name: string, each: readonly Counts[]): Figure => {
    return { name: `news relation ${name}${suffix}`, items, ...scoreWithInterval(each) };
  };
  const precision = counts.map(({ correct, found }) => accuracyCounts(correct, found));
  const recall = counts.map(({ correct, gold }) => accuracyCounts(correct, gold));
  return [figure('precision', precision), figure('recall', recall), figure('F1', counts)];
}

/** Relations of unnamed things are not annotated in full; a moment that the annotation gives in words is not compared. */
export function isCounted(candidate: Candidate, gold: GoldDocument, unnamed: ReadonlySet<string>): boolean {
  const { subject, type, object } = candidate;
  if ([subject, object].some((end) => unnamed.has(end) || isUnnamed(end))) return false;
  const isVague = (time: string): boolean => !/^\d{4}(-\d\d)*$/.test(time);
  return !gold.relations.some(
    (wanted) =>
      wanted.subject === subject &&
      wanted.types.includes(type) &&
      typeof wanted.object !== 'string' &&
      object.startsWith('{') &&
      isVague(wanted.object.time),
  );
}
