// Peoples stand for their country, and only whole words do.
import { describe, expect, it } from 'vitest';
import { namesOf, readText } from '../read-text.ts';

const referents = async (text: string) =>
  (await readText(text)).mentions.flatMap(({ start, end, referent }) =>
    referent ? [`${text.slice(start, end)}=${referent.name}`] : [],
  );

describe('demonyms', () => {
  it('carries the country', async () => {
    expect(await referents('Dutch and Norwegian ships met Poles near Britain.')).toEqual([
      'Dutch=Netherlands',
      'Norwegian=Norway',
      'Poles=Poland',
      'Britain=United Kingdom',
    ]);
  });

  it('claims no country for a name that is also another place', async () => {
    expect(await referents('He drove through Georgia.')).toEqual([]);
    expect(await referents('Jordanian ships met there.')).toEqual(['Jordanian=Jordan']);
  });

  it('claims no country for the end of the name of a region', async () => {
    expect(await referents('They led a South American bank in Inner Mongolia.')).toEqual([]);
    expect(await referents('He went to the Republic of Ireland.')).not.toEqual([]);
  });

  it('reads the words of one people as one name', async () => {
    const name = async (text: string) => namesOf(await readText(text)).filter((each) => !each.endsWith('/Person'));
    expect(await name('They heard South African President Xael Quillon.')).toEqual(['South African/Group']);
    expect(await name('She beat South African Xael Quillon.')).toEqual(['South African/Group']);
    expect(await name('They heard Costa Rican President Xael Quillon.')).toEqual(['Costa Rican/Group']);
    expect(await name('Two South Korean officials left.')).toEqual(['South Korean/Group']);
    expect(await name('He led several West African nations.')).toEqual(['West African/Group']);
  });

  it.each([
    'Three Germans were killed.',
    'At least 10 Norwegians fled.',
    'Dozens of Poles fled.',
    'Hundreds of Dutch fled.',
  ])('takes people who are counted for no country: %s', async (text) => {
    expect(await referents(text)).toEqual([]);
  });

  it('lets a country count its things', async () => {
    expect(await referents('Two Norwegian ships fled.')).toEqual(['Norwegian=Norway']);
  });

  it('takes two peoples side by side for one that stands for no country', async () => {
    expect(await referents('The Bosnian Croat council agreed in May.')).toEqual([]);
    expect(namesOf(await readText('Turkish Cypriots left.'))).toEqual(['Turkish Cypriots/Group']);
  });

  it('gives both readings of a nested name, the whole first', async () => {
    const { mentions } = await readText("He asked Norway's Finance Ministry.");
    expect(mentions.map(({ type }) => type)).toEqual(['Organization', 'Place']);
  });

  it.each(['She teaches Norwegian at a school.', 'The book was written in Norwegian.'])(
    'takes a language for no country: %s',
    async (text) => {
      const { mentions } = await readText(text);
      expect(mentions.find(({ start, end }) => text.slice(start, end) === 'Norwegian')).toMatchObject({
        type: 'Other',
        referent: null,
      });
    },
  );

  it('takes a people in the same place for its country', async () => {
    expect(await referents('She taught Norwegians at a school.')).toEqual(['Norwegians=Norway']);
  });
});
