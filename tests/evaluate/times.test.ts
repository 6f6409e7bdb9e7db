// The count behind the figures on data/annotations/times, and its labels: stand-off, dates in order.
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../scripts/evaluate/annotations.ts';
import { countTime, type TimeLabel } from '../../scripts/evaluate/measures/times.ts';

describe('counts of times', () => {
  const day = { from: '2031-05-06', to: '2031-05-06' };
  const none = { from: null, to: null };

  it('are right where both ends are', () => {
    expect(countTime(day, { ...day, text: 'Tuesday' })).toEqual({ correct: 1, found: 1, gold: 1 });
    expect(countTime(day, { ...day, to: null, text: 'since Tuesday' })).toEqual({ correct: 0, found: 1, gold: 1 });
  });

  it('punish a date that belongs to something else', () => {
    expect(countTime(none, { ...day, text: 'Tuesday' })).toEqual({ correct: 0, found: 1, gold: 0 });
    expect(countTime(none, null)).toEqual({ correct: 0, found: 0, gold: 0 });
  });
});

describe('the labels of times', () => {
  const rows = readAnnotations<TimeLabel>('times/times.json', 'events');

  it('hold ISO dates in order, a day of publication each, and no words', () => {
    expect(rows.length).toBeGreaterThan(60);
    for (const { from, to, published, start, end, ...rest } of rows) {
      expect(published).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const date of [from, to]) if (date !== null) expect(date).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/);
      if (from !== null && to !== null) expect(from <= to).toBe(true);
      expect(end).toBeGreaterThan(start);
      expect(Object.keys(rest).sort()).toEqual(['corpus', 'document', 'part']);
    }
  });

  it('keep a document wholly on one side', () => {
    const sides = new Map<string, string>();
    for (const { document, part } of rows)
      expect(sides.get(document) ?? sides.set(document, part).get(document)).toBe(part);
    expect(new Set(sides.values())).toEqual(new Set(['seen', 'unseen']));
  });
});
