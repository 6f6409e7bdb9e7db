// Pronouns that a reader tied to the names of a text (data/annotations/pronouns), in the form of the annotated corpora.
import { type AnnotatedDocument, type GoldMention, readAnnotated } from './annotated.ts';
import { codePointOffsets, makeDocument, readJsonLines } from './corpora.ts';
import { readNewsTexts } from './news.ts';

const FOLDER = new URL('../../data/annotations/pronouns/', import.meta.url);
const FILES = ['encyclopaedia.jsonl', 'news.jsonl'];

/** Half-open, in code points of the text, and an entity. */
type Placed<Entity> = readonly [start: number, end: number, entity: Entity];

export interface ReadPronouns {
  readonly document: string;
  readonly corpus: string;
  /** So many documents of the corpus from this one on are one article, a line each; absent for one. */
  readonly lines?: number;
  /** Absent where they are the corpus's own. */
  readonly names?: readonly Placed<number>[];
  /** null where it means none of the names. */
  readonly pronouns: readonly Placed<number | null>[];
}

/** The lines of all files; an empty list where there are none. */
export function readPronounLines(): readonly ReadPronouns[] {
  return FILES.flatMap((name) => readJsonLines<ReadPronouns>(new URL(name, FOLDER)));
}

/** The texts that are there, their pronouns beside their names. */
export function readPronouns(corpora: string): readonly AnnotatedDocument[] {
  const lines = readPronounLines();
  const named = lines.filter(({ names }) => names === undefined);
  const own = [...new Set(named.map(({ corpus }) => corpus))].flatMap((name) => readAnnotated(corpora, name) ?? []);
  const known = new Map(own.map((gold) => [gold.document.source, gold]));
  const articles = readNewsTexts(
    corpora,
    lines.filter(({ names }) => names !== undefined),
  );
  return lines.flatMap((line) => {
    const text = articles.get(line.document)?.text;
    const gold = known.get(line.document) ?? (text === undefined ? undefined : unmarked(line.document, text));
    return gold === undefined ? [] : [withPronouns(gold, line)];
  });
}

function unmarked(document: string, text: string): AnnotatedDocument {
  const none = new Set<string>();
  return { document: makeDocument(document, text), mentions: [], relations: none, exhaustive: none, open: none };
}

export function withPronouns(gold: AnnotatedDocument, { names = [], pronouns }: ReadPronouns): AnnotatedDocument {
  const offsets = codePointOffsets(gold.document.text);
  const place = (kind: string, [start, end, entity]: Placed<number | null>): GoldMention => ({
    start: offsets[start] ?? 0,
    end: offsets[end] ?? 0,
    type: 'Other',
    allowed: ['Other'],
    kind,
    entity,
  });
  const added = [...names.map((name) => place('name', name)), ...pronouns.map((pronoun) => place('pronoun', pronoun))];
  return { ...gold, mentions: [...gold.mentions, ...added] };
}
