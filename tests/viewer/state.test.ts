// What is chosen: each step changes one thing, Escape takes the innermost away, the address holds all of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLOCKS,
  COLUMNS,
  closePair,
  FACETS,
  focusEntity,
  isFiltered,
  NO_FILTER,
  openPair,
  openReading,
  START,
  setFilter,
  stepBack,
  TABS,
  toggleFacet,
  unfoldFacet,
  type ViewState,
} from '../../viewer/state.ts';
import { decodeState, encodeState } from '../../viewer/url-codec.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const day = fc.constantFrom('1999-12-31', '2031-05-02', '2031-05-03');
const states: fc.Arbitrary<ViewState> = fc.record({
  tab: fc.constantFrom(...TABS),
  query: fc.oneof(fc.constant(''), text),
  entity: fc.option(text),
  pages: fc.integer({ min: 1, max: 99 }),
  steps: fc.integer({ min: 1, max: 3 }),
  nearOnly: fc.constant(false),
  follow: fc.boolean(),
  colours: fc.constantFrom('type' as const, 'group' as const),
  table: fc.record({ by: fc.constantFrom(...COLUMNS), down: fc.boolean(), find: fc.oneof(fc.constant(''), text) }),
  pair: fc.option(fc.tuple(text, text)),
  path: fc.option(text),
  claim: fc.option(text),
  reading: fc.option(
    fc.oneof(
      fc.record({ document: text, claim: fc.option(text), start: fc.nat(999_999), end: fc.nat(999_999) }),
      fc.record({ document: text, claim: fc.option(text), start: fc.constant(null), end: fc.constant(null) }),
    ),
  ),
  unfolded: fc.subarray([...FACETS]),
  plays: fc.option(fc.constantFrom(...CLOCKS)),
  filter: fc.record({
    entityTypes: fc.array(text),
    relationTypes: fc.array(text),
    publishers: fc.array(text),
    documents: fc.array(text),
    months: fc.array(text),
    polarities: fc.array(text),
    modalities: fc.array(text),
    disputes: fc.array(text),
    speakers: fc.array(text),
    without: fc.option(text),
    minSources: fc.integer({ min: 1, max: 50 }),
    minConfidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    published: fc.record({ from: fc.option(day), to: fc.option(day) }),
    happened: fc.record({ from: fc.option(day), to: fc.option(day) }),
    unconnected: fc.boolean(),
  }),
});

describe('the address', () => {
  it('gives back every state', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(decodeState(`#${encodeState(state)}`)).toEqual(state);
      }),
    );
  });

  it('is empty at the start', () => {
    expect(encodeState(START)).toBe('');
    expect(decodeState('')).toEqual(START);
  });

  it('takes any words without failing', () => {
    fc.assert(fc.property(fc.string(), (fragment) => void decodeState(fragment)));
    expect(decodeState('tab=attic&sources=-3&sure=900&at=9&pair=one&all=time&play=never')).toEqual(START);
  });
});

describe('steps', () => {
  it('open a pair at the entity in focus, else at its first', () => {
    expect(openPair(focusEntity(START, 'b'), ['a', 'b']).entity).toBe('b');
    expect(openPair(focusEntity(START, 'c'), ['a', 'b']).entity).toBe('a');
    expect(closePair(openPair(START, ['a', 'b'], 'claim'))).toMatchObject({ entity: 'a', pair: null, claim: null });
  });

  it('take a facet value in and out', () => {
    const chosen = toggleFacet(toggleFacet(START, 'publishers', 'Post'), 'publishers', 'Copy');
    expect(chosen.filter.publishers).toEqual(['Copy', 'Post']);
    expect(toggleFacet(toggleFacet(chosen, 'publishers', 'Post'), 'publishers', 'Copy')).toEqual(START);
  });

  it('unfold a facet and fold it again, in any order', () => {
    const both = unfoldFacet(unfoldFacet(START, 'publishers'), 'relationTypes');
    expect(both.unfolded).toEqual(['relationTypes', 'publishers']);
    expect(encodeState(both)).toBe('all=relation&all=publisher');
    expect(unfoldFacet(unfoldFacet(both, 'publishers'), 'relationTypes')).toEqual(START);
  });

  it('know whether anything is filtered', () => {
    expect(isFiltered(START.filter)).toBe(false);
    expect(isFiltered(setFilter(START, { unconnected: true }).filter)).toBe(false);
    expect(isFiltered(setFilter(START, { minConfidence: 0.5 }).filter)).toBe(true);
    expect(isFiltered(toggleFacet(START, 'documents', 'd').filter)).toBe(true);
  });

  it('go back from the inside out, and end at the start with the filter as it was', () => {
    const reading = { document: 'd', claim: null, start: 0, end: 4 };
    let state = openReading(openPair({ ...START, tab: 'table', query: 'q' }, ['a', 'b']), reading);
    const closed: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      const next = stepBack(state);
      if (next === state) break;
      closed.push(...(Object.keys(next) as (keyof ViewState)[]).filter((key) => next[key] !== state[key]));
      state = next;
    }
    expect(closed).toEqual(['reading', 'pair', 'entity', 'query', 'tab']);
    expect(state).toEqual({ ...START, filter: NO_FILTER });
  });
});
