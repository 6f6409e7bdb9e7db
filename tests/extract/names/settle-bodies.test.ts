// Names whose type their words settle.
import { describe, expect, it } from 'vitest';
import { settleBodies } from '../../../src/extract/names/settle-bodies.ts';
import type { Extraction, Mention } from '../../../src/model/extraction.ts';
import { readText } from '../read-text.ts';

/** The extraction with a name of that type over those words, as an encoder may err. */
async function readAs(text: string, words: string, type: string): Promise<Extraction> {
  const extraction = await readText(text);
  const start = text.indexOf(words);
  const base = { head: 0, kind: 'name', referent: null, literal: null, score: 0.9, by: 'encoder@1' } as const;
  const mention = { ...base, id: 'm0', start, end: start + words.length, type } as unknown as Mention;
  return { ...extraction, mentions: [mention] };
}

describe('settled bodies', () => {
  it.each([
    ['U.N.', 'Organization'],
    ['United Nations', 'Organization'],
    ['Oslo', 'Place'],
  ])('%s is an %s', async (words, expected) => {
    const { mentions } = settleBodies(await readAs(`The ${words} waits.`, words, 'Place'), 'test@1');
    expect(mentions.map(({ type }) => type)).toEqual([expected]);
  });

  it('takes no number for a name', async () => {
    const { mentions } = settleBodies(await readAs('The No. 2 leader waits.', 'No. 2', 'Organization'), 'test@1');
    expect(mentions).toEqual([]);
  });
});
