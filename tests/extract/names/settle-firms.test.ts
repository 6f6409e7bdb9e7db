// Names that the words beside them show to be those of bodies or works, whatever an encoder takes them for.
import { describe, expect, it } from 'vitest';
import { settleFirms } from '../../../src/extract/names/settle-firms.ts';
import { settleWorks } from '../../../src/extract/names/settle-works.ts';
import type { Extraction, Mention } from '../../../src/model/extraction.ts';
import { readText } from '../read-text.ts';

/** The extraction with names of that type alone, each over the first place of its words, as an encoder may err. */
async function readAs(text: string, names: readonly (readonly [words: string, type: string])[]): Promise<Extraction> {
  const extraction = await readText(text);
  const mentions = names.map(([words, type], place) => {
    const start = text.indexOf(words);
    const head = extraction.tokens.findLastIndex((token) => token.end <= start + words.length);
    const base = { head, kind: 'name', referent: null, literal: null, score: 0.9, by: 'encoder@1' } as const;
    return { ...base, id: `m${place}`, start, end: start + words.length, type } as unknown as Mention;
  });
  return { ...extraction, mentions };
}

async function typesOf(settle: typeof settleFirms, text: string, name: string, type: string): Promise<string[]> {
  return settle(await readAs(text, [[name, type]]), 'test@1').mentions.map((mention) => mention.type);
}

describe('settled firms', () => {
  it.each([
    ['They sued the drugmaker Halden on Monday.', 'Halden', 'Person'],
    ["Halden's chief executive resigned.", 'Halden', 'Person'],
    ['Halden shares rose.', 'Halden', 'Person'],
    ['Halden, a unit of Norair, closed its plant.', 'Halden', 'Place'],
    ['Halden, co-founded by Ada Quill, closed its plant.', 'Halden', 'Person'],
    ['Halden employs nearly 300 people in Torva.', 'Halden', 'Place'],
    ['The airline sued its rival Halden.', 'Halden', 'Person'],
    ['He leads the Halden cartel.', 'Halden', 'Place'],
  ])('"%s" shows a body', async (text, name, type) => {
    expect(await typesOf(settleFirms, text, name, type)).toEqual(['Organization']);
  });

  it.each([
    ['They convicted the publisher Boris Quill.', 'Boris Quill', 'Person'],
    ['She is a film-maker, and the company Quill founded failed.', 'Quill', 'Person'],
    ['Quill shares the prize with her sister.', 'Quill', 'Person'],
    ['Ada Quill employs 300 people.', 'Ada Quill', 'Person'],
    ['Quill employs three tricks.', 'Quill', 'Person'],
    ['She beat her rival Quill.', 'Quill', 'Person'],
    ['The party sued its rival Ada Quill.', 'Ada Quill', 'Person'],
    ['Oslo, owned by nobody, has shares.', 'Oslo', 'Place'],
  ])('"%s" shows none', async (text, name, type) => {
    expect(await typesOf(settleFirms, text, name, type)).toEqual([type]);
  });

  it('asks for two signs where the words are a surname', async () => {
    const text = "Ada Quill sold the bank Quill last year. Its founder is Ada Quill, and Quill's wife left.";
    const names = [
      ['Ada Quill', 'Person'],
      ['Quill last', 'Person'],
    ] as const;
    const [first] = names;
    const one = settleFirms(await readAs(text.replace('Quill last', 'Quill'), [first, ['Quill', 'Person']]), 'test@1');
    expect(one.mentions.map(({ type }) => type)).toEqual(['Person', 'Person']);
  });
});

describe('settled works', () => {
  it('is a book that a quotation names', async () => {
    const text = 'Her novel, "Glass Meadow", was praised.';
    expect(await typesOf(settleWorks, text, 'Glass Meadow', 'Place')).toEqual(['CreativeWork']);
  });

  it('is no nickname, and nothing outside quotation marks', async () => {
    expect(await typesOf(settleWorks, 'Hale, known as "Glass Meadow", fled.', 'Glass Meadow', 'Place')).toEqual([
      'Place',
    ]);
    expect(await typesOf(settleWorks, 'Her novel is set in Glass Meadow.', 'Glass Meadow', 'Place')).toEqual(['Place']);
  });
});
