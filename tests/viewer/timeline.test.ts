// The bars of the time brush: equal stretches that cover all days, and no more than fit.
import { describe, expect, it } from 'vitest';
import { applyFilter } from '../../viewer/facets.ts';
import { NO_FILTER } from '../../viewer/state.ts';
import { makeTimeline, nextWindow } from '../../viewer/timeline.ts';
import { generatedFacts, sampleFacts } from './sample-facts.ts';

describe('the timeline', () => {
  it('counts each claim once a bar', () => {
    expect(makeTimeline(sampleFacts, NO_FILTER)).toEqual([
      { from: '2031-05-02', to: '2031-05-02', count: 4 },
      { from: '2031-05-03', to: '2031-05-03', count: 4 },
    ]);
  });

  it('knows when things happened', () => {
    expect(makeTimeline(sampleFacts, { ...NO_FILTER, clock: 'happened' })).toEqual([
      { from: '2031-04-28', to: '2031-04-28', count: 1 },
    ]);
  });

  it('follows the other filters, but not its own', () => {
    const some = { ...NO_FILTER, publishers: ['Norland Post'], from: '2031-04-01' };
    const counts = makeTimeline(generatedFacts, some).map((bar) => bar.count);
    expect(counts).toEqual(makeTimeline(generatedFacts, { ...some, from: null }).map((bar) => bar.count));
    expect(counts).not.toEqual(makeTimeline(generatedFacts, NO_FILTER).map((bar) => bar.count));
  });

  it('promises what a bar chosen alone would show', () => {
    for (const { from, to, count } of makeTimeline(generatedFacts, NO_FILTER)) {
      expect(applyFilter(generatedFacts, { ...NO_FILTER, from, to }).claimCount).toBe(count);
    }
  });

  it('covers every day with at most 40 bars, without gaps', () => {
    const { payload } = generatedFacts;
    const publishedAt = payload.documents.publishedAt.map((_, place) => `${2000 + (place % 30)}-01-01`);
    const bars = makeTimeline(
      { ...generatedFacts, payload: { ...payload, documents: { ...payload.documents, publishedAt } } },
      NO_FILTER,
    );
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
      makeTimeline(
        { ...sampleFacts, payload: { ...payload, documents: { ...payload.documents, publishedAt } } },
        NO_FILTER,
      ),
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
