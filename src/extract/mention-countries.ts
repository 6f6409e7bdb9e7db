// Which mentions stand for a country: by their words, by what they refer to, or by another mention of their chain.
import type { Extraction } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import { type Country, findCountry } from './lexicon/countries.ts';

/** The country of each mention that stands for one, nominals and pronouns of its chain included. */
export function countriesByMention({ document, mentions, chains }: Extraction): ReadonlyMap<MentionId, Country> {
  const countries = new Map<MentionId, Country>();
  for (const { id, start, end, referent } of mentions) {
    const country = findCountry(referent?.name ?? document.text.slice(start, end));
    if (country) countries.set(id, country);
  }
  for (const { mentionIds } of chains) {
    const known = mentionIds.flatMap((id) => countries.get(id) ?? [])[0];
    if (known !== undefined) for (const id of mentionIds) countries.set(id, known);
  }
  return countries;
}
