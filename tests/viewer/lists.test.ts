// Facts by place, the search over names, and the rows of the table.
import { describe, expect, it } from 'vitest';
import { makeClaimPayload } from '../../src/server/claim-payload.ts';
import { applyFilter } from '../../viewer/facets.ts';
import { findPair, makeFacts, otherEnd } from '../../viewer/facts.ts';
import { makeNameSearch, makeQuoteSearch } from '../../viewer/search-index.ts';
import { NO_FILTER } from '../../viewer/state.ts';
import { sortClaims } from '../../viewer/table-rows.ts';
import { claimWords } from '../../viewer/wording.ts';
import { sampleGraph, sampleView } from '../helpers/sample-graph.ts';
import { generatedFacts, placeOf, sampleFacts } from './sample-facts.ts';

describe('facts', () => {
  it('gather the claims of two entities in one pair, whatever their direction', () => {
    const pair = findPair(sampleFacts, placeOf('Boris Hale'), placeOf('Ada Quill'));
    expect(sampleFacts.pairs.claims(pair)).toHaveLength(2);
    expect(otherEnd(sampleFacts, pair, placeOf('Boris Hale'))).toBe(placeOf('Ada Quill'));
    expect(findPair(sampleFacts, placeOf('Boris Hale'), placeOf('Norland'))).toBe(-1);
  });

  it('hold each claim with an object in exactly one pair', () => {
    const { claims } = generatedFacts.payload;
    const placed = [...generatedFacts.pairs.left.keys()].flatMap(generatedFacts.pairs.claims).sort((a, b) => a - b);
    expect(placed).toEqual(claims.id.map((_, claim) => claim).filter((claim) => (claims.object[claim] ?? -1) >= 0));
  });

  it('take a claim about oneself for one pair and one entry', () => {
    const { payload } = sampleFacts;
    const { claims } = payload;
    const loops = makeFacts({ ...payload, claims: { ...claims, object: claims.subject } });
    expect([...payload.entities.id.keys()].flatMap(loops.claimsOf)).toHaveLength(claims.id.length);
    expect(loops.pairs.left).toEqual(loops.pairs.right);
  });
});

describe('the search over names', () => {
  const search = makeNameSearch(generatedFacts.payload);
  const found = (words: string): string[] =>
    search(words, 5).map(({ kind, place }) =>
      kind === 'entity' ? (generatedFacts.payload.entities.name[place] ?? '') : 'article',
    );

  it('finds by beginnings, in any order, and forgives a slip', () => {
    expect(found('norland for')[0]).toBe('Norland Foreign Ministry');
    expect(found('ministry norland')[0]).toBe('Norland Foreign Ministry');
    expect(found('norlend foregn')[0]).toBe('Norland Foreign Ministry');
  });

  it('needs every word', () => {
    expect(found('norland zebra')).toEqual([]);
    expect(found('   ')).toEqual([]);
  });

  it('takes signs for gaps', () => {
    expect(found('<norland>=foreign')[0]).toBe('Norland Foreign Ministry');
  });
});

it('finds sentences in an exported file', () => {
  const search = makeQuoteSearch(() => sampleGraph.claims.map((claim) => makeClaimPayload(sampleView, claim)));
  expect(search('troops left').map((hit) => hit.title)).toEqual(['About 1,200 troops left.']);
  expect(search('zebra')).toEqual([]);
});

describe('the rows of the table', () => {
  const shown = applyFilter(generatedFacts, NO_FILTER);
  const { claims } = generatedFacts.payload;

  it('are the shown claims, in the order of the column', () => {
    const rows = sortClaims(generatedFacts, shown, 'sources', true);
    expect(rows).toHaveLength(shown.claimCount);
    const sources = rows.map((claim) => claims.independentSources[claim] ?? 0);
    expect(sources).toEqual(sources.toSorted((a, b) => b - a));
  });

  it('sort words as people do', () => {
    const rows = sortClaims(generatedFacts, shown, 'object', false);
    const words = rows.map((claim) => claimWords(generatedFacts, claim).object);
    expect(words).toEqual(words.toSorted(new Intl.Collator('en').compare));
  });

  it('leave out what the filter hides', () => {
    const few = applyFilter(generatedFacts, { ...NO_FILTER, minSources: 4 });
    expect(sortClaims(generatedFacts, few, 'subject', false)).toHaveLength(few.claimCount);
  });
});
