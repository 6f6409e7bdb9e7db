// Relations of encyclopaedic texts that we read ourselves (data/annotations/relations/encyclopaedia.jsonl), in the form of the annotated corpora.
import { type AnnotatedDocument, readAnnotated, triplesOf } from './annotated.ts';
import { readJsonLines } from './corpora.ts';

const FILE = new URL('../../data/annotations/relations/encyclopaedia.jsonl', import.meta.url);

/** The corpus has names and entities; these are relations between its entities, beside those it has itself. */
export interface ReadText {
  readonly document: string;
  readonly corpus: string;
  readonly relations: readonly (readonly [subject: number, type: string, object: number])[];
}

/** The lines of the file; an empty list where there is no such file. */
export function readReadTexts(): readonly ReadText[] {
  return readJsonLines(FILE);
}

/** The texts of a corpus that were read, complete in what `redocred-train` is complete in; an empty list where there are none. */
export function readEncyclopaedia(corpora: string, corpus: string): readonly AnnotatedDocument[] {
  const read = new Map(readReadTexts().map(({ document, relations }) => [document, relations]));
  const complete = readAnnotated(corpora, 'redocred-train')?.[0]?.exhaustive ?? new Set();
  return (readAnnotated(corpora, corpus) ?? []).flatMap((document) => {
    const own = read.get(document.document.source);
    if (own === undefined) return [];
    const relations = new Set([...document.relations, ...own.flatMap((relation) => triplesOf(...relation))]);
    return [{ ...document, relations, exhaustive: complete }];
  });
}
