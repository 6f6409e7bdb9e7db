import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/extract/coreference/candidate-mentions.ts';
import { clusterMentions } from '../../../src/extract/coreference/cluster.ts';
import type { Link, Reach } from '../../../src/extract/coreference/score-links.ts';
import { bareDocument } from '../../../src/model/document.ts';
import { bareExtraction, type Mention, type Token } from '../../../src/model/extraction.ts';
import { type MentionId, makeId } from '../../../src/model/id.ts';

/** The head's chances as they are, without the signs of the text. */
const HEAD_ALONE = {
  weights: new Map([
    ['chance', 1],
    ['fresh', 1],
  ]),
  pull: 0,
};
const LABELS = { name: 1, person: 0, group: 3 };

interface Row {
  readonly words: string;
  readonly type?: string;
  readonly group?: number;
  readonly links?: readonly Link[];
  /** Chance that it is a person. */
  readonly person?: number;
  /** The row on whose first word the first word of this one hangs, and how. */
  readonly tree?: readonly [row: number, deprel: string];
  /** As in labels.json; 1, a name, where not given. */
  readonly kind?: number;
  /** Common nouns, and a nominal where it has a type. */
  readonly noun?: true;
  /** The country that the name stands for. */
  readonly country?: string;
}

/** Clusters as lists of surfaces, and the trust of each mention. */
function cluster(rows: readonly Row[]): { clusters: string[][]; trusts: number[] } {
  const text = rows.map(({ words }) => words).join(' ');
  const groups = new Map<MentionId, number>();
  const tokens: Token[] = [];
  const firstOf = (row: number): number => rows.slice(0, row).flatMap(({ words }) => words.split(' ')).length;
  const candidates = rows.map(({ words, type, group, tree, noun, country, person = 0, kind = 1 }, index): Candidate => {
    const list = words.split(' ');
    const first = tokens.length;
    const [above, deprel] = tree ? [firstOf(tree[0]), tree[1]] : [-1, 'flat'];
    for (const word of list) {
      const start = (tokens.at(-1)?.end ?? -1) + 1;
      const place = { index: tokens.length, sentence: 0, start, end: start + word.length };
      const own = tokens.length === first;
      tokens.push({
        ...{ ...place, upos: noun ? 'NOUN' : 'PROPN', lemma: word },
        ...{ head: own && (tree || list.length === 1) ? above : first, deprel: own ? deprel : 'flat' },
      });
    }
    const span = { start: tokens[first]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
    const id = makeId('mention', index);
    if (group !== undefined) groups.set(id, group);
    const referent = country === undefined ? null : { name: country, type: 'Place', sameAs: null };
    const own = {
      kind: noun ? ('nominal' as const) : ('name' as const),
      referent,
      literal: null,
      score: 1,
      by: 'test',
    };
    const known: Mention[] = type === undefined ? [] : [{ ...span, id, head: first, type, ...own }];
    const place = { sentence: 0, start: first, end: first + list.length, words: list };
    return { ...place, kind, type: 0, head: first, chance: 1, person, known };
  });
  const found = clusterMentions(
    { ...bareExtraction(bareDocument(text)), tokens },
    candidates,
    rows.map(({ links = [] }): Reach => ({ links, fresh: 1 - links.reduce((sum, { chance }) => sum + chance, 0) })),
    groups,
    LABELS,
    { weights: HEAD_ALONE },
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
  it('follow the best link, and trust the chance that the mention belongs to the name', () => {
    const { clusters, trusts } = cluster([
      { words: 'Ada Quill', type: 'Person', group: 0 },
      { words: 'the minister', links: [{ to: 0, chance: 0.8 }] },
      { words: 'she', links: [{ to: 1, chance: 0.6 }] },
    ]);
    expect(clusters).toEqual([['Ada Quill', 'the minister', 'she']]);
    expect(trusts.map((trust) => Math.round(trust * 10) / 10)).toEqual([1, 0.8, 0.6]);
  });

  it('keep a possessor from what it possesses', () => {
    const its = {
      words: 'its',
      kind: 2,
      links: [
        { to: 1, chance: 0.5 },
        { to: 0, chance: 0.3 },
      ],
    };
    const rows = [
      { words: 'Norair', type: 'Organization', group: 0 },
      { words: 'planes', kind: 3 },
    ];
    expect(cluster([...rows, its]).clusters).toEqual([['Norair'], ['planes', 'its']]);
    const owning: Row = { ...its, tree: [1, 'nmod:poss'] };
    expect(cluster([...rows, owning]).clusters).toEqual([['Norair', 'its'], ['planes']]);
  });

  it('keep a possessor from the name beside what it possesses', () => {
    const his: Row = { words: 'his', kind: 2, links: [{ to: 0, chance: 0.9 }], tree: [1, 'nmod:poss'] };
    const lund: Row = { words: 'Amy Lund', type: 'Person', group: 0 };
    const clusters = (deprel: string) =>
      cluster([{ ...lund, tree: [1, deprel] }, { words: 'adviser', kind: 3 }, his]).clusters;
    expect(clusters('conj')).toEqual([['Amy Lund', 'his'], ['adviser']]);
    expect(clusters('appos')).toEqual([['Amy Lund'], ['adviser'], ['his']]);
  });

  it('keep who comes in with "a" from who is named beside the same verb', () => {
    const links = [{ to: 0, chance: 0.8 }];
    const clusters = (relation: string): string[][] =>
      cluster([
        { words: 'a judge', kind: 3, tree: [1, relation] },
        { words: 'sentenced' },
        { words: 'Boris Hale', type: 'Person', group: 0, links, tree: [1, 'nsubj'] },
      ]).clusters;
    expect(clusters('obl')).toEqual([['a judge', 'Boris Hale'], ['sentenced']]);
    expect(clusters('nsubj')).toEqual([['a judge'], ['sentenced'], ['Boris Hale']]);
  });

  it('keep a country from what no country is called', () => {
    const clusters = (words: string): string[][] =>
      cluster([
        { words: 'Norway', type: 'Place', group: 0, country: 'Norway' },
        { words, kind: 2, noun: true, links: [{ to: 0, chance: 0.9 }] },
      ]).clusters;
    expect(clusters('nation')).toEqual([['Norway', 'nation']]);
    expect(clusters('facility')).toEqual([['Norway'], ['facility']]);
    const turned = [
      { words: 'facility', kind: 2, noun: true as const },
      { words: 'Norway', type: 'Place', country: 'Norway', links: [{ to: 0, chance: 0.9 }] },
    ];
    expect(cluster(turned).clusters).toEqual([['facility'], ['Norway']]);
  });

  it('keep "he" from several people', () => {
    const clusters = (type: string): string[][] =>
      cluster([
        { words: 'senators', type, kind: 2, noun: true },
        { words: 'he', kind: 3, links: [{ to: 0, chance: 0.9 }] },
      ]).clusters;
    expect(clusters('Person')).toEqual([['senators', 'he']]);
    expect(clusters('Group')).toEqual([['senators'], ['he']]);
  });

  it('carry trust back to what stands before the name', () => {
    const { trusts } = cluster([
      { words: 'the minister' },
      { words: 'Ada Quill', type: 'Person', group: 0, links: [{ to: 0, chance: 0.7 }] },
    ]);
    expect(trusts.map((trust) => Math.round(trust * 10) / 10)).toEqual([0.7, 1]);
  });

  it('keep a person from a company and a pronoun from what it cannot be', () => {
    const rows = (words: string) => [
      { words: 'Harbour Works', type: 'Organization', group: 0 },
      { words, links: [{ to: 0, chance: 0.9 }] },
    ];
    expect(cluster(rows('he')).clusters).toHaveLength(2);
    expect(cluster(rows('it')).clusters).toHaveLength(1);
    const called = (words: string): string[][] =>
      cluster([
        { words, type: 'Organization', group: 0, person: 0.1 },
        { words: 'he', links: [{ to: 0, chance: 0.9 }] },
      ]).clusters;
    expect(called('Harbour')).toHaveLength(1);
    expect(called('NHB')).toHaveLength(2);
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

  it('do not join names that rules keep apart on an unsure link, nor things of other names, nor two persons at all', () => {
    const rows = (type: string, words: string, chance: number) => [
      { words: 'Ada Quill', type, group: 0 },
      { words, type, group: 1, links: [{ to: 0, chance }] },
    ];
    expect(cluster(rows('Organization', 'the Board', 0.99)).clusters).toHaveLength(2);
    expect(cluster(rows('Organization', 'Ada Quill Board', 0.99)).clusters).toHaveLength(2);
    expect(cluster(rows('Organization', 'AQ', 0.5)).clusters).toHaveLength(2);
    expect(cluster(rows('Organization', 'AQ', 0.9)).clusters).toHaveLength(1);
    expect(cluster(rows('Organization', 'Old Ada Quill', 0.9)).clusters).toHaveLength(1);
    expect(cluster(rows('Organization', 'Quill', 0.9)).clusters).toHaveLength(2);
    expect(cluster(rows('Person', 'Olaf Berg', 0.99)).clusters).toHaveLength(2);
    expect(cluster(rows('Person', 'Ada', 0.99)).clusters).toHaveLength(1);
  });

  it('keep he from her', () => {
    const { clusters } = cluster([
      { words: 'Olaf Berg', type: 'Person', group: 0 },
      { words: 'he', links: [{ to: 0, chance: 0.9 }] },
      { words: 'her', links: [{ to: 1, chance: 0.9 }] },
    ]);
    expect(clusters).toEqual([['Olaf Berg', 'he'], ['her']]);
  });

  it('lose a pronoun of the other gender once the rest of the text speaks against it', () => {
    const { clusters, trusts } = cluster([
      { words: 'Hvit', type: 'Person', group: 0 },
      { words: 'Moe', type: 'Person', group: 1 },
      {
        words: 'his',
        links: [
          { to: 0, chance: 0.6 },
          { to: 1, chance: 0.3 },
        ],
      },
      { words: 'she', links: [{ to: 0, chance: 0.9 }] },
      { words: 'her', links: [{ to: 0, chance: 0.9 }] },
    ]);
    expect(clusters).toEqual([
      ['Hvit', 'she', 'her'],
      ['Moe', 'his'],
    ]);
    expect(trusts[2]).toBeCloseTo(0.75);
  });

  it('leave a surname that two people of the text bear to itself, and one that only one bears to the head', () => {
    const clusters = (other: string): string[][] =>
      cluster([
        { words: 'Ada Quill', type: 'Person', group: 0 },
        { words: other, type: 'Person', group: 1 },
        { words: 'Quill', type: 'Person', group: 2, links: [{ to: 0, chance: 0.9 }] },
      ]).clusters;
    expect(clusters('Olaf Berg')).toEqual([['Ada Quill', 'Quill'], ['Olaf Berg']]);
    expect(clusters('Olaf Quill')).toEqual([['Ada Quill'], ['Olaf Quill'], ['Quill']]);
  });

  it('give a description to the name beside it, whatever else it is like', () => {
    const clusters = (deprel: string): string[][] =>
      cluster([
        { words: 'the minister', kind: 3 },
        { words: 'Her minister', kind: 3, links: [{ to: 0, chance: 0.9 }] },
        { words: 'Olaf Berg', type: 'Person', group: 0, links: [{ to: 1, chance: 0.8 }], tree: [1, deprel] },
      ]).clusters;
    expect(clusters('obl')).toEqual([['the minister', 'Her minister', 'Olaf Berg']]);
    expect(clusters('appos')).toEqual([['the minister'], ['Her minister', 'Olaf Berg']]);
  });

  it('keep the head of a state from the head of a government, but for offices of the past', () => {
    const isJoined = (before: string, words: string): boolean =>
      cluster([
        { words: before },
        { words: 'President Ada Quill', type: 'Person', group: 0 },
        { words, kind: 3, noun: true, links: [{ to: 1, chance: 0.9 }] },
      ]).clusters.length === 2;
    expect(isJoined('new', 'president')).toBe(true);
    expect(isJoined('new', 'minister')).toBe(true);
    expect(isJoined('new', 'chancellor')).toBe(false);
    expect(isJoined('former', 'chancellor')).toBe(true);
  });

  it('let a name that was taken for a place be a person’s where the encoder leaves it open', () => {
    const rows = (person: number) => [
      { words: 'Hvit', type: 'Place', group: 0, person },
      { words: 'she', links: [{ to: 0, chance: 0.9 }] },
    ];
    expect(cluster(rows(0.2)).clusters).toHaveLength(1);
    expect(cluster(rows(0.001)).clusters).toHaveLength(2);
  });

  it('add up what the head gives the mentions of one entity', () => {
    const { clusters } = cluster([
      { words: 'Ada Quill', type: 'Person', group: 0 },
      { words: 'the minister', links: [{ to: 0, chance: 0.9 }] },
      { words: 'Mary Berg', type: 'Person', group: 1 },
      {
        words: 'she',
        links: [
          { to: 0, chance: 0.3 },
          { to: 1, chance: 0.25 },
          { to: 2, chance: 0.4 },
        ],
      },
    ]);
    expect(clusters).toEqual([['Ada Quill', 'the minister', 'she'], ['Mary Berg']]);
  });
});
