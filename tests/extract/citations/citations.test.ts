// Stated dependence on an outlet, and mentions of outlets and bodies that state none.
import { describe, expect, it } from 'vitest';
import { sliceSpan } from '../../../src/model/span.ts';
import { extractText } from '../../helpers/extract-text.ts';

describe('citations', () => {
  it.each<[string, string[]]>([
    ['The bridge fell, according to the Torva Gazette.', ['Torva Gazette']],
    ['The bridge fell, Ada Quill told the Torva Gazette.', ['Torva Gazette']],
    ['The bridge fell. (via Torva Gazette)', ['Torva Gazette']],
    ['The bridge fell. (per The Torva Gazette)', ['The Torva Gazette']],
    ['The bridge fell, says a report published by NBS.', ['NBS']],
    ['The Torva Gazette reported that the bridge fell.', ['Torva Gazette']],
    ['In an interview with the Torva Gazette, she wept.', ['Torva Gazette']],
    ['The Torva Gazette reports that the Lund Herald wrote that the bridge fell.', ['Torva Gazette', 'Lund Herald']],
    ['The bridge fell, according to the Ministry of Transport.', []],
    ['The Torva Gazette has moved to a new house.', []],
    ['The train goes to Lund via Torva.', []],
  ])('reads %s', async (text, expected) => {
    const { citations } = await extractText(text);
    expect(citations.map((citation) => citation.text)).toEqual(expected);
    for (const citation of citations) expect(sliceSpan(text, citation.span)).toBe(citation.text);
  });
});
