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

const COUNTRIES = new Set(['Norland', 'Easthaven']);

const vote = (known: readonly Relation[], learned: readonly Relation[]) =>
  voteRelations(
    known,
    learned,
    new Map([
      [id('she'), 'chain'],
      [id('Quill'), 'chain'],
    ]),
    ontology,
    (mention) => [...COUNTRIES].find((name) => id(name) === mention) ?? null,
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

  it('drops what contradicts the rules: another office towards the same state, another owner of an agency', () => {
    const president = relation('Quill', 'HEAD_OF_STATE_OF', 'Norland', 0.9, 'titles@1');
    expect(vote([president], [relation('she', 'OPPOSES', 'Norland', 0.6, 'relations@1')])).toHaveLength(2);
    expect(vote([president], [relation('she', 'WORKS_FOR', 'Norland', 0.8, 'relations@1')])).toHaveLength(1);
    expect(vote([president], [relation('she', 'BORN_IN', 'Norland', 0.8, 'relations@1')])).toHaveLength(2);
    const agency = relation('Department', 'AGENCY_OF', 'Norland', 0.9, 'nominals@1');
    expect(vote([agency], [relation('Department', 'AGENCY_OF', 'Easthaven', 0.8, 'relations@1')])).toHaveLength(1);
  });

  it('gives a state one head and a place one country', () => {
    const president = relation('Quill', 'HEAD_OF_STATE_OF', 'Norland', 0.9, 'titles@1');
    expect(vote([president], [relation('Berg', 'HEAD_OF_STATE_OF', 'Norland', 0.8, 'relations@1')])).toHaveLength(1);
    expect(vote([president], [relation('she', 'HEAD_OF_GOVERNMENT_OF', 'Easthaven', 0.8, 'relations@1')])).toHaveLength(
      1,
    );
    expect(vote([president], [relation('she', 'CITIZEN_OF', 'Norland', 0.8, 'relations@1')])).toHaveLength(1);
    expect(vote([president], [relation('she', 'OFFICIAL_OF', 'Easthaven', 0.8, 'relations@1')])).toHaveLength(1);
    const places = [
      relation('Harbour', 'LOCATED_IN', 'Norland', 0.8, 'relations@1'),
      relation('Harbour', 'LOCATED_IN', 'Easthaven', 0.7, 'relations@1'),
      relation('Harbour', 'LOCATED_IN', 'Valley', 0.6, 'relations@1'),
    ];
    expect(vote([], places)).toHaveLength(2);
  });

  it('lets a body have its seat where it lies, unless it is an agency of that state', () => {
    const places = ['BASED_IN', 'LOCATED_IN'].map((type) => relation('Board', type, 'Norland', 0.6, 'relations@1'));
    expect(vote([], places)).toHaveLength(2);
    expect(vote([relation('Board', 'AGENCY_OF', 'Norland', 0.9, 'nominals@1')], places)).toHaveLength(1);
  });

  it('keeps the surer of two learned relations that exclude each other', () => {
    const learned = [
      relation('Quill', 'MEMBER_OF', 'Board', 0.5, 'relations@1'),
      relation('Quill', 'LEADS', 'Board', 0.7, 'relations@1'),
      relation('Quill', 'BORN_ON', '1950', 0.5, 'relations@1'),
      relation('Quill', 'BORN_ON', '1952', 0.6, 'relations@1'),
    ];
    expect(vote([], learned)).toEqual([
      ['LEADS', 0.7, 'relations@1'],
      ['BORN_ON', 0.6, 'relations@1'],
    ]);
  });
});
