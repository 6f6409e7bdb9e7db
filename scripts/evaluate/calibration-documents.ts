// Annotated documents that calibration fits on: every other one of the dev files, and news kept for it; the measures judge calibration on the rest of dev.
import { type AnnotatedDocument, readAnnotated } from './annotated.ts';
import { RELATION_FILES } from './measures/text-relations.ts';
import { readNewsPart } from './news-annotated.ts';

export interface CalibrationDocument {
  readonly file: string;
  readonly annotated: AnnotatedDocument;
  /** Only pairs that share a sentence are annotated. */
  readonly sameSentence: boolean;
}

/** How often a judgement counts: people read news with this program, and the encyclopaedic files give twice as many. */
export function weightOf(file: string): number {
  return file === 'news' ? 1.5 : 1;
}

export function readCalibrationDocuments(corpora: string): CalibrationDocument[] {
  const sources = [
    ...RELATION_FILES.map(([file, sameSentence]) => ({ file, sameSentence, all: readAnnotated(corpora, file) ?? [] })),
    { file: 'news', sameSentence: false, all: readNewsPart(corpora, 'dev') },
  ];
  const halves = sources.flatMap(({ file, sameSentence, all }) =>
    all.filter((_, place) => place % 2 === 0).map((annotated) => ({ file, annotated, sameSentence })),
  );
  const news = readNewsPart(corpora, 'fit').map((annotated) => ({ file: 'news', annotated, sameSentence: false }));
  return [...halves, ...news];
}
