// Peoples and countries that the name finder left out: "German", "Poles", "the U.S."; each stands for its country. Languages stand for none.
import { type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { containsSpan, type Span, sliceSpan } from '../../model/span.ts';
import { findCountry, findDemonym, mayOpenCountry } from '../lexicon/countries.ts';
import { isPeople } from '../lexicon/peoples.ts';
import { addMentions, makeMention } from '../names/make-mention.ts';
import type { Step } from '../step.ts';
import { childrenBy, headOf, relationAt } from '../tree.ts';
import { lemmaAt, tagAt, tokenAfter, wordAt } from '../words.ts';

const BY = 'demonyms@1';

/** Group mentions for demonyms and Place mentions for countries, with the country as referent. */
export const demonymsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tree', 'lemmas', 'mentions'],
  assigns: ['mentions'],
  run: (extraction) =>
    withoutParts(withCounted(withLanguages(withCompounds(addMentions(extraction, findDemonyms(extraction)))))),
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

/** "Bosnian |Serb|", "American |Indians|": one people, which stands for neither country; not inside a longer name. */
function withCompounds(extraction: Extraction): Extraction {
  const { text } = extraction.document;
  const groups = extraction.mentions.filter(({ kind, type }) => kind === 'name' && type === 'Group');
  const isInside = (pair: Span): boolean =>
    extraction.mentions.some((name) => name.kind === 'name' && containsSpan(name, pair));
  const pairs = groups.flatMap((second) => {
    const first = groups.find(({ end }) => end + 1 === second.start);
    if (first === undefined || second.referent === null || !isPeople(sliceSpan(text, first))) return [];
    const pair = { start: first.start, end: second.end };
    return text[first.end] !== ' ' || isInside(pair)
      ? []
      : [
          makeMention(extraction, {
            first: tokenAfter(extraction, first.start),
            last: second.head,
            type: 'Group',
            kind: 'name',
            score: second.score,
            by: BY,
          }),
        ];
  });
  return pairs.length === 0 ? extraction : addMentions(extraction, pairs);
}

/** No name is part of a word for a people or country: "South |African|", "South |American|", "Inner |Mongolia|", "Bosnian |Serb|". */
function withoutParts(extraction: Extraction): Extraction {
  const names = extraction.mentions.filter(({ kind }) => kind === 'name');
  const parts = new Set(names.filter((part) => names.some((whole) => isPart(extraction, part, whole))));
  if (parts.size === 0) return extraction;
  return withLayers(extraction, { mentions: extraction.mentions.filter((mention) => !parts.has(mention)) });
}

function isPart({ document: { text } }: Extraction, part: Mention, whole: Mention): boolean {
  if (!containsSpan(whole, part) || part.end - part.start >= whole.end - whole.start) return false;
  if (!/^(?:Place|Group)$/.test(whole.type)) return false;
  if (whole.referent !== null || isPeople(sliceSpan(text, whole))) return true;
  // The country whose name ends that of a region is not the one spoken of.
  return (
    part.referent !== null && part.end === whole.end && /^\p{Lu}\p{L}+\s$/u.test(text.slice(whole.start, part.start))
  );
}

/** "Three |Norlanders| were killed" tells of three people, not of Norland. */
function withCounted(extraction: Extraction): Extraction {
  const counted = new Set(extraction.mentions.filter((mention) => isCounted(extraction, mention)));
  if (counted.size === 0) return extraction;
  const mentions = extraction.mentions.map((mention) => {
    if (!counted.has(mention)) return mention;
    const { start, end, type, kind, score, by } = mention;
    const [first, last] = [tokenAfter(extraction, start), tokenAfter(extraction, end - 1)];
    return makeMention(extraction, { first, last, type, kind, score, by, referent: null });
  });
  return withLayers(extraction, { mentions });
}

function isCounted(extraction: Extraction, { type, kind, head, referent }: Mention): boolean {
  if (type !== 'Group' || kind !== 'name' || referent === null || tagAt(extraction, head) === 'ADJ') return false;
  if (childrenBy(extraction, head, 'nummod').length > 0) return true;
  // "dozens of |Norlanders|"
  const above = headOf(extraction, head);
  return (
    relationAt(extraction, head) === 'nmod' &&
    wordAt(extraction, head - 1) === 'of' &&
    /^(?:dozens|scores|hundreds|thousands|millions)$/.test(wordAt(extraction, above))
  );
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
