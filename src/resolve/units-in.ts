// One document → its units as the folder knows them: chains cut, and where asked for, what acts in a place's name apart.
import type { Extraction } from '../model/extraction.ts';
import type { Ontology } from '../model/ontology.ts';
import { splitMetonyms } from './metonyms.ts';
import { type Cut, splitDocument } from './split-document.ts';
import type { Unit } from './unit.ts';

export interface UnitOptions {
  readonly ontology: Ontology;
  readonly metonyms: boolean;
}

/** In reading order; a mention is in one at most. */
export function unitsIn(
  extraction: Extraction,
  cuts: readonly Cut[],
  { ontology, metonyms }: UnitOptions,
): readonly Unit[] {
  const whole = splitDocument(extraction, cuts);
  return metonyms ? splitMetonyms(extraction, whole, ontology) : whole;
}
