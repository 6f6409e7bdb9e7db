// Names of products that their spelling shows: "iPhone", "A380", "KC-45"; the encoder often takes the small letter or the number for no name.
import type { Extraction } from '../../model/extraction.ts';
import type { Run } from './find-runs.ts';

/** A small letter, then a capital: nobody spells a common noun so. */
const CAMEL = /^(?:i|e|mac)\p{Lu}\p{Ll}\p{L}{1,12}$/u;
/** Letters and a number: one to three capitals, two to four digits, perhaps a series and a plural. */
const MODEL = /^\p{Lu}{1,3}-?\d{2,4}\p{Lu}{0,2}s?$/u;
/** Several of a model: "A350s" needs no word before it. */
const MODELS = /^\p{Lu}\d{2,4}s$/u;
/** A number, no year, that its letters or its maker make a model: "777-200LR", "Norair 737s". */
const NUMBER = /^(?!(?:1\d|20)\d\d)\d{3,4}(?:\p{Lu}{1,3}|s)?$/u;
const SERIES = /^\d{2,4}\p{Lu}{1,3}s?$/u;
/** The series behind a number, where a word for what is made follows: "737-800 airliners". */
const SUBTYPE = /^\d{3}$/;
const VEHICLE =
  /^(?:airliner|jetliner|airplane|aeroplane|plane|jet|aircraft|helicopter|bomber|fighter|passenger|cargo|locomotive|tractor|truck)s?$/;
/** Not vitamins, roads, groups of states, visas or viruses: what stands before a model says that it is made, flown or sold. */
const NO_MODEL = /^(?:G\d\d?|E\d{1,3}|M\d\d?|I-?\d{2,3}|US\d+|UN\d+|S&P\d+|CO2|H\d+|Q\d|FY\d+|UTC\d+|GMT\d+|B12)$/;
const MADE =
  /^(?:the|an?|new|its|their|first|second|\d+|one|two|three|four|five|six|seven|eight|nine|ten|long-haul|each|jet|aircraft|tank|missile|plane|phone|model|more)$/i;

/** True where the spelling alone says so. */
export function isModelName(text: string): boolean {
  return CAMEL.test(text) || (MODEL.test(text) && !NO_MODEL.test(text));
}

/**
 * In reading order, with the maker's name where it stands before: "Norair 737s". `makerBefore`: first token of the name of a
 * body or product that ends right before a token, else null. `isTaken`: whether a name covers the token.
 */
export function findModelNames(
  { tokens, document }: Extraction,
  isTaken: (index: number) => boolean,
  makerBefore: (index: number) => number | null,
): Run[] {
  const textAt = (index: number): string => {
    const token = tokens[index];
    return token === undefined ? '' : document.text.slice(token.start, token.end);
  };
  return tokens.flatMap(({ index, upos, head }) => {
    const text = textAt(index);
    if (!/^(?:PROPN|NOUN|NUM|X)$/.test(upos) || isTaken(index) || NO_MODEL.test(text)) return [];
    const maker = makerBefore(index);
    const isMade = maker !== null || MADE.test(textAt(index - 1));
    // "777-200LR" is three words.
    const isSeries =
      SERIES.test(textAt(index + 2)) || (SUBTYPE.test(textAt(index + 2)) && VEHICLE.test(textAt(index + 3)));
    const last = textAt(index + 1) === '-' && isSeries ? index + 2 : index;
    const isNumber =
      NUMBER.test(text) &&
      (last > index ||
        (maker !== null && VEHICLE.test(textAt(index + 1))) ||
        /\p{Lu}$/u.test(text) ||
        (maker !== null && (text.endsWith('s') || isBeside(head, maker, index))));
    const isModel = MODELS.test(text) || (isMade && (MODEL.test(text) || isNumber));
    return isModel || CAMEL.test(text) ? [{ first: maker ?? index, last }] : [];
  });
}

/** A bare number hangs on the maker's name: of "Norair 300 jobs" it counts the jobs. */
const isBeside = (head: number, maker: number, index: number): boolean => maker <= head && head < index;
