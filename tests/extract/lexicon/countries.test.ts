// The country lexicon: spellings, demonyms, ids, and what it must not claim.
import { describe, expect, it } from 'vitest';
import { findCapital, findCountry, findDemonym, toReferent } from '../../../src/extract/lexicon/countries.ts';

describe('countries', () => {
  it.each(['U.S.', 'the United States', 'America', 'USA'])('reads %s as one country', (name) => {
    expect(findCountry(name)?.name).toBe('United States');
  });

  it.each([
    ['Norwegian', 'Norway'],
    ['Poles', 'Poland'],
    ['French', 'France'],
    ['Dutch', 'Netherlands'],
    ['British', 'United Kingdom'],
  ])('reads %s as %s', (word, name) => {
    expect(findDemonym(word)?.name).toBe(name);
  });

  it.each(['us', 'it', 'may', 'Vatican City State of Mind'])('reads no country in "%s"', (word) => {
    expect(findCountry(word)).toBeUndefined();
  });

  it('knows capitals, and an id only where the table has one', () => {
    expect(findCapital('Oslo')?.name).toBe('Norway');
    const norway = findCountry('Norway');
    expect(norway && toReferent(norway)).toEqual({ name: 'Norway', type: 'Place', sameAs: 'wikidata:Q20' });
    expect(findCountry('Belgium')?.sameAs).toBeNull();
  });
});
