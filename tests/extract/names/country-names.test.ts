// Countries after which people are called, and words that are countries in other languages only.
import { expect, it } from 'vitest';
import { extractText } from '../../helpers/extract-text.ts';

/** `type name` of each name, in reading order, with what it stands for. */
async function namesOf(text: string): Promise<string[]> {
  const { mentions } = await extractText(text);
  return mentions
    .filter(({ kind }) => kind === 'name')
    .map(
      ({ type, start, end, referent }) => `${type} ${text.slice(start, end)}${referent ? ` = ${referent.name}` : ''}`,
    );
}

it.each<[string, string[]]>([
  ['Jordan Quill met Boris Hale.', ['Person Jordan Quill', 'Person Boris Hale']],
  ['President Israel Hale spoke.', ['Person Israel Hale']],
  ['Actor Tom Holland spoke to reporters. Holland said he was happy.', ['Person Tom Holland', 'Person Holland']],
  ['Thomas Mann left Oslo. Mann was a novelist.', ['Person Thomas Mann', 'Place Oslo', 'Person Mann']],
  ['Dominique Quill met Boris Hale.', ['Person Dominique Quill', 'Person Boris Hale']],
  ['Ada Quill lives on the Island.', ['Person Ada Quill']],
])('no country is named in: %s', async (text, names) => {
  expect(await namesOf(text)).toEqual(names);
});

it('ends a name before the stop of its sentence', async () => {
  const text = 'Harbour United have signed Daniel Okoro. The 23-year-old Nigerian scored 18 goals last season.';
  expect(await namesOf(text)).toContain('Person Daniel Okoro');
  expect(await namesOf(text)).not.toContain('Person Daniel Okoro.');
});

it.each<[string, string[]]>([
  ['Jordan King Boris Hale spoke.', ['Place Jordan', 'Person Boris Hale']],
  ['Israel Prime Minister Ada Quill spoke.', ['Place Israel = Israel', 'Person Ada Quill']],
  ['The Bank of Norway closed.', ['Organization Bank of Norway', 'Place Norway = Norway']],
  ['He moved to Holland in 1999.', ['Place Holland = Netherlands']],
])('a country is named in: %s', async (text, names) => {
  expect(await namesOf(text)).toEqual(names);
});
