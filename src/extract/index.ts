// The public names of this room: Document → Extraction.
export { toConllu } from './conllu.ts';
export { extractDocument, STEPS } from './extract-document.ts';
export { type Extractor, openExtractor } from './extractor.ts';
export { type FactLine, toFactLine } from './facts/to-fact-line.ts';
export type { Layer, Step, StepContext } from './step.ts';
export { EXTRACTOR_VERSION } from './this-extractor.ts';
