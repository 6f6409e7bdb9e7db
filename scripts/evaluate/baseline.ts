// The recorded figures, and what counts as a fall against them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './measure.ts';

export interface Baseline {
  /** EXTRACTOR_VERSION at the time of recording. */
  readonly model: string;
  readonly figures: readonly Figure[];
}

/** Null where nothing was recorded yet. */
export function readBaseline(path: string | URL): Baseline | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Baseline) : null;
}

/** Writes the figures; those of measures that did not run stay as they were. */
export function recordBaseline(path: string | URL, model: string, figures: readonly Figure[]): void {
  const measured = new Map(figures.map((figure) => [figure.name, roundFigure(figure)]));
  const kept = (readBaseline(path)?.figures ?? []).filter(({ name }) => !measured.has(name));
  const all = [...kept, ...measured.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync(path, `${JSON.stringify({ model, figures: all }, null, 2)}\n`);
}

/** Figures below the lower end of the interval that was recorded for them. */
export function findFalls(baseline: Baseline, figures: readonly Figure[]): readonly string[] {
  const recorded = new Map(baseline.figures.map((figure) => [figure.name, figure]));
  return figures.flatMap(({ name, value }) => {
    const before = recorded.get(name);
    if (before === undefined || rounded(value) >= before.low) return []; // two thirds are no fall from 66.67
    return [`${name} fell from ${before.value.toFixed(2)} to ${value.toFixed(2)}, below ${before.low.toFixed(2)}`];
  });
}

function roundFigure({ name, items, value, low, high }: Figure): Figure {
  return { name, items, value: rounded(value), low: rounded(low), high: rounded(high) };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
