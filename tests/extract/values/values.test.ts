// Dates and quantities: what they are worth, where they stand, and what is no value at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanNumbers } from '../../../src/extract/values/scan-numbers.ts';
import { timeRangeOf } from '../../../src/extract/values/values.ts';
import type { Mention } from '../../../src/model/extraction.ts';
import { sliceSpan } from '../../../src/model/span.ts';
import { extractText } from '../../helpers/extract-text.ts';

async function valuesOf(text: string, type: 'Time' | 'Quantity', publishedAt: string | null = '2031-05-06') {
  const extraction = await extractText(text, publishedAt);
  const mentions = extraction.mentions.filter((mention) => mention.type === type && mention.by === 'values@1');
  return { extraction, mentions, words: mentions.map((mention) => sliceSpan(text, mention)) };
}

const isos = (mentions: readonly Mention[]) => mentions.map((mention) => mention.literal?.value ?? null);

describe('dates', () => {
  it.each([
    ['Ada Quill met Boris Hale on Monday.', 'Monday', '2031-05-05'],
    ['Ada Quill met Boris Hale on Thursday.', 'Thursday', '2031-05-01'],
    ['Ada Quill will meet Boris Hale on Thursday.', 'Thursday', '2031-05-08'],
    ['Ada Quill beat Boris Hale on Thursday.', 'Thursday', '2031-05-01'],
    ['“I would go,” Ada Quill told reporters on Thursday.', 'Thursday', '2031-05-01'],
    ['The council voted 21 to 14 on Tuesday.', 'Tuesday', '2031-05-06'],
    ['The vote will be held this Friday.', 'this Friday', '2031-05-09'],
    ['The vote was held last Friday.', 'last Friday', '2031-05-02'],
    ['We will march this [Friday] evening.', 'this [Friday] evening', '2031-05-09'],
    ['The bridge fell on February 16.', 'February 16', '2031-02-16'],
    ['The bridge fell on Dec. 3.', 'Dec. 3', '2030-12-03'],
    ['The bridge will open on June 3.', 'June 3', '2031-06-03'],
    ['She was born on 7 October 1952.', '7 October 1952', '1952-10-07'],
    ['The firm opened in March 1999.', 'March 1999', '1999-03'],
    ['The firm opened in 1952.', '1952', '1952'],
    ['The board named Ada Quill its head, effective July 1.', 'July 1', '2031-07-01'],
    ['The firm closed two days ago.', 'two days ago', '2031-05-04'],
    ['The firm closed last month.', 'last month', '2031-04'],
    ['The firm closed last year.', 'last year', '2030'],
    ['The firm closed yesterday.', 'yesterday', '2031-05-05'],
    ['The firm closed last autumn.', 'last autumn', '2030'],
    ['The bridge fell in the summer of 2022.', 'summer of 2022', '2022'],
    ['The sale will close in the fourth quarter of 2033.', 'fourth quarter of 2033', '2033'],
    ['Exports grew by 3% in the first quarter.', 'first quarter', '2031'],
    ['The firm was sold on the night of April 7.', 'April 7', '2031-04-07'],
    ['He was convicted in March of 11 counts of fraud.', 'March', '2031-03'],
    ['Prices are forecast to exceed 40 crowns until Friday.', 'Friday', '2031-05-09'],
    ['The firm fell; three years later it closed.', 'three years later', null],
    ['The firm closed three weeks after the flood.', 'three weeks after', null],
    ['The bridge fell in October of last year.', 'October of last year', '2030-10'],
  ])('reads %s', async (text, words, iso) => {
    const found = await valuesOf(text, 'Time');
    expect(found.words).toEqual([words]);
    expect(isos(found.mentions)).toEqual([iso]);
  });

  it.each([
    ['The firm closed last autumn.', '2030-09', '2030-11'],
    ['The firm closed in the winter of 2022.', '2022-12', '2023-02'],
    ['The firm will open next spring.', '2032-03', '2032-05'],
    ['Sales fell in the second half of 2030.', '2030-07', '2030-12'],
    ['Third-quarter profit fell by 3%.', '2030-07', '2030-09'],
    ['Profit fell in Q2 2030.', '2030-04', '2030-06'],
  ])('reads the months of %s', async (text, from, to) => {
    const { extraction, mentions } = await valuesOf(text, 'Time');
    expect(timeRangeOf(extraction, mentions[0] as Mention)).toMatchObject({ from, to });
  });

  it('gives a week that spans two months its year as value and its days as range', async () => {
    const { extraction, mentions } = await valuesOf('The talks failed last week.', 'Time');
    expect(isos(mentions)).toEqual(['2031']);
    expect(timeRangeOf(extraction, mentions[0] as Mention)).toEqual({
      from: '2031-04-28',
      to: '2031-05-04',
      text: 'last week',
    });
  });

  it('values only what the text itself fixes where the day of publication is unknown', async () => {
    const found = await valuesOf('Quill left on Monday and came back on 3 May 2020.', 'Time', null);
    expect(isos(found.mentions)).toEqual([null, '2020-05-03']);
  });

  it.each([
    'She may march on.',
    'They waited for three weeks.',
    'He ran within two hours.',
    'The crown slipped to its lowest in seven months as some bet that prices would fall.',
    'Torva scored in the first quarter.',
    'The Sun wrote so.',
    'It cost 3.5 crowns.',
  ])('finds no date in %s', async (text) => {
    expect((await valuesOf(text, 'Time')).words).toEqual([]);
  });
});

describe('quantities', () => {
  it.each([
    ['Norland sent over 12,500 combat troops.', 'over 12,500', 12_500, 'troops'],
    ['About two dozen soldiers fled.', 'About two dozen', 24, 'soldiers'],
    ['Half a million voters stayed home.', 'Half a million', 500_000, 'voters'],
    ['It cost 1.2 billion dollars.', '1.2 billion dollars', 1_200_000_000, 'USD'],
    ['It cost $3.5m.', '$3.5m', 3_500_000, 'USD'],
    ['Some 12 percent agreed.', 'Some 12 percent', 12, 'percent'],
    ['They walked 25 miles north.', '25 miles', 25, 'miles'],
    ['One hundred and five ships sank.', 'One hundred and five', 105, 'ships'],
    ['It rose by 25 basis points.', '25 basis points', 25, 'basis points'],
    ['Rates fell by half a percentage point.', 'half a percentage point', 0.5, 'percentage points'],
    ['A 310-page report came out.', '310', 310, 'page'],
    ['Norland sent 2,50,000 tents.', '2,50,000', 250_000, 'tents'],
    ['It cost $1,20,50,000.', '$1,20,50,000', 12_050_000, 'USD'],
  ])('reads %s', async (text, words, value, unit) => {
    const found = await valuesOf(text, 'Quantity');
    expect(found.words).toEqual([words]);
    expect(found.mentions[0]?.literal).toEqual({ type: 'Quantity', value, unit, text: words });
  });

  it.each([
    'A B-52 landed.',
    'No one came.',
    '(Visited 4,321 times, 2 visits today)',
    'They met at 12:30.',
    'One of them left.',
    'They met at 6 p.m. in Torva.',
    'Just under two-thirds of adults voted.',
  ])('counts nothing in %s', async (text) => {
    expect((await valuesOf(text, 'Quantity')).words).toEqual([]);
  });

  it.each<[string, [number, string | null][]]>([
    [
      'Between 2,000 and 3,000 soldiers left.',
      [
        [2000, 'soldiers'],
        [3000, 'soldiers'],
      ],
    ],
    [
      'It was foreseen by 21 of 26 economists.',
      [
        [21, 'economists'],
        [26, 'economists'],
      ],
    ],
    [
      "Only 11 of the union's 19 members agreed.",
      [
        [11, 'members'],
        [19, 'members'],
      ],
    ],
    [
      'Sales will grow between 1 and 2 percent.',
      [
        [1, 'percent'],
        [2, 'percent'],
      ],
    ],
  ])('counts the same things before and behind: %s', async (text, expected) => {
    const { mentions } = await valuesOf(text, 'Quantity');
    expect(mentions.map(({ literal }) => [literal?.value, literal?.unit])).toEqual(expected);
  });

  it('reads any text without failing, inside its bounds and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const number of scanNumbers(text, { start: 0, end: text.length })) {
          expect(number.start).toBeGreaterThanOrEqual(last);
          expect(number.end).toBeGreaterThan(number.start);
          expect(number.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(number.value)).toBe(true);
          last = number.end;
        }
      }),
    );
  });
});
