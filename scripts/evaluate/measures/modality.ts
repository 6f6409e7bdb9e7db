// Polarity and modality of events, on data/annotations/modality: the words are given, the stance is asked.
import { stanceAt } from '../../../src/extract/attributes/stance.ts';
import { tokenAfter } from '../../../src/extract/words.ts';
import type { Modality, Polarity } from '../../../src/model/extraction.ts';
import { type Annotation, groupByDocument, readAnnotations } from '../annotations.ts';
import { type Counts, scoreWithInterval } from '../bootstrap.ts';
import type { Figure, Measure } from '../measure.ts';

export interface EventLabel extends Annotation {
  readonly polarity: Polarity;
  /** What a careful reader may take, the best first. */
  readonly modality: readonly Modality[];
}

export interface JudgedEvent {
  readonly row: EventLabel;
  readonly polarity: Polarity;
  readonly modality: Modality;
}

const CLASSES: readonly Modality[] = ['actual', 'planned', 'possible', 'conditional', 'demanded'];

export const modalityMeasure: Measure = {
  name: 'modality',
  async run({ corpora, gold, extract }) {
    if (corpora === null) return { reason: 'no --corpora' };
    const rows = readAnnotations<EventLabel>('modality/events.json', 'events');
    const documents = await groupByDocument(rows, corpora, gold);
    const judged: JudgedEvent[][] = [];
    for (const { document, rows: labels } of documents) {
      const extraction = await extract(document);
      judged.push(labels.map((row) => ({ row, ...stanceAt(extraction, tokenAfter(extraction, row.start)) })));
    }
    return (['seen', 'unseen'] as const).flatMap((part) => figuresOf(part, judged));
  },
};

function figuresOf(part: 'seen' | 'unseen', documents: readonly (readonly JudgedEvent[])[]): Figure[] {
  const own = documents.map((events) => events.filter(({ row }) => row.part === part));
  const items = `${own.flat().length} events`;
  const classes = CLASSES.map((name) => scoreWithInterval(own.map((events) => countModality(events, name))));
  const mean = (pick: (score: { value: number; low: number; high: number }) => number): number =>
    classes.reduce((sum, score) => sum + pick(score), 0) / classes.length;
  return [
    { name: `polarity F1 negative, ${part}`, items, ...scoreWithInterval(own.map(countNegative)) },
    {
      ...{ name: `modality macro F1, ${part}`, items },
      ...{ value: mean(({ value }) => value), low: mean(({ low }) => low), high: mean(({ high }) => high) },
    },
    ...CLASSES.map((name, index) => ({
      name: `modality F1 ${name}, ${part}`,
      items: `${own.flat().filter(({ row }) => row.modality[0] === name).length} events`,
      ...(classes[index] as { value: number; low: number; high: number }),
    })),
  ];
}

export function countNegative(events: readonly JudgedEvent[]): Counts {
  const found = events.filter(({ polarity }) => polarity === 'negative');
  return {
    correct: found.filter(({ row }) => row.polarity === 'negative').length,
    found: found.length,
    gold: events.filter(({ row }) => row.polarity === 'negative').length,
  };
}

/** An event counts for the class that was found where a reader may take that one, else for the best. */
export function countModality(events: readonly JudgedEvent[], name: Modality): Counts {
  const isRight = ({ row, modality }: JudgedEvent): boolean => row.modality.includes(modality);
  return {
    correct: events.filter((event) => event.modality === name && isRight(event)).length,
    found: events.filter(({ modality }) => modality === name).length,
    gold: events.filter((event) => (isRight(event) ? event.modality : event.row.modality[0]) === name).length,
  };
}
