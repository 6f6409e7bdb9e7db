// "TORVA, Norland (Harrow News) - Officials said", "March 3, 2031 -- Officials said": where and by whom a wire story was written is no part of its first sentence.
import { type Gap, type TokenReader, wordAt } from './gaps.ts';

/** Words before the dash. */
const LONGEST = 12;
/** Words behind the dash that are asked whether they are running text, and not the other half of a headline. */
const BEHIND = 8;
/** Words of places, agencies and dates, and what parts them. */
const WORD = /^(?:\p{Lu}.*|\d+|[(),./]|of|de|del|la|al|the|and)$/u;

/** True right behind the dash that ends the dateline of a line. */
export function endsDateline(reader: TokenReader, { index, first, line }: Gap): boolean {
  if (first !== line.first || index - first < 1 || index - first > LONGEST) return false;
  if (!/^(?:[-–—]|--)$/.test(wordAt(reader, index)) || !isApart(reader, index)) return false;
  if (!opensDateline(reader, first) || /^[\p{Ll}(,]/u.test(wordAt(reader, index + 1))) return false;
  for (let place = first; place < index; place += 1) if (!WORD.test(wordAt(reader, place))) return false;
  for (let place = index + 1; place <= Math.min(index + BEHIND, line.last); place += 1)
    if (/^\p{Ll}/u.test(wordAt(reader, place))) return true;
  return false;
}

/** True right behind the colon of a line of a timeline: "3 August 2019: The ferry left", "2014: …", "May 3, 22:40: …". */
export function endsDateLabel(reader: TokenReader, { index, first, line }: Gap): boolean {
  if (first !== line.first || index - first > LONGEST || wordAt(reader, index) !== ':') return false;
  const words = Array.from({ length: index - first }, (_, place) => wordAt(reader, first + place));
  return words.every((word) => DATE_WORD.test(word)) && words.some((word) => YEAR.test(word) || MONTH.test(word));
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH = new RegExp(`^(?:${MONTHS})\\.?$`, 'i');
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const DATE_WORD = new RegExp(
  `^(?:\\d{1,4}(?:st|nd|rd|th)?|\\d\\d?[:.]\\d\\d|[,•*–-]|[ap]\\.?m\\.?|(?:${MONTHS})\\.?|` +
    '(?:mon|tues|wednes|thurs|fri|satur|sun)day|early|mid|late|spring|summer|autumn|winter|about|c\\.)$',
  'i',
);

/** A place in capitals, or a date. */
function opensDateline(reader: TokenReader, first: number): boolean {
  const [word, next] = [wordAt(reader, first), wordAt(reader, first + 1)];
  return /^\p{Lu}{3,}$/u.test(word) || [`${word} ${next}`, `${next} ${word}`].some((pair) => DAY.test(pair));
}

const DAY = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}$/iu;

/** With space on both sides. */
function isApart({ tokens }: TokenReader, index: number): boolean {
  const [before, dash, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return (
    before !== undefined &&
    dash !== undefined &&
    after !== undefined &&
    before.end < dash.start &&
    dash.end < after.start
  );
}
