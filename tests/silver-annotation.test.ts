// Silver annotations: what the rules found, stand-off in code points, without negatives.
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../scripts/evaluate/corpora.ts';
import { toSilver } from '../scripts/train/silver-annotation.ts';
import type { Extraction, Mention, Relation } from '../src/model/extraction.ts';
import { makeId } from '../src/model/id.ts';

const TEXT = '😀 Minister Ada Vance left Norland; she likes Torva.';
const document = makeDocument('norland.txt', TEXT);

function makeMention(surface: string, type: string, kind: Mention['kind'] = 'name'): Mention {
  const start = TEXT.indexOf(surface);
  const id = makeId('mention', surface);
  return {
    id,
    start,
    end: start + surface.length,
    head: 0,
    type,
    kind,
    referent: null,
    literal: null,
    score: 1,
    by: 'x@1',
  };
}

const mentions = [
  makeMention('Ada Vance', 'Person'),
  makeMention('Norland', 'Place'),
  makeMention('she', 'Person', 'pronoun'),
  makeMention('Torva', 'Place'),
];
const [ada, norland, she, torva] = mentions.map(({ id }) => id) as [
  Mention['id'],
  Mention['id'],
  Mention['id'],
  Mention['id'],
];

function makeRelation(subject: Mention['id'], object: Mention['id'], change: Partial<Relation> = {}): Relation {
  const plain = { literal: null, predicate: '', cue: null, attribution: null, time: null, score: 1 } as const;
  const stance = { polarity: 'positive', modality: 'actual', evidence: { start: 0, end: TEXT.length } } as const;
  const id = makeId('relation', subject, object);
  return { id, subject, object, type: 'OFFICIAL_OF', by: 'titles@1', ...plain, ...stance, ...change };
}

function makeExtraction(relations: readonly Relation[]): Extraction {
  const chain = { id: makeId('chain', 'ada'), mentionIds: [ada, she], score: 1, by: 'chains@1' };
  const empty = { sentences: [], tokens: [], quotations: [], citations: [], facts: [] };
  return { document, mentions, chains: [chain], relations, ...empty };
}

describe('silver annotation', () => {
  it('holds the rules’ relations and the mentions of each entity', () => {
    const silver = toSilver(makeExtraction([makeRelation(ada, norland)]), 'invented-1', 'news');
    expect(silver).toMatchObject({ document: 'invented-1', corpus: 'news', split: 'train', exhaustive: false });
    expect(silver?.entities.map(({ mentions: spans }) => spans)).toEqual([
      [
        [11, 20, 'name'],
        [35, 38, 'pronoun'],
      ],
      [[26, 33, 'name']],
      [[45, 50, 'name']],
    ]);
    expect(silver?.relations).toEqual([{ type: 'OFFICIAL_OF', subject: [11, 20], object: [26, 33], sentence: 0 }]);
  });

  it('leaves out what is learned, open, denied or planned', () => {
    const changes: Partial<Relation>[] = [
      ...[{ by: 'relations@1' }, { by: 'fact-relations@1' }, { type: null }, { polarity: 'negative' as const }],
      { modality: 'planned' },
    ];
    for (const change of changes)
      expect(toSilver(makeExtraction([makeRelation(ada, torva, change)]), 'invented-1', 'news')).toBeNull();
  });
});
