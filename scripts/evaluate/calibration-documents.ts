// Annotated documents that calibration fits on: every other one of the dev files, and news kept for it; the measures judge calibration on the rest of dev.
import { type AnnotatedDocument, readAnnotated } from './annotated.ts';
import { readJudged } from './judged.ts';
import { RELATION_FILES } from './measures/text-relations.ts';
import { firstReadingOf } from './news.ts';
import { readNewsPart } from './news-annotated.ts';

export interface CalibrationDocument {
  readonly file: string;
  readonly annotated: AnnotatedDocument;
  /** Only pairs that share a sentence are annotated. */
  readonly sameSentence: boolean;
  /** A reader was asked about the head's candidates alone, not about what rules say. */
  readonly judged: boolean;
}

/** How often a judgement counts: the kinds of text share the weights of a family, and news has more judgements than the encyclopaedic files together. */
export function weightOf(file: string): number {
  return file === 'news' ? 0.8 : 1;
}

/** News by its first reading: `fit` and the judged articles have no other, and chances of two manners of reading suit neither. */
export function readCalibrationDocuments(corpora: string): CalibrationDocument[] {
  const sources = [
    ...RELATION_FILES.map(([file, sameSentence]) => ({ file, sameSentence, all: readAnnotated(corpora, file) ?? [] })),
    { file: 'news', sameSentence: false, all: readNewsPart(corpora, 'dev', firstReadingOf) },
  ];
  const halves = sources.flatMap(({ file, sameSentence, all }) =>
    all.filter((_, place) => place % 2 === 0).map((annotated) => ({ file, annotated, sameSentence, judged: false })),
  );
  const news = { file: 'news', sameSentence: false } as const;
  const kept = readNewsPart(corpora, 'fit').map((annotated) => ({ ...news, annotated, judged: false }));
  const judged = readJudged(corpora, 'fit').map((annotated) => ({ ...news, annotated, judged: true }));
  return [...halves, ...kept, ...judged];
}
