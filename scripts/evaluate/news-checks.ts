// What must hold of data/annotations/relations: without the texts, and on them.
import type { Ontology, RelationType } from '../../src/model/ontology.ts';
import { type NewsAnnotation, type NewsRelation, type NewsText, ownersOf, splitOf } from './news.ts';

const KINDS = new Set(['name', 'nominal', 'pronoun']);
const MODALITIES = new Set(['actual', 'planned', 'possible', 'conditional', 'demanded']);

/** What is wrong with the annotations by themselves, a sentence each. */
export function findFormProblems(annotations: readonly NewsAnnotation[], ontology: Ontology): readonly string[] {
  const types = new Map(ontology.relationTypes.map((type) => [type.name, type]));
  const entityTypes = new Set(ontology.entityTypes.map(({ name }) => name));
  const seen = new Set<string>();
  return annotations.flatMap((annotation) => {
    const problems = [...entityProblems(annotation, entityTypes), ...relationProblems(annotation, types)];
    if (seen.has(annotation.document)) problems.push('stands twice');
    seen.add(annotation.document);
    if (annotation.split !== splitOf(annotation)) problems.push(`is not of the split ${annotation.split}`);
    return problems.map((problem) => `${annotation.document}: ${problem}`);
  });
}

function entityProblems({ entities }: NewsAnnotation, types: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const spans = new Set<string>();
  for (const [place, { id, type, mentions }] of entities.entries()) {
    if (id !== place) problems.push(`entity ${id} is number ${place}`);
    if (!types.has(type)) problems.push(`entity ${id} is of no type of the ontology: ${type}`);
    if (mentions.length === 0) problems.push(`entity ${id} has no mention`);
    for (const [index, [start, end, kind]] of mentions.entries()) {
      const before = mentions[index - 1];
      if (!(start >= 0 && start < end) || !KINDS.has(kind)) problems.push(`bad mention ${start}:${end} ${kind}`);
      if (before !== undefined && before[0] > start) problems.push(`mentions of entity ${id} are not sorted`);
      if (spans.has(`${start}:${end}`)) problems.push(`${start}:${end} is a mention twice`);
      spans.add(`${start}:${end}`);
    }
  }
  return problems;
}

function relationProblems(annotation: NewsAnnotation, types: ReadonlyMap<string, RelationType>): string[] {
  const owners = ownersOf(annotation);
  const seen = new Set<string>();
  return annotation.relations.flatMap((relation) => {
    const [subject, object] = [owners.get(relation.subject.join(':')), owners.get(relation.object.join(':'))];
    const name = `${relation.subject.join(':')} ${relation.type} ${relation.object.join(':')}`;
    const type = types.get(relation.type);
    const problems: string[] = [];
    if (subject === undefined || object === undefined) return [`${name}: an end is no mention of an entity`];
    if (subject.id === object.id) problems.push('both ends are one entity');
    if (type === undefined) problems.push('the ontology has no such type');
    else if (!type.domain.includes(subject.type) || !type.range.includes(object.type))
      problems.push(`${subject.type} and ${object.type} do not fit`);
    if (relation.alternatives?.some((other) => !types.has(other))) problems.push('an alternative is no type');
    if ((relation.sentence === undefined) === (relation.across === undefined))
      problems.push('either a sentence or across');
    if (relation.modality !== undefined && !MODALITIES.has(relation.modality)) problems.push('no such modality');
    for (const key of keysOf(relation, subject.id, object.id, type)) {
      if (seen.has(key)) problems.push('stands twice');
      seen.add(key);
    }
    return problems.map((problem) => `${name}: ${problem}`);
  });
}

function keysOf({ type }: NewsRelation, subject: number, object: number, of: RelationType | undefined): string[] {
  const forward = `${subject} ${type} ${object}`;
  return of?.symmetric ? [forward, `${object} ${type} ${subject}`] : [forward];
}

/** What is wrong with the offsets on the texts, a sentence each. */
export function findTextProblems(
  annotations: readonly NewsAnnotation[],
  texts: ReadonlyMap<string, NewsText>,
): readonly string[] {
  return annotations.flatMap((annotation) => {
    const source = texts.get(annotation.document);
    const problems = source === undefined ? ['is not in its corpus'] : placeProblems(annotation, source);
    return problems.map((problem) => `${annotation.document}: ${problem}`);
  });
}

function placeProblems({ entities, relations }: NewsAnnotation, { text, sentences }: NewsText): string[] {
  const characters = [...text];
  const isWord = (place: number): boolean => /[\p{L}\p{N}]/u.test(characters[place] ?? ' ');
  const cuts = (start: number, end: number): boolean =>
    (isWord(start - 1) && isWord(start)) || (isWord(end - 1) && isWord(end));
  const sentenceAt = (start: number): number => sentences.findLastIndex(([first]) => first <= start);
  const problems = entities.flatMap(({ mentions }) =>
    mentions
      .filter(
        ([start, end]) =>
          end > characters.length || cuts(start, end) || /^\s|\s$/.test(characters.slice(start, end).join('')),
      )
      .map(([start, end]) => `${start}:${end} cuts a word or holds white space at its edge`),
  );
  for (const { subject, object, sentence, type } of relations) {
    const [left, right] = [sentenceAt(subject[0]), sentenceAt(object[0])];
    const isRight = sentence === undefined ? left !== right : left === sentence && right === sentence;
    if (!isRight) problems.push(`${subject.join(':')} ${type} ${object.join(':')}: in sentences ${left} and ${right}`);
  }
  return problems;
}
