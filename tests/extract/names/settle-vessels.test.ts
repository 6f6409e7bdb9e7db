// Ships and cases at law, which an encoder takes for people, places and bodies.
import { describe, expect, it } from 'vitest';
import { extractText } from '../../helpers/extract-text.ts';
import { namesOf } from '../read-text.ts';

async function namesIn(text: string): Promise<string[]> {
  return namesOf(await extractText(text));
}

describe('settled vessels', () => {
  it.each<[string, string]>([
    ['The tanker Sea Empress sank off Oslo on Monday. The Sea Empress is owned by Gazprom.', 'Sea Empress/Product'],
    ['The ferry Lady Maren, owned by Gazprom, left Oslo.', 'Lady Maren/Product'],
    ['The Norwegian trawler Belle Aurore was fined.', 'Belle Aurore/Product'],
    ['HMS Halden left Oslo on Monday.', 'Halden/Product'],
  ])('%s', async (text, expected) => {
    expect((await namesIn(text)).some((name) => name.endsWith(expected))).toBe(true);
  });

  it('takes no carrier of passengers for a ship', async () => {
    expect(await namesIn('The low-cost carrier Lufthansa cut 300 jobs.')).toContain('Lufthansa/Organization');
  });
});

describe('settled cases', () => {
  it('are laws, and hold no other names', async () => {
    const names = await namesIn('In Henley v Marrow District Council [2014] the court held that a council is liable.');
    expect(names).toEqual(['Henley v Marrow District Council/Law']);
  });
});

describe('legal forms', () => {
  it('make a firm, also of the name without them', async () => {
    const names = await namesIn(
      'A home run by Caredale Ltd closed. The council owned part of Caredale. Dunmore LLP sued.',
    );
    expect(names).toEqual(['Caredale Ltd/Organization', 'Caredale/Organization', 'Dunmore LLP/Organization']);
  });
});

describe('names that a headline runs together', () => {
  it('stay apart where one does something to the other', async () => {
    const names = await namesIn(
      'North Shore Transit Names Carla Mendez Chief Executive\n\nNorth Shore Transit named Carla Mendez.',
    );
    expect(names.filter((name) => /Names/.test(name))).toEqual([]);
    expect(names.filter((name) => name === 'Carla Mendez/Person')).toHaveLength(2);
  });

  it('part the owner from what is his: "Ada Quill\'s Gazprom"', async () => {
    const names = await namesIn("Norair was bought by Ada Quill's Gazprom.");
    expect(names).toEqual(expect.arrayContaining(['Ada Quill/Person', 'Gazprom/Organization']));
  });
});
