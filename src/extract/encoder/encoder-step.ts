// The trained encoder's tags, dependency trees and names: one pass over the document, sentences packed into windows.
import type { Document, Note } from '../../model/document.ts';
import { type Extraction, withLayers } from '../../model/extraction.ts';
import { loadTextSession } from '../../onnx/text-session.ts';
import { addMentions } from '../names/make-mention.ts';
import { LONGEST_SENTENCE } from '../sentences/split-sentences.ts';
import type { Step } from '../step.ts';
import { applyTrees } from './decode.ts';
import { isEndless } from './encode.ts';
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
    const parsed = withLayers(extraction, { document: withNote(extraction), tokens });
    return addMentions(parsed, toNameMentions(parsed, names, labels.entityTypes, BY));
  },
};

function withNote({ document, sentences }: Extraction): Document {
  const endless = sentences.filter(isEndless);
  if (endless.length === 0) return document;
  const span = { start: endless[0]?.start ?? 0, end: endless.at(-1)?.end ?? 0 };
  const text = `More than ${LONGEST_SENTENCE.toLocaleString('en')} words without the end of a sentence were kept, but not read.`;
  const note: Note = { level: 'warning', code: 'endless-sentence', span, text };
  return { ...document, notes: [...document.notes, note] };
}
