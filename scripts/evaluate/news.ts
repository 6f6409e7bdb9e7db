// Reads data/annotations/relations: our relations of news texts, without the texts (form: the README there).
import { createHash } from 'node:crypto';
import type { Modality, Polarity } from '../../src/model/extraction.ts';
import type { Span } from '../../src/model/span.ts';
import { codePointOffsets, makeDocument, readJsonLines, readRows } from './corpora.ts';
import type { GoldDocument, GoldObject } from './gold.ts';

/** Half-open, in code points of the text in the corpora. */
export type Offsets = readonly [start: number, end: number];

export interface NewsEntity {
  readonly id: number;
  readonly type: string;
  /** Ids of the same entity in GUM. */
  readonly source?: readonly number[];
  readonly mentions: readonly (readonly [start: number, end: number, kind: string])[];
}

export interface NewsRelation {
  readonly type: string;
  readonly alternatives?: readonly string[];
  readonly subject: Offsets;
  readonly object: Offsets;
  readonly sentence?: number;
  readonly across?: true;
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  readonly optional?: true;
  /** What the readers of the pool changed: a relation that the first reading lacked, or one that it did not call optional. */
  readonly pooled?: 'added' | 'optional';
}

/** `fit`: neither trained on nor measured, so that chances are fitted on what the head has not seen. */
export type NewsSplit = 'train' | 'fit' | 'dev';

export interface NewsAnnotation {
  readonly document: string;
  /** So many documents of the corpus from this one on are one article, a line each. */
  readonly lines?: number;
  /** Absent: read in the first round, whose third is dev; a third of the third round is kept for fitting. */
  readonly round?: 2 | 3 | 4 | 5;
  readonly corpus: string;
  readonly split: NewsSplit;
  readonly exhaustive: boolean;
  readonly entities: readonly NewsEntity[];
  readonly relations: readonly NewsRelation[];
}

/** A text of the corpora folder as far as the annotations need it. */
export interface NewsText {
  readonly text: string;
  readonly sentences: readonly Offsets[];
}

/** The lines of the file; an empty list where there is no such file. */
export function readNews(file: URL | string): readonly NewsAnnotation[] {
  return readJsonLines(file);
}

/** The texts that the annotations name, by document; those of a missing corpus are missing. */
export function readNewsTexts(
  folder: string,
  annotations: readonly Pick<NewsAnnotation, 'document' | 'lines' | 'corpus'>[],
): ReadonlyMap<string, NewsText> {
  const names = [...new Set(annotations.map(({ corpus }) => corpus))];
  const rows = names.flatMap((name) => readRows<NewsText & { readonly id: string }>(folder, name) ?? []);
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  return new Map(
    annotations.flatMap(({ document, lines = 1 }) => {
      const place = places.get(document);
      return place === undefined ? [] : [[document, joinLines(rows.slice(place, place + lines))]];
    }),
  );
}

/** Texts as the lines of one. */
export function joinLines(parts: readonly NewsText[]): NewsText {
  let length = 0;
  const sentences = parts.flatMap(({ text, sentences: own }) => {
    const before = length;
    length += [...text].length + 1;
    return own.map(([start, end]): Offsets => [before + start, before + end]);
  });
  return { text: parts.map(({ text }) => text).join('\n'), sentences };
}

/** The split a document belongs to: fixed by its id, so that nobody chooses. Of the first and the third round a third is kept from training. */
export function splitOf({ document, round }: Pick<NewsAnnotation, 'document' | 'round'>): NewsSplit {
  const digits = createHash('sha256').update(document).digest('hex').slice(0, 8);
  if (Number.parseInt(digits, 16) % 3 !== 0) return 'train';
  if (round === undefined) return 'dev';
  return round === 3 ? 'fit' : 'train';
}

/**
 * The annotation as gold on its text. Neither polarity nor modality is asked; moments are compared as ISO dates.
 * Relations of things without a name are optional, institutions excepted.
 */
export function toGoldDocument(annotation: NewsAnnotation, { text }: NewsText): GoldDocument {
  const offsets = codePointOffsets(text);
  const place = (start: number, end: number): Span => ({ start: offsets[start] ?? 0, end: offsets[end] ?? 0 });
  const owners = ownersOf(annotation);
  const keyAt = ([start, end]: Offsets): string => `e${owners.get(`${start}:${end}`)?.id}`;
  const isUnnamed = (span: Offsets): boolean => {
    const entity = owners.get(span.join(':'));
    return entity !== undefined && !isNamed(entity);
  };
  const objectAt = (span: Offsets): GoldObject => {
    const { start, end } = place(...span);
    const isTime = owners.get(span.join(':'))?.type === 'Time';
    return isTime ? { time: toIsoDate(text.slice(start, end)) } : keyAt(span);
  };
  return {
    document: makeDocument(annotation.document, text),
    mentions: annotation.entities.flatMap(({ id, mentions }) =>
      mentions.map(([start, end]) => ({ ...place(start, end), entity: `e${id}` })),
    ),
    relations: annotation.relations.map((relation) => ({
      subject: keyAt(relation.subject),
      types: [relation.type, ...(relation.alternatives ?? [])],
      object: objectAt(relation.object),
      polarity: relation.polarity ?? 'positive',
      modalities: [relation.modality ?? 'actual'],
      anyStance: true,
      optional: relation.optional === true || [relation.subject, relation.object].some(isUnnamed),
      attribution: null,
      quote: place(...relation.subject),
    })),
    quotations: [],
  };
}

/** A name or a date, or an institution that its noun names ("the court"). */
export function isNamed({ type, mentions }: NewsEntity): boolean {
  return type === 'Organization' || type === 'Time' || mentions.some(([, , kind]) => kind === 'name');
}

/** The annotation as it was before the pool was read. */
export function firstReadingOf(annotation: NewsAnnotation): NewsAnnotation {
  const relations = annotation.relations.flatMap(({ pooled, ...relation }) => {
    if (pooled === 'added') return [];
    const { optional: _, ...counted } = relation;
    return [pooled === 'optional' ? counted : relation];
  });
  return { ...annotation, relations };
}

/** The entity of each mention, by `start:end`. */
export function ownersOf(annotation: NewsAnnotation): ReadonlyMap<string, NewsEntity> {
  return new Map(
    annotation.entities.flatMap((entity) =>
      entity.mentions.map(([start, end]) => [`${start}:${end}`, entity] as const),
    ),
  );
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A year, or a day of a month of a year, in ISO 8601; anything else stays as it is and equals no date. */
export function toIsoDate(words: string): string {
  const [, month = '', day = '', year = ''] = /^(\p{L}+) (\d{1,2}), (\d{4})$/u.exec(words) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? words : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
