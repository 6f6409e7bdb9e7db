// Terms that a text sets for a name, and second names that it gives.
import { describe, expect, it } from 'vitest';
import { sliceSpan } from '../../../src/model/span.ts';
import { extractText } from '../../helpers/extract-text.ts';

/** The chain that holds these words, as surfaces. */
async function chainWith(text: string, words: string): Promise<string[]> {
  const { chains, mentions, document } = await extractText(text);
  const told = chains.map(({ mentionIds }) =>
    mentionIds
      .flatMap((id) => mentions.find((each) => each.id === id) ?? [])
      .map((each) => sliceSpan(document.text, each)),
  );
  return told.find((chain) => chain.includes(words)) ?? [];
}

describe('defined terms', () => {
  it('stand for the name that they are set for, names and nouns', async () => {
    const text =
      'Halden Pumps plc ("Halden" or the "Company") had a hard year. Halden employs 300 people. The Company sued Gazprom. The Group left Norway.';
    expect(await chainWith(text, 'Halden Pumps plc')).toEqual([
      'Halden Pumps plc',
      'Halden',
      'the "Company'.slice(5),
      'Halden',
      'The Company',
      'The Group',
    ]);
  });

  it('of a contract are told apart', async () => {
    const text =
      'This is made between Harrow Motors Ltd (hereinafter "the Seller") and Ada Quill (the “Buyer”). The Buyer paid the Seller $3 million.';
    expect(await chainWith(text, 'Harrow Motors Ltd')).toContain('the Seller');
    expect(await chainWith(text, 'Ada Quill')).toContain('The Buyer');
  });

  it('are no part of a longer name, and small letters are no term', async () => {
    const text = 'Halden Pumps plc (the "Company") grew. The Company Secretary left. Every company grew.';
    const chain = await chainWith(text, 'Halden Pumps plc');
    expect(chain.filter((words) => /company$/i.test(words))).toEqual(['Company']);
  });
});

describe('second names', () => {
  it('are one with the first, and a surname is free again', async () => {
    const text = 'Viktor Ivanovich Greshin (a.k.a. Victor Greshin), born in Oslo, was fined. Greshin left.';
    expect(await chainWith(text, 'Victor Greshin')).toEqual(['Viktor Ivanovich Greshin', 'Victor Greshin', 'Greshin']);
  });
});
