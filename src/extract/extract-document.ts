// Document → Extraction: runs the steps in order, and checks that each finds the layers it needs.
import type { Document } from '../model/document.ts';
import { bareExtraction, type Extraction } from '../model/extraction.ts';
import { HAS_PAIR_GRAPHS } from '../onnx/pair-session.ts';
import { actsStep } from './acts/acts.ts';
import { attributesStep } from './attributes/attributes.ts';
import { chainsStep } from './chains/chains.ts';
import { citationsStep } from './citations/citations.ts';
import { coreferenceStep } from './coreference/coreference.ts';
import { demonymsStep } from './demonyms/demonyms.ts';
import { encoderStep } from './encoder/encoder-step.ts';
import { factRelationsStep } from './fact-relations/fact-relations.ts';
import { factsStep } from './facts/facts.ts';
import { fieldsStep } from './fields/fields.ts';
import { learnedRelationsStep } from './learned-relations/learned-relations.ts';
import { lemmasStep } from './lemmas/lemmas-step.ts';
import { namesStep } from './names/names.ts';
import { nominalsStep } from './nominals/institutions.ts';
import { stateBodiesStep } from './nominals/state-bodies.ts';
import { quotationsStep } from './quotations/quotations.ts';
import { constructionsStep } from './relations/constructions.ts';
import { scoresStep } from './scores/scores-step.ts';
import { sentencesStep } from './sentences/sentences-step.ts';
import { speechStep } from './speech/speech.ts';
import type { Layer, Step, StepContext } from './step.ts';
import { titlesStep } from './titles/titles.ts';
import { tokensStep } from './tokens/tokens-step.ts';
import { valuesStep } from './values/values.ts';

/** The steps in the order in which they run. A new step is one file and one line here. */
export const STEPS: readonly Step[] = [
  tokensStep,
  sentencesStep,
  encoderStep,
  lemmasStep,
  valuesStep,
  namesStep,
  demonymsStep,
  nominalsStep,
  titlesStep,
  ...(HAS_PAIR_GRAPHS ? [coreferenceStep] : [chainsStep]),
  constructionsStep,
  fieldsStep,
  quotationsStep,
  citationsStep,
  factsStep,
  factRelationsStep,
  ...(HAS_PAIR_GRAPHS ? [learnedRelationsStep] : []),
  stateBodiesStep,
  actsStep,
  attributesStep,
  speechStep,
  scoresStep,
];

/**
 * What one document says. Pure: the same document and context give the same extraction.
 * @throws Error where the list of steps is out of order: a bug, not a matter of the document.
 */
export async function extractDocument(document: Document, context: StepContext): Promise<Extraction> {
  return runSteps(STEPS, document, context);
}

/** Runs a list of steps on a document; `extractDocument` with a list of one's own (tests, measures). */
export async function runSteps(steps: readonly Step[], document: Document, context: StepContext): Promise<Extraction> {
  checkOrder(steps);
  let extraction = bareExtraction(document);
  for (const step of steps) extraction = await step.run(extraction, context);
  return extraction;
}

/** @throws Error naming the step that comes before what it requires, or that assigns nothing. */
export function checkOrder(steps: readonly Step[]): void {
  const present = new Set<Layer>();
  for (const { name, requires, assigns } of steps) {
    const missing = requires.filter((layer) => !present.has(layer));
    if (missing.length > 0)
      throw new Error(`Step ${name} requires ${missing.join(', ')}, which no earlier step assigns.`);
    if (assigns.length === 0) throw new Error(`Step ${name} assigns no layer.`);
    for (const layer of assigns) present.add(layer);
  }
}
