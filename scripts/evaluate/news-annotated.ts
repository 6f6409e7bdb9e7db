// Our relations of news texts in the form of the annotated corpora, for the calibration of learned relations.
import { readFileSync } from 'node:fs';
import type { Ontology } from '../../src/model/ontology.ts';
import type { Span } from '../../src/model/span.ts';
import { type AnnotatedDocument, SYMMETRIC } from './annotated.ts';
import { codePointOffsets, makeDocument } from './corpora.ts';
import {
  type NewsAnnotation,
  type NewsSplit,
  type NewsText,
  type Offsets,
  ownersOf,
  readNews,
  readNewsTexts,
} from './news.ts';

const DATA = new URL('../../data/', import.meta.url);

/** What the annotators leave out beside a stronger type. */
const NEEDLESS: Readonly<Record<string, readonly string[]>> = {
  LEADS: ['MEMBER_OF', 'WORKS_FOR'],
  HEAD_OF_STATE_OF: ['OFFICIAL_OF'],
  HEAD_OF_GOVERNMENT_OF: ['OFFICIAL_OF'],
};

/** One part, in the order of the file: a third is dev. `read`: `firstReadingOf` leaves out what the pool added. */
export function readNewsPart(
  corpora: string,
  part: NewsSplit,
  read: (annotation: NewsAnnotation) => NewsAnnotation = (annotation) => annotation,
): readonly AnnotatedDocument[] {
  const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
  const own = readNews(new URL('annotations/relations/news.jsonl', DATA)).filter(({ split }) => split === part);
  const texts = readNewsTexts(corpora, own);
  return own.flatMap((annotation) => {
    const text = texts.get(annotation.document);
    return text === undefined || !annotation.exhaustive ? [] : [toAnnotated(read(annotation), text, ontology)];
  });
}

/** Relations that another reader may leave out, and other types for one, are open. */
function toAnnotated(annotation: NewsAnnotation, { text }: NewsText, { relationTypes }: Ontology): AnnotatedDocument {
  const offsets = codePointOffsets(text);
  const owners = ownersOf(annotation);
  const entityAt = (span: Offsets): number => owners.get(span.join(':'))?.id ?? -1;
  const relations = new Set<string>();
  const open = new Set<string>();
  const ends = new Map<string, readonly [Span, Span]>();
  const place = ([start, end]: Offsets): Span => ({ start: offsets[start] ?? 0, end: offsets[end] ?? 0 });
  for (const { type, alternatives = [], subject, object, optional } of annotation.relations) {
    const [left, right] = [entityAt(subject), entityAt(object)];
    const implied = relationTypes.find(({ name }) => name === type)?.implies ?? [];
    for (const each of [type, ...alternatives, ...implied, ...(NEEDLESS[type] ?? [])]) {
      const into = optional === true || each !== type ? open : relations;
      into.add(`${left} ${each} ${right}`);
      ends.set(`${left} ${each} ${right}`, [place(subject), place(object)]);
      if (!SYMMETRIC.has(each)) continue;
      into.add(`${right} ${each} ${left}`);
      ends.set(`${right} ${each} ${left}`, [place(object), place(subject)]);
    }
  }
  return {
    document: makeDocument(annotation.document, text),
    mentions: annotation.entities.flatMap(({ id, type, mentions }) =>
      mentions.map(([start, end, kind]) => ({
        ...place([start, end]),
        type,
        allowed: [type],
        kind,
        entity: id,
      })),
    ),
    relations,
    exhaustive: new Set(relationTypes.map(({ name }) => name)),
    open,
    ends,
  };
}
