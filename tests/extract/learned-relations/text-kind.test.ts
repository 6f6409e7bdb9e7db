import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/extract/learned-relations/text-kind.ts';
import { extractText } from '../../helpers/extract-text.ts';

describe('the kind of a text', () => {
  it.each([
    'The mill burnt down, Ada Quill said.',
    'The mill burnt down on Tuesday.',
    'According to the Harrow News, the mill burnt down.',
  ])('"%s" is of a report', async (text) => {
    expect(kindOf(await extractText(text))).toBe('report');
  });

  it('of what nobody says is of a reference text, dates or not', async () => {
    expect(kindOf(await extractText('Ada Quill (born 3 May 1921) was a Norwegian painter who lived in Torva.'))).toBe(
      'reference',
    );
  });
});
