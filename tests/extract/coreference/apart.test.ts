// What the text says against two mentions being one, read through the weights.
import { describe, expect, it } from 'vitest';
import { sliceSpan } from '../../../src/model/span.ts';
import { extractText } from '../../helpers/extract-text.ts';

async function chainsIn(text: string): Promise<string[][]> {
  const { chains, mentions, document } = await extractText(text);
  return chains.map(({ mentionIds }) =>
    mentionIds
      .flatMap((id) => mentions.find((each) => each.id === id) ?? [])
      .map((each) => sliceSpan(document.text, each)),
  );
}

const together = (chains: readonly (readonly string[])[], left: string, right: string): boolean =>
  chains.some((chain) => chain.includes(left) && chain.includes(right));

describe('mentions that are kept apart', () => {
  it.each<[string, string, string]>([
    [
      'The Norwegian army and a militia known as the Red Guards burned houses. The army denied it.',
      'The army',
      'Red Guards',
    ],
    [
      'Jean Munt, a teacher, counted them. His brother, a nurse at Bolo Hospital, was taken away. In a letter the minister of defence, Theodore Quill, denied it.',
      'His brother',
      'Theodore Quill',
    ],
    [
      'Ada Quill lied to the court. The court held that a council is liable where a manager conceals a complaint.',
      'Ada Quill',
      'a manager',
    ],
  ])('%s', async (text, left, right) => {
    expect(together(await chainsIn(text), left, right)).toBe(false);
  });

  it('joins "its" behind a comma and "with" to the name before', async () => {
    const text =
      'Under the treaty Denmark ceded the province of Norland, with its capital Torva, to Sweden and left its allies.';
    expect(together(await chainsIn(text), 'Norland', 'its')).toBe(true);
  });
});
