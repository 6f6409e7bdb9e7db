// Pronouns that readers tied to the names of a text (data/annotations/pronouns); scripts/train/read_pronouns.py learns from them.
import { readJsonLines } from './corpora.ts';

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
