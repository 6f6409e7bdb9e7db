// The order in which modalities travel as numbers.
import type { Modality } from '../model/extraction.ts';

/** Place = number in the payload's `modality` column. */
export const MODALITIES: readonly Modality[] = ['actual', 'planned', 'possible', 'conditional', 'demanded'];
