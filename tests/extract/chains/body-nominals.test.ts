// "The embassy" and "the company" alone stand for the body that the text told of.
import { describe, expect, it } from 'vitest';
import { readText } from '../read-text.ts';

/** Surfaces of the chain that holds the last mention of a surface; empty where it is in none. */
async function chainOf(text: string, surface: string): Promise<string[]> {
  const { mentions, chains } = await readText(text);
  const surfaceOf = new Map(mentions.map(({ id, start, end }) => [id, text.slice(start, end)]));
  const ids = mentions.filter(({ id }) => surfaceOf.get(id) === surface).map(({ id }) => id);
  const chain = chains.find(({ mentionIds }) => mentionIds.includes(ids.at(-1) as never));
  return chain?.mentionIds.map((id) => surfaceOf.get(id) ?? '') ?? [];
}

describe('bodies called by their noun', () => {
  it('takes a bare embassy for the one told of before it, not for another that comes later', async () => {
    const text = 'Norway closed its embassy in Cairo. The embassy moved to Oslo. Canada moved its embassy too.';
    const chain = await chainOf(text, 'embassy');
    expect(chain).toContain('its embassy in Cairo');
    expect(chain).not.toContain('its embassy');
  });

  it('takes the embassy of a headline for the first one told of', async () => {
    const text = 'Diplomats leave as embassy shuts\n\nNorway closed its embassy in Cairo on Monday.';
    expect(await chainOf(text, 'embassy')).toContain('its embassy in Cairo');
  });

  it('takes the company for the firm that the text told of', async () => {
    const text = 'Harbour Motors denied the report. The company, founded in 1998, builds boats.';
    expect(await chainOf(text, 'The company')).toContain('Harbour Motors');
  });

  it('leaves the company alone where two firms could be meant', async () => {
    const text = 'It is a rival of Harbour Motors and of Fenwick Industries. Nobody asked the company.';
    expect(await chainOf(text, 'the company')).toEqual([]);
  });
});
