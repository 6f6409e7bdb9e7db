// What befell how many people, and where: a claim of the place, with the number as it is told.
import { describe, expect, it } from 'vitest';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

/** `place | people fate | text = value unit, modality`, of the claims with a quantity. */
async function tolls(text: string): Promise<string[]> {
  const extraction = await extractText(text);
  return extraction.relations.flatMap((relation) =>
    relation.literal?.type === 'Quantity'
      ? [
          `${sayRelation(extraction, relation)} = ${relation.literal.value} ${relation.literal.unit}, ${relation.modality}`,
        ]
      : [],
  );
}

describe('tolls', () => {
  it.each<[string, string]>([
    ['A bomb killed 12 people in Torva.', 'Torva | people killed | 12 = 12 people, actual'],
    [
      'At least 20 people died when a bomb exploded in a market in the city of Torva.',
      'Torva | people killed | At least 20 = 20 people, actual',
    ],
    ['An attack on a bus in Torva left 12 people dead.', 'Torva | people killed | 12 = 12 people, actual'],
    [
      'A bomb exploded in Torva, killing 12 people and wounding 30 others.',
      'Torva | people injured | 30 = 30 people, actual',
    ],
    [
      'Police arrested 50 Norlandish protesters in Torva.',
      'Torva | Norlandish protesters arrested | 50 = 50 protesters, actual',
    ],
    ['Floods in Torva could displace 3,000 people.', 'Torva | people displaced | 3,000 = 3000 people, possible'],
    ['Nearly 40 miners are missing in Torva.', 'Torva | miners missing | Nearly 40 = 40 miners, actual'],
    ['Bomb kills 12 in Torva.', 'Torva | people killed | 12 = 12 people, actual'],
    ['More than 20,000 people marched in Torva.', 'Torva | people gathered | More than 20,000 = 20000 people, actual'],
    [
      'The protest drew 20,000 people to the streets of Torva.',
      'Torva | people gathered | 20,000 = 20000 people, actual',
    ],
    ['At least 10,000 people fled Torva.', 'Torva | people fled | At least 10,000 = 10000 people, actual'],
    ['Norland expelled 12 diplomats from Torva.', 'Torva | diplomats expelled | 12 = 12 diplomats, actual'],
    ['The death toll in Torva rose to 45.', 'Torva | people killed | 45 = 45 people, actual'],
  ])('%s', async (text, expected) => {
    expect(await tolls(text)).toContain(expected);
  });

  it('takes the place of those who are injured from the sentence before, and quotes both', async () => {
    const extraction = await extractText('A bomb killed 12 people in Torva. More than 40 were injured.');
    const injured = extraction.relations.find(({ predicate }) => predicate === 'people injured');
    expect(injured && sayRelation(extraction, injured)).toBe('Torva | people injured | More than 40');
    expect(injured?.evidence).toEqual({ start: 0, end: extraction.document.text.length });
  });

  it.each<[string, string]>([
    ['who says it says it elsewhere', 'Officials in Oslo said a bomb killed 12 people.'],
    ['another sentence with a place of its own', 'A bomb killed 12 people in Torva. In Oslo 40 were injured.'],
    ['these are two of whom the text has told', 'The two soldiers were killed in Torva.'],
    ['that is where somebody else is', 'Regulators in Torva halted the trial after two people died.'],
    ['no people', 'Storms in Torva killed 300 cattle.'],
  ])('%s: %s', async (_, text) => {
    const wrong =
      /^(?:Oslo \| people killed|Torva \| people injured|Torva \| (?:soldiers|people) killed \| two|Torva \| cattle)/;
    expect((await tolls(text)).filter((each) => wrong.test(each))).toEqual([]);
  });

  it('says of those whose place nobody names what befell them', async () => {
    expect(await tolls('At least three soldiers were killed.')).toEqual([
      'At least three soldiers | killed | At least three = 3 soldiers, actual',
    ]);
  });
});
