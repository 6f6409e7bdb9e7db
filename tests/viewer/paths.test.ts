// The shortest path: compared with plain breadth-first search, and its taste for firm ground.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFilter, type Shown } from '../../viewer/facets.ts';
import { findPair, makeFacts, otherEnd } from '../../viewer/facts.ts';
import { findPath } from '../../viewer/paths.ts';
import { NO_FILTER } from '../../viewer/state.ts';
import { claimOf, generatedFacts, placeOf, sampleFacts } from './sample-facts.ts';

const shown = applyFilter(sampleFacts, NO_FILTER);

/** Number of steps, by breadth-first search; null where there is no way. */
function countSteps(start: number, end: number, { pairs }: Shown): number | null {
  const seen = new Map([[start, 0]]);
  for (const [place, steps] of seen) {
    if (place === end) return steps;
    for (const pair of generatedFacts.pairsOf(place)) {
      const other = otherEnd(generatedFacts, pair, place);
      if (pairs[pair] === 1 && !seen.has(other)) seen.set(other, steps + 1);
    }
  }
  return null;
}

describe('a path', () => {
  it('leads over what is shown', () => {
    const [hale, quill, norland] = [placeOf('Boris Hale'), placeOf('Ada Quill'), placeOf('Norland')];
    const path = [findPair(sampleFacts, hale, quill), findPair(sampleFacts, quill, norland)];
    expect(findPath(sampleFacts, shown, hale, norland)).toEqual(path);
    expect(findPath(sampleFacts, shown, norland, hale)).toEqual(path.toReversed());
    expect(findPath(sampleFacts, shown, hale, hale)).toEqual([]);
    const offices = applyFilter(sampleFacts, { ...NO_FILTER, relationTypes: ['HEAD_OF_STATE_OF'] });
    expect(findPath(sampleFacts, offices, hale, norland)).toBeNull();
    expect(findPath(sampleFacts, shown, hale, placeOf('troops'))).toBeNull();
  });

  it('is never longer than it must be, and hangs together', () => {
    const place = fc.nat(generatedFacts.entityCount - 1);
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 3 }), (start, end, minSources) => {
        const view = applyFilter(generatedFacts, { ...NO_FILTER, minSources });
        const path = findPath(generatedFacts, view, start, end);
        expect(path?.length ?? null).toBe(countSteps(start, end, view));
        if (path === null) return;
        expect(path.reduce((at, pair) => otherEnd(generatedFacts, pair, at), start)).toBe(end);
      }),
    );
  });

  it('prefers relations that are affirmed, and of more sources', () => {
    // From A to D over B, or over C: two claims each, of which one way is only hedged, or has fewer sources.
    const { payload } = sampleFacts;
    const ways = (change: (claim: number) => { modality: number; sources: number }) => {
      const [subject, object] = [
        [0, 1, 0, 2],
        [1, 3, 2, 3],
      ];
      const claims = Object.fromEntries(
        Object.entries(payload.claims).map(([name, column]) => [
          name,
          [0, 1, 2, 3].map(() => column[claimOf('HEAD_OF_STATE_OF')]),
        ]),
      ) as unknown as typeof payload.claims;
      return makeFacts({
        ...payload,
        conflicts: [],
        claims: {
          ...claims,
          ...{ subject: subject ?? [], object: object ?? [], id: ['a', 'b', 'c', 'd'] },
          modality: [0, 1, 2, 3].map((claim) => change(claim).modality),
          independentSources: [0, 1, 2, 3].map((claim) => change(claim).sources),
        },
      });
    };
    const hedged = ways((claim) => ({ modality: claim < 2 ? 1 : 0, sources: 1 }));
    expect(findPath(hedged, applyFilter(hedged, NO_FILTER), 0, 3)).toEqual([2, 3]);
    const weaker = ways((claim) => ({ modality: 0, sources: claim < 2 ? 2 : 1 }));
    expect(findPath(weaker, applyFilter(weaker, NO_FILTER), 0, 3)).toEqual([0, 1]);
  });
});
