// Whose nationality a country's name tells.
import { describe, expect, it } from 'vitest';
import { isToldOfOther } from '../../../src/extract/learned-relations/nationality.ts';
import type { Mention } from '../../../src/model/extraction.ts';
import { readText } from '../read-text.ts';

async function isAside(text: string): Promise<boolean> {
  const extraction = await readText(text);
  const find = (type: string) =>
    extraction.mentions.find((mention) => mention.type === type && mention.kind === 'name') as Mention;
  return isToldOfOther(extraction, find('Person'), find('Group'));
}

describe('nationality', () => {
  it.each(['Norwegian forces fought Peter Lund.', 'Norwegian officials praised Peter Lund.'])(
    '"%s" tells of others',
    async (text) => {
      expect(await isAside(text)).toBe(true);
    },
  );

  it.each(['They praised the Norwegian painter Peter Lund.', 'Peter Lund is a Norwegian painter.'])(
    '"%s" tells of him',
    async (text) => {
      expect(await isAside(text)).toBe(false);
    },
  );
});
