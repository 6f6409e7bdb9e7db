// The trained encoder's tags, dependency trees and names: one pass over the document, sentences packed into windows.
import { loadTextSession } from '../../onnx/text-session.ts';
import { addMentions } from '../names/make-mention.ts';
import type { Step } from '../step.ts';
import { applyTrees } from './decode.ts';
import { toNameMentions } from './name-mentions.ts';
import { readDocument } from './read-document.ts';

const BY = 'encoder@1';

export const encoderStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences'],
  assigns: ['tags', 'tree', 'mentions'],
  async run(extraction) {
    const { labels } = await loadTextSession();
    const { readings, names } = await readDocument(extraction);
    const tokens = applyTrees(extraction.tokens, extraction.sentences, readings);
    const parsed = { ...extraction, tokens };
    return addMentions(parsed, toNameMentions(parsed, names, labels.entityTypes, BY));
  },
};
