// Claims about numbers: who or what, what is counted or measured, how much with its approximation and unit, when and where.
import { describe, expect, it } from 'vitest';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

/** `subject | predicate | text = value unit, modality`, of the claims with a quantity. */
async function numbers(text: string): Promise<string[]> {
  const extraction = await extractText(text);
  return extraction.relations.flatMap((relation) => {
    const { literal, modality, time } = relation;
    if (literal?.type !== 'Quantity') return [];
    const when = time === null ? '' : `, ${time.from}`;
    return [`${sayRelation(extraction, relation)} = ${literal.value} ${literal.unit}, ${modality}${when}`];
  });
}

describe('numbers', () => {
  it.each<[string, string]>([
    [
      'The withdrawal will leave over 120,000 Russian troops near the border.',
      'Russian troops | number | over 120,000 = 120000 troops, planned',
    ],
    [
      'At least 12 soldiers were killed in Torva on Monday.',
      'At least 12 soldiers | number | At least 12 = 12 soldiers, actual, 2031-05-05',
    ],
    ['Norair employs nearly 3,000 people.', 'people | number | nearly 3,000 = 3000 people, actual'],
    ['Norway paid $3 million to France in 2019.', 'Norway | pay | $3 million = 3000000 USD, actual, 2019'],
    ['Torva has a population of 55,000.', 'Torva | population | 55,000 = 55000 null, actual'],
    ['The population of Torva is about 55,000.', 'Torva | population | about 55,000 = 55000 null, actual'],
    ['The death toll in Torva rose to 45.', 'Torva | death toll | 45 = 45 null, actual'],
    ['Norair shares fell 3 percent on Monday.', 'Norair | share fall | 3 percent = 3 percent, actual, 2031-05-05'],
    ['Norway may send more than 40 tanks to Torva.', 'Norway | send | more than 40 = 40 tanks, possible'],
  ])('%s', async (text, expected) => {
    expect(await numbers(text)).toContain(expected);
  });

  it('says where those stand who are counted, by the country whose border it is', async () => {
    const extraction = await extractText('Russia has 130,000 troops near the Ukrainian border.');
    expect(extraction.relations.map((relation) => sayRelation(extraction, relation))).toContain(
      'troops | near | Ukrainian',
    );
  });
});

describe('what a text states in passing', () => {
  it.each<[string, string]>([
    [
      'Norway will close its embassy in the French capital Paris and relocate diplomatic operations to Lyon.',
      'planned positive its embassy in the French capital Paris | relocate to | Lyon',
    ],
    [
      'Norway will fight unless it is given assurances that Sweden will not be admitted to the European Union.',
      'demanded negative Sweden | admit to | European Union',
    ],
    ['Ada Quill ruled France after 1999.', 'actual positive Ada Quill | rule | France'],
    ['Ada Quill said that Boris Hale had visited Norway in March.', 'actual positive Boris Hale | visit | Norway'],
  ])('%s', async (text, expected) => {
    const extraction = await extractText(text);
    expect(
      extraction.relations.map(
        (relation) => `${relation.modality} ${relation.polarity} ${sayRelation(extraction, relation)}`,
      ),
    ).toContain(expected);
  });
});
