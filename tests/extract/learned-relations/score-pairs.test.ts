import { describe, expect, it } from 'vitest';
import ontology from '../../../data/ontology.json' with { type: 'json' };
import { choosePairs, type PlacedEntity, rolesOf } from '../../../src/extract/learned-relations/score-pairs.ts';
import type { Ontology } from '../../../src/model/ontology.ts';

const types = (ontology as unknown as Ontology).relationTypes.map((type, place) => ({ type, place }));

const entity = (key: string, type: string, ...sentences: readonly number[]): PlacedEntity => ({
  key,
  role: 'named',
  types: [type],
  mentions: [],
  sentences,
});

const pairsOf = (entities: readonly PlacedEntity[]): string[] =>
  choosePairs(
    entities,
    entities.map((each) => rolesOf(each, types)),
  ).map(([left, right]) => `${entities[left]?.key} ${entities[right]?.key}`);

describe('pairs that the head scores', () => {
  it('are those of which some sentences could show a relation', () => {
    const [quill, board] = [entity('quill', 'Person', 0, 34), entity('board', 'Organization', 10, 26)];
    expect(pairsOf([quill, board])).toContain('quill board');
    expect(pairsOf([{ ...quill, sentences: [0, 35] }, board])).toEqual([]);
  });

  it('are of types that the ontology lets stand in a relation', () => {
    const [day, hour] = [entity('day', 'Time', 1), entity('hour', 'Time', 1)];
    expect(pairsOf([day, hour])).toEqual([]);
  });

  it('are of dates and pronouns only with what a name or date stands for in their sentence', () => {
    const placed = (each: PlacedEntity, role: PlacedEntity['role']): PlacedEntity => {
      const mentions = each.sentences.map((sentence) => ({ sentence }) as PlacedEntity['mentions'][number]);
      return { ...each, role, mentions };
    };
    const quill = placed(entity('quill', 'Person', 1, 4), 'named');
    const she = placed(entity('she', 'Person', 1), 'reference');
    const board = placed(entity('board', 'Organization', 1), 'reference');
    const day = (sentence: number) => placed(entity('day', 'Time', sentence), 'value');
    expect(pairsOf([quill, board])).toEqual(['quill board', 'board quill']);
    expect(pairsOf([{ ...quill, sentences: [0] }, board])).toEqual([]);
    expect(pairsOf([she, board])).toEqual([]);
    expect(pairsOf([she, day(1)])).toEqual(['she day']);
    expect(pairsOf([she, day(2)])).toEqual([]);
    expect(pairsOf([quill, day(4)])).toEqual(['quill day']);
    expect(pairsOf([quill, day(5)])).toEqual([]);
  });
});
