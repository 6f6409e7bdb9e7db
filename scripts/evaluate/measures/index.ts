// The measures in the order of the table. A new one is one file and one line here.
import type { Measure } from '../measure.ts';
import { coreferenceMeasure } from './coreference.ts';
import { editedCopiesMeasure } from './edited-copies.ts';
import { exactFactsMeasure } from './exact-facts.ts';
import { goldConflictsMeasure } from './gold-conflicts.ts';
import { goldCopiesMeasure } from './gold-copies.ts';
import { goldMergesMeasure } from './gold-merges.ts';
import { goldRelationsMeasure } from './gold-relations.ts';
import { goldSpeakersMeasure } from './gold-speakers.ts';
import { meantimeMeasure } from './meantime.ts';
import { modalityMeasure } from './modality.ts';
import { namesMeasure } from './names.ts';
import { newsRelationsMeasure } from './news-relations.ts';
import { carbMeasure, wire57Measure } from './open-facts.ts';
import { quotationsMeasure } from './quotations.ts';
import { sentencesMeasure } from './sentences.ts';
import { lemmasMeasure, uposMeasure } from './tags.ts';
import { textRelationsMeasure } from './text-relations.ts';
import { timesMeasure } from './times.ts';
import { tokensMeasure } from './tokens.ts';
import { lasMeasure, uasMeasure } from './trees.ts';
import { typedRelationsMeasure } from './typed-relations.ts';

export const MEASURES: readonly Measure[] = [
  tokensMeasure,
  sentencesMeasure,
  uposMeasure,
  lemmasMeasure,
  uasMeasure,
  lasMeasure,
  namesMeasure,
  coreferenceMeasure,
  typedRelationsMeasure,
  newsRelationsMeasure,
  meantimeMeasure,
  carbMeasure,
  wire57Measure,
  exactFactsMeasure,
  textRelationsMeasure,
  modalityMeasure,
  timesMeasure,
  quotationsMeasure,
  goldRelationsMeasure,
  goldSpeakersMeasure,
  goldMergesMeasure,
  goldConflictsMeasure,
  goldCopiesMeasure,
  editedCopiesMeasure,
];
