// The one shape of an extraction step: a pure function from extraction to extraction that says what it needs and adds.
import type { Extraction } from '../model/extraction.ts';
import type { Ontology } from '../model/ontology.ts';

/** Layers of an Extraction that a step needs or writes. `tags`: upos; `tree`: head and deprel. */
export type Layer =
  | 'tokens'
  | 'sentences'
  | 'tags'
  | 'lemmas'
  | 'tree'
  | 'mentions'
  | 'values'
  | 'chains'
  | 'quotations'
  | 'citations'
  | 'facts'
  | 'relations';

export interface StepContext {
  readonly ontology: Ontology;
}

export interface Step {
  /** Name and version, the `by` of what it makes: `names@1`. */
  readonly name: string;
  readonly requires: readonly Layer[];
  readonly assigns: readonly Layer[];
  /** Pure: the same extraction and context give the same result. Layers of earlier steps are added to, never changed. */
  run(extraction: Extraction, context: StepContext): Extraction | Promise<Extraction>;
}
