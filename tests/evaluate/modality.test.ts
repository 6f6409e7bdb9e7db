// The figures on data/annotations/modality, and the labels themselves: stand-off, in order, never words of a text.
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../scripts/evaluate/annotations.ts';
import {
  countModality,
  countNegative,
  type EventLabel,
  type JudgedEvent,
} from '../../scripts/evaluate/measures/modality.ts';
import type { Modality, Polarity } from '../../src/model/extraction.ts';

function judged(gold: readonly Modality[], found: Modality, polarity: Polarity = 'positive'): JudgedEvent {
  const row: EventLabel = {
    ...{ corpus: 'c', document: 'd', start: 0, end: 1, part: 'seen', polarity },
    modality: gold,
  };
  return { row, polarity: 'negative', modality: found };
}

describe('counts of modality', () => {
  it('take any of the labels, and ask for the best where none was found', () => {
    const events = [judged(['planned', 'possible'], 'possible'), judged(['planned', 'possible'], 'actual')];
    expect(countModality(events, 'possible')).toEqual({ correct: 1, found: 1, gold: 1 });
    expect(countModality(events, 'planned')).toEqual({ correct: 0, found: 0, gold: 1 });
    expect(countModality(events, 'actual')).toEqual({ correct: 0, found: 1, gold: 0 });
  });

  it('count what was denied', () => {
    const events = [judged(['actual'], 'actual', 'negative'), judged(['actual'], 'actual', 'positive')];
    expect(countNegative(events)).toEqual({ correct: 1, found: 2, gold: 1 });
  });
});

describe('data/annotations/modality', () => {
  const rows = readAnnotations<EventLabel>('modality/events.json', 'events');

  it('holds 400 events at least, a third of them unseen', () => {
    expect(rows.length).toBeGreaterThanOrEqual(400);
    expect(rows.filter(({ part }) => part === 'unseen').length).toBeGreaterThanOrEqual(rows.length / 3);
  });

  it('holds labels and places only, each place once', () => {
    const keys = new Set(rows.flatMap((row) => Object.keys(row)));
    expect([...keys].sort()).toEqual(['corpus', 'document', 'end', 'modality', 'part', 'polarity', 'start']);
    expect(new Set(rows.map(({ corpus, document, start }) => `${corpus} ${document} ${start}`)).size).toBe(rows.length);
    const parts = new Map(rows.map(({ corpus, document, part }) => [`${corpus} ${document}`, part]));
    expect(rows.every(({ corpus, document, part }) => parts.get(`${corpus} ${document}`) === part)).toBe(true);
  });
});
