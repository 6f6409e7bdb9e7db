import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/extract/coreference/candidate-mentions.ts';
import { clusterMentions } from '../../../src/extract/coreference/cluster.ts';
import type { Link } from '../../../src/extract/coreference/score-links.ts';
import type { Mention } from '../../../src/model/extraction.ts';
import { type MentionId, makeId } from '../../../src/model/id.ts';

interface Row {
  readonly words: string;
  readonly type?: string;
  readonly group?: number;
  readonly links?: readonly Link[];
}

/** Clusters as lists of surfaces, and the trust of each mention. */
function cluster(rows: readonly Row[]): { clusters: string[][]; trusts: number[] } {
  const text = rows.map(({ words }) => words).join(' ');
  const groups = new Map<MentionId, number>();
  let start = 0;
  const candidates = rows.map(({ words, type, group }, index): Candidate => {
    const span = { start, end: start + words.length };
    start += words.length + 1;
    const id = makeId('mention', index);
    if (group !== undefined) groups.set(id, group);
    const known: Mention[] =
      type === undefined
        ? []
        : [{ ...span, id, head: index, type, kind: 'name', referent: null, literal: null, score: 1, by: 'test' }];
    const place = { sentence: 0, start: index, end: index + 1, words: words.split(' ') };
    return { ...place, kind: 1, type: 0, head: index, chance: 1, known };
  });
  const found = clusterMentions(
    text,
    candidates,
    rows.map(({ links }) => links ?? []),
    groups,
  );
  const numbers = [...new Set(found.map((each) => each.cluster))];
  return {
    clusters: numbers.map((number) =>
      found.flatMap((each) => (each.cluster === number ? [each.candidate.words.join(' ')] : [])),
    ),
    trusts: found.map(({ trust }) => trust),
  };
}

describe('clusters', () => {
  it('follow the best link and carry its chance on', () => {
    const { clusters, trusts } = cluster([
      { words: 'Ada Quill', type: 'Person', group: 0 },
      { words: 'the minister', links: [{ to: 0, chance: 0.8 }] },
      { words: 'she', links: [{ to: 1, chance: 0.5 }] },
    ]);
    expect(clusters).toEqual([['Ada Quill', 'the minister', 'she']]);
    expect(trusts).toEqual([1, 0.8, 0.4]);
  });

  it('carry trust back to what stands before the name', () => {
    const { trusts } = cluster([
      { words: 'the minister' },
      { words: 'Ada Quill', type: 'Person', group: 0, links: [{ to: 0, chance: 0.7 }] },
    ]);
    expect(trusts).toEqual([0.7, 1]);
  });

  it('keep a person from a company and a pronoun from what it cannot be', () => {
    const rows = (words: string) => [
      { words: 'Harbour Works', type: 'Organization', group: 0 },
      { words, links: [{ to: 0, chance: 0.9 }] },
    ];
    expect(cluster(rows('he')).clusters).toHaveLength(2);
    expect(cluster(rows('it')).clusters).toHaveLength(1);
  });

  it('take the next best link where the best is forbidden', () => {
    const { clusters } = cluster([
      { words: 'Ada Quill', type: 'Person', group: 0 },
      { words: 'Harbour Works', type: 'Organization', group: 1 },
      {
        words: 'it',
        links: [
          { to: 0, chance: 0.6 },
          { to: 1, chance: 0.3 },
        ],
      },
    ]);
    expect(clusters).toEqual([['Ada Quill'], ['Harbour Works', 'it']]);
  });

  it('do not join names that rules keep apart on an unsure link, nor two persons at all', () => {
    const rows = (type: string, words: string, chance: number) => [
      { words: 'Ada Quill', type, group: 0 },
      { words, type, group: 1, links: [{ to: 0, chance }] },
    ];
    expect(cluster(rows('Organization', 'the Board', 0.5)).clusters).toHaveLength(2);
    expect(cluster(rows('Organization', 'the Board', 0.9)).clusters).toHaveLength(1);
    expect(cluster(rows('Person', 'Olaf Berg', 0.99)).clusters).toHaveLength(2);
    expect(cluster(rows('Person', 'Ada', 0.99)).clusters).toHaveLength(1);
  });
});
