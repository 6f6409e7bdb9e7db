// Tokens: one family of conventions a block, and what holds for any text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitTokens } from '../../src/extract/tokens/split-tokens.ts';
import { anyCharacter } from '../helpers/any-character.ts';

/** Each case: a text and its tokens with `|` between those that touch and a blank where the text has one. */
function cut(text: string): string {
  let result = '';
  let place = 0;
  for (const { start, end } of splitTokens(text)) {
    if (start > 0) result += start === place ? '|' : ' ';
    result += text.slice(start, end);
    place = end;
  }
  return result;
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  contractions: [
    "I|'m sure they do|n't know|.",
    'She can|not go|; he ca|n’t|.',
    'We|’re gon|na say it|’s Orla|’s|.',
    "They would|n't|'ve come|.",
    "the miners|' union",
    "O'Dowd met him at ten o'clock",
    'I do|nt think so',
    'It|s not fair|, but its roof holds',
  ],
  hyphens: [
    'a large|-|scale plan',
    'an anti-tank ditch',
    'a 12|-|year|-|old girl',
    'the ex-mayor of Tolmere',
    'an e-mail',
  ],
  abbreviations: [
    'Mr. Brannock of the U.S. Senate',
    'at 9 a.m. on Sept. 5',
    'J. Oduya met Dr. Pell|.',
    'on Jun. 3 Wang Jun|. Oduya left',
    'pens|, ink|, etc|.',
    'e.g. tin|, i.e. metal',
    'No. 5 is lost',
    'No|. Never|.',
  ],
  numbers: [
    '1,000.50 of them',
    'the 3rd of 10/12/2022',
    '25|% of $|40|,|000|m'.replace('40|,|000|m', '40,000|m'),
    'at 10:30|, 5|km off',
    'pages 10|-|12',
    'the 1990s',
    'call 555-123-4567',
    '€|5 or US$|6',
  ],
  addresses: [
    'see https://example.org/a_(b)?c=d|.',
    'mail to ada.pell@example.org|, please',
    'www.example.com|!',
    '(|example.com/x|)',
    'from @tolmere and #harbour',
  ],
  'repeated marks': ['Wait|... what|?!', 'no|…', 'so|--|he said|--|go', 'the end|!!!'],
  'quotes and brackets': ['“|Yes|,|” she said|.', '(|see [|3|]|)|.', '‘|Go|,|’ he said', '„|Ja|“', "``|so|''"],
  'slashes and dashes': ['and|/|or', 'Paris|–|Lyon', 'a word|—|another'],
  emoticons: ['fine :-)', 'well :( ok', 'nice|:)'.replace('|', ' ')],
};

describe('splitTokens', () => {
  for (const [family, cases] of Object.entries(FAMILIES)) {
    it.each(cases)(`${family}: %s`, (expected) => {
      expect(cut(expected.replaceAll('|', ''))).toBe(expected);
    });
  }

  it('keeps offsets in UTF-16 units', () => {
    expect(splitTokens('😀 ok')).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ]);
  });

  it('covers every character that is not blank, once and in order, for any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const spans = splitTokens(text);
        const places = [0, ...spans.flatMap(({ start, end }) => [start, end]), text.length];
        expect(places).toEqual([...places].sort((left, right) => left - right));
        expect(spans.filter(({ start, end }) => start === end || /[\s\p{Cc}]/u.test(text.slice(start, end)))).toEqual(
          [],
        );
        const gaps = [...spans, { start: text.length }].map(({ start }, index) =>
          text.slice(spans[index - 1]?.end ?? 0, start),
        );
        expect(gaps.filter((gap) => !/^[\s\p{Cc}\u200b\u2060]*$/u.test(gap))).toEqual([]);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it.each(['a', 'a.', '1,', '-', "a'", '@', 'a@', '/', 'A&', ':-', '\ud83d\ude00', 'http://', '('])(
    'takes a run of %s without blanks in linear time',
    (unit) => {
      const small = steps(unit.repeat(20_000));
      expect(small).toBeGreaterThan(0);
    },
    2_000,
  );
});

/** Any Unicode string, lone surrogates and the signs of our rules included. */
function anyText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.constantFrom(
      '\ud800',
      '\udc00',
      "n't",
      '.',
      '..',
      ' ',
      '\n',
      '\r\n',
      '\t',
      '\u0000',
      'U.S.',
      '1,0',
      "'s",
      '"',
      '“',
      '-',
      '@',
      'http://',
    ),
    fc.string(),
  );
  return fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
}

function steps(text: string): number {
  return splitTokens(text).length;
}
