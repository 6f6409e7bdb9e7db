// What a measure is: a name, what it needs, and one row or more of figures with intervals.

import type { Document } from '../../src/model/document.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import type { Counts, Interval } from './bootstrap.ts';

/** What a run of the evaluation hands to each measure. */
export interface MeasureContext {
  /** Folder of annotated corpora, null without `--corpora`. */
  readonly corpora: string | null;
  /** Folder of the project's own hand-made answers (data/gold), null where it does not exist. */
  readonly gold: string | null;
  readonly ontology: Ontology;
  /** The whole pipeline; a document already extracted in this run is not extracted twice. */
  extract(document: Document): Promise<Extraction>;
}

/** One figure. `name` is unique over all measures and never changes: it is the key in the baseline. */
export interface Figure extends Interval {
  /** `tokens F1 ewt-dev`. */
  readonly name: string;
  /** What one item is, and how many the gold data holds: `25147 words`. */
  readonly items: string;
}

/** Why a measure could not run, a sentence for people. */
export interface NotRun {
  readonly reason: string;
}

export interface Measure {
  /** As typed after `--only`. */
  readonly name: string;
  run(context: MeasureContext): Promise<readonly Figure[] | NotRun>;
}

/** Counts for an accuracy: as many answers as questions. */
export function accuracyCounts(correct: number, total: number): Counts {
  return { correct, found: total, gold: total };
}

/** How many spans stand in both lists. */
export function exactCounts(
  found: readonly { readonly start: number; readonly end: number }[],
  gold: readonly { readonly start: number; readonly end: number }[],
): Counts {
  const keys = new Set(gold.map(({ start, end }) => `${start}:${end}`));
  const correct = found.filter(({ start, end }) => keys.has(`${start}:${end}`)).length;
  return { correct, found: found.length, gold: gold.length };
}
