// News articles of which a reader said which of our candidate relations hold (data/annotations/relations/judged.jsonl), in the form of the annotated corpora.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Ontology } from '../../src/model/ontology.ts';
import { type AnnotatedDocument, triplesOf } from './annotated.ts';
import { codePointOffsets, makeDocument, readJsonLines } from './corpora.ts';
import { type NewsText, readNewsTexts } from './news.ts';

const DATA = new URL('../../data/', import.meta.url);
const CORPUS = 'gmb-silver-train';

/** A type and the offsets of two mentions, half-open, in code points of the text. */
export type JudgedRelation = readonly [type: string, ...subject: [number, number], ...object: [number, number]];

/** So many documents of the corpus from this one on are one article, a line each. */
export interface JudgedArticle {
  readonly document: string;
  readonly lines: number;
  /** It stands beside a text kept for `dev` or `fit`, so it is for measuring. */
  readonly part?: 'dev';
  readonly relations: readonly JudgedRelation[];
  /** Neither there nor surely missing. */
  readonly optional: readonly JudgedRelation[];
}

/** The lines of the file; an empty list where there is no such file. */
export function readJudgedLines(): readonly JudgedArticle[] {
  return readJsonLines(new URL('annotations/relations/judged.jsonl', DATA));
}

export type JudgedPart = 'train' | 'fit' | 'dev';

/** `fit`, one in six of the others: not trained on, so that chances are fitted on what the head has not seen. By the first 8 hexadecimal digits of SHA-256 of its id. */
export function judgedPartOf({ document, part }: JudgedArticle): JudgedPart {
  if (part !== undefined) return part;
  const digest = createHash('sha256').update(document).digest('hex');
  return Number.parseInt(digest.slice(0, 8), 16) % 6 === 0 ? 'fit' : 'train';
}

/** The articles of a part whose text is there. Each pair of offsets is an entity of its own: who else it is, nobody was asked. */
export function readJudged(corpora: string, part: JudgedPart): readonly AnnotatedDocument[] {
  const { relationTypes } = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
  const articles = readJudgedLines().filter((article) => judgedPartOf(article) === part);
  const texts = readJudgedTexts(corpora, articles);
  const exhaustive = new Set(relationTypes.map(({ name }) => name));
  return articles.flatMap((article) => {
    const text = texts.get(article.document)?.text;
    return text === undefined ? [] : [{ ...toJudgedDocument(article, text), exhaustive }];
  });
}

/** The texts by document; those of a missing corpus are missing. */
export function readJudgedTexts(corpora: string, articles: readonly JudgedArticle[]): ReadonlyMap<string, NewsText> {
  return readNewsTexts(
    corpora,
    articles.map(({ document, lines }) => ({ document, lines, corpus: CORPUS })),
  );
}

/** Without the types, which are the ontology's. */
export function toJudgedDocument(
  { document, relations, optional }: JudgedArticle,
  text: string,
): Omit<AnnotatedDocument, 'exhaustive'> {
  const offsets = codePointOffsets(text);
  const entities = new Map<string, number>();
  const entityAt = (start: number, end: number): number => {
    const key = `${start}:${end}`;
    entities.set(key, entities.get(key) ?? entities.size);
    return entities.get(key) as number;
  };
  const triples = (list: readonly JudgedRelation[]): Set<string> =>
    new Set(
      list.flatMap(([type, from, to, start, end]) => {
        const [subject, object] = [entityAt(from, to), entityAt(start, end)];
        return triplesOf(subject, type, object);
      }),
    );
  const [stated, open] = [triples(relations), triples(optional)];
  const mentions = [...entities].map(([key, entity]) => {
    const [start = 0, end = 0] = key.split(':').map((place) => offsets[Number(place)] ?? 0);
    return { start, end, type: 'Other', allowed: ['Other'], kind: 'name', entity };
  });
  return { document: makeDocument(document, text), mentions, relations: stated, open };
}
