// Paragraphs and quotations of a text, on sentences read by the pipeline.
import { describe, expect, it } from 'vitest';
import { layoutOf, placeAt } from '../../../src/extract/coreference/layout.ts';
import { wordAt } from '../../../src/extract/words.ts';
import { readText } from '../read-text.ts';

describe('layout', () => {
  it('parts a text into paragraphs and marked words with those who say them', async () => {
    const text = 'Ada Quill met Boris Hale.\n\n“We are ready,” Quill said. “Nobody is.”';
    const extraction = await readText(text);
    const { paragraphs, quotations } = layoutOf(extraction);
    expect(paragraphs.map(({ start }) => start)).toEqual([0, text.indexOf('“')]);
    const speakers = quotations.map(({ speakers }) => [...speakers].map((place) => wordAt(extraction, place)));
    expect(speakers).toEqual([['quill'], ['quill']]);
    expect(placeAt(paragraphs, text.indexOf('Hale'))).toBe(0);
    expect(placeAt(paragraphs, text.indexOf('ready'))).toBe(1);
  });
});
