// The trained encoder's tags, dependency trees and names: one pass over the document, sentences packed into windows.
import { loadTextSession } from '../../onnx/text-session.ts';
import { addMentions } from '../names/make-mention.ts';
import type { Step } from '../step.ts';
import { applyTrees, decodeTrees, type Reading } from './decode.ts';
import { decodeNames, type NameSpan } from './decode-names.ts';
import { encodeBatches } from './encode.ts';
import { toNameMentions } from './name-mentions.ts';

const BY = 'encoder@1';

export const encoderStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences'],
  assigns: ['tags', 'tree', 'mentions'],
  async run(extraction) {
    const session = await loadTextSession();
    const readings = new Map<number, Reading>();
    const names: NameSpan[] = [];
    for (const batch of encodeBatches(extraction, session.encodeWord)) {
      const output = await session.run(batch);
      for (const [place, reading] of decodeTrees(batch, output, session.labels)) readings.set(place, reading);
      names.push(...decodeNames(batch, output, session.labels, session.calibration.name));
    }
    const tokens = applyTrees(extraction.tokens, extraction.sentences, readings);
    const parsed = { ...extraction, tokens };
    return addMentions(parsed, toNameMentions(parsed, names, session.labels.entityTypes, BY));
  },
};
