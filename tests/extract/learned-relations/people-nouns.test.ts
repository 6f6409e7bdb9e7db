// People whom the relation head takes for a body are shown as people.
import { describe, expect, it } from 'vitest';
import { asPeople } from '../../../src/extract/learned-relations/people-nouns.ts';
import { makeMention } from '../../../src/extract/names/make-mention.ts';
import { readText } from '../read-text.ts';

describe('the noun of an unnamed body', () => {
  it.each([
    ['Two militants of the Harbour Front left.', 'militants', 'Group'],
    ['Norlandish officials left.', 'officials', 'Group'],
    ['Hardline members of the Harbour Front left.', 'members', 'Group'],
    ['Norlandish troops left.', 'troops', 'Organization'],
    ['The authorities left.', 'authorities', 'Organization'],
    ['Several companies left.', 'companies', 'Organization'],
  ])('in "%s"', async (text, word, type) => {
    const extraction = await readText(text);
    const place = extraction.tokens.findIndex(({ start, end }) => text.slice(start, end) === word);
    const seed = { first: place, last: place, kind: 'nominal', score: 0.9, by: 'test@1' } as const;
    expect(asPeople(extraction, makeMention(extraction, { ...seed, type: 'Organization' })).type).toBe(type);
  });
});
