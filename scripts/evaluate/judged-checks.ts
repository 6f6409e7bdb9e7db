// What must hold of judged.jsonl and encyclopaedia.jsonl in data/annotations/relations.
import type { Ontology } from '../../src/model/ontology.ts';
import type { ReadText } from './encyclopaedia.ts';
import type { JudgedArticle, JudgedRelation } from './judged.ts';
import type { NewsText } from './news.ts';

/** What is wrong with the articles, a sentence each; without texts only what shows without them. */
export function findJudgedProblems(
  articles: readonly JudgedArticle[],
  { relationTypes }: Ontology,
  texts?: ReadonlyMap<string, NewsText>,
): readonly string[] {
  const types = new Set(relationTypes.map(({ name }) => name));
  const names = new Set<string>();
  return articles.flatMap(({ document, lines, relations, optional }) => {
    const all = [...relations, ...optional];
    const problems = all.flatMap((relation) =>
      isWellFormed(relation, types) ? [] : [`${relation.join(' ')}: bad relation`],
    );
    if (new Set(all.map((relation) => relation.join(' '))).size < all.length) problems.push('a relation stands twice');
    if (names.has(document)) problems.push('stands twice');
    if (!(lines >= 1)) problems.push('has no lines');
    names.add(document);
    const text = texts?.get(document)?.text;
    if (texts !== undefined && text === undefined) problems.push('is not in its corpus');
    if (text !== undefined) problems.push(...cutWords(all, text));
    return problems.map((problem) => `${document}: ${problem}`);
  });
}

function isWellFormed([type, ...offsets]: JudgedRelation, types: ReadonlySet<string>): boolean {
  const [from, to, start, end] = offsets;
  return types.has(type) && offsets.every((place) => Number.isInteger(place) && place >= 0) && from < to && start < end;
}

function cutWords(relations: readonly JudgedRelation[], text: string): string[] {
  const characters = [...text];
  const isCut = (place: number): boolean =>
    /[\p{L}\p{N}]/u.test(characters[place - 1] ?? '') && /[\p{L}\p{N}]/u.test(characters[place] ?? '');
  return relations
    .filter(([, ...offsets]) => offsets.some((place) => place > characters.length || isCut(place)))
    .map((relation) => `${relation.join(' ')} cuts a word`);
}

/** The same of the encyclopaedic texts. `entities`: how many the corpus has, by document. */
export function findReadProblems(
  texts: readonly ReadText[],
  { relationTypes }: Ontology,
  entities?: ReadonlyMap<string, number>,
): readonly string[] {
  const types = new Set(relationTypes.map(({ name }) => name));
  const names = new Set<string>();
  return texts.flatMap(({ document, relations }) => {
    const most = entities === undefined ? Number.POSITIVE_INFINITY : (entities.get(document) ?? 0);
    const problems = relations
      .filter(([subject, type, object]) => !types.has(type) || subject === object || Math.max(subject, object) >= most)
      .map((relation) => `${relation.join(' ')}: bad relation`);
    if (new Set(relations.map((relation) => relation.join(' '))).size < relations.length)
      problems.push('a relation stands twice');
    if (names.has(document)) problems.push('stands twice');
    names.add(document);
    return problems.map((problem) => `${document}: ${problem}`);
  });
}
