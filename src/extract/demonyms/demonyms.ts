// Peoples and countries that the name finder left out: "German", "Poles", "the U.S."; each stands for its country.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { findCountry, findDemonym, mayOpenCountry } from '../lexicon/countries.ts';
import { addMentions, makeMention } from '../names/make-mention.ts';
import type { Step } from '../step.ts';

const BY = 'demonyms@1';

/** Group mentions for demonyms and Place mentions for countries, with the country as referent. */
export const demonymsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'mentions'],
  assigns: ['mentions'],
  run: (extraction) => addMentions(extraction, findDemonyms(extraction)),
};

/** Only words that no earlier mention begins with or ends with as a whole. */
export function findDemonyms(extraction: Extraction): Mention[] {
  const { tokens, document } = extraction;
  const taken = new Set(extraction.mentions.map(({ start, end }) => `${start}:${end}`));
  const isPerson = (start: number, end: number) =>
    extraction.mentions.some((mention) => mention.type === 'Person' && mention.start <= start && end <= mention.end);
  return extraction.sentences.flatMap((sentence) => {
    const found: Mention[] = [];
    for (let first = sentence.firstToken; first <= sentence.lastToken; first += 1) {
      if (!mayOpenCountry(document.text[tokens[first]?.start ?? 0] ?? '')) continue;
      for (const length of [4, 3, 2, 1]) {
        const last = first + length - 1;
        const start = tokens[first]?.start ?? 0;
        const end = tokens[last]?.end ?? 0;
        if (last > sentence.lastToken || taken.has(`${start}:${end}`)) continue;
        const surface = document.text.slice(start, end);
        if (/^the\s/i.test(surface)) continue;
        const country = findCountry(surface);
        if ((!country?.unambiguous && !findDemonym(surface)) || isPerson(start, end)) continue;
        const type = country ? 'Place' : 'Group';
        found.push(makeMention(extraction, { first, last, type, kind: 'name', score: 0.9, by: BY }));
        first = last;
        break;
      }
    }
    return found;
  });
}
