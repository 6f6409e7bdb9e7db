// The answers in data/gold fit the articles as they are read, and speak the language of the ontology.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type GoldCorpus, type GoldSide, readArticles, readGold } from '../scripts/evaluate/gold.ts';
import { placeMentions, placeQuote } from '../scripts/evaluate/gold-places.ts';
import type { Document } from '../src/model/document.ts';
import type { Ontology } from '../src/model/ontology.ts';
import { sliceSpan } from '../src/model/span.ts';

const DATA = new URL('../data/', import.meta.url);
const ontology = JSON.parse(readFileSync(new URL('ontology.json', DATA), 'utf8')) as Ontology;
const relationTypes = new Map(ontology.relationTypes.map((type) => [type.name, type]));

let corpus: GoldCorpus;
let articles: ReadonlyMap<string, Document>;

beforeAll(async () => {
  corpus = await readGold(fileURLToPath(new URL('gold/', DATA)));
  articles = await readArticles(fileURLToPath(new URL('articles/', DATA)));
});

describe('data/gold', () => {
  it('has answers for every article, and every surface and passage stands in its text', () => {
    // readGold throws where one is missing or stands twice.
    expect(corpus.documents.map(({ document }) => document.source)).toEqual([...articles.keys()].sort());
    expect(corpus.documents.length).toBeGreaterThanOrEqual(18);
  });

  it('uses the types of the ontology, between things that they may join', () => {
    const typeOf = (key: string): string => corpus.entities[key]?.type ?? 'missing';
    const wrong = corpus.documents.flatMap(({ document, relations }) =>
      relations
        .filter(({ optional }) => !optional)
        .filter(({ subject, types, object }) => {
          const type = relationTypes.get(types[0] ?? '');
          const range = typeof object === 'string' ? typeOf(object) : 'Time';
          return !type?.domain.includes(typeOf(subject)) || !type.range.includes(range);
        })
        .map(({ subject, types }) => `${document.source}: ${subject} ${types[0]}`),
    );
    expect(wrong).toEqual([]);
    const used = corpus.documents.flatMap(({ relations }) => relations.flatMap(({ types }) => types));
    expect(used.filter((type) => !relationTypes.has(type))).toEqual([]);
    const entityTypes = new Set(ontology.entityTypes.map(({ name }) => name));
    expect(Object.values(corpus.entities).filter(({ type }) => !entityTypes.has(type))).toEqual([]);
  });

  it('lists a relation once a document and stance', () => {
    const keys = corpus.documents.flatMap(({ document, relations }) =>
      relations.map(({ subject, types, object, polarity, modalities }) =>
        JSON.stringify([document.source, subject, types[0], object, polarity, modalities[0]]),
      ),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('registers only entities that a document mentions', () => {
    const mentioned = new Set(corpus.documents.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
    expect(Object.keys(corpus.entities).filter((key) => !mentioned.has(key))).toEqual([]);
    for (const { left, right } of corpus.apart)
      expect(
        [left, right].every((key) => mentioned.has(key)),
        `${left}, ${right}`,
      ).toBe(true);
  });

  it('gives names that stand for their entity somewhere', () => {
    const surfaces = new Set(
      corpus.documents.flatMap(({ document, mentions }) =>
        mentions.map((mention) => `${mention.entity} ${sliceSpan(document.text, mention)}`),
      ),
    );
    const missing = corpus.same.flatMap(({ entity, names }) => names.map((name) => `${entity} ${name}`));
    expect(missing.filter((key) => !surfaces.has(key))).toEqual([]);
  });

  it('quotes both sides of each conflict from documents whose relations say so', () => {
    for (const { about, sides } of [...corpus.conflicts, ...corpus.noConflicts]) {
      expect(sides.length, about).toBeGreaterThan(1);
      for (const side of sides) {
        for (const { source, quote } of side.passages ?? [])
          expect(articles.get(source)?.text ?? '', `${about}: ${source}`).toContain(quote);
        if (side.value === undefined) expect(sourcesOf(side).length, JSON.stringify(side)).toBeGreaterThan(0);
      }
    }
  });

  it('names copies and citations among the articles', () => {
    for (const { copy, of } of corpus.copies) {
      expect(articles.has(copy) && articles.has(of), copy).toBe(true);
      expect(sharedWords(articles.get(copy)?.text ?? '', articles.get(of)?.text ?? '')).toBeGreaterThan(0.6);
    }
    for (const { source, quote, cited, outlet } of corpus.citations) {
      const text = articles.get(source)?.text ?? '';
      expect(quote === null ? (articles.get(source)?.author ?? '') : text, source).toContain(quote ?? outlet);
      expect(cited === null || articles.get(cited)?.publisher, source).toBe(cited === null || outlet);
    }
  });
});

describe('placing the answers', () => {
  const entities = { ada: { type: 'Person' }, eve: { type: 'Person' }, norland: { type: 'Place' } };
  const text = 'Ada Vance met Eve Vance. Vance said that Norlanders of Norland knew her.';
  const place = (raw: Parameters<typeof placeMentions>[1]) => {
    const problems: string[] = [];
    const spans = placeMentions(text, raw, entities, (problem) => problems.push(problem));
    return { problems, placed: spans.map((span) => `${span.start} ${sliceSpan(text, span)} ${span.entity}`) };
  };

  it('takes whole words outside longer names of the same type', () => {
    const raw = { ada: ['Ada Vance', 'Vance'], eve: ['Eve Vance', ['her', 1]], norland: ['Norland'] } as const;
    expect(place(raw)).toEqual({
      problems: [],
      placed: ['0 Ada Vance ada', '14 Eve Vance eve', '25 Vance ada', '55 Norland norland', '68 her eve'],
    });
  });

  it('reports what is nowhere, unknown or claimed twice', () => {
    expect(place({ ada: ['Ida', ['Vance', 4]], bob: ['Norland'], norland: ['Norland'] }).problems).toEqual([
      'no "Ida" (ada)',
      'no 4. "Vance" (ada)',
      'corpus.json has no entity "bob"',
      '"Norland" is both bob and norland',
    ]);
    const problems: string[] = [];
    placeQuote(text, 'Vance', (problem) => problems.push(problem));
    placeQuote(text, 'Vince', (problem) => problems.push(problem));
    expect(problems).toEqual(['the passage "Vance" stands twice', 'no passage "Vince"']);
  });
});

/** Documents whose relations hold the claim of a side. */
function sourcesOf(side: GoldSide): string[] {
  return corpus.documents
    .filter(({ relations }) =>
      relations.some(
        ({ subject, types, object, polarity, modalities }) =>
          subject === side.subject &&
          types.includes(side.relation ?? '') &&
          JSON.stringify(object) === JSON.stringify(side.object) &&
          polarity === (side.polarity ?? 'positive') &&
          modalities.includes(side.modality ?? 'actual'),
      ),
    )
    .map(({ document }) => document.source);
}

/** Share of the runs of four words of `left` that stand in `right` too. */
function sharedWords(left: string, right: string): number {
  const runs = (text: string): string[] => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(3).map((_, index) => words.slice(index, index + 4).join(' '));
  };
  const known = new Set(runs(right));
  const own = runs(left);
  return own.filter((run) => known.has(run)).length / own.length;
}
