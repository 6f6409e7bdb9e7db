// Names of products that their spelling shows: "iPhone", "A380", "KC-45"; the encoder often takes the small letter or the number for no name.
import type { Extraction } from '../../model/extraction.ts';
import type { Run } from './find-runs.ts';

/** A small letter, then a capital: nobody spells a common noun so. */
const CAMEL = /^(?:i|e|mac)\p{Lu}\p{Ll}\p{L}{1,12}$/u;
/** Letters and a number: one to three capitals, two to four digits, perhaps a series and a plural. */
const MODEL = /^\p{Lu}{1,3}-?\d{2,4}\p{Lu}{0,2}s?$/u;
/** Not vitamins, roads, groups of states, visas or viruses: what stands before a model says that it is made, flown or sold. */
const NO_MODEL = /^(?:G\d\d?|E\d{1,3}|M\d\d?|I-?\d{2,3}|US\d+|UN\d+|S&P\d+|CO2|H\d+|Q\d|FY\d+|UTC\d+|GMT\d+|B12)$/;
const MADE =
  /^(?:the|an?|new|its|their|first|second|\d+|one|two|three|four|five|six|seven|eight|nine|ten|long-haul|each|jet|aircraft|tank|missile|plane|phone|model)$/i;

/** True where the spelling alone says so. */
export function isModelName(text: string): boolean {
  return CAMEL.test(text) || (MODEL.test(text) && !NO_MODEL.test(text));
}

/** In reading order. `isTaken`: whether a name covers the token. */
export function findModelNames({ tokens, document }: Extraction, isTaken: (index: number) => boolean): Run[] {
  const textAt = (index: number): string => {
    const token = tokens[index];
    return token === undefined ? '' : document.text.slice(token.start, token.end);
  };
  return tokens.flatMap(({ index, upos }) => {
    if (!/^(?:PROPN|NOUN|NUM|X)$/.test(upos)) return [];
    const text = textAt(index);
    const isModel = MODEL.test(text) && !NO_MODEL.test(text) && MADE.test(textAt(index - 1));
    return (isModel || CAMEL.test(text)) && !isTaken(index) ? [{ first: index, last: index }] : [];
  });
}
