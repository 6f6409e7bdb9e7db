// Institutions without a name of their own: whose they are, where they are, and what they are called.
import { describe, expect, it } from 'vitest';
import { findCountry } from '../../../src/extract/lexicon/countries.ts';
import { institutionReferent } from '../../../src/extract/nominals/institutions.ts';
import { readText, relationsOf } from '../read-text.ts';

async function referentsOf(text: string) {
  const { mentions } = await readText(text);
  return mentions
    .filter(({ kind, type }) => kind === 'nominal' && type === 'Organization')
    .map(({ start, end, referent }) => [text.slice(start, end), referent?.name]);
}

describe('institutions', () => {
  it.each([
    [
      'Norway will close its embassy in the Brazilian capital Brasilia.',
      [['its embassy in the Brazilian capital Brasilia', 'Norwegian embassy in Brazil']],
    ],
    ['The U.S. embassy in Norway closed.', [['U.S. embassy in Norway', 'U.S. embassy in Norway']]],
    ["Norway's defense ministry agreed.", [["Norway's defense ministry", 'defense ministry of Norway']]],
    ['The Norwegian parliament agreed.', [['Norwegian parliament', 'parliament of Norway']]],
    ['A parliament is a talking shop.', []],
    ['During the war with Denmark, Norway put its military on alert.', [['its military', 'military of Norway']]],
  ])('"%s"', async (text, expected) => {
    expect(await referentsOf(text)).toEqual(expected);
  });

  it('states whose it is and where it is', async () => {
    const relations = relationsOf(await readText('The U.S. embassy in Norway closed.'));
    expect(relations).toContain('U.S. embassy in Norway -AGENCY_OF-> U.S.');
    expect(relations).toContain('U.S. embassy in Norway -LOCATED_IN-> Norway');
  });

  it('reads whose a ministry is in a name that goes on with its field, and no party for a parliament', async () => {
    expect(relationsOf(await readText('They called the Greek Ministry of Culture.'))).toContain(
      'Greek Ministry of Culture -AGENCY_OF-> Greek',
    );
    expect(relationsOf(await readText('The Indian National Congress won.'))).toEqual([]);
  });

  it('names an embassy once its owner is known from elsewhere', () => {
    const [norway, brazil] = [findCountry('Norway'), findCountry('Brazil')];
    if (!norway || !brazil) throw new Error('lexicon: no such country');
    expect(institutionReferent('Embassy', norway, brazil).name).toBe('Norwegian embassy in Brazil');
  });
});
