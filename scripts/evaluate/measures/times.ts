// Which date belongs to which event, and its ISO value, on data/annotations/times: the verb is given, the time is asked.
import { timeOfClause } from '../../../src/extract/attributes/clause-time.ts';
import type { TimeRange } from '../../../src/model/extraction.ts';
import { type Annotation, groupByDocument, readAnnotations } from '../annotations.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import { makeDocument } from '../corpora.ts';
import type { Measure } from '../measure.ts';

export interface TimeLabel extends Annotation {
  /** The day that "yesterday" and "on Monday" are counted from. */
  readonly published: string;
  /** ISO 8601; both null where no date of the sentence belongs to the verb. */
  readonly from: string | null;
  readonly to: string | null;
}

export const timesMeasure: Measure = {
  name: 'times',
  async run({ corpora, gold, extract }) {
    if (corpora === null) return { reason: 'no --corpora' };
    const rows = readAnnotations<TimeLabel>('times/times.json', 'events');
    const counts = { seen: [] as Counts[], unseen: [] as Counts[] };
    for (const { document, rows: labels } of await groupByDocument(rows, corpora, gold)) {
      const publishedAt = labels[0]?.published ?? null;
      // Another document than the one without a date, which other measures read.
      const dated = makeDocument(`${document.source} ${publishedAt}`, document.text);
      const extraction = await extract({ ...dated, publishedAt });
      for (const label of labels) counts[label.part].push(countTime(label, timeOfClause(extraction, label, 'event')));
    }
    return (['seen', 'unseen'] as const).map((part) => ({
      name: `time of an event F1, ${part}`,
      items: `${counts[part].reduce((sum, { gold: dated }) => sum + dated, 0)} dated of ${counts[part].length} events`,
      ...scoreWithInterval(counts[part]),
    }));
  },
};

/** One event: a time is right where both its ends are. */
export function countTime(label: Pick<TimeLabel, 'from' | 'to'>, found: TimeRange | null): Counts {
  const dated = label.from !== null || label.to !== null;
  const right = dated && found !== null && found.from === label.from && found.to === label.to;
  return { correct: right ? 1 : 0, found: found === null ? 0 : 1, gold: dated ? 1 : 0 };
}
