import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/model/document.ts';

describe('the number of words', () => {
  it('is that of the stretches without white space', () => {
    for (const text of ['', ' \n', 'one', ' two words ', 'a\tb\nc\u00a0d\u2009e', 'no-break, “quoted”'])
      expect(countWords(text)).toBe(text.match(/\S+/g)?.length ?? 0);
  });
});
