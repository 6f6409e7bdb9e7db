// Facts of the two graphs that the viewer's unit tests look at, and places by name.
import { makeGraphPayload } from '../../src/server/graph-payload.ts';
import { countInStretches, type FacetCounts, findFailures } from '../../viewer/facets.ts';
import { type Facts, makeFacts } from '../../viewer/facts.ts';
import { finish } from '../../viewer/slices.ts';
import type { Filter } from '../../viewer/state.ts';
import { generatedView } from '../helpers/generated-graph.ts';
import { sampleView } from '../helpers/sample-graph.ts';

export const sampleFacts: Facts = makeFacts(makeGraphPayload(sampleView, 'sample'));
export const generatedFacts: Facts = makeFacts(makeGraphPayload(generatedView(), 'generated'));

/** Place of the entity with this name in the sample. */
export function placeOf(name: string, facts: Facts = sampleFacts): number {
  const place = facts.payload.entities.name.indexOf(name);
  if (place < 0) throw new Error(`no ${name}`);
  return place;
}

/** Place of the first claim of the sample with this relation type and polarity. */
export function claimOf(type: string, negative = 0): number {
  const { claims, relationTypes } = sampleFacts.payload;
  return claims.id.findIndex(
    (_, claim) => relationTypes[claims.type[claim] ?? -1]?.name === type && claims.negative[claim] === negative,
  );
}

/** The counts of a filter, all at once. */
export function countFacets(facts: Facts, filter: Filter, fails = findFailures(facts, filter)): FacetCounts {
  return finish(countInStretches(facts, fails));
}
