// The trained encoder's tags, dependency trees and names: one pass over the document, sentences packed into windows.
import type { Document, Note } from '../../model/document.ts';
import type { Sentence } from '../../model/extraction.ts';
import { loadTextSession } from '../../onnx/text-session.ts';
import { addMentions } from '../names/make-mention.ts';
import { LONGEST_SENTENCE } from '../sentences/split-sentences.ts';
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
    const endless = extraction.sentences.filter(isEndless);
    const readable = { ...extraction, sentences: extraction.sentences.filter((sentence) => !isEndless(sentence)) };
    for (const batch of encodeBatches(readable, session.encodeWord)) {
      const output = await session.run(batch);
      for (const [place, reading] of decodeTrees(batch, output, session.labels)) readings.set(place, reading);
      names.push(...decodeNames(batch, output, session.labels, session.calibration.name));
    }
    const tokens = applyTrees(extraction.tokens, extraction.sentences, readings);
    const parsed = { ...extraction, document: withNotes(extraction.document, endless), tokens };
    return addMentions(parsed, toNameMentions(parsed, names, session.labels.entityTypes, BY));
  },
};

/** True where the splitter had to cut: a table or a fault, not language, and minutes of work where there is much of it. */
function isEndless({ firstToken, lastToken }: Sentence): boolean {
  return lastToken - firstToken + 1 >= LONGEST_SENTENCE;
}

function withNotes(document: Document, endless: readonly Sentence[]): Document {
  if (endless.length === 0) return document;
  const span = { start: endless[0]?.start ?? 0, end: endless.at(-1)?.end ?? 0 };
  const text = `More than ${LONGEST_SENTENCE.toLocaleString('en')} words without the end of a sentence were kept, but not read.`;
  const note: Note = { level: 'warning', code: 'endless-sentence', span, text };
  return { ...document, notes: [...document.notes, note] };
}
