// "The Company", "the Agency": a term that the text has set for a name stands for it wherever it is written so.

import type { Extraction } from '../../model/extraction.ts';
import { type DefinedTerm, findDefinedTerms } from '../acronyms/defined-terms.ts';
import { mentionsAround } from '../by-sentence.ts';
import { makeMention } from '../names/make-mention.ts';
import { spellingAt, tokenAfter, wordAt } from '../words.ts';
import type { Linked } from './linked.ts';

/** A mention for each place of a term behind the one that sets it, with its article; where another name holds it, none. */
export function definedNominals(extraction: Extraction, named: readonly Linked[], by: string, score: number): Linked[] {
  const groups = new Map(named.map(({ mention, group }) => [mention.id, group]));
  return withGroups(findDefinedTerms(extraction)).flatMap(({ name, term, span }) => {
    const group = groups.get(name.id);
    if (group === undefined) return [];
    return placesOf(extraction, term, span.start).flatMap(({ first, last }): Linked[] => {
      const inName = mentionsAround(extraction, last).some(
        ({ kind, start, end }) =>
          kind === 'name' &&
          start < (extraction.tokens[last]?.end ?? 0) &&
          (extraction.tokens[first]?.start ?? 0) < end,
      );
      if (inName) return [];
      const from = wordAt(extraction, first - 1) === 'the' ? first - 1 : first;
      const seed = { first: from, last, head: last, type: name.type, kind: 'nominal' as const };
      return [{ mention: makeMention(extraction, { ...seed, score, by, referent: null }), group }];
    });
  });
}

/** A report that calls its firm "the Company" means it by "the Group", too. */
function withGroups(terms: readonly DefinedTerm[]): readonly DefinedTerm[] {
  const isSet = terms.some(({ term }) => term === 'Group');
  return terms.flatMap((each) => (each.term === 'Company' && !isSet ? [each, { ...each, term: 'Group' }] : [each]));
}

/** Where the very words stand as whole tokens, from a place of the text on. */
function placesOf(
  extraction: Extraction,
  term: string,
  start: number,
): { readonly first: number; readonly last: number }[] {
  const { text } = extraction.document;
  const places: { readonly first: number; readonly last: number }[] = [];
  for (let at = text.indexOf(term, start); at >= 0; at = text.indexOf(term, at + term.length)) {
    const [first, last] = [tokenAfter(extraction, at), tokenAfter(extraction, at + term.length - 1)];
    const isWhole = extraction.tokens[first]?.start === at && extraction.tokens[last]?.end === at + term.length;
    // "the Company Secretary", "the Bank of Torva" are called otherwise.
    if (isWhole && !/^(?:\p{Lu}|of$)/u.test(spellingAt(extraction, last + 1))) places.push({ first, last });
  }
  return places;
}
