// Storms bear the names of people, which an encoder takes them for.
import { describe, expect, it } from 'vitest';
import { settleStorms } from '../../../src/extract/names/settle-storms.ts';
import type { Extraction, Mention } from '../../../src/model/extraction.ts';
import { namesOf, readText } from '../read-text.ts';

/** The names of a text where an encoder takes these words for persons. */
async function namesIn(text: string, words: readonly string[]): Promise<string[]> {
  const extraction = await readText(text);
  const mentions = words
    .flatMap((name) =>
      [...text.matchAll(new RegExp(name, 'g'))]
        .map(({ index }) => index)
        .map((start) => {
          const head = extraction.tokens.findLastIndex((token) => token.end <= start + name.length);
          const base = { head, kind: 'name', referent: null, literal: null, score: 0.9, by: 'encoder@1' } as const;
          return { ...base, id: `m${start}`, start, end: start + name.length, type: 'Person' } as unknown as Mention;
        }),
    )
    .sort((left, right) => left.start - right.start);
  const settled: Extraction = settleStorms({ ...extraction, mentions }, 'test@1');
  return namesOf(settled);
}

describe('settled storms', () => {
  it('names the storm with its class, and alone elsewhere', async () => {
    expect(await namesIn('Hurricane Orla hit Torva. Orla weakened.', ['Orla'])).toEqual([
      'Hurricane Orla/Event',
      'Orla/Event',
    ]);
    expect(await namesIn('Tropical Storm Orla grew.', ['Orla'])).toEqual(['Tropical Storm Orla/Event']);
    expect(await namesIn('Hurricane Orla hit Torva. Orla weakened.', ['Hurricane Orla', 'Orla weak'])).toEqual([
      'Hurricane Orla/Event',
      'Orla weak/Person',
    ]);
  });

  it('reads all names of a list', async () => {
    expect(await namesIn('Hurricanes Orla and Brin hit Torva.', ['Orla', 'Brin'])).toEqual([
      'Orla/Event',
      'Brin/Event',
    ]);
    expect(await namesIn('Hurricanes Orla and Brin hit Torva.', ['Hurricanes Orla'])).toEqual(['Orla/Event']);
  });

  it('leaves people who bear such a name', async () => {
    const text = 'Hurricane Orla hit Torva. Orla Quill saw it; Quill left.';
    expect(await namesIn(text, ['Orla Quill', 'Quill left'])).toEqual(['Orla Quill/Person', 'Quill left/Person']);
    expect(await namesIn('Orla Quill left. Orla wept during a hurricane.', ['Orla wept'])).toEqual([
      'Orla wept/Person',
    ]);
  });
});
