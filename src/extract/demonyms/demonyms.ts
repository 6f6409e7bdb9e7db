// Peoples and countries that the name finder left out: "German", "Poles", "the U.S."; each stands for its country. Languages stand for none.
import { type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { findCountry, findDemonym, mayOpenCountry } from '../lexicon/countries.ts';
import { addMentions, makeMention } from '../names/make-mention.ts';
import type { Step } from '../step.ts';
import { childrenBy, headOf, relationAt } from '../tree.ts';
import { lemmaAt, wordAt } from '../words.ts';

const BY = 'demonyms@1';

/** Group mentions for demonyms and Place mentions for countries, with the country as referent. */
export const demonymsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tree', 'lemmas', 'mentions'],
  assigns: ['mentions'],
  run: (extraction) => withoutTails(withLanguages(addMentions(extraction, findDemonyms(extraction)))),
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

/** "South |American|", "Inner |Mongolia|": the country whose name ends that of a region is not the one spoken of. */
function withoutTails(extraction: Extraction): Extraction {
  const { text } = extraction.document;
  const regions = new Map<number, number>(); // start by end
  for (const { kind, type, referent, start, end } of extraction.mentions)
    if (kind === 'name' && (type === 'Place' || type === 'Group') && referent === null) regions.set(end, start);
  if (regions.size === 0) return extraction;
  const mentions = extraction.mentions.filter(({ referent, start, end }) => {
    const region = referent === null ? undefined : regions.get(end);
    return region === undefined || !/^\p{Lu}\p{L}+\s$/u.test(text.slice(region, start));
  });
  return withLayers(extraction, { mentions });
}

/** What one does with a language. */
const LANGUAGE_VERBS = new Set('speak teach learn study read understand translate write know master'.split(' '));

/** "She teaches |Norlandish|", "said in |Norlandish|" is a language, neither the people nor the country. */
function withLanguages(extraction: Extraction): Extraction {
  const languages = new Set(extraction.mentions.filter((mention) => isLanguage(extraction, mention)));
  if (languages.size === 0) return extraction;
  const mentions = extraction.mentions.map((mention) => {
    if (!languages.has(mention)) return mention;
    const { head, kind, score, by } = mention;
    return makeMention(extraction, { first: head, last: head, type: 'Other', kind, score, by, referent: null });
  });
  return withLayers(extraction, { mentions });
}

function isLanguage(extraction: Extraction, { type, kind, head, start, end }: Mention): boolean {
  const token = extraction.tokens[head];
  if (type !== 'Group' || kind !== 'name' || token?.start !== start || token.end !== end) return false;
  if (/s$/.test(wordAt(extraction, head)) || /^(?:amod|compound)$/.test(relationAt(extraction, head))) return false;
  const first = relationAt(extraction, head) === 'conj' ? headOf(extraction, head) : head;
  const before = wordAt(extraction, first - 1);
  const isObject = relationAt(extraction, first) === 'obj' && childrenBy(extraction, first, 'det').length === 0;
  if (isObject && LANGUAGE_VERBS.has(lemmaAt(extraction, headOf(extraction, first)))) return true;
  return /^(?:in|into)$/.test(before) && /^obl/.test(relationAt(extraction, first));
}
