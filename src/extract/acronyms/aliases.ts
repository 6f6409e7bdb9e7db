// Second names that a text gives beside the first: "Boris Hale (a.k.a. Boris Quill)", "Ada Quill, née Hale", "Norair, also known as Harrow Air".
import type { Extraction } from '../../model/extraction.ts';
import type { Equation } from './acronyms.ts';

const ALSO =
  /^[,;]?\s*\(?\s*(?:a\.?k\.?a\.?|also known as|better known as|otherwise known as|alias|née|nom de guerre|real name)\s*:?\s*(?:the\s+)?["“‘']?$/i;
/** Units between the two names. */
const LONGEST = 40;

/** Pairs of a name and the one that the text says is another name of it, in reading order. */
export function findAliases({ document, mentions }: Extraction): Equation[] {
  const names = mentions.filter(({ kind }) => kind === 'name');
  return names.flatMap((left, place) => {
    const right = names.slice(place + 1).find(({ start }) => start >= left.end);
    if (!right || right.start - left.end > LONGEST) return [];
    return ALSO.test(document.text.slice(left.end, right.start)) ? [{ left, right }] : [];
  });
}
