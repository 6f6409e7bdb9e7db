// Reads a text through the steps of this house up to a layer, for tests that ask what a step found.
import { readFileSync } from 'node:fs';
import { chainsStep } from '../../src/extract/chains/chains.ts';
import { demonymsStep } from '../../src/extract/demonyms/demonyms.ts';
import { encoderStep } from '../../src/extract/encoder/encoder-step.ts';
import { runSteps } from '../../src/extract/extract-document.ts';
import { lemmasStep } from '../../src/extract/lemmas/lemmas-step.ts';
import { namesStep } from '../../src/extract/names/names.ts';
import { nominalsStep } from '../../src/extract/nominals/institutions.ts';
import { constructionsStep } from '../../src/extract/relations/constructions.ts';
import { sentencesStep } from '../../src/extract/sentences/sentences-step.ts';
import { titlesStep } from '../../src/extract/titles/titles.ts';
import { tokensStep } from '../../src/extract/tokens/tokens-step.ts';
import { valuesStep } from '../../src/extract/values/values.ts';
import { bareDocument } from '../../src/model/document.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Ontology } from '../../src/model/ontology.ts';

export const ontology = JSON.parse(
  readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8'),
) as Ontology;

const STEPS = [
  tokensStep,
  sentencesStep,
  encoderStep,
  lemmasStep,
  valuesStep,
  namesStep,
  demonymsStep,
  nominalsStep,
  titlesStep,
  chainsStep,
  constructionsStep,
];

/** Everything that the rule steps find in a text. */
export function readText(text: string): Promise<Extraction> {
  return runSteps(STEPS, bareDocument(text), { ontology });
}

/** `surface/Type` of the name mentions, in reading order, values left out. */
export function namesOf(extraction: Extraction): string[] {
  return extraction.mentions
    .filter(({ kind, type }) => kind === 'name' && type !== 'Time' && type !== 'Quantity')
    .map(({ start, end, type }) => `${extraction.document.text.slice(start, end)}/${type}`);
}

/** `subject -TYPE-> object`, the surfaces as they stand in the text. */
export function relationsOf(extraction: Extraction): string[] {
  const surface = (id: string | null) => {
    const mention = extraction.mentions.find((other) => other.id === id);
    return mention ? extraction.document.text.slice(mention.start, mention.end) : '';
  };
  return extraction.relations.map(({ subject, type, object }) => `${surface(subject)} -${type}-> ${surface(object)}`);
}

/** The surfaces of each chain, in reading order. */
export function chainsOf(extraction: Extraction): string[][] {
  const byId = new Map(extraction.mentions.map((mention) => [mention.id, mention]));
  return extraction.chains.map(({ mentionIds }) =>
    mentionIds.map((id) => extraction.document.text.slice(byId.get(id)?.start, byId.get(id)?.end)),
  );
}
