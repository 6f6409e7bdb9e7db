// data/annotations/relations: the form of the file, and the checks and the gold made of it (its texts are not here).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../scripts/evaluate/agreement.ts';
import { makeDocument } from '../scripts/evaluate/corpora.ts';
import { readReadTexts } from '../scripts/evaluate/encyclopaedia.ts';
import { type JudgedArticle, judgedPartOf, readJudgedLines, toJudgedDocument } from '../scripts/evaluate/judged.ts';
import { findJudgedProblems, findReadProblems } from '../scripts/evaluate/judged-checks.ts';
import { isCounted } from '../scripts/evaluate/measures/news-relations.ts';
import {
  firstReadingOf,
  joinLines,
  type NewsAnnotation,
  type NewsRelation,
  readNews,
  splitOf,
  toGoldDocument,
  toIsoDate,
} from '../scripts/evaluate/news.ts';
import { findFormProblems, findTextProblems } from '../scripts/evaluate/news-checks.ts';
import { poolAgreement, readPool } from '../scripts/evaluate/pool.ts';
import { readPronounLines, withPronouns } from '../scripts/evaluate/pronouns.ts';
import type { Ontology } from '../src/model/ontology.ts';

const DATA = new URL('../data/', import.meta.url);
const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;

const none: ReadonlySet<string> = new Set();
const TEXT = 'Mira Okafor leads Tarn Works. 😀 She founded it in 1987.';
const source = { text: TEXT, sentences: [[0, 29] as const, [30, 55] as const] };
const sample: NewsAnnotation = {
  document: 'invented-1',
  corpus: 'gum-train',
  split: splitOf({ document: 'invented-1' }),
  exhaustive: true,
  entities: [
    {
      id: 0,
      type: 'Person',
      mentions: [
        [0, 11, 'name'],
        [32, 35, 'pronoun'],
      ],
    },
    {
      id: 1,
      type: 'Organization',
      mentions: [
        [18, 28, 'name'],
        [44, 46, 'pronoun'],
      ],
    },
    { id: 2, type: 'Time', mentions: [[50, 54, 'name']] },
  ],
  relations: [
    { type: 'LEADS', subject: [0, 11], object: [18, 28], sentence: 0 },
    { type: 'FOUNDED_ON', subject: [44, 46], object: [50, 54], sentence: 1 },
  ],
};

const withRelation = (change: object): NewsAnnotation[] => [
  { ...sample, relations: [{ ...sample.relations[0], ...change } as NewsAnnotation['relations'][number]] },
];

describe('data/annotations/relations', () => {
  const annotations = readNews(new URL('annotations/relations/news.jsonl', DATA));

  it('is well formed, fits the ontology and keeps to the split', () => {
    expect(findFormProblems(annotations, ontology)).toEqual([]);
  });

  it('holds 60 documents or more in the first round, about a third of them dev, and keeps a third of the third to fit', () => {
    const read = (wanted: number) => annotations.filter(({ round = 1 }) => round === wanted);
    expect(read(1).length).toBeGreaterThanOrEqual(60);
    for (const [part, kept] of [
      [read(1), 'dev'],
      [read(3), 'fit'],
    ] as const) {
      const share = part.filter(({ split }) => split === kept).length / part.length;
      expect(share).toBeGreaterThan(0.25);
      expect(share).toBeLessThan(0.42);
    }
  });

  it('copies no text', () => {
    const known = new Set(['document', 'lines', 'round', 'corpus', 'split', 'exhaustive', 'entities', 'relations']);
    expect(annotations.flatMap((each) => Object.keys(each)).filter((key) => !known.has(key))).toEqual([]);
    const words = annotations.flatMap(({ entities }) => entities.flatMap(({ mentions }) => mentions.flat()));
    expect(words.filter((value) => typeof value === 'string' && !/^(name|nominal|pronoun)$/.test(value))).toEqual([]);
  });
});

describe('the pool of the dev part', () => {
  const annotations = readNews(new URL('annotations/relations/news.jsonl', DATA));

  it('is of dev documents and types of the ontology, and changed these documents alone', () => {
    const types = new Set(ontology.relationTypes.map(({ name }) => name));
    const dev = new Set(annotations.flatMap(({ document, split }) => (split === 'dev' ? [document] : [])));
    const bad = readPool().flatMap(({ document, candidates }) =>
      candidates.filter(
        ([type, from, to, start, end, verdicts]) =>
          !(dev.has(document) && types.has(type) && from < to && start < end && /^[yon]{2}$/.test(verdicts)),
      ),
    );
    expect(bad).toEqual([]);
    const pooled = annotations.filter(({ relations }) => relations.some((each) => each.pooled !== undefined));
    expect(pooled.length).toBeGreaterThan(100);
    expect(pooled.filter(({ split }) => split !== 'dev')).toEqual([]);
  });

  it('is undone for the first reading', () => {
    const [leads] = sample.relations as [NewsRelation];
    const pooled: NewsAnnotation = {
      ...sample,
      relations: [
        { ...leads, optional: true, pooled: 'optional' },
        { type: 'FOUNDED_BY', subject: [18, 28], object: [0, 11], across: true, pooled: 'added' },
      ],
    };
    expect(firstReadingOf(pooled).relations).toEqual([leads]);
    expect(firstReadingOf(sample)).toEqual(sample);
  });

  it('tells agreement beyond chance', () => {
    const candidates = ['yy', 'yy', 'nn', 'yn'].map((verdicts) => ['LEADS', 0, 1, 2, 3, verdicts] as const);
    // Two readers who say y of 3 and of 2 in 4: chance alone gives half.
    expect(poolAgreement([{ document: 'invented-1', candidates }])).toEqual({ same: 3, all: 4, kappa: 0.5 });
  });
});

describe('judged articles and encyclopaedic texts', () => {
  const article: JudgedArticle = {
    document: 'invented-1',
    lines: 1,
    relations: [['LEADS', 0, 11, 18, 28]],
    optional: [['FOUNDED_BY', 44, 46, 32, 35]],
  };
  const texts = new Map([['invented-1', source]]);

  it('are well formed and of the types of the ontology', () => {
    expect(readJudgedLines().length).toBeGreaterThan(1000);
    expect(findJudgedProblems(readJudgedLines(), ontology)).toEqual([]);
    expect(readReadTexts().length).toBeGreaterThan(1000);
    expect(findReadProblems(readReadTexts(), ontology)).toEqual([]);
  });

  it('keep one article in six from training, and those for measuring', () => {
    const parts = readJudgedLines().map(judgedPartOf);
    const kept = parts.filter((part) => part === 'fit').length;
    expect(kept / parts.filter((part) => part !== 'dev').length).toBeCloseTo(1 / 6, 1);
    expect(parts.filter((part) => part === 'dev').length).toBeGreaterThan(300);
  });

  it('have an entity for each place, their relations in the direction told, and in both where a type has none', () => {
    const met: JudgedArticle = { ...article, relations: [...article.relations, ['MET_WITH', 32, 35, 0, 11]] };
    const { mentions, relations, open } = toJudgedDocument(met, TEXT);
    // Offsets of the document are UTF-16: the smiley counts twice.
    expect(mentions.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'Mira Okafor',
      'Tarn Works',
      'She',
      'it',
    ]);
    expect([...relations]).toEqual(['0 LEADS 1', '2 MET_WITH 0', '0 MET_WITH 2']);
    expect([...open]).toEqual(['3 FOUNDED_BY 2']);
  });

  it('are told what is wrong with them', () => {
    expect(findJudgedProblems([article], ontology, texts)).toEqual([]);
    const wrong = (change: Partial<JudgedArticle>) => findJudgedProblems([{ ...article, ...change }], ontology, texts);
    expect(wrong({ relations: [['LEADS', 0, 10, 18, 28]] })).toEqual(['invented-1: LEADS 0 10 18 28 cuts a word']);
    expect(wrong({ relations: [['LIKES', 0, 11, 18, 28]] })).toEqual(['invented-1: LIKES 0 11 18 28: bad relation']);
    expect(wrong({ optional: article.relations })).toEqual(['invented-1: a relation stands twice']);
    expect(wrong({ document: 'invented-2' })).toEqual(['invented-2: is not in its corpus']);
    const read = { document: 'invented-1', corpus: 'docie-train', relations: [[0, 'LEADS', 2]] as const };
    expect(findReadProblems([read], ontology, new Map([['invented-1', 3]]))).toEqual([]);
    expect(findReadProblems([read], ontology, new Map([['invented-1', 2]]))).toEqual([
      'invented-1: 0 LEADS 2: bad relation',
    ]);
  });
});

describe('pronouns that were read', () => {
  const line = {
    document: 'invented-1',
    corpus: 'gmb-silver-train',
    names: [[0, 11, 4] as const, [18, 28, 7] as const],
    pronouns: [[32, 35, 4] as const, [44, 46, null] as const],
  };

  it('stand beside the names of the text', () => {
    const gold = {
      document: makeDocument('invented-1', TEXT),
      mentions: [],
      relations: none,
      exhaustive: none,
      open: none,
    };
    const { mentions } = withPronouns(gold, line);
    expect(mentions.map(({ start, end, kind, entity }) => [TEXT.slice(start, end), kind, entity])).toEqual([
      ['Mira Okafor', 'name', 4],
      ['Tarn Works', 'name', 7],
      ['She', 'pronoun', 4],
      ['it', 'pronoun', null],
    ]);
  });

  it('mean a name of their text or none', () => {
    const lines = readPronounLines();
    expect(lines.length).toBeGreaterThan(2000);
    const wrong = lines.filter(
      ({ names, pronouns }) =>
        new Set(pronouns.map(([start]) => start)).size < pronouns.length ||
        pronouns.some(
          ([start, end, entity]) =>
            !(start < end) || (entity !== null && names?.every(([, , other]) => other !== entity)),
        ),
    );
    expect(wrong.map(({ document }) => document)).toEqual([]);
  });
});

describe('articles of joined lines', () => {
  it('have the sentences of all lines, counted in code points', () => {
    const { text, sentences } = joinLines([source, { text: 'It grew.', sentences: [[0, 8]] }]);
    expect(text).toBe(`${TEXT}\nIt grew.`);
    expect(sentences.map(([start, end]) => [...text].slice(start, end).join(''))).toEqual([
      'Mira Okafor leads Tarn Works.',
      '😀 She founded it in 1987.',
      'It grew.',
    ]);
  });

  it('are kept from training by a third: dev in the first round of reading, fit in the third', () => {
    const documents = Array.from({ length: 60 }, (_, place) => `invented-${place}`);
    const first = documents.map((document) => splitOf({ document }));
    const trained = ([2, 4, 5] as const).flatMap((round) => documents.map((document) => splitOf({ document, round })));
    const third = documents.map((document) => splitOf({ document, round: 3 }));
    expect(new Set(first)).toEqual(new Set(['train', 'dev']));
    expect(new Set(trained)).toEqual(new Set(['train']));
    expect(third).toEqual(first.map((split) => (split === 'dev' ? 'fit' : split)));
  });
});

describe('agreement of two readings', () => {
  const [leads, founded] = sample.relations as [NewsRelation, NewsRelation];

  it('counts what both have, whatever type of both they chose', () => {
    const other = { ...sample, relations: [{ ...leads, type: 'WORKS_FOR', alternatives: ['LEADS'] }] };
    expect(agreementOf([sample], [other])).toEqual({ shared: 1, all: 2 });
    expect(agreementOf([other], [sample])).toEqual({ shared: 1, all: 1 });
  });

  it('asks for nothing that either calls optional, nor for documents that one has not read', () => {
    const other = { ...sample, relations: [leads, { ...founded, optional: true as const }] };
    expect(agreementOf([sample], [other])).toEqual({ shared: 1, all: 1 });
    expect(agreementOf([{ ...sample, document: 'invented-2' }], [other])).toEqual({ shared: 0, all: 0 });
  });

  it('minds the direction', () => {
    const other = { ...sample, relations: [{ ...leads, subject: leads.object, object: leads.subject }] };
    expect(agreementOf([sample], [other]).shared).toBe(0);
  });
});

describe('checks', () => {
  it('find what is wrong by itself', () => {
    expect(findFormProblems([sample], ontology)).toEqual([]);
    expect(findFormProblems([sample, sample], ontology)).toEqual(['invented-1: stands twice']);
    expect(findFormProblems(withRelation({ type: 'SPOUSE_OF' }), ontology)[0]).toMatch(/do not fit/);
    expect(findFormProblems(withRelation({ subject: [0, 4] }), ontology)[0]).toMatch(/no mention/);
    expect(findFormProblems(withRelation({ across: true }), ontology)[0]).toMatch(/either a sentence or across/);
  });

  it('find what is wrong on the text', () => {
    const texts = new Map([['invented-1', source]]);
    expect(findTextProblems([sample], texts)).toEqual([]);
    expect(findTextProblems([sample], new Map())).toEqual(['invented-1: is not in its corpus']);
    expect(findTextProblems(withRelation({ sentence: 1 }), texts)[0]).toMatch(/in sentences 0 and 0/);
    const cut = {
      ...sample,
      entities: [{ id: 0, type: 'Person', mentions: [[0, 10, 'name'] as const] }],
      relations: [],
    };
    expect(findTextProblems([cut], texts)[0]).toMatch(/cuts a word/);
  });
});

describe('gold of an annotation', () => {
  const gold = toGoldDocument(sample, source);

  it('counts in UTF-16 units, with dates in ISO 8601', () => {
    expect(gold.mentions.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      ...['Mira Okafor', 'She', 'Tarn Works', 'it', '1987'],
    ]);
    expect(gold.relations.map(({ subject, types, object }) => [subject, types, object])).toEqual([
      ['e0', ['LEADS'], 'e1'],
      ['e1', ['FOUNDED_ON'], { time: '1987' }],
    ]);
    expect(toIsoDate('March 7, 1987')).toBe('1987-03-07');
  });

  it('asks for relations of named things and institutions only', () => {
    const mentions = [[0, 11, 'nominal'] as const];
    const entities = sample.entities.map((each) => (each.id === 0 ? { ...each, mentions } : each));
    expect(toGoldDocument({ ...sample, entities }, source).relations.map(({ optional }) => optional)).toEqual([
      true,
      false,
    ]);
  });

  it('does not count relations of unnamed things, nor moments given in words', () => {
    const none: ReadonlySet<string> = new Set();
    const found = {
      type: 'LEADS',
      polarity: 'positive',
      modality: 'actual',
      by: 'x@1',
      evidence: { start: 0, end: 1 },
    } as const;
    expect(isCounted({ ...found, subject: 'e0', object: '?Veld Harbour' }, gold, none)).toBe(true);
    expect(isCounted({ ...found, subject: '?The harbour master', object: 'e1' }, gold, none)).toBe(false);
    expect(isCounted({ ...found, subject: 'e0', object: 'e1' }, gold, new Set(['e1']))).toBe(false);
    const vague = { ...gold, relations: gold.relations.map((each) => ({ ...each, object: { time: 'Sunday' } })) };
    const dated = { ...found, subject: 'e1', type: 'FOUNDED_ON', object: '{1987}' };
    expect([isCounted(dated, gold, none), isCounted(dated, vague, none)]).toEqual([true, false]);
  });
});
