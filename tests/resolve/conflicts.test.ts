// Conflicts: each kind found, and nothing where time, place or unit differ.
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/model/graph.ts';
import { type Marked, markText } from './mark-text.ts';
import { resolveAll } from './read-folder.ts';

const NORWAY = '[Norway|Place>Norway@wikidata:Q20]';
const PERU = '[Peru|Place>Peru@wikidata:Q419]';
const folder = (...texts: readonly Marked[]): Graph => resolveAll(texts.map(markText));
const kinds = (graph: Graph): string[] => graph.conflicts.map(({ type }) => type);

const troops = (
  count: string,
  more: Partial<Marked> & { readonly place?: string; readonly unit?: string } = {},
): Marked => {
  const { place = '', unit = 'soldiers', ...rest } = more;
  return {
    text: `The report counts [about ${count}|Quantity=${count} ${unit}] [[Norwegian|Group>Norway@wikidata:Q20] ${unit}|Group/nominal]${place}.`,
    relations: [`Norwegian ${unit} -~ number-> about ${count}`],
    ...rest,
  };
};

describe('conflicts', () => {
  it('sets two numbers for one owner and unit against each other, and keeps both', () => {
    const graph = folder(troops('90000'), troops('150000'));
    expect(kinds(graph)).toEqual(['quantity']);
    expect(graph.conflicts[0]?.reason).toContain('about 90000');
    expect(graph.claims.filter(({ disputed }) => disputed).map(({ id }) => id)).toEqual(graph.conflicts[0]?.claimIds);
  });

  const massed: Marked = {
    text: `${NORWAY} has massed [about 150000|Quantity=150000 soldiers] [soldiers|Group/nominal].`,
    relations: ['Norway -~ mass-> soldiers', 'soldiers -~ number-> about 150000'],
  };

  it('finds the owner of a bare count in the sentence that gives it', () => {
    expect(kinds(folder(troops('90000'), massed))).toEqual(['quantity']);
  });

  it('takes the noun inside a phrase for the thing itself, not for its owner', () => {
    const counted: Marked = {
      text: 'The report counts [about 90000|Quantity=90000 soldiers] [[Norwegian|Group>Norway@wikidata:Q20] [soldiers|Organization/nominal]|Group/nominal].',
      relations: ['Norwegian soldiers -~ number-> about 90000', 'soldiers -AGENCY_OF of-> Norwegian'],
    };
    expect(kinds(folder(counted, massed))).toEqual(['quantity']);
  });

  it.each([
    ['the unit', troops('150000', { unit: 'planes' })],
    ['the place', troops('150000', { place: ` near [Lima|Place]` })],
    ['the month of the report', troops('150000', { document: { publishedAt: '2031-09-01' } })],
    ['only the rounding', troops('90012')],
  ])('sees no conflict where %s differs', (_, other) => {
    const first = troops('90000', { place: ` near [Oslo|Place]`, document: { publishedAt: '2031-05-01' } });
    expect(kinds(folder(first, other))).toEqual([]);
  });

  const minister = (title: string, more: Partial<Marked> = {}): Marked => ({
    text: `[Ada Quill|Person], ${title} of ${NORWAY}, spoke.`,
    relations: [`Ada Quill -OFFICIAL_OF ${title}-> Norway`],
    ...more,
  });

  it('founds none on a pronoun that as likely as not means somebody else', () => {
    const met = markText({
      text: '[Ada Quill|Person#1] came. [She|Person/pronoun#1] met [Boris Hale|Person].',
      relations: ['She -MET_WITH met-> Boris Hale'],
    });
    const denied = markText({
      text: '[Ada Quill|Person] never met [Boris Hale|Person].',
      relations: ['Ada Quill -MET_WITH met-> Boris Hale ;denied'],
    });
    const withScore = (score: number) => ({
      ...met,
      mentions: met.mentions.map((mention) => (mention.kind === 'pronoun' ? { ...mention, score } : mention)),
    });
    expect(kinds(resolveAll([withScore(0.6), denied]))).toEqual(['polarity']);
    expect(kinds(resolveAll([withScore(0.4), denied]))).toEqual([]);
  });

  it('sets two titles of one person and state against each other', () => {
    const graph = folder(minister('foreign minister'), minister('defense minister'));
    expect(kinds(graph)).toEqual(['role']);
    expect(graph.claims.map(({ predicate }) => predicate).sort()).toEqual(['defense minister', 'foreign minister']);
  });

  it.each([
    ['a synonym', minister('minister of foreign affairs')],
    ['a vaguer word', minister('minister')],
    ['a word that names no office', minister('counterpart')],
    ['a report of two years later', minister('defense minister', { document: { publishedAt: '2033-05-01' } })],
    [
      'another state',
      { text: `[Ada Quill|Person] of ${PERU} spoke.`, relations: ['Ada Quill -OFFICIAL_OF envoy-> Peru'] },
    ],
  ])('sees no conflict of titles in %s', (_, other) => {
    expect(kinds(folder(minister('foreign minister', { document: { publishedAt: '2031-05-01' } }), other))).toEqual([]);
  });

  const born = (year: string, named = year): Marked => ({
    text: `[Ada Quill|Person] of [Harrow Institute|Organization] was born in [${named}|Time=${year}].`,
    relations: [`Ada Quill -BORN_ON born-> ${named}`],
  });

  it('sets two heads of one state against each other, unless the one has long gone', () => {
    const head = (name: string, publishedAt: string | null, options = ''): Marked => ({
      text: `[${name}|Person], president of ${NORWAY}, spoke.`,
      relations: [`${name} -HEAD_OF_STATE_OF president-> Norway${options}`],
      document: { publishedAt },
    });
    expect(kinds(folder(head('Ada Quill', '2031-05-01'), head('Boris Hale', '2031-05-03')))).toEqual(['functional']);
    expect(kinds(folder(head('Ada Quill', '2031-05-01'), head('Boris Hale', '2035-05-03')))).toEqual([]);
    const dated = [head('Ada Quill', null, ' ;from=2020 to=2022'), head('Boris Hale', null, ' ;from=2023 to=2024')];
    expect(kinds(folder(...dated))).toEqual([]);
  });

  it('sees none where no text names one of the two', () => {
    const head = (name: string): Marked => ({
      text: `[${name}|Person${name.startsWith('the') ? '/nominal' : ''}], president of ${NORWAY}, spoke.`,
      relations: [`${name} -HEAD_OF_STATE_OF president-> Norway`],
    });
    expect(kinds(folder(head('Ada Quill'), head('the poet')))).toEqual([]);
    expect(kinds(folder(head('Ada Quill'), head('Boris Hale')))).toEqual(['functional']);
  });

  it('takes the later of two heads in one text for the follower of the earlier', () => {
    const told = (from: string): Marked => ({
      text: `[Ada Quill|Person] became president of ${NORWAY}. [Boris Hale|Person], its president, spoke.`,
      relations: [
        'Ada Quill -HEAD_OF_STATE_OF president-> Norway ;from=2020',
        `Boris Hale -HEAD_OF_STATE_OF president-> Norway ;from=${from}`,
      ],
    });
    expect(kinds(folder(told('2031-05-01')))).toEqual([]);
    expect(kinds(folder(told('2020')))).toEqual(['functional']);
  });

  it('takes a day and its year for one date', () => {
    expect(kinds(folder(born('1952'), born('1952-10-07', 'October 7')))).toEqual([]);
  });

  it('sets what is affirmed against what is denied', () => {
    const met = (options: string): Marked => ({
      text: `[Ada Quill|Person] and [Boris Hale|Person] met or not${options}.`,
      relations: [`Ada Quill -MET_WITH met-> Boris Hale${options}`],
    });
    const graph = folder(met(''), met(' ;denied'));
    expect(kinds(graph)).toEqual(['polarity']);
    expect(graph.claims.map(({ polarity }) => polarity).sort()).toEqual(['negative', 'positive']);
    expect(
      kinds(folder(met(' ;from=2031-01-02 to=2031-01-02'), met(' ;denied from=2031-05-02 to=2031-05-02'))),
    ).toEqual([]);
  });

  it.each([
    ['did not meet', []],
    ['never met', ['polarity']],
  ])('takes a denial without a date (“%s”) for one of its own days, but for “never”', (words, expected) => {
    const long: Marked = {
      text: '[Ada Quill|Person] met [Boris Hale|Person] in 2019.',
      relations: ['Ada Quill -MET_WITH met-> Boris Hale ;from=2019 to=2019'],
    };
    const denied: Marked = {
      text: `[Ada Quill|Person] ${words} [Boris Hale|Person].`,
      relations: ['Ada Quill -MET_WITH met-> Boris Hale ;denied'],
      document: { publishedAt: '2031-05-01' },
    };
    expect(kinds(folder(long, denied))).toEqual(expected);
  });
});

describe('derived claims', () => {
  it('stand on what implies them, without evidence, and only on what is affirmed', () => {
    const head = (options: string): Marked => ({
      text: `[Ada Quill|Person] of ${NORWAY}${options}.`,
      relations: [`Ada Quill -HEAD_OF_STATE_OF president-> Norway${options}`],
    });
    const graph = folder(head(''));
    const stated = graph.claims.find(({ type }) => type === 'HEAD_OF_STATE_OF');
    const derived = graph.claims.find(({ type }) => type === 'CITIZEN_OF');
    expect(derived).toMatchObject({ derivedFrom: [stated?.id], evidence: [], confidence: stated?.confidence });
    expect(folder(head(' ;denied')).claims).toHaveLength(1);
  });

  it('give way to a text that states them', () => {
    const graph = folder({
      text: `[Ada Quill|Person], president of ${NORWAY}, is its citizen.`,
      relations: ['Ada Quill -HEAD_OF_STATE_OF president-> Norway', 'Ada Quill -CITIZEN_OF citizen-> Norway'],
    });
    expect(graph.claims.filter(({ type }) => type === 'CITIZEN_OF').map(({ derivedFrom }) => derivedFrom)).toEqual([
      null,
    ]);
  });
});
