// The bars of the time brush: equal stretches that cover all days, and no more than fit.
import { describe, expect, it } from 'vitest';
import { applyFilter, findFailures } from '../../viewer/facets.ts';
import type { Facts } from '../../viewer/facts.ts';
import { finish } from '../../viewer/slices.ts';
import { type Clock, type Filter, NO_FILTER } from '../../viewer/state.ts';
import { type Bar, makeTimeline, nextWindow } from '../../viewer/timeline.ts';
import { generatedFacts, sampleFacts } from './sample-facts.ts';

function barsOf(facts: Facts, filter: Filter = NO_FILTER, clock: Clock = 'published'): readonly Bar[] {
  return finish(makeTimeline(facts, clock, findFailures(facts, filter)));
}

describe('the timeline', () => {
  it('counts each claim once a bar', () => {
    expect(barsOf(sampleFacts)).toEqual([
      { from: '2031-05-02', to: '2031-05-02', count: 4 },
      { from: '2031-05-03', to: '2031-05-03', count: 4 },
    ]);
  });

  it('knows when things happened', () => {
    expect(barsOf(sampleFacts, NO_FILTER, 'happened')).toEqual([{ from: '2031-04-28', to: '2031-04-28', count: 1 }]);
  });

  it('follows the other filters and the other clock, but not its own days', () => {
    const late = { from: '2031-04-01', to: null };
    const some: Filter = { ...NO_FILTER, publishers: ['Norland Post'], published: late };
    const counts = barsOf(generatedFacts, some).map((bar) => bar.count);
    expect(counts).toEqual(barsOf(generatedFacts, { ...some, published: NO_FILTER.published }).map((bar) => bar.count));
    expect(counts).not.toEqual(barsOf(generatedFacts).map((bar) => bar.count));
    const total = (filter: Filter): number => barsOf(sampleFacts, filter).reduce((sum, bar) => sum + bar.count, 0);
    // The one claim that happened in April stands in articles of two days.
    expect([total(NO_FILTER), total({ ...NO_FILTER, happened: { from: null, to: '2031-04-30' } })]).toEqual([8, 2]);
  });

  it('promises what a bar chosen alone would show', () => {
    for (const { from, to, count } of barsOf(generatedFacts)) {
      expect(applyFilter(generatedFacts, { ...NO_FILTER, published: { from, to } }).claimCount).toBe(count);
    }
  });

  it('covers every day with at most 40 bars, without gaps', () => {
    const { payload } = generatedFacts;
    const publishedAt = payload.documents.publishedAt.map((_, place) => `${2000 + (place % 30)}-01-01`);
    const bars = barsOf({
      ...generatedFacts,
      payload: { ...payload, documents: { ...payload.documents, publishedAt } },
    });
    expect(bars.length).toBeLessThanOrEqual(40);
    expect([bars[0]?.from, bars.at(-1)?.to]).toEqual(['2000-01-01', '2029-01-01']);
    bars.slice(1).forEach((bar, index) => {
      expect(Date.parse(bar.from) - Date.parse(bars[index]?.to ?? '')).toBe(86_400_000);
    });
  });

  it('is empty without days', () => {
    const { payload } = sampleFacts;
    const publishedAt = [null, null];
    expect(
      barsOf({ ...sampleFacts, payload: { ...payload, documents: { ...payload.documents, publishedAt } } }),
    ).toEqual([]);
  });
});

describe('time that passes', () => {
  const bars = ['01', '02', '03', '04'].map((day) => ({ from: `2031-05-${day}`, to: `2031-05-${day}`, count: 1 }));

  it('moves the chosen days one bar on, as wide as they were, until the last bar', () => {
    expect(nextWindow(bars, '2031-05-01', '2031-05-02')).toEqual({ from: '2031-05-02', to: '2031-05-03' });
    expect(nextWindow(bars, '2031-05-03', '2031-05-04')).toBeNull();
  });

  it('does not begin where no days are chosen, or days after all bars', () => {
    expect(nextWindow(bars, null, '2031-05-02')).toBeNull();
    expect(nextWindow(bars, '2032-01-01', '2032-01-02')).toBeNull();
    expect(nextWindow([], '2031-05-01', '2031-05-02')).toBeNull();
  });
});
