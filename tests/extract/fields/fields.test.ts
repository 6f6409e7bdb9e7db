// Forms: what a label says of whom the page is about, and what is no form.
import { describe, expect, it } from 'vitest';
import { findForms } from '../../../src/extract/fields/read-forms.ts';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

const REGISTER = `Company name: BELLTOWER HOLDINGS LIMITED
Registered office: Tortola, British Virgin Islands
Incorporated on: 3 February 2012
Directors:
- Claudine Abeke (appointed 3 February 2012; resigned 1 June 2016)
- Jean-Luc Ferrand (appointed 1 June 2016)
Shareholders:
- Claudine Abeke: 700 shares
- Lakeside Foundation: 300 shares`;

const PAGE = `Veltor Group

Founder: Otto Veltor
Headquarters: Graz, Austria
Key people: Ingrid Hofer (CEO), Stefan Maurer (Chairman)
Owner: Castor Capital (40%)
Employees: 8,450`;

async function told(text: string): Promise<string[]> {
  const extraction = await extractText(text);
  return extraction.relations.map((each) => sayRelation(extraction, each));
}

describe('fields of a form', () => {
  it('are told of the company whose name stands in one, in capitals too', async () => {
    expect(await told(REGISTER)).toEqual(
      expect.arrayContaining([
        'BELLTOWER HOLDINGS LIMITED | BASED_IN | British Virgin Islands',
        'BELLTOWER HOLDINGS LIMITED | FOUNDED_ON | 3 February 2012',
        'Claudine Abeke | WORKS_FOR | BELLTOWER HOLDINGS LIMITED',
        'BELLTOWER HOLDINGS LIMITED | OWNED_BY | Claudine Abeke',
        'BELLTOWER HOLDINGS LIMITED | OWNED_BY | Lakeside Foundation',
        'Lakeside Foundation | shares in Belltower Holdings Limited | 300',
      ]),
    );
  });

  it('have the term that stands in brackets', async () => {
    const { relations } = await extractText(REGISTER);
    const terms = relations.filter(({ type }) => type === 'WORKS_FOR').map(({ time }) => `${time?.from}..${time?.to}`);
    expect(terms).toEqual(['2012-02-03..2016-06-01', '2016-06-01..null']);
  });

  it('are told of the heading, with roles and shares behind names', async () => {
    const relations = await told(PAGE);
    expect(relations).toEqual(
      expect.arrayContaining([
        'Veltor Group | FOUNDED_BY | Otto Veltor',
        'Ingrid Hofer | LEADS | Veltor Group',
        'Castor Capital | stake in Veltor Group | 40%',
        'Veltor Group | employees | 8,450',
      ]),
    );
    expect(relations.some((each) => /Ingrid Hofer \| \w+ \| Otto/.test(each))).toBe(false);
  });

  it('reads rows of a table', async () => {
    const table = 'Veltor Group\n\nFounder\tOtto Veltor\n\nHeadquarters\tGraz, Austria\n\nEmployees\t8,450';
    expect(await told(table)).toContain('Veltor Group | employees | 8,450');
  });

  it.each([
    'Ada Quill said: the mill is closed.\nFounder: Otto Veltor\nThe mill was sold.',
    'Location: Oslo\nPhoto: Ada Quill\n\nThe mill was sold to Otto Veltor.',
    'Monday: Ada Quill\nTuesday: Boris Hale\nFriday: Carl Munt',
  ])('sees no form in %s', async (text) => {
    expect(findForms(await extractText(text))).toEqual([]);
  });
});
