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
      'Torva | soldiers killed | At least 12 = 12 soldiers, actual, 2031-05-05',
    ],
    ['Norway paid $3 million to France in 2019.', 'Norway | pay | $3 million = 3000000 USD, actual, 2019'],
    ['Torva has a population of 55,000.', 'Torva | population | 55,000 = 55000 null, actual'],
    ['The population of Torva is about 55,000.', 'Torva | population | about 55,000 = 55000 null, actual'],
    ['The death toll in Torva rose to 45.', 'Torva | people killed | 45 = 45 people, actual'],
    ['Norair shares fell 3 percent on Monday.', 'Norair | share fall | 3 percent = 3 percent, actual, 2031-05-05'],
    ['Norair sold 9,000 cars in 2030.', 'Norair | sell | 9,000 = 9000 cars, actual, 2030'],
    ['The European Union and its 27 members met in Oslo.', 'its | have | 27 = 27 members, actual'],
    ['Ada Quill, 45, the chief executive of Norair, resigned.', 'Ada Quill | age | 45 = 45 years, actual'],
    ['Boris Hale, a 45-year-old teacher from Torva, left.', 'Boris Hale | age | 45-year = 45 years, actual'],
    ['Police arrested 31-year-old Boris Hale in Torva.', 'Boris Hale | age | 31-year = 31 years, actual'],
    ['Quill, 45, took bribes between 2016 and 2019. Ada Quill left.', 'Quill | age | 45 = 45 years, actual'],
    ['Boris Hale, aged 31, was arrested.', 'Boris Hale | age | 31 = 31 years, actual'],
    ['Ada Quill left. She is 45 years old.', 'She | age | 45 years = 45 years, actual'],
    ['Norair bought Harrow Motors for $3 billion.', 'Harrow Motors | price | $3 billion = 3000000000 USD, actual'],
    ['Harbour United signed Boris Hale for £25 million.', 'Boris Hale | price | £25 million = 25000000 GBP, actual'],
    ['Norair may buy Harrow Motors for $3 billion.', 'Harrow Motors | price | $3 billion = 3000000000 USD, possible'],
    ['Harrow Motors was sold in a deal worth $2 million.', 'Harrow Motors | price | $2 million = 2000000 USD, actual'],
    [
      'Norair announced its $3 billion acquisition of Harrow Motors.',
      'Harrow Motors | price | $3 billion = 3000000000 USD, actual',
    ],
    ['Norway may send more than 40 tanks to Torva.', 'Norway | send | more than 40 = 40 tanks, possible'],
  ])('%s', async (text, expected) => {
    expect(await numbers(text)).toContain(expected);
  });

  it.each([
    ['Russia has 130,000 troops near the Ukrainian border.', 'troops | near | Ukrainian'],
    ['There are more than 100,000 Russian troops on the border with Ukraine.', 'Russian troops | on | Ukraine'],
    ['Russia has been mounting 100,000 troops on the border of Ukraine.', 'troops | on | Ukraine'],
  ])('says where those stand who are counted, by the country whose border it is: %s', async (text, expected) => {
    const extraction = await extractText(text);
    expect(extraction.relations.map((relation) => sayRelation(extraction, relation))).toContain(expected);
  });

  it.each([
    ['nobody is as old as a brother', 'Ada Quill said that her 80-year-old brother was not dying.'],
    ['a score is no age', 'Ada Quill scored 21, 12 of them late.'],
    ['a year is no age', 'Ada Quill, 2031, left.'],
    ['a body has none', 'The Harbour Bank, 45, left.'],
    ['what is paid for is not what is bought', 'Ada Quill paid $3 million for lunch and bought Norair.'],
  ])('%s: %s', async (_, text) => {
    expect((await numbers(text)).filter((each) => /\| (?:age|price) \|/.test(each))).toEqual([]);
  });

  it.each(['About 1,300 Norwegians were killed.', 'Crowds cheered 40 Norland Marines.'])(
    'does not take some of a people or a body for all of it: %s',
    async (text) => {
      expect(await numbers(text)).toEqual([]);
    },
  );

  it('tells the number of people once, of whoever has them', async () => {
    expect(await numbers('Norair employs nearly 3,000 people.')).toEqual([
      'Norair | employ | nearly 3,000 = 3000 people, actual',
    ]);
  });

  it.each([
    'The 23-year-old Nigerian scored 18 goals.',
    'Norair is owned by two firms, Harrow Works and Lund Trust.',
    'The two presidents have not met since.',
    'Two Western officials said that prices fell.',
  ])('does not count those who are only named: %s', async (text) => {
    expect(await numbers(text)).toEqual([]);
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
    ['Ada Quill took bribes from Norair.', 'actual positive Ada Quill | take bribes from | Norair'],
    ['Norway sells arms to France.', 'actual positive Norway | sell arms to | France'],
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

describe('edges that nobody could follow', () => {
  it.each<[string, string[]]>([
    ['Colleagues remember a man who read tables.', []],
    ['France has offered to lead one in Romania.', ['France | lead in | Romania']],
    ['Ada Quill spent Tuesday in Paris.', ['Ada Quill | spend in | Paris']],
  ])('%s', async (text, expected) => {
    const extraction = await extractText(text);
    expect(extraction.relations.map((relation) => sayRelation(extraction, relation))).toEqual(expected);
  });
});
