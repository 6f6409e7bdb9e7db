// The ego network by steps, what a filter near a name lets through, and the groups of names that hang together.
import { describe, expect, it } from 'vitest';
import { countAllAlone } from '../../viewer/alone.ts';
import { type Around, findAround, keepInside } from '../../viewer/around.ts';
import { carryPositions, findGone } from '../../viewer/carry-positions.ts';
import { applyFilter, countAlone, findFailures } from '../../viewer/facets.ts';
import { type Facts, makeFacts, otherEnd } from '../../viewer/facts.ts';
import { findGroups, groupColour, OWN_COLOURS } from '../../viewer/groups.ts';
import { finish } from '../../viewer/slices.ts';
import { NO_FILTER } from '../../viewer/state.ts';
import { countFacets, generatedFacts as facts, placeOf, sampleFacts } from './sample-facts.ts';

const all = applyFilter(facts, NO_FILTER);
const centre = facts.degree.findIndex((degree) => degree > 3);
/** Places inside. */
const placesOf = ({ inside }: Around): number[] => [...inside.keys()].filter((place) => inside[place] === 1);

describe('steps around a name', () => {
  it('reach its neighbours, then theirs, and hold every line between them', () => {
    const one = findAround(facts, all, centre, 1);
    const neighbours = facts.pairsOf(centre).map((pair) => otherEnd(facts, pair, centre));
    expect(placesOf(one)).toEqual([...new Set([centre, ...neighbours])].sort((a, b) => a - b));
    const inside = Array.from(facts.pairs.left).flatMap((left, pair) =>
      one.inside[left] === 1 && one.inside[facts.pairs.right[pair] ?? -1] === 1 ? [pair] : [],
    );
    expect([...one.pairs].sort((a, b) => a - b)).toEqual(inside);
    const two = findAround(facts, all, centre, 2);
    expect(placesOf(two).length).toBeGreaterThan(placesOf(one).length);
    expect(placesOf(two)).toEqual(expect.arrayContaining(placesOf(one)));
  });

  it('hold the lines among the names at the rim', () => {
    const rings = makeRings();
    const near = findAround(rings, applyFilter(rings, NO_FILTER), 0, 1);
    expect(placesOf(near)).toEqual([0, 1, 2, 3, 4]);
    expect(near.pairs).toHaveLength(7);
  });

  it('go only over lines that are shown', () => {
    const none = applyFilter(facts, { ...NO_FILTER, minSources: 99 });
    const alone = findAround(facts, none, centre, 3);
    expect([placesOf(alone), alone.pairs]).toEqual([[centre], []]);
    expect(placesOf(findAround(facts, all, -1, 3))).toEqual([]);
  });

  it('keep the rest out of the picture and out of the counts', () => {
    const { inside: near } = findAround(facts, all, centre, 1);
    const fails = keepInside(facts, findFailures(facts, NO_FILTER), near);
    const shown = applyFilter(facts, NO_FILTER, fails);
    const { subject, object } = facts.payload.claims;
    const inside = Array.from(subject).flatMap((one, claim) => {
      const other = object[claim] ?? -1;
      return near[one] === 1 && (other < 0 || near[other] === 1) ? [claim] : [];
    });
    expect([...shown.claims.keys()].filter((claim) => shown.claims[claim] === 1)).toEqual(inside);
    const counts = countFacets(facts, NO_FILTER, fails);
    expect(counts.sources[0]).toBe(inside.length);
    expect(counts.relationTypes.reduce((sum, count) => sum + count, 0)).toBe(inside.length);
  });
});

describe('groups', () => {
  it('are the same at each visit, the largest first, and hold what has a line', () => {
    const groups = finish(findGroups(facts, all));
    expect(finish(findGroups(facts, all))).toEqual(groups);
    const sizes = groups.list.map(({ members }) => members);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (let entity = 0; entity < facts.entityCount; entity += 1) {
      const tied = facts.pairsOf(entity).some((pair) => otherEnd(facts, pair, entity) !== entity);
      expect((groups.of[entity] ?? -1) >= 0).toBe(tied);
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(groups.of.filter((group) => group >= 0).length);
  });

  it('part two rings that one line ties together', () => {
    const two = makeRings();
    const groups = finish(findGroups(two, applyFilter(two, NO_FILTER)));
    expect(groups.list.map(({ members }) => members)).toEqual([4, 4]);
    expect(new Set([0, 1, 2, 3].map((place) => groups.of[place])).size).toBe(1);
    expect(groups.list.map(({ centre: middle }) => middle).sort()).toEqual([0, 4]);
    expect(groupColour(groups, 0)).not.toBe(groupColour(groups, 4));
  });

  it('give small groups and lone names the last colour', () => {
    const groups = finish(findGroups(sampleFacts, applyFilter(sampleFacts, NO_FILTER)));
    expect(groupColour(groups, placeOf('troops'))).toBe(OWN_COLOURS);
  });
});

it('counts for each article what stands in it and its copies alone, as the filter would hide', () => {
  for (const some of [facts, sampleFacts]) {
    const counts = countAllAlone(some);
    expect(counts).toEqual(some.payload.documents.id.map((id) => countAlone(some, id)));
    expect(Math.max(...counts)).toBeGreaterThan(0);
  }
});

describe('places of a changed graph', () => {
  it('stay where the name stays, and a new name stands beside its neighbours', () => {
    const { payload, entityCount } = sampleFacts;
    const positions = Float32Array.from({ length: entityCount * 2 }, (_, index) => 100 + index);
    const quill = placeOf('Ada Quill');
    const renamed = payload.entities.id.map((id, place) => (place === quill ? 'e-new' : id));
    const after = makeFacts({ ...payload, entities: { ...payload.entities, id: renamed } });
    const carried = carryPositions(sampleFacts, positions, after);
    const others = [...carried].filter((_, index) => Math.floor(index / 2) !== quill);
    expect(others).toEqual([...positions].filter((_, index) => Math.floor(index / 2) !== quill));
    const near = after.pairsOf(quill).map((pair) => otherEnd(after, pair, quill));
    const mean = near.reduce((sum, place) => sum + (positions[place * 2] ?? 0), 0) / near.length;
    expect(Math.abs((carried[quill * 2] ?? 0) - mean)).toBeLessThan(5);
    // Taken back: it stands where it stood.
    const gone = findGone(sampleFacts, positions, after);
    expect([...gone.keys()]).toEqual([payload.entities.id[quill]]);
    expect([...carryPositions(after, carried, sampleFacts, gone)]).toEqual([...positions]);
    expect([...carryPositions(after, carried, sampleFacts)]).not.toEqual([...positions]);
  });
});

/** Two rings of four names, all four tied to one another, and one line between the rings. */
function makeRings(): Facts {
  const { payload } = sampleFacts;
  const ring = (from: number): [number, number][] =>
    [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].flatMap((b): [number, number][] => (a < b ? [[from + a, from + b]] : [])));
  const ties = [...ring(0), ...ring(4), [0, 4] as [number, number]];
  const column = <Value>(value: Value): Value[] => ties.map(() => value);
  const names = Array.from({ length: 8 }, (_, place) => `n${place}`);
  return makeFacts({
    ...payload,
    entities: {
      id: names,
      name: names,
      aliases: names.map(() => []),
      type: names.map(() => 0),
      mentions: names.map(() => 1),
      described: names.map(() => 0),
    },
    claims: {
      ...{ id: ties.map((_, place) => `c${place}`), type: column(0), predicate: column(''), literal: column(null) },
      ...{ subject: ties.map(([a]) => a), object: ties.map(([, b]) => b), negative: column(0), modality: column(0) },
      ...{ disputed: column(0), derived: column(0), confidence: column(1), independentSources: column(1) },
      ...{ from: column(null), to: column(null), documents: ties.map(() => [0]), saidBy: column(-1) },
    },
    conflicts: [],
  });
}
