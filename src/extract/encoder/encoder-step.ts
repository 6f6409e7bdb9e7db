// The trained encoder's tags and dependency trees: one pass over the document, sentences packed into windows.
import { loadTextSession } from '../../onnx/text-session.ts';
import type { Step } from '../step.ts';
import { applyTrees, decodeTrees, type Reading } from './decode.ts';
import { encodeBatches } from './encode.ts';

export const encoderStep: Step = {
  name: 'encoder@1',
  requires: ['tokens', 'sentences'],
  assigns: ['tags', 'tree'],
  async run(extraction) {
    const session = await loadTextSession();
    const readings = new Map<number, Reading>();
    for (const batch of encodeBatches(extraction, session.encodeWord)) {
      const output = await session.run(batch);
      for (const [place, reading] of decodeTrees(batch, output, session.labels)) readings.set(place, reading);
    }
    return { ...extraction, tokens: applyTrees(extraction.tokens, extraction.sentences, readings) };
  },
};
