import { describe, expect, it } from 'vitest';
import { voteRelations } from '../../../src/extract/learned-relations/vote.ts';
import type { Relation } from '../../../src/model/extraction.ts';
import { type MentionId, makeId } from '../../../src/model/id.ts';
import { ontology } from '../read-text.ts';

const id = (name: string): MentionId => makeId('mention', name);

function relation(subject: string, type: string, object: string, score: number, by: string): Relation {
  return {
    id: makeId('relation', subject, type, object, by),
    subject: id(subject),
    object: id(object),
    literal: null,
    type,
    predicate: '',
    cue: null,
    evidence: { start: 0, end: 1 },
    polarity: 'positive',
    modality: 'actual',
    attribution: null,
    time: null,
    score,
    by,
  };
}

const vote = (known: readonly Relation[], learned: readonly Relation[]) =>
  voteRelations(
    known,
    learned,
    new Map([
      [id('she'), 'chain'],
      [id('Quill'), 'chain'],
    ]),
    ontology,
  ).map(({ type, score, by }) => [type, score, by]);

describe('the vote of rules and model', () => {
  it('is one relation with both names and the higher score, whichever mention of the thing it was read at', () => {
    const rule = relation('Quill', 'BORN_IN', 'Bergen', 0.9, 'person-rules@1');
    expect(vote([rule], [relation('she', 'BORN_IN', 'Bergen', 0.95, 'relations@1')])).toEqual([
      ['BORN_IN', 0.95, 'person-rules@1+relations@1'],
    ]);
  });

  it('reads a symmetric relation in either order, any other in one', () => {
    const met = relation('Quill', 'MET_WITH', 'Berg', 0.9, 'meeting-rules@1');
    expect(vote([met], [relation('Berg', 'MET_WITH', 'Quill', 0.6, 'relations@1')])).toHaveLength(1);
    const child = relation('Quill', 'CHILD_OF', 'Berg', 0.9, 'person-rules@1');
    expect(vote([child], [relation('Berg', 'CHILD_OF', 'Quill', 0.6, 'relations@1')])).toHaveLength(2);
  });

  it('adds what only the model says', () => {
    expect(vote([], [relation('Quill', 'BORN_IN', 'Bergen', 0.6, 'relations@1')])).toEqual([
      ['BORN_IN', 0.6, 'relations@1'],
    ]);
  });
});
